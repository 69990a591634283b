"""A candidate and its content made into a draft."""

from __future__ import annotations

from hearsay_to_sqlite.attribution.drafts import DECLINES, Candidate, Draft, Pair
from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.vocabulary import words

MARK = {"b": 0.0, "s": 0.02, "d": 0.03, "g": -0.05, "i": -0.2, "j": 0.0}
"""How much surer the form of the verb makes us: base, -s, past, -ing, infinitive."""


def cue_pair(sentence: Sentence, candidate: Candidate) -> Pair:
    """The characters of a cue: its verb group with particles."""
    start = candidate.group if sentence.tags[candidate.group] != "B" else candidate.cue
    return sentence.begin[start], sentence.until[candidate.end - 1]


def draft(
    sentence: Sentence, candidate: Candidate, content: list[Pair], rule: str, confidence: float
) -> Draft:
    """An attribution of ``content`` to the candidate's subject, by ``rule``; negation makes its polarity negative."""
    subject = candidate.subject
    source: list[Pair] = []
    if subject is not None and subject.end > subject.start:
        source = [(sentence.begin[subject.start], sentence.until[subject.end - 1])]
    # Who denies or declines does so: only what the article says was not done is negative.
    act, polarity = candidate.verb.act, "positive"
    if rule == "infinitive" and candidate.verb.lemma in words("cues", "calls_with_to"):
        act = "call-for"
    if candidate.negated and candidate.verb.lemma in words("cues", "declines"):
        act = DECLINES
    elif candidate.negated:
        polarity = "negative"
    return Draft(
        content=content,
        cue=[cue_pair(sentence, candidate)],
        source=source,
        rule=rule,
        act=act,
        confidence=confidence + MARK[candidate.kind],
        polarity=polarity,
        source_kind="named" if source else "none",
        sentence=sentence,
        verb=candidate.verb.lemma,
        inherited=subject is not None and subject.how == "inherited",
        dropped=not source and _drops_subject(sentence, candidate),
    )


def _drops_subject(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether a finite cue heads its sentence, or ends it behind a quotation, with nobody beside it to say it."""
    if candidate.kind not in "sd" or candidate.passive or "q" not in candidate.verb.frames:
        return False
    before = sentence.tags[: candidate.group].rstrip("CB,")
    adjunct = before[:1] == "R" and not any(tag in "vVAPWSQ," for tag in before)
    if not before or (
        adjunct and sentence.tags[candidate.group] == "A" and sentence.tags[len(before)] == ","
    ):
        # "In this sense, has assured that"; but "asked why, she said" is no sentence of its own.
        return sentence.tags[candidate.end : candidate.end + 1] in (":", "Q") or sentence.low[
            candidate.end : candidate.end + 1
        ] == ["that"]
    return before.endswith("Q") and sentence.tags[candidate.end :].strip(".") == ""
