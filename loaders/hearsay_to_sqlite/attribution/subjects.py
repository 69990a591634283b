"""Who does the saying: the noun phrase left or right of a cue, across appositions, relatives and insertions.

Positions are token numbers of one ``Sentence``; ends are exclusive.
"""

from __future__ import annotations

from typing import NamedTuple

from hearsay_to_sqlite.attribution import nominal
from hearsay_to_sqlite.attribution.tagging import Sentence

NAMING = frozenset({"called", "named", "dubbed", "nicknamed"})
ASIDE = ("ed", "ing")
DAYTIMES = frozenset({"morning", "noon", "afternoon", "evening", "night"})
BELONGING = frozenset({"of", "from", *NAMING})
"""Prepositions of phrases behind a name that belong to it: "Ann Smith, of the harbour office, said"."""
MAX_PIECES = 4
FAR = 100
"""Tokens. A main clause whose verb stands further from the sentence's beginning is not looked for."""


class Subject(NamedTuple):
    """A source: its tokens, the token where its clause begins, and how it was found."""

    start: int
    end: int
    boundary: int
    how: str


def verb_group(sentence: Sentence, cue: int) -> int:
    """Where the verb group of a cue begins: over auxiliaries, negations and adverbs."""
    tags, start = sentence.tags, cue
    while start > 0 and tags[start - 1] in "ANB" and cue - start < 6:
        start -= 1
    # "Then, later he said": adverbs at the head belong to the clause, not to the verb group.
    while start < cue and tags[start] == "B" and (start == 0 or tags[start - 1] in ",SC"):
        start += 1
    if start > 1 and sentence.low[start - 1] == "to" and start == cue:
        start -= 1
    if start > 1 and sentence.low[start - 1 : start + 1] == ["no", "longer"]:
        start -= 1
    # "The poll has, however, revealed"
    if start == cue and start > 4 and tags[start - 4 : start] == "A,B,":
        start -= 4
    return start


def left(sentence: Sentence, group: int) -> Subject | None:
    """The subject before a verb group, or None when none stands there."""
    tags = sentence.tags
    at = group - 1
    if at < 0:
        return None
    while at > 0 and tags[at] == "'" and sentence.low[at] != "%":
        at -= 1
    while at > 0 and tags[at] == "B":
        at -= 1
    at = _past_participle(sentence, at)
    tag = tags[at]
    if tag == "v" and at > 0 and tags[at - 1] == "D":
        # "those surveyed said"
        return Subject(at - 1, at + 1, _boundary(sentence, at - 1), "adjacent")
    if tag == ")":
        opened = nominal.open_paren(sentence, at)
        if sentence.low[opened] == "[" and (opened == 0 or tags[opened - 1] == "D"):
            # "The [mayor] said": an editor's word in the place of another.
            start = opened - (opened > 0)
            return Subject(start, at + 1, _boundary(sentence, start), "adjacent")
        if opened > 0:
            at, tag = opened - 1, tags[opened - 1]
    if tag == "W":
        return _relative(sentence, at)
    named = at - 1 - (tags[at - 1 : at + 2] == ",SA")
    if tag == "S" and sentence.low[at] == "that" and named >= 0 and tags[named] in "Un":
        return Subject(min(nominal.phrase_left(sentence, named), named), at + 1, at, "relative")
    if tag == "P":
        return Subject(at, at + 1, _boundary(sentence, at), "pronoun")
    if tag in nominal.NOMINAL or tag == "D":
        start = nominal.phrase_left(sentence, at)
        if start > at:
            return None
        start = _with_place(sentence, start)
        if start > 2 and tags[start - 1] in "vV":
            clause = _past_relative(sentence, start, at)
            if clause is not None:
                return clause
        return Subject(start, at + 1, _boundary(sentence, start), "adjacent")
    if tag in ",-":
        return _apposition(sentence, at)
    return None


def _past_relative(sentence: Sentence, start: int, last: int) -> Subject | None:
    """``Members who praised his plan warned``: the object of a relative clause is no subject of what follows it."""
    tags = sentence.tags
    who = max(tags.rfind("W", 0, start), -1)
    if who < 1 or tags[who - 1] not in "Un" or any(tag in "PUnD,;:Q-SC" for tag in tags[who + 1 : start]):
        return None
    first = nominal.phrase_left(sentence, who - 1)
    return None if first >= who else Subject(first, last + 1, _boundary(sentence, first), "adjacent")


def _with_place(sentence: Sentence, start: int) -> int:
    """Where a subject begins that a place of two names seems to cut: "Candidate Smith in Newport, Wales said"."""
    tags = sentence.tags
    if start < 4 or tags[start - 2 : start + 1] != "U,U" or tags[start - 3] != "R":
        return start
    whole = nominal.phrase_left(sentence, start - 2)
    return whole if whole < start - 3 and not tags[:whole].strip("CB") else start


def _past_participle(sentence: Sentence, at: int) -> int:
    """Left over what may stand between a subject and its verb: a day, "filed Thursday", "to be published today"."""
    tags, here = sentence.tags, at
    if sentence.low[here] in DAYTIMES and tags[here - 1] == "T":
        here -= 1
    while here > 0 and (
        tags[here] == "T"
        or (tags[here] in "#R" and at > here and tags[here + 1] == "T")
        or (tags[here] == "#" and tags[here - 1] == "T")
    ):
        here -= 1
    if here == at:
        return at
    if tags[here] == "v" and here > 0:
        here -= 1
        while here > 0 and (tags[here] == "A" or sentence.low[here] == "to"):
            here -= 1
    return here if tags[here] in nominal.NOMINAL else at


def _relative(sentence: Sentence, who: int) -> Subject | None:
    at = who - 1
    # "…, which suggests": without a name before the comma, "which" takes up the whole clause.
    if sentence.low[who] == "which" and at > 0 and sentence.tags[at] == "," and sentence.tags[at - 1] != "U":
        return None
    while at >= 0 and sentence.tags[at] in ",R-" and who - at < 4:
        at -= 1
    if at < 0 or sentence.tags[at] not in "Un#P)'":
        return Subject(who, who + 1, who, "relative")
    return Subject(min(nominal.phrase_left(sentence, at), who), who + 1, who, "relative")


def _boundary(sentence: Sentence, start: int) -> int:
    """The token where the clause with this subject begins: its conjunction, and a comma before that, included."""
    at = start
    while at > 0 and sentence.tags[at - 1] in "CSB" and start - at < 3:
        at -= 1
    return at


def _apposition(sentence: Sentence, comma: int) -> Subject | None:
    """``X, the head of Y, said`` and ``X, in a tweet, said``: goes left over pieces until one can be the subject."""
    tags = sentence.tags
    end, right = comma, comma
    best: int | None = None
    for _ in range(MAX_PIECES):
        begin = right
        # "Smith, who called it “…”, said"
        begin -= tags[begin - 1] == "Q"
        while begin > 0 and tags[begin - 1] not in ",;Q-:" and right - begin < nominal.LONGEST:
            begin -= 1
        piece = tags[begin:right]
        if piece.strip("Q") == "" or (piece[-1] == "Q" and piece[0] not in "WVGv"):
            break
        if piece == "S" and sentence.low[begin] == "though":
            end = right = begin - 1
            continue
        clause = begin
        joint = piece.rfind("S")
        if piece[0] in "CS":
            clause = begin + 1
            piece = piece[1:]
        elif (
            joint > 0
            and piece[0] != "W"
            and sentence.low[begin + joint] in ("after", "because", "when", "before")
        ):
            # "The clashes came after supporters of the list, which lost, threatened …"
            clause = begin + joint + 1
            piece = piece[joint + 1 :]
        if not piece or sentence.low[clause] == "according":
            break
        clauses = piece.split("W")[0]
        has_verb = any(
            tag in "vVA"
            and not _describes(sentence, clause + at)
            and not (piece[at + 1 : at + 2] == "R" and nominal.participle(sentence, clause + at))
            for at, tag in enumerate(clauses)
        )
        if piece[0] == "W":
            pass
        elif (
            piece[0] in "vVG"
            and sentence.low[clause] not in NAMING
            and (sentence.low[clause].endswith(ASIDE) or piece[:2] == "vR")
        ):
            # "The guard, asked about it, said": no part of the name.
            if best is not None:
                break
            end = begin - 1
        elif (
            sentence.low[begin] in ("after", "before", "since", "until") and not has_verb and right == end
        ) or (piece[0] == "R" and sentence.low[clause] not in BELONGING and clause == begin and right == end):
            # "The mayor, in a statement on Monday, said"
            end = begin - 1
        elif has_verb:
            # A verb in a plain piece: its last noun phrase may still be the subject ("says X, the head of Y, …").
            break
        elif piece[0] in "UDn#P":
            best = nominal.phrase_left(sentence, right - 1) if piece[0] not in "UDP" else clause
        if clause != begin or begin == 0 or tags[begin - 1] != ",":
            break
        right = begin - 1
    if best is None or best >= end:
        return None
    best = _skip_time(sentence, best, end)
    return Subject(best, end, _boundary(sentence, best), "apposition")


def _describes(sentence: Sentence, at: int) -> bool:
    """Whether a form is part of what somebody is, and no verb: "a creative writing professor", "a self-described fan"."""
    form = sentence.forms.get(at)
    return "-" in sentence.low[at] or (
        form is not None and form.kind == "g" and sentence.tags[at - 1] in "Dn"
    )


def _skip_time(sentence: Sentence, start: int, end: int) -> int:
    while start < end - 1 and sentence.tags[start] in "T#B,":
        start += 1
    return start


def of_sentence(sentence: Sentence, before: int) -> Subject | None:
    """The subject of the main clause: the noun phrase before the first finite verb left of ``before``."""
    tags = sentence.tags
    for at in range(min(before, FAR)):
        if tags[at] in "VvA" and at > 0:
            if tags[at] in "Vv" and sentence.low[at].endswith("ing"):
                continue
            found = left(sentence, verb_group(sentence, at))
            if found is not None and found.how != "relative" and found.end > found.start:
                return found
    return None
