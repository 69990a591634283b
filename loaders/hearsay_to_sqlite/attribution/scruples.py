"""Where a cue verb says less than it seems to: wishes, verbs that only soften another, contents that another verb ends."""

from __future__ import annotations

from hearsay_to_sqlite.attribution.drafts import Candidate
from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.vocabulary import words

SHORTEST_WISH = 4
"""Tokens of "to leave the town"."""
QUOTED = frozenset("Q'")
THIRD = frozenset({"he", "she", "it", "they"})


def only_repeats(sentence: Sentence, outer: Candidate, candidate: Candidate) -> bool:
    """``She said she believed that …``: one statement, whose verb of thought only softens it."""
    subject = candidate.subject
    if subject is None or subject.how != "pronoun" or outer.subject is None or "q" not in outer.verb.frames:
        return False
    if candidate.verb.lemma not in words("cues", "softening") or sentence.low[subject.start] not in THIRD:
        return False
    told = sentence.low[outer.end : subject.start]
    return told in ([], ["that"]) and not QUOTED.intersection(sentence.tags[candidate.end :])


def only_wants(sentence: Sentence, candidate: Candidate, end: int) -> bool:
    """``a supporter who wants to give``, ``the wall she wants to build``: no report, only what somebody is like or after."""
    if candidate.kind != "s" or sentence.wide or "q" in candidate.verb.frames:
        return False
    subject = candidate.subject
    relative = subject is None or subject.how == "relative"
    denied = sentence.low[candidate.group : candidate.group + 1] == ["no"]
    return relative or denied or end - candidate.end < SHORTEST_WISH


def clause_at_once(sentence: Sentence, start: int, end: int) -> bool:
    """``… to say they back the plan``: a subject and its verb, and nothing before them."""
    tags = sentence.tags
    verb = next((at for at in range(start, end) if tags[at] in "vVA,RSWCQG"), end)
    return start < verb < end and tags[verb] in "vVA" and tags[start] in "PUD"


def before_second_verb(sentence: Sentence, candidate: Candidate, start: int, end: int) -> int:
    """``denied the charges and accused her``: the content ends where its speaker does something else."""
    tags = sentence.tags
    for at in range(start, end - 1):
        if tags[at] in "vVAQNSW,:;":
            break
        if tags[at] == "C" and tags[at + 1] in "vV" and sentence.low[at + 1].endswith("ed"):
            return at if candidate.kind == "d" else end
    return end
