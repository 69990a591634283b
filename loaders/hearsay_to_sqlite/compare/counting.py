"""Whether a copy counts otherwise: another number, another bound, numbers in each other's place, or none any more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from hearsay_to_sqlite.clean.words import WORD, Word
from hearsay_to_sqlite.compare.phrases import listed
from hearsay_to_sqlite.compare.quantities import Quantity, quantities

Found = Iterator[tuple[str, str]]

BOUNDS = {"at least": "low", "more than": "low", "at most": "high", "fewer than": "high"}
"""Qualifiers that say on which side of a number the count lies."""

BEHIND = re.compile(r"\W{1,3}(?:\w+\W+)?at (?:the )?(least|most)\b|\W{1,3}or (more|fewer|less)\b", re.ASCII)
AFTER = re.compile(r" (?:of (?:the )?)?([a-z]+)\b")
LABELLED = re.compile(r"[A-Z$£€¥#]\w*\.?\W{0,2}\Z")
"""What makes of a number the name, the date or the price of something: "Flight 12", "$ 12", "June 12"."""
YEAR = re.compile(r"(?:1[89]|20)\d\d")


def recounted(
    text: str,
    other: str,
    own: tuple[Sequence[Word], Sequence[Word]],
    replaced: Sequence[tuple[int, int, int, int]],
) -> Found:
    """Yield ``number-changed`` where a copy ``text`` counts otherwise than its original ``other``.

    ``own`` are the words of the two, with offsets of their own; ``replaced`` as for ``naming.renamed``.
    """
    mine, theirs = (
        quantities(whole, _offset(found, whole), lone=True)
        for whole, found in zip((text, other), own, strict=True)
    )
    gained, lost = _without(mine, theirs), _without(theirs, mine)
    if not lost and not gained:
        yield from _exchanged(mine, theirs)
    yield from _replaced(gained, lost, replaced)
    yield from _bounded((text, mine), (other, theirs), own)
    yield from _uncounted(lost, (other, _offset(own[1], other), "original"), mine, own[0])
    yield from _uncounted(gained, (text, _offset(own[0], text), "copy"), theirs, own[1])
    yield from _share(text, other, own)


def _offset(own: Sequence[Word], text: str) -> int:
    """Where a stretch begins that has these words."""
    first = WORD.search(text)
    return own[0].start - first.start() if own and first else 0


def _without(some: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    values = {quantity.value for quantity in others}
    return [quantity for quantity in some if quantity.value not in values]


def _replaced(
    gained: Sequence[Quantity], lost: Sequence[Quantity], replaced: Sequence[tuple[int, int, int, int]]
) -> Found:
    for before in lost:
        for after in gained:
            same_noun = before.after[:1] == after.after[:1] != ()
            in_place = any(
                start <= after.end <= end and copied_start <= before.end <= copied_end
                for start, end, copied_start, copied_end in replaced
            )
            # "One" may be a pronoun: only where it counts the same does it stand for a number.
            if same_noun or (in_place and "1" not in (before.value, after.value)):
                yield "number-changed", f"{before.value} became {after.value}"


def _exchanged(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> Found:
    """Where two numbers now count what the other one counted."""
    now = {quantity.value: frozenset(quantity.after) for quantity in mine}
    was = {quantity.value: frozenset(quantity.after) for quantity in theirs}
    for one, other in combinations(sorted(now), 2):
        kept = len(now[one] & was[one]) + len(now[other] & was[other])
        if len(now[one] & was[other]) + len(now[other] & was[one]) > kept:
            yield "number-changed", f"{one} and {other} have changed places"


def _bounded(
    mine: tuple[str, Sequence[Quantity]],
    theirs: tuple[str, Sequence[Quantity]],
    own: tuple[Sequence[Word], Sequence[Word]],
) -> Found:
    """Where a number that was the least there is has become the most, or the other way round."""
    now, was = (
        {quantity.value: _side(whole, quantity, _offset(found, whole)) for quantity in numbers}
        for (whole, numbers), found in zip((mine, theirs), own, strict=True)
    )
    for value in sorted(now.keys() & was.keys()):
        if {now[value], was[value]} == {"low", "high"}:
            yield "number-changed", f"{value} bounds the count from the other side"


def _side(text: str, quantity: Quantity, offset: int) -> str | None:
    behind = BEHIND.match(text, quantity.end - offset)
    if behind:
        return "low" if {behind.group(1), behind.group(2)} & {"least", "more"} else "high"
    return BOUNDS.get(quantity.qualifier or "")


def _uncounted(
    lost: Sequence[Quantity], told: tuple[str, int, str], others: Sequence[Quantity], own: Sequence[Word]
) -> Found:
    """Where the things are there without the number that counted them; ``told`` is the text with it, and which that is."""
    text, offset, where = told
    stems = {word.stem for word in own}
    counted = {stem for quantity in others for stem in quantity.after[:2]}
    for quantity in lost:
        noun = quantity.after[:1]
        if quantity.value != "1" and noun and noun[0] in stems - counted and _counts(text, quantity, offset):
            yield "number-changed", f"{quantity.value} stands only in the {where}"


def _counts(text: str, quantity: Quantity, offset: int) -> bool:
    """Whether a number counts things, told in the plural after it: no year, price, share or part of a name."""
    at = quantity.end - offset
    following = AFTER.match(text, at)
    start = max(0, quantity.start - offset)
    return (
        YEAR.fullmatch(quantity.value) is None
        and following is not None
        and following.group(1).endswith("s")
        and LABELLED.search(text, max(0, start - 24), start) is None
    )


def _share(text: str, other: str, own: tuple[Sequence[Word], Sequence[Word]]) -> Found:
    """Where a fraction of something is told in one of the two alone."""
    for (one, there), (another, here), where in (
        ((other, own[1]), (text, own[0]), "original"),
        ((text, own[0]), (other, own[1]), "copy"),
    ):
        fractions = [word.folded for word in there if word.folded in listed("fractions")]
        told = {word.folded for word in here}
        vague = told & listed("some_of")
        if fractions and vague and not told & listed("fractions") and "per cent" not in another + one:
            yield "number-changed", f"“{fractions[0]}” stands only in the {where}"
