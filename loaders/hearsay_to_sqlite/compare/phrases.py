"""Finding the words and phrases of a list in a text, folded; the lists are those of ``vocabulary/changes.yml`` and ``vocabulary/contrasts/sides.yml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

from hearsay_to_sqlite.clean.words import Word
from hearsay_to_sqlite.vocabulary import read


def listed(key: str) -> frozenset[str]:
    """Return the words and phrases of one list."""
    return _listed(key)


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(read("changes")[key])


@cache
def opposites() -> Mapping[str, Sequence[tuple[int, int]]]:
    """Return for each word or phrase which matters it belongs to, and on which side of each."""
    known: dict[str, list[tuple[int, int]]] = {}
    for matter, sides_of in enumerate(read("contrasts/sides")):
        for side, phrases in enumerate(sides_of):
            for phrase in phrases:
                known.setdefault(phrase, []).append((matter, side))
    return known


def sides(words: Sequence[Word]) -> dict[int, dict[int, str]]:
    """Return the matters that the words are about, and of each the sides that they take, with the word that shows it."""
    taken: dict[int, dict[int, str]] = {}
    folded = {word.folded for word in words}
    there = [word for word in folded if word in opposites()]
    for phrase in sorted((*there, *found(words, _long_opposites()))):
        for matter, side in opposites()[phrase]:
            taken.setdefault(matter, {}).setdefault(side, phrase)
    return taken


@cache
def _long_opposites() -> frozenset[str]:
    return frozenset(phrase for phrase in opposites() if " " in phrase)


def found(words: Sequence[Word], phrases: Iterable[str]) -> dict[str, int]:
    """Return which of the phrases stand among the words, and at which word the first of each begins."""
    there: dict[str, int] = {}
    wanted = _by_first(frozenset(phrases))
    for nth, word in enumerate(words):
        for phrase, rest in wanted.get(word.folded, ()):
            if phrase not in there and rest == tuple(
                own.folded for own in words[nth + 1 : nth + 1 + len(rest)]
            ):
                there[phrase] = nth
    return there


@lru_cache(maxsize=256)
def _by_first(phrases: frozenset[str]) -> Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]:
    known: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for phrase in phrases:
        first, *rest = phrase.split()
        known.setdefault(first, []).append((phrase, tuple(rest)))
    return known
