"""Attributions without a verb: "according to", nouns such as "allegation", adverbs such as "reportedly"."""

from __future__ import annotations

from hearsay_to_sqlite.attribution import authorities, contents, inverted, nominal, subjects
from hearsay_to_sqlite.attribution.drafts import Draft, Pair
from hearsay_to_sqlite.attribution.lexicon import lexicon
from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.vocabulary import words

LONGEST_NAME = 8
SHORTEST_SPEECH = 5
"""Tokens."""
FIRST = frozenset({"we", "our", "us", "i", "my"})
"""Behind a colon these make a speaker of what stands before it: "President of the region: We will not …"."""
MAX_PHRASES = 20
"""A sentence with more set phrases is no sentence but a list or an attack."""


def find(sentence: Sentence) -> list[Draft]:
    """The attributions that set phrases, nouns and adverbs of the sentence make; its verbs must be settled."""
    spoken = _script(sentence)
    found = [spoken] if spoken is not None else []
    known = lexicon()
    if "so" in sentence.words:
        said_so = authorities.so(sentence)
        found += [said_so] if said_so is not None else []
    if known.phrase_words.isdisjoint(sentence.words):
        return found
    for at, word in enumerate(sentence.low):
        draft = None
        if word == "according" and sentence.low[at + 1 : at + 2] == ["to"]:
            draft = authorities.according(sentence, at)
        elif word in known.nouns and sentence.tags[at] in "nU":
            draft = _noun(sentence, at)
        elif word in known.adverbs:
            draft = _adverb(sentence, at)
        if draft is None and word in known.openers:
            draft = authorities.opener(sentence, at)
        if draft is not None:
            found.append(draft)
            if len(found) >= MAX_PHRASES:
                break
    return found


def _script(sentence: Sentence) -> Draft | None:
    """``SMITH: We did what we could.``: a name, a colon and a sentence, as in transcripts and headlines."""
    tags, size = sentence.tags, len(sentence.low)
    colon = tags.find(":", 1, LONGEST_NAME + 1)
    if colon < 1 or sentence.low[0] == "according":
        return None
    quoted = tags[colon + 1 : colon + 2] == "Q" and size - colon <= 3
    spoken = (quoted and _somebody(sentence, colon)) or not FIRST.isdisjoint(sentence.low[colon + 1 :])
    spoken = spoken or _role_speaks(sentence, colon)
    name = "Un'(),DR" if spoken else "Un'(),"
    if tags[:colon].strip(name) or tags[0] not in ("UD" if spoken else "U"):
        return None
    if size - colon < SHORTEST_SPEECH and not quoted:
        return None
    if not any(tag in "VvA" for tag in tags[colon + 1 :]) and tags[colon + 1] != "Q":
        return None
    content = contents.span(sentence, colon + 1, size)
    if content is None or any(tag in "VN" for tag in tags[:colon]):
        return None
    return Draft(
        content=[content],
        cue=[(sentence.begin[colon], sentence.until[colon])],
        source=[(sentence.begin[0], sentence.until[_told(sentence, colon) - 1])],
        rule="script",
        act="assert",
        confidence=0.5,
        sentence=sentence,
        verb=":",
    )


def _role_speaks(sentence: Sentence, colon: int) -> bool:
    """``The foreign minister: The talks will go on.``: a role, and behind the colon a sentence of its own."""
    if colon < 1 or sentence.tags[0] != "D" or sentence.low[colon - 1] not in words("roles", "people"):
        return False
    return sentence.text[sentence.begin[colon + 1]].isupper() if colon + 1 < len(sentence.tags) else False


def _somebody(sentence: Sentence, colon: int) -> bool:
    """Whether what stands before a colon names somebody, by name or by role."""
    role = sentence.low[_told(sentence, colon) - 1]
    return "U" in sentence.tags[1:colon] or role in words("roles", "people")


def _told(sentence: Sentence, colon: int) -> int:
    """Where the speaker's name ends: before "to the agency" or "on the strike", or at the colon."""
    for at in range(1, colon):
        if sentence.low[at] in ("to", "on", "about"):
            return at
    return colon


def _noun(sentence: Sentence, at: int) -> Draft | None:
    """``his claim that …``, ``the allegation by X that …``."""
    tags, low, size = sentence.tags, sentence.low, len(sentence.low)
    that = at + 1
    source: Pair | None = None
    if low[at - 2 : at - 1] in (["in"], ["with"]) and any(there in sentence.forms for there in range(at - 2)):
        # "clarified in the statement of Friday that …" is told by its verb.
        return None
    if low[at + 1 : at + 2] in (["by"], ["from"], ["of"]) and at + 2 < size:
        owner = inverted.right(sentence, at + 2)
        if owner is None or low[owner.end : owner.end + 1] != ["that"]:
            return None
        source, that = (sentence.begin[owner.start], sentence.until[owner.end - 1]), owner.end
    if low[that : that + 1] != ["that"] or that + 1 >= size or tags[that + 1] in "VA":
        return None
    if at > 0 and source is None:
        source = _owner(sentence, at)
    if source is not None and _voiced(sentence, at):
        # "She voiced her hope that …" is told by its verb.
        return None
    if source is None and not sentence.wide:
        # "the notion that", "reports that": nobody is named, and most are the writer's own.
        return None
    end = _clause_end(sentence, that + 1)
    content = contents.span(sentence, that, end)
    if content is None:
        return None
    return Draft(
        content=[content],
        cue=[(sentence.begin[at], sentence.until[at])],
        source=[source] if source is not None else [],
        rule="noun",
        act=lexicon().nouns[low[at]],
        confidence=0.5,
        sentence=sentence,
        verb=low[at],
    )


def _voiced(sentence: Sentence, at: int) -> bool:
    """Whether the verb before the noun and its owner is one of saying."""
    start = at
    while start > 0 and sentence.tags[start - 1] in "DPXnBU'G":
        start -= 1
    form = sentence.forms.get(start - 1)
    return form is not None and form.verb.lemma in words("cues", "voicing")


def _clause_end(sentence: Sentence, start: int) -> int:
    """Where a clause behind "that" ends: at its comma, or where the noun's own verb follows ("… was false | was denied")."""
    tags, size = sentence.tags, len(sentence.low)
    verbs = 0
    for at in range(start, size):
        if tags[at] in ",;" and tags[at + 1 : at + 2] != "C":
            return at
        if tags[at] in "SWC":
            verbs = 0
        elif tags[at] == "A" and tags[at - 1] not in "ANB":
            verbs += 1
            if verbs > 1 and tags[at - 1] in "vVn":
                return at
    return size


def _owner(sentence: Sentence, at: int) -> Pair | None:
    tags, low = sentence.tags, sentence.low
    if low[at - 2 : at] == ["of", "the"] and tags[at - 3 : at - 2] == "A":
        # "The party is of the opinion that …"
        holder = subjects.left(sentence, subjects.verb_group(sentence, at - 2))
        return (sentence.begin[holder.start], sentence.until[holder.end - 1]) if holder is not None else None
    start = at - 1
    while start > 0 and tags[start] in "nBv":
        start -= 1
    if low[start] in ("his", "her", "their", "my", "our", "its"):
        return sentence.begin[start], sentence.until[start]
    if tags[start] == "X" and start > 0:
        first = nominal.phrase_left(sentence, start - 1)
        return (sentence.begin[first], sentence.until[start]) if first < start else None
    return None


def _adverb(sentence: Sentence, at: int) -> Draft | None:
    """``The house was reportedly hit``: the whole clause, from nobody in particular."""
    tags, size = sentence.tags, len(sentence.low)
    start = at
    while start > 0 and tags[start - 1] not in ",;:-(Q":
        start -= 1
    if not lexicon().adverbs.keys().isdisjoint(sentence.low[start:at]):
        # The clause has one already.
        return None
    end = at
    while end < size and tags[end] not in ",;:-).Q":
        end += 1
    content = [
        part for part in (contents.span(sentence, start, at), contents.span(sentence, at + 1, end)) if part
    ]
    if not content or end - start < 5:
        return None
    return Draft(
        content=content,
        cue=[(sentence.begin[at], sentence.until[at])],
        source=[],
        rule="adverb",
        act="assert",
        confidence=0.4,
        source_kind="none",
        sentence=sentence,
        verb=sentence.low[at],
        certainty=lexicon().adverbs[sentence.low[at]],
    )
