"""Where the noun phrase begins that ends with a token, by the tags of its words.

Positions are token numbers of one ``Sentence``.
"""

from __future__ import annotations

from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.vocabulary import words

NOMINAL = frozenset("Un#X'G")
INNER_PREPOSITIONS = frozenset(
    {
        "of",
        "for",
        "at",
        "from",
        "in",
        "to",
        "with",
        "on",
        "by",
        "against",
        "near",
        "behind",
        "regarding",
        "concerning",
        "called",
        "named",
        "dubbed",
    }
)
LONGEST = 40
"""Tokens. A noun phrase is never longer; what seems to be is a sentence that was not understood."""


def phrase_left(sentence: Sentence, last: int) -> int:
    """Where the noun phrase that ends with token ``last`` begins."""
    tags = sentence.tags
    at, start = last, last + 1
    floor = max(-1, last - LONGEST)
    while at > floor:
        if tags[at] == ")" and at < last:
            at = open_paren(sentence, at)
            if at < 0:
                break
        elif not _belongs(sentence, at, last):
            break
        start = at
        if tags[at] in "DP" and _begins(sentence, at):
            break
        at -= 1
    return _without_leading(sentence, start, last, at)


def _belongs(sentence: Sentence, at: int, last: int) -> bool:
    """Whether token ``at`` can be part of the noun phrase to its right."""
    tags, low = sentence.tags, sentence.low
    tag = tags[at]
    before = tags[at - 1] if at else "^"
    if tag in NOMINAL or tag == "D":
        return True
    if tag == "P":
        return at == last or tags[at + 1] == "R"
    if tag == "B":
        return before in "DC"
    if tag == "T":
        return at < last and tags[at + 1] == "X"
    if tag == "R":
        share = low[at - 1 : at + 1] == ["one", "in"]
        return low[at] in INNER_PREPOSITIONS and (
            share or _nominal(tags, at - 1) or participle(sentence, at - 1)
        )
    if tag == "C":
        return low[at] in ("and", "or") and _nominal(tags, at - 1)
    return tag in "vV" and (before in "DX" or (tags[at + 1 : at + 2] == "R" and participle(sentence, at)))


def participle(sentence: Sentence, at: int) -> bool:
    """Whether the token qualifies the noun before it: "people briefed on the move", "groups linked to the party"."""
    return (
        at > 0
        and sentence.tags[at] in "vV"
        and (sentence.low[at].endswith("ed") or sentence.low[at] in words("grammar", "speaking"))
        and _nominal(sentence.tags, at - 1)
    )


def _begins(sentence: Sentence, at: int) -> bool:
    """Whether a determiner or pronoun opens the whole phrase, and not only a part behind "of" or "and"."""
    tags, low = sentence.tags, sentence.low
    if at == 0:
        return True
    before = tags[at - 1]
    if before == "D" or (before == "G" and tags[at - 2] == "n"):
        # "members attending the fair"
        return False
    if before == "C":
        return not _nominal(tags, at - 2)
    inner = before == "R" and low[at - 1] in INNER_PREPOSITIONS
    # "one in three"
    share = low[at - 2 : at] == ["one", "in"]
    return not (inner and (share or _nominal(tags, at - 2) or participle(sentence, at - 2)))


def _nominal(tags: str, at: int) -> bool:
    return at >= 0 and tags[at] in "Un#X'P)"


def open_paren(sentence: Sentence, at: int) -> int:
    for back in range(at - 1, max(-1, at - 12), -1):
        if sentence.tags[back] == "(":
            return back
    return -1


def _without_leading(sentence: Sentence, start: int, last: int, stopped: int) -> int:
    """Cuts what cannot begin a subject, and what a verb before a coordination shows to be its object."""
    tags = sentence.tags
    while start < last and tags[start] in "CRB'":
        start += 1
    if stopped >= 0 and tags[stopped] in "vVAG":
        joint = tags.rfind("C", start, last)
        if joint >= 0:
            start = joint + 1
    return start
