"""What a sentence became in a copy: which kind of change, and the words that show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from hearsay_to_sqlite.clean.words import Word, stopwords, words
from hearsay_to_sqlite.vocabulary import read

QUOTED = re.compile(r"[“«\"]([^”»\"\n]{2,400})[”»\"]")

SAME = 0.999
"""Two sentences whose folded words agree to this share are the same."""

QUOTE_ALIKE = 0.6
"""Quoted words that agree less than this (ratio of matching words) have been altered."""


@dataclass(frozen=True, slots=True)
class Change:
    """A kind of change between two aligned stretches, why it was called that, and the words that differ.

    ``diff`` lists ``(operation, start, end, copied_start, copied_end)`` in code points of the two texts, with the
    operations of ``difflib``: replace, delete (stands only in the original), insert (stands only in the copy).
    """

    kind: str
    why: str
    diff: tuple[tuple[str, int, int, int, int], ...]


def classify(here: tuple[Word, ...], there: tuple[Word, ...], text: str, other: str) -> Change:
    """Return the gravest change between a copy's words ``here`` and the original's words ``there``.

    ``text`` and ``other`` are the two stretches, for their quotation marks. The order in which kinds are tried is
    the order in which they change what a reader takes away.
    """
    diff = tuple(_diff(here, there))
    for kind, why in _grave(here, there, text, other):
        return Change(kind, why, diff)
    if not diff or _ratio(here, there) >= SAME:
        return Change("same", "the same words", diff)
    return Change("reworded", "other words, no sign of another meaning", diff)


def _grave(
    here: tuple[Word, ...], there: tuple[Word, ...], text: str, other: str
) -> Iterator[tuple[str, str]]:
    mine, theirs = _numbers(here), _numbers(there)
    if mine != theirs and mine and theirs and not (mine <= theirs or theirs <= mine):
        yield "number-changed", f"{_listed(theirs)} became {_listed(mine)}"
    for key, gained, lost in (
        ("negations", "negation-changed", "negation-changed"),
        ("hedges", "hedge-gained", "hedge-lost"),
    ):
        mine, theirs = _marked(here, key), _marked(there, key)
        if mine and not theirs:
            yield gained, f"{_listed(mine)} stands only in the copy"
        if theirs and not mine:
            yield lost, f"{_listed(theirs)} stands only in the original"
    yield from _quotes(text, other)


def _quotes(text: str, other: str) -> Iterator[tuple[str, str]]:
    mine = [words(quote) for quote in QUOTED.findall(text)]
    theirs = [words(quote) for quote in QUOTED.findall(other)]
    for quote in theirs:
        if quote and max((_ratio(own, quote) for own in mine), default=0.0) < QUOTE_ALIKE:
            yield "quote-changed", f"quoted words altered or gone: {quote[0].text} …"


@cache
def _vocabulary() -> tuple[dict[str, int], dict[str, frozenset[str]]]:
    data = read("changes")
    return data["numbers"], {key: frozenset(data[key]) for key in ("hedges", "negations")}


def _numbers(found: tuple[Word, ...]) -> frozenset[str]:
    """Return the numbers among the words; "one" is left out, because it is more often a pronoun."""
    values, _ = _vocabulary()
    numbers = set()
    for word in found:
        if word.folded.isdigit():
            numbers.add(word.folded.lstrip("0") or "0")
        elif word.folded in values and word.folded not in ("one", "first", "second", "single"):
            numbers.add(str(values[word.folded]))
    return frozenset(numbers)


def _marked(found: tuple[Word, ...], key: str) -> frozenset[str]:
    return frozenset(word.folded for word in found) & _vocabulary()[1][key]


def _listed(values: frozenset[str]) -> str:
    return ", ".join(sorted(values))


def _ratio(here: tuple[Word, ...], there: tuple[Word, ...]) -> float:
    return _matcher(here, there).ratio()


def _matcher(here: tuple[Word, ...], there: tuple[Word, ...]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [word.stem for word in there], [word.stem for word in here], autojunk=False)


def _diff(here: tuple[Word, ...], there: tuple[Word, ...]) -> Iterator[tuple[str, int, int, int, int]]:
    for operation, a, b, c, d in _matcher(here, there).get_opcodes():
        if operation == "equal" or (_only_small(there[a:b]) and _only_small(here[c:d])):
            continue
        yield operation, *_stretch(here, c, d), *_stretch(there, a, b)


def _only_small(found: tuple[Word, ...]) -> bool:
    _, marks = _vocabulary()
    return all(
        word.folded in stopwords() and word.folded not in marks["negations"] | marks["hedges"]
        for word in found
    )


def _stretch(found: tuple[Word, ...], first: int, last: int) -> tuple[int, int]:
    if first < last:
        return found[first].start, found[last - 1].end
    at = found[first].start if first < len(found) else found[-1].end if found else 0
    return at, at
