"""Quotations whose cue is no verb of the vocabulary: what stands beside them says who speaks all the same.

``“…”, hammers the minister``, ``“…”, she cut off``, ``The general smiles: “…”``. Only where no other rule took the quotation.
"""

from __future__ import annotations

from hearsay_to_sqlite.attribution import adjuncts, contents, inverted, nominal, subjects, verbless
from hearsay_to_sqlite.attribution.drafts import Draft
from hearsay_to_sqlite.attribution.lexicon import lexicon
from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.attribution.verbless import draft, somebody

LONGEST_TAG = 14
"""Tokens between the verb and the end of the sentence, so that what follows the quotation is a tag and no story."""
SO = frozenset({"so", "thus"})
"""What stands for "said" in German: “…”, so the minister."""
MOOD = 3
"""Tokens from "is" to a quotation that is somebody's mood: is indignant “…”."""
ENDINGS = ("s", "ed")
"""Of unknown words, those that can be a verb of which somebody is the subject."""


def find(sentence: Sentence, found: list[Draft]) -> list[Draft]:
    """An attribution for each quotation that none of the drafts ``found`` touches and that has a speaker beside it."""
    made = []
    for at in sorted(sentence.quotes):
        quote = sentence.quotes[at]
        if any(start < quote.end and end > quote.start for one in found for start, end in one.content):
            continue
        alone = None if found else _before(sentence, at)
        taken = verbless.find(sentence, at) or _behind(sentence, at) or _object(sentence, at) or alone
        taken = taken or verbless.before_colon(sentence, at)
        if taken is not None:
            made.append(taken)
    return made


def _behind(sentence: Sentence, at: int) -> Draft | None:
    """``“…”, slices the judge`` and ``“…”, the judge slices``, with the quotation at token ``at``."""
    tags = sentence.tags
    if at and tags[at - 1] not in ",:;-C":
        return None
    last = _verb_last(sentence, at)
    if last is not None:
        return last
    first = at + 1
    while tags[first : first + 1] and tags[first] in ",-:":
        first += 1
    if sentence.low[first : first + 1] == ["as"]:
        # “…”, as she put it
        first += 1
    if first >= len(tags) or len(tags) - first > LONGEST_TAG + nominal.LONGEST:
        return None
    spoken = first > at + 1 or contents.spoken_before(sentence, at)
    if spoken and tags[first] == "A" and tags[first + 1 : first + 2] in ("v", "V"):
        # “…”, has celebrated the mayor
        first += 1
    # “I want it to end” he wishes: no comma, as in Japanese and much of the web.
    if not spoken and not (
        at == 0 and contents.is_speech(sentence, at) and (tags[first] in "PUD" or _verb(sentence, first))
    ):
        return None
    if sentence.low[first] in SO:
        # “…”, so the minister
        source = inverted.right(sentence, first + 1)
        if source is None or not _closes(sentence, source.end):
            return None
        return draft(sentence, (at, at + 1), (first, first + 1), source, "quote-before")
    if _verb(sentence, first):
        # "lets go the magistrate": one word may belong to the verb.
        for after in (first + 1, first + 2, adjuncts.before_speaker(sentence, first + 1)):
            source = inverted.right(sentence, after) if tags[after : after + 1] in ("U", "D", "P") else None
            if source is not None and tags[source.end : source.end + 1] in ("", ".", ",", ":"):
                own = after if after <= first + 2 else first + 1
                return draft(sentence, (at, at + 1), (first, own), source, "quote-before")
        return None
    for verb in range(first + 1, min(len(tags), first + nominal.LONGEST)):
        if tags[verb] in ",;:.Q":
            return None
        if _verb(sentence, verb):
            source = subjects.left(sentence, subjects.verb_group(sentence, verb))
            closed = _closes(sentence, verb + 1) or tags[at + 1] == ":"
            if source is None or source.start != first or not closed:
                continue
            return draft(sentence, (at, at + 1), (verb, verb + 1), source, "quote-before")
    return None


def _verb_last(sentence: Sentence, at: int) -> Draft | None:
    """``The minister, “…” said.``: subject, words, verb, as Turkish, Japanese and Korean order them."""
    tags = sentence.tags
    verb = len(tags) - 1 - (tags[-1:] == ".")
    if at < 2 or verb <= at or tags[verb] not in "vV" or tags[at + 1 : verb].strip("AB,"):
        return None
    source = subjects.left(sentence, at - 1)
    if source is None or any(tag in "vVA" for tag in tags[: source.start]) or not somebody(sentence, source):
        return None
    return draft(sentence, (at, at + 1), (verb, verb + 1), source, "quote-before")


def _verb(sentence: Sentence, at: int) -> bool:
    return sentence.tags[at] in "vV" or (sentence.tags[at] == "n" and sentence.low[at].endswith(ENDINGS))


def _closes(sentence: Sentence, at: int) -> bool:
    """Whether only a circumstance stands between the tag's verb and its end."""
    tags = sentence.tags
    stop = next((there for there in range(at, len(tags)) if tags[there] in ".,;"), len(tags))
    return stop - at <= LONGEST_TAG and not any(tag in "vVAQW" for tag in tags[at:stop])


def _object(sentence: Sentence, at: int) -> Draft | None:
    """``The nurse is indignant “…”``: a whole sentence in quotation marks right behind a verb or what is said of somebody."""
    tags = sentence.tags
    comma = at > 2 and tags[at - 1] == "," and tags[at - 2] in "vV"
    if at < 2 or not (comma or tags[at - 1] in "vVnB") or not contents.is_speech(sentence, at):
        return None
    if tags[at + 1 : at + 2] not in ("", ".", ",", "C"):
        return None
    verb = next((there for there in range(at - 1, max(0, at - LONGEST_TAG), -1) if tags[there] in "vVA"), 0)
    # Behind a noun it is a title or a slogan: "the film “…”".
    if not verb or any(tag in ",:;Q-(" for tag in tags[verb : at - comma]):
        return None
    mood = tags[verb] == "A" and at - verb <= MOOD
    if tags[at - 1] == "n" and not mood and sentence.low[at - 1] not in lexicon().openers:
        return None
    source = subjects.left(sentence, subjects.verb_group(sentence, verb)) or subjects.of_sentence(
        sentence, verb
    )
    if source is None or source.how == "relative" or not somebody(sentence, source):
        return None
    return draft(sentence, (at, at + 1), (verb, at - comma), source, "quote-after")


def _before(sentence: Sentence, at: int) -> Draft | None:
    """``The general smiles: “…”``: the subject of what stands before the colon."""
    tags = sentence.tags
    if not 2 < at < LONGEST_TAG or tags[at - 1] != ":" or "Q" in tags[: at - 1]:
        return None
    for verb in range(1, at - 1):
        if _verb(sentence, verb) or tags[verb] == "A":
            source = subjects.left(sentence, subjects.verb_group(sentence, verb))
            if source is not None and not tags[: source.start].strip("CB,"):
                return draft(sentence, (at, at + 1), (at - 1, at), source, "colon")
    return None


def announced(sentence: Sentence) -> list[Draft]:
    """``The mayor was clear on this point:``, when nothing else is said: whose quotation stands in the next line."""
    colon = len(sentence.tags) - 1
    verb = next((at for at in range(1, colon) if sentence.tags[at] in "vVA"), 0)
    source = subjects.left(sentence, subjects.verb_group(sentence, verb)) if verb else None
    if source is None or sentence.tags[: source.start].strip("CBS,") or not somebody(sentence, source):
        return []
    made = draft(sentence, (source.start, source.end), (verb, verb + 1), source, "quote-next-line", 0.5)
    if made is None:
        return []
    made.content = []
    return [made]
