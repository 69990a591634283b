"""Attributions whose cue is a verb with its content to the right; those behind their content are in ``trailing``."""

from __future__ import annotations

import re

from hearsay_to_sqlite.attribution import (
    adjuncts,
    authorities,
    contents,
    impersonal,
    inverted,
    leftward,
    passives,
    scruples,
    subjects,
    trailing,
)
from hearsay_to_sqlite.attribution.candidates import candidates
from hearsay_to_sqlite.attribution.drafting import draft
from hearsay_to_sqlite.attribution.drafts import Candidate, Draft, Pair
from hearsay_to_sqlite.attribution.lexicon import lexicon
from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.attribution.verbness import holds_to_be
from hearsay_to_sqlite.vocabulary import words

NAME_END = re.compile(r"[,;.]| (?:that|which|who|whose) ")
NOBODY = frozenset({"no", "nobody", "none", "neither"})
"""Whose "claim" or "demand" is that nothing was claimed or demanded."""
LONGEST_VOICED = 8
"""Tokens between "expressed" and "hope that"."""
QUOTED = frozenset("Q'")
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})


def find(sentence: Sentence) -> list[Draft]:
    """The attributions that the sentence's cue verbs make, in order of their cues."""
    found: list[Draft] = []
    listed = candidates(sentence) if sentence.forms else []
    if listed and listed[0].kind == "g" and listed[0].subject is None and "s" in listed[0].verb.frames:
        # "Noting that …, the mayor said", "the mayor, noting that …, said": whom the main clause names.
        how = "apposition" if listed[0].boundary else "adjacent"
        listed[0].subject = next((one.subject for one in listed[1:] if _finite(one, how)), None)
        if listed[0].subject is None and sentence.tags[listed[0].boundary] == ",":
            # "The mayor, stating that it was shut, left"
            before = subjects.left(sentence, listed[0].boundary)
            named = before is not None and "U" in (sentence.tags[before.end - 1], sentence.tags[before.start])
            if before is not None and named and not sentence.tags[: before.start].strip("CB,"):
                listed[0].subject = before
    for nth, candidate in enumerate(listed):
        before = candidate.subject
        if _as_reported_by(sentence, candidate):
            made = authorities.named(sentence, candidate.cue - 1, candidate.end + 1)
        elif candidate.passive:
            made = passives.find(sentence, candidate)
        else:
            made = _active(sentence, candidate, listed[nth + 1 :])
        if made is not None and not (nth and scruples.only_repeats(sentence, listed[nth - 1], candidate)):
            found.append(made)
        if candidate.subject is not before and not candidate.passive:
            _hand_on(candidate, listed[nth + 1 :])
    return found


def _finite(candidate: Candidate, how: str) -> bool:
    """Whether a cue has a finite verb and a subject that was found in this way."""
    return candidate.kind in "sd" and candidate.subject is not None and candidate.subject.how == how


def _hand_on(candidate: Candidate, later: list[Candidate]) -> None:
    """``…, said Ann Smith, adding that …``: who stands behind the cue says what follows, too."""
    said_by = candidate.subject
    for other in later:
        if said_by is None or other.subject is None or other.subject.how != "inherited":
            return
        other.subject = said_by._replace(how="inherited")


def _as_reported_by(sentence: Sentence, candidate: Candidate) -> bool:
    low, cue = sentence.low, candidate.cue
    return low[cue - 1 : cue] == ["as"] and low[candidate.end : candidate.end + 1] == ["by"]


def _active(sentence: Sentence, candidate: Candidate, later: list[Candidate]) -> Draft | None:
    frames = candidate.verb.frames
    meant = impersonal.meant(sentence, candidate)
    candidate.subject = meant if meant is not None and meant.start < candidate.cue else candidate.subject
    spoken = "q" in frames or candidate.verb.lemma in words("cues", "thought")
    # “…”, denounced the guild
    spoken = spoken or (
        "s" in frames and not QUOTED.isdisjoint(sentence.tags[max(0, candidate.group - 2) : candidate.group])
    )
    if spoken and candidate.kind != "i":
        behind = trailing.find(sentence, candidate)
        if behind is not None:
            return behind if meant is None else impersonal.said_by(behind, sentence, meant)
    ahead = _as_clause(sentence, candidate)
    if ahead is not None:
        return ahead
    first = inverted.verb_first(sentence, candidate)
    if first is not None:
        start, candidate.subject = first.boundary, first
        content = contents.span(sentence, start, contents.right_end(sentence, candidate, start, later))
        return None if content is None else draft(sentence, candidate, [content], "clause", 0.7)
    voiced = _voiced(sentence, candidate, later)
    if voiced is not None:
        return voiced
    start, opened = contents.right_start(sentence, candidate)
    if opened == "none":
        return _dangling(sentence, candidate)
    unsure = candidate.kind == "i" and opened not in ("that", "quote") and not sentence.wide
    if unsure and (opened == "to" or {"n", "a"} & {*frames} or "q" not in frames):
        return None
    end = contents.right_end(sentence, candidate, start, later)
    if unsure and not scruples.clause_at_once(sentence, start, end):
        return None
    if opened == "bare":
        return _bare(sentence, candidate, start, end)
    if opened == "to":
        # "called on him to leave the town, which …"
        end = next((at for at in range(start, end - 1) if sentence.tags[at : at + 2] == ",W"), end)
    content = contents.span(sentence, start, end)
    if content is None or (opened == "to" and scruples.only_wants(sentence, candidate, end)):
        return None
    if (
        opened == "to"
        and candidate.verb.lemma
        in ("plan", "want", "seek", "aim", "offer", "agree", "intend", "hope", "expect")
        and candidate.subject is None
        and not sentence.wide
    ):
        return None
    rule, sure = {"that": ("clause", 0.8), "quote": ("quote-after", 0.85), "to": ("infinitive", 0.42)}[opened]
    if candidate.subject is None:
        sure -= 0.3
    return draft(sentence, candidate, [content], rule, sure)


def _voiced(sentence: Sentence, candidate: Candidate, later: list[Candidate]) -> Draft | None:
    """``She expressed her hope that …``, ``He made the proposal that …``: verb and noun together are the cue."""
    if candidate.verb.lemma not in words("cues", "voicing") or candidate.subject is None:
        return None
    low, nouns = sentence.low, lexicon().nouns
    for at in range(candidate.end, min(len(low) - 2, candidate.end + LONGEST_VOICED)):
        if low[at] in nouns and low[at + 1] == "that" and sentence.tags[at] in "nU":
            end = contents.right_end(sentence, candidate, at + 1, later)
            content = contents.span(sentence, at + 1, end)
            if content is None:
                return None
            candidate.end = at + 1
            made = draft(sentence, candidate, [content], "clause", 0.8)
            made.act = nouns[low[at]] if made.act == "assert" else made.act
            return made
        if sentence.tags[at] not in "DPXnBUGv'C":
            return None
    return None


def _as_clause(sentence: Sentence, candidate: Candidate) -> Draft | None:
    """``As X reports, the road is closed``: the content is the main clause behind the comma."""
    if (
        sentence.low[sentence.tags[:1] == "C"] != "as"
        or candidate.boundary > 1
        or "s" not in candidate.verb.frames
    ):
        return None
    comma = sentence.tags.find(",", candidate.end, candidate.end + adjuncts.LONGEST_ASIDE)
    if comma < 0 or not leftward.finite(sentence, len(sentence.tags), comma):
        return None
    if any(tag in "vVASQW" for tag in sentence.tags[candidate.end : comma]):
        return None
    content = contents.span(sentence, comma, len(sentence.tags))
    return None if content is None else draft(sentence, candidate, [content], "trailing", 0.7)


def _bare(sentence: Sentence, candidate: Candidate, start: int, end: int) -> Draft | None:
    frames, tags, low = candidate.verb.frames, sentence.tags, sentence.low
    if low[start] == "to" or (tags[start] == "C" and tags[start + 1 : start + 2] in ("v", "V")):
        return None
    has_verb = "Q" in tags[start:end] or "N" in tags[start:end] or leftward.finite(sentence, end, start)
    has_verb = has_verb or candidate.verb.lemma in words("cues", "anything")
    shows = _shown_by_document(sentence, candidate)
    careful = not (sentence.wide or shows) and candidate.verb.lemma in words("cues", "needs_opening")
    clause = "s" in frames and has_verb and not careful
    if clause and tags[start] in "vA" and _relative_word(sentence, candidate) is not None:
        return _relative(sentence, candidate, start, end)
    if clause and tags[start] not in "vA":
        end = scruples.before_second_verb(sentence, candidate, start, end) if "n" in frames else end
        content = contents.span(sentence, start, end)
        if content is None or (candidate.subject is None and not sentence.wide):
            return None
        return draft(sentence, candidate, [content], "bare-clause", 0.65 if "q" in frames else 0.5)
    if "n" not in frames and not sentence.wide and not shows:
        return None
    if (low[start] in REFLEXIVE and low[start + 1 : start + 2] != ["as"]) or (
        low[start] == "it" and low[candidate.boundary] == "as"
    ):
        return None
    judged = candidate.verb.lemma in ("consider", "deem", "regard") and holds_to_be(low, list(tags), start)
    quoted = judged or not QUOTED.isdisjoint(tags[start:end])
    if candidate.verb.lemma in words("cues", "needs_quotation") and not quoted:
        return None
    unclaimed = candidate.subject is None and not sentence.wide
    nobody = candidate.subject is not None and low[candidate.subject.start] in NOBODY
    claimed = candidate.verb.act == "claim-responsibility" and tags[start] == "R"
    having = low[start] == "having"
    if (tags[start] not in "PDUn#'QGVv" and not claimed and not having) or unclaimed or nobody:
        return None
    end = contents.phrase_content_end(sentence, start, end)
    if tags[end : end + 2] == ":Q" and contents.is_speech(sentence, end + 1):
        # "reacted to the decision: “It is a shame”"
        content = contents.span(sentence, end + 1, end + 2)
        return None if content is None else draft(sentence, candidate, [content], "quote-after", 0.7)
    content = contents.span(sentence, start, end)
    if content is None:
        return None
    made = draft(sentence, candidate, [content], "noun-phrase", 0.5)
    made.target = target(sentence, candidate, start, end)
    return made


def _relative(sentence: Sentence, candidate: Candidate, start: int, end: int) -> Draft | None:
    """``warnings which she said had been sent``: the relative clause round the cue."""
    content = contents.span(sentence, start, end)
    subject = candidate.subject
    if content is None or subject is None or "q" not in candidate.verb.frames:
        return None
    opening = _relative_word(sentence, candidate)
    if opening is None:
        return None
    parts = [(sentence.begin[opening], sentence.until[opening]), content]
    return draft(sentence, candidate, parts, "bare-clause", 0.6)


def _relative_word(sentence: Sentence, candidate: Candidate) -> int | None:
    """The "which" or "that" right before the clause of the cue."""
    at = candidate.boundary
    if at > 0 and sentence.low[at] == "that":
        return at
    return at - 1 if sentence.tags[at - 1 : at] == "W" or sentence.low[at - 1 : at] == ["that"] else None


def _shown_by_document(sentence: Sentence, candidate: Candidate) -> bool:
    """``The survey found half of them …``: a document finds and shows in plain words, where a person needs "that"."""
    subject = candidate.subject
    if subject is None or candidate.verb.lemma not in words("cues", "shown"):
        return False
    named = sentence.low[subject.start : subject.end]
    return not (words("roles", "documents").isdisjoint(named) and words("roles", "things").isdisjoint(named))


def target(sentence: Sentence, candidate: Candidate, start: int, end: int) -> Pair | None:
    """Whom an accusation, condemnation or threat is aimed at: the object, up to "of", "for" or a verb."""
    if candidate.verb.act not in ("accuse", "condemn", "threaten"):
        return None
    tags, low = sentence.tags, sentence.low
    if tags[start] == "Q":
        quote = sentence.quotes[start]
        of = sentence.text.find(" of ", quote.inner_start, quote.inner_end)
        return (quote.inner_start, of) if quote.inner_start < of else None
    if candidate.verb.lemma == "blame" and "on" in low[start:end]:
        at = max(there for there in range(start, end) if low[there] == "on") + 1
        if at < end and tags[at] == "Q":
            return _quoted_name(sentence, at)
        return (
            contents.span(sentence, at, contents.phrase_content_end(sentence, at, end)) if at < end else None
        )
    at = start
    while at < end and tags[at] in "PDUn#X'(),C" and not (tags[at] == "," and tags[at + 1 : at + 2] != "U"):
        at += 1
    while at < end and low[at] == "of" and candidate.verb.lemma in ("condemn", "threaten"):
        at += 1
    return contents.span(sentence, start, at)


def _quoted_name(sentence: Sentence, at: int) -> Pair:
    """Whom a quotation names: its words up to a comma or a relative clause."""
    quote = sentence.quotes[at]
    name = NAME_END.search(sentence.text, quote.inner_start, quote.inner_end)
    return quote.inner_start, name.start() if name else quote.inner_end


def _dangling(sentence: Sentence, candidate: Candidate) -> Draft | None:
    """A cue that ends its sentence and waits for a quotation in the next one; ``flow`` gives it its content."""
    if "q" not in candidate.verb.frames or candidate.kind in "gi" or candidate.subject is None:
        return None
    return draft(sentence, candidate, [], "quote-next-line", 0.7)
