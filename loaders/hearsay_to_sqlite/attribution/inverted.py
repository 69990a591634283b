"""The noun phrase right of a cue: "said X, the head of Y", "according to X", "accused by X"."""

from __future__ import annotations

from hearsay_to_sqlite.attribution import adjuncts
from hearsay_to_sqlite.attribution.drafts import Candidate
from hearsay_to_sqlite.attribution.nominal import INNER_PREPOSITIONS, LONGEST
from hearsay_to_sqlite.attribution.subjects import Subject
from hearsay_to_sqlite.attribution.tagging import Sentence

APPOSED = frozenset("DnUW")
"""Tags with which an apposition begins."""
ALONE = frozenset({"he", "she", "i", "we"})
"""Pronouns that nothing follows within their phrase."""


def right(sentence: Sentence, after: int) -> Subject | None:
    """The subject of an inverted cue (``said X, the head of Y``), beginning at token ``after``."""
    tags, low, size = sentence.tags, sentence.low, len(sentence.low)
    if after >= size or tags[after] not in "UDn#P'":
        return None
    if tags[after] == "P" and low[after] not in (
        "he",
        "she",
        "they",
        "one",
        "we",
        "many",
        "some",
        "i",
        "another",
    ):
        return None
    if tags[after] == "D" and low[after] == "that":
        return None
    at = after + 1 if low[after] in ALONE else _noun_phrase_end(sentence, after)
    while at > after and tags[at - 1] in "RDC" and not (tags[at : at + 1] == "W" and low[at - 1] == "one"):
        at -= 1
    if tags[at : at + 1] == "W":
        at = next((there for there in range(at, min(size, at + LONGEST)) if tags[there] in ",.;Q"), size)
    end = at
    if tags[end : end + 1] == "," and (tags[end + 1 : end + 2] in APPOSED or tags[end + 1 : end + 3] == "#,"):
        end = _apposition_end(sentence, end)
    return Subject(after, end, after, "inverted") if end > after else None


def verb_first(sentence: Sentence, candidate: Candidate) -> Subject | None:
    """``And said the minister that …``, ``Added the source: “…”``: the verb opens the sentence, as in Arabic."""
    tags, end = sentence.tags, candidate.end
    if candidate.kind not in "sd" or "q" not in candidate.verb.frames or tags[: candidate.group].strip("CB,"):
        return None
    if candidate.subject is not None or tags[end : end + 1] not in ("D", "U"):
        return None
    found = right(sentence, end)
    if found is None:
        return None
    at = adjuncts.before_speaker(sentence, found.end + (tags[found.end : found.end + 2] == ",R"))
    at += tags[at : at + 2] == ",S" and at > found.end
    opened = sentence.low[at : at + 1] in (["that"], [":"]) or tags[at : at + 2] == ",Q"
    return found._replace(boundary=at) if opened else None


def _noun_phrase_end(sentence: Sentence, start: int) -> int:
    """The token after the noun phrase that begins at ``start``, loose ends included."""
    tags, size = sentence.tags, len(sentence.low)
    at = start
    while at < size and at - start < LONGEST:
        if tags[at] in "DP" and at > start and tags[at - 1] in "Un#":
            break
        if tags[at] == "(":
            closed = tags.find(")", at)
            if closed < 0:
                break
            at = closed + 1
        elif _goes_on(sentence, at, start):
            at += 1
        else:
            break
    return at


def _goes_on(sentence: Sentence, at: int, start: int) -> bool:
    """Whether token ``at`` can be part of the noun phrase that began at ``start``."""
    tags, low = sentence.tags, sentence.low
    tag = tags[at]
    if tag in "Un#DX'P":
        return True
    if tag in "vG":
        before = tags[at - 1] if at > start else "^"
        return before in "Un" or (before == "D" and ("-" in low[at] or tags[at + 1 : at + 2] in ("U", "n")))
    if tag == "R":
        belongs = tags[at - 1] == "v" and tags[at + 1 : at + 2] == "D"
        return low[at] in INNER_PREPOSITIONS and (belongs or not _time_follows(sentence, at))
    if tag != "C" or tags[at - 1] not in "Un":
        return False
    return tags[at + 1 : at + 2] in ("U", "D") or low[at + 1 : at + 2] == ["others"]


def _time_follows(sentence: Sentence, at: int) -> bool:
    following = sentence.tags[at + 1 : at + 2]
    if following in ("G", "V"):
        return True
    return following == "T" or (
        sentence.low[at] in ("in", "on", "at", "during", "after") and following in ("D", "n")
    )


def _apposition_end(sentence: Sentence, comma: int) -> int:
    tags = sentence.tags
    for at in range(comma + 1, min(len(tags), comma + LONGEST)):
        if tags[at] in ",.;Q:-":
            return at
        if tags[at] in "VAv" and tags[comma + 1] != "W":
            return comma
    return comma
