"""Whether a copy counts otherwise: another number, another bound, numbers in each other's place, or none any more."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations

from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.compare.finding import Finding
from hearsay_to_sqlite.compare.phrases import listed
from hearsay_to_sqlite.compare.polarity import negations
from hearsay_to_sqlite.compare.quantities import Quantity, quantities
from hearsay_to_sqlite.compare.wordpairs import Paired, offset

BOUNDS = {"at least": "low", "more than": "low", "at most": "high", "fewer than": "high"}
"""Qualifiers that say on which side of a number the count lies."""

BEHIND = re.compile(r"\W{1,3}(?:\w+\W+)?at (?:the )?(least|most)\b|\W{1,3}or (more|fewer|less)\b", re.ASCII)
AFTER = re.compile(r" (?:of (?:the )?)?([a-z]+)\b")
LABELLED = re.compile(r"[A-Z$£€¥#]\w*\.?\W{0,2}\Z")
"""What makes of a number the name, the date or the price of something: "Flight 12", "$ 12", "June 12"."""
YEAR = re.compile(r"(?:1[89]|20)\d\d")
UP_TO = re.compile(r"(?:up to|as (?:many|much|high|few|low) as)\b", re.IGNORECASE)
"""A bound that leaves open how many there are."""
WEAK = {"over": "low", "above": "low", "under": "high", "below": "high"}
"""Words that bound a number, and may be something else before it."""
MONEY = re.compile(
    r"\b(over|above|under|below|more than|at least|less than|fewer than|at most) [$£€]\Z", re.IGNORECASE
)
OF_MONEY = {**WEAK, **BOUNDS, "less than": "high"}
PERCENT = re.compile(r"\s?(?:%|per ?cent\b)", re.IGNORECASE)
PART = re.compile(r"\b(?:a|one) (third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\Z", re.IGNORECASE)

NEAR = 2
"""What is counted is one of so many words of content after its number."""

DENIED = 4
"""A negation so many words before a bound turns it round ("did not pay over")."""


def recounted(pair: Paired, text: str, other: str) -> Iterator[Finding]:
    """Yield ``number-changed`` where a copy ``text`` counts otherwise than its original ``other``.

    Where only "up to" was lost or gained it is a hedge.
    """
    mine, theirs = _Counted(pair.here, text), _Counted(pair.there, other)
    gained, lost = mine.without(theirs), theirs.without(mine)
    if not lost and not gained:
        yield from _exchanged(mine, theirs)
    replaced = list(_replaced(pair, (mine, gained), (theirs, lost)))
    yield from replaced
    if not replaced:
        yield from _uncounted("original", lost, theirs, pair.mates_there, mine)
        yield from _uncounted("copy", gained, mine, pair.mates_here, theirs)
    yield from _bounded(mine, theirs)
    yield from _share(pair, text, other)


class _Counted:
    """A stretch with its words and its numbers."""

    def __init__(self, own: Sequence[Word], text: str) -> None:
        self.words = own
        self.text = text
        self.offset = offset(own, text)
        self.numbers = quantities(text, self.offset, lone=True)

    def places(self, quantity: Quantity) -> tuple[int, ...]:
        return tuple(
            nth for nth, word in enumerate(self.words) if quantity.start <= word.start < quantity.end
        )

    def nouns(self, quantity: Quantity) -> Sequence[int]:
        """The places of the words of content after a number, as far as the next one."""
        return self._nouns[quantity.start]

    @cached_property
    def _nouns(self) -> Mapping[int, Sequence[int]]:
        content = [(nth, word.start) for nth, word in enumerate(self.words) if word.folded not in stopwords()]
        starts = [start for _, start in content]
        limits = [*(quantity.start for quantity in self.numbers[1:]), math.inf]
        found = {}
        for quantity, limit in zip(self.numbers, limits, strict=True):
            at = bisect_left(starts, quantity.end)
            found[quantity.start] = [nth for nth, start in content[at : at + NEAR] if start < limit]
        return found

    def readings(self, quantity: Quantity) -> frozenset[str]:
        """A number as it may be compared: a share of something is also so many per cent."""
        start, end = quantity.start - self.offset, quantity.end - self.offset
        found = {quantity.value}
        if quantity.low is not None and PERCENT.match(self.text, end):
            found.add(f"{quantity.low:g}%")
        if quantity.low and PART.search(self.text[max(0, start - 8) : end]):
            found.add(f"{100 / quantity.low:g}%")
        return frozenset(found)

    def side(self, quantity: Quantity) -> str | None:
        """On which side of a number the count lies, or ``open`` where it is only said how many there may be."""
        start, end = quantity.start - self.offset, quantity.end - self.offset
        if UP_TO.match(self.text, start):
            return "open"
        behind = BEHIND.match(self.text, end)
        if behind:
            return "low" if {behind.group(1), behind.group(2)} & {"least", "more"} else "high"
        before = MONEY.search(self.text, max(0, start - 16), start)
        side = BOUNDS.get(quantity.qualifier or "") or (
            OF_MONEY.get(before.group(1).lower()) if before else None
        )
        at = next((nth for nth, word in enumerate(self.words) if word.start >= quantity.start), 0)
        if quantity.qualifier == "more than" and any(
            at - DENIED <= nth < at for nth in negations(self.words)
        ):
            return "high"
        return side

    def weak(self, quantity: Quantity) -> bool:
        """Whether what bounds a number may be something else ("to win over two parties")."""
        start = quantity.start - self.offset
        return self.text[max(0, start) : start + 6].lower().split(" ")[0] in WEAK

    def without(self, other: _Counted) -> list[Quantity]:
        """The numbers that the other stretch does not have."""
        known = frozenset().union(*(other.readings(quantity) for quantity in other.numbers))
        return [quantity for quantity in self.numbers if not self.readings(quantity) & known]


def _replaced(
    pair: Paired, gained: tuple[_Counted, list[Quantity]], lost: tuple[_Counted, list[Quantity]]
) -> Iterator[Finding]:
    mine, theirs = gained[0], lost[0]
    for before in lost[1]:
        counted = {mate for noun in theirs.nouns(before) for mate in pair.mates_there.get(noun, ())}
        for after in gained[1]:
            same_noun = counted & set(mine.nouns(after))
            alone = len(lost[1]) == len(gained[1]) == 1
            # "One" may be a pronoun: only where it counts the same does it stand for a number.
            if _vague(before) or _vague(after):
                if (
                    {before.value, after.value} & listed("some_of")
                    or not same_noun
                    or _as_vague(before, after)
                ):
                    continue
            elif not same_noun and not (alone and "1" not in (before.value, after.value)):
                continue
            why = f"{before.value} became {after.value}"
            yield Finding("number-changed", why, mine.places(after), theirs.places(before))


def _vague(quantity: Quantity) -> bool:
    return quantity.low is None and not quantity.value[:1].isdigit()


def _as_vague(one: Quantity, other: Quantity) -> bool:
    """Whether of two numbers one is only said to be large, and they may be the same."""
    if _vague(one) and _vague(other):
        return {one.value, other.value} <= {"dozens", "scores"}
    return True


def _exchanged(mine: _Counted, theirs: _Counted) -> Iterator[Finding]:
    """Where two numbers now count what the other one counted, or lead where the other one led from."""
    now, was = _first(mine), _first(theirs)
    for one, other in combinations(sorted(now.keys() & was.keys()), 2):
        after = [frozenset(known[value].after) for known in (now, was) for value in (one, other)]
        kept = len(after[0] & after[2]) + len(after[1] & after[3])
        crossed = after[0] & after[3], after[1] & after[2]
        turned = _leads(mine, now[one]) and _leads(theirs, was[other]) and not _leads(mine, now[other])
        turned = turned or (
            _leads(mine, now[other]) and _leads(theirs, was[one]) and not _leads(mine, now[one])
        )
        if (all(crossed) and len(crossed[0]) + len(crossed[1]) > kept) or turned:
            here = mine.places(now[one]) + mine.places(now[other])
            there = theirs.places(was[one]) + theirs.places(was[other])
            yield Finding("number-changed", f"{one} and {other} have changed places", here, there)


def _leads(counted: _Counted, quantity: Quantity) -> bool:
    """Whether a number is where something starts from: "from five years to seven"."""
    start = quantity.start - counted.offset
    return counted.text[max(0, start - 5) : start].lower().endswith("from ")


def _first(counted: _Counted) -> dict[str, Quantity]:
    return {quantity.value: quantity for quantity in reversed(counted.numbers)}


def _bounded(mine: _Counted, theirs: _Counted) -> Iterator[Finding]:
    """Where a number is bounded from one side, and in the other text from the other one, or from none."""
    now, was = _first(mine), _first(theirs)
    for value in sorted(now.keys() & was.keys()):
        side, before = mine.side(now[value]), theirs.side(was[value])
        if side == before or value == "1":
            continue
        if {now[value].qualifier, was[value].qualifier} == {"only", "at most"}:
            continue
        if None in (side, before) and (mine.weak(now[value]) or theirs.weak(was[value])):
            continue
        places = mine.places(now[value]), theirs.places(was[value])
        if {side, before} == {"open", None}:
            kind, stands = ("hedge-lost", "original") if before else ("hedge-gained", "copy")
            yield Finding(kind, f"that it may be fewer than {value} stands only in the {stands}", *places)
        elif {side, before} != {"open", "high"}:
            yield Finding("number-changed", f"{value} bounds the count otherwise", *places)


def _uncounted(
    where: str,
    lost: Sequence[Quantity],
    told: _Counted,
    mates: Mapping[int, tuple[int, ...]],
    other: _Counted,
) -> Iterator[Finding]:
    """Where the things are there without the number that counted them; ``told`` is the text with it, and ``where`` which that is."""
    counted = {place for quantity in other.numbers for place in other.nouns(quantity)}
    for quantity in lost:
        nouns = told.nouns(quantity)[:1]
        there = set(mates.get(nouns[0], ())) if nouns else set()
        if (
            quantity.value == "1"
            or _vague(quantity)
            or any(place in mates for place in told.places(quantity))
        ):
            continue
        times = bool(nouns) and told.words[nouns[0]].folded == "times"
        single = any(place and other.words[place - 1].folded in ("a", "an") for place in there)
        measured = bool(nouns) and told.words[nouns[0]].folded in listed("measures")
        if times or (single and measured) or (there and not there & counted and _counts(told, quantity)):
            places = told.places(quantity)
            sides = ((), places) if where == "original" else (places, ())
            yield Finding("number-changed", f"{quantity.value} stands only in the {where}", *sides)


def _counts(told: _Counted, quantity: Quantity) -> bool:
    """Whether a number counts things, told in the plural after it: no year, price, share or part of a name."""
    end, start = quantity.end - told.offset, max(0, quantity.start - told.offset)
    following = AFTER.match(told.text, end)
    return (
        YEAR.fullmatch(quantity.value) is None
        and following is not None
        and following.group(1).endswith("s")
        and LABELLED.search(told.text, max(0, start - 24), start) is None
    )


def _share(pair: Paired, text: str, other: str) -> Iterator[Finding]:
    """Where a fraction of something is told in one of the two alone."""
    for there, here, where in ((pair.there, pair.here, "original"), (pair.here, pair.there, "copy")):
        fractions = [nth for nth, word in enumerate(there) if word.folded in listed("fractions")]
        told = {word.folded for word in here}
        vague = told & listed("some_of")
        if fractions and vague and not told & listed("fractions") and "per cent" not in text + other:
            sides = ((), tuple(fractions)) if where == "original" else (tuple(fractions), ())
            yield Finding(
                "number-changed", f"“{there[fractions[0]].text}” stands only in the {where}", *sides
            )
