"""Whether what stands left of a cue can be what somebody says: a clause or a quotation, and no occasion, place or name."""

from __future__ import annotations

from hearsay_to_sqlite.attribution import contents
from hearsay_to_sqlite.attribution.drafts import Candidate
from hearsay_to_sqlite.attribution.subjects import Subject
from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.vocabulary import words

MARKS = frozenset('"“«„')
QUOTED = frozenset("Q'")
LONG_ENOUGH = 7
"""Tokens. So much before ", he said" is a clause even where none of its verbs is known."""


def speakable(sentence: Sentence, candidate: Candidate, subject: Subject, before: int, at: int) -> bool:
    """Whether the tokens up to ``before`` can be said by ``subject``, whose tag ends before token ``at``."""
    tags = sentence.tags
    told_more = at > candidate.end and tags[candidate.end] in "nUDPS#" and "a" not in candidate.verb.frames
    told_more = told_more and subject.how != "inverted"
    if tags[before] == "," and told_more and _opens_only(tags[:before]):
        # "In a post on Monday, she said little, …"
        return False
    if (
        tags[before] == ","
        and not _clause_like(sentence, before)
        and not _half(sentence, candidate, subject, before, at)
    ):
        return False
    if not {"s", "n"} & {*candidate.verb.frames} and not QUOTED.intersection(
        tags[: before + 1] + tags[at : at + 2]
    ):
        # "Today, despite the talks, the town continues to hold out"
        return False
    return not _tells_members(sentence, candidate, subject, before, at)


def _half(sentence: Sentence, candidate: Candidate, subject: Subject, before: int, at: int) -> bool:
    """Whether what is no clause is half of one that goes on behind the tag."""
    tags, size = sentence.tags, len(sentence.low)
    # "The economy, he said, is bad": neither half is a clause, both together are.
    whole = at < size and tags[at] == "," and subject.how != "inverted" and finite(sentence, size, at)
    if whole and tags[subject.start] == "U" and _names_role(sentence, before, at):
        # "The leader of the party, Ann Smith, said, the road …": a speaker with an apposition, and then a clause.
        candidate.subject = subject._replace(start=0, boundary=0)
        candidate.boundary = 0
        return False
    halves = at < size and tags[at : at + 2] == ",Q" and sentence.low[0] in MARKS and tags[before - 1] == "'"
    # The measure, explained the minister, “is needed”: half a clause, and the other half quoted.
    quoted = (
        subject.how == "inverted" and tags[at : at + 2] == ",Q" and not contents.is_speech(sentence, at + 1)
    )
    return quoted or halves or (whole and tags[at + 1 : at + 2] != "Q")


def _tells_members(sentence: Sentence, candidate: Candidate, subject: Subject, before: int, at: int) -> bool:
    """Whether the speaker stands left of the cue, with an apposition, and those who are told behind it."""
    tags = sentence.tags
    named = (
        subject.how == "inverted" and candidate.subject is not None and candidate.subject.how == "apposition"
    )
    addressed = (
        "a" in candidate.verb.frames
        and tags[candidate.end : candidate.end + 1] == "D"
        and "Q" not in tags[:before]
    )
    aside = tags.find("W", 0, before)
    aside = -1 if tags[: max(0, aside)].strip("DUn'#X,") else aside
    told = "Q" in tags[:before] or (tags[at : at + 2] == ",Q" and not addressed)
    told = told or finite(sentence, before if aside < 0 else aside)
    # "Huma Smith, head of the guild, told members that …"
    return named and not told


def _opens_only(left: str) -> bool:
    """Whether what stands before a tag is a place, a time or an occasion, and no clause that somebody says."""
    return (
        left[:1] in ("R", "T", "B", "S", "G", "D") and "," not in left and "A" not in left and "Q" not in left
    )


def _names_role(sentence: Sentence, before: int, at: int) -> bool:
    """Whether what stands left of the comma at ``before`` is an office, and right of that at ``at`` a clause begins."""
    role = not words("roles", "people").isdisjoint(sentence.low[:before])
    return role and sentence.tags[at + 1 : at + 2] in ("D", "P")


def _clause_like(sentence: Sentence, end: int) -> bool:
    """Whether what stands left of a trailing cue can be said: it holds a verb or a quotation, and is no mere adjunct."""
    tags = sentence.tags[:end]
    if "Q" in tags:
        return True
    if tags[:1] in ("V", "G") and sentence.tags[end : end + 1] == ",":
        # "Asked about it, she said, …": the writer's own words.
        return False
    if (
        tags[:1] == "S"
        and tags.count(",") == 0
        and sentence.low[0] in ("after", "when", "while", "as", "before", "since")
    ):
        return False
    return finite(sentence, end) or (end > LONG_ENOUGH and tags.lstrip("BC,")[:1] not in ("R", "S", "G", "V"))


def finite(sentence: Sentence, end: int, start: int = 0) -> bool:
    """Whether a finite verb stands among the tokens ``start`` to ``end``."""
    return any(
        tag in "vA" or (tag == "V" and sentence.forms[at].kind != "g")
        for at, tag in enumerate(sentence.tags[start:end], start)
    )
