"""Which words of a copied sentence stand for which words of its original, whatever their order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hearsay_to_sqlite.clean.names import name_key
from hearsay_to_sqlite.clean.words import WORD, Word, stopwords
from hearsay_to_sqlite.compare.akin import phrases, root

LEAST_KEY = 2
"""So many letters of a name key make two capitalised words one name."""

NEAR = 2
"""Words of content so near on either side tell which of several like words is meant."""

BESIDE = 3
"""Words so near to words that stand for each other may stand in each other's place."""

SAME, OF_ONE_ROOT, OF_ONE_NAME, OF_ONE_MEANING = 4.0, 3.0, 2.5, 2.0
"""How much it counts that two words are the same, of one root, one name or one meaning; a phrase counts by its words."""

LEAST_PART = 4
"""A part of a word with a hyphen that has so many letters may stand for the whole ("ex-minister", "120-member")."""

Places = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words of the copy (``here``) and of the original (``there``), by their places, that stand for each other."""

    here: Places
    there: Places
    worth: float


@dataclass(frozen=True)
class Paired:
    """Two sentences, the copy's words ``here`` and the original's ``there``, and the links between them."""

    here: Sequence[Word]
    there: Sequence[Word]
    links: tuple[Link, ...]

    @cached_property
    def mates_here(self) -> Mapping[int, Places]:
        """For each linked place of the copy its places in the original."""
        return {place: link.there for link in self.links for place in link.here}

    @cached_property
    def mates_there(self) -> Mapping[int, Places]:
        """For each linked place of the original its places in the copy."""
        return {place: link.here for link in self.links for place in link.there}

    @cached_property
    def closeness(self) -> float:
        """The share of words of content that have a counterpart, in the one of the two where it is smaller."""
        sides = ((self.there, self.mates_there), (self.here, self.mates_here))
        shares = [
            sum(nth in mates for nth in own) / len(own) for words, mates in sides if (own := _content(words))
        ]
        return min(shares, default=0.0)

    def near(self, there: Iterable[int], here: Iterable[int], most: int = BESIDE) -> bool:
        """Whether words of the original and of the copy stand beside words that stand for each other, ``most`` words from them."""
        around = {place for own in there for place in range(own - most, own + most + 1)}
        told = {mate for place in around for mate in self.mates_there.get(place, ())}
        return any(mate - most <= own <= mate + most for own in here for mate in told)

    def alone_here(self) -> list[int]:
        """The places of the copy's words of content that stand for nothing in the original."""
        return [nth for nth in _content(self.here) if nth not in self.mates_here]

    def alone_there(self) -> list[int]:
        """The places of the original's words of content that nothing in the copy stands for."""
        return [nth for nth in _content(self.there) if nth not in self.mates_there]


def pair(here: Sequence[Word], there: Sequence[Word]) -> Paired:
    """Return which words stand for which; each is linked once, the surest first."""
    mine, theirs = _keys(here), _keys(there)
    around = _surroundings(here), _surroundings(there)
    found: dict[tuple[Places, Places], float] = {}
    for key, places in theirs.items():
        for one in places:
            for other in mine.get(key, ()):
                worth = _worth(key) * (len(one) + len(other)) / 2
                found[other, one] = max(found.get((other, one), 0.0), worth)
    scored = sorted(
        (-worth - 0.1 * len(around[0][other[0]] & around[1][one[0]]), abs(one[0] - other[0]), one, other)
        for (other, one), worth in found.items()
    )
    taken_here: set[int] = set()
    taken_there: set[int] = set()
    links = []
    for worth, _, one, other in scored:
        if taken_there.isdisjoint(one) and taken_here.isdisjoint(other):
            links.append(Link(other, one, -worth))
            taken_there.update(one)
            taken_here.update(other)
    return Paired(here, there, tuple(links))


def offset(own: Sequence[Word], text: str) -> int:
    """Return where a stretch ``text`` begins that has these words."""
    first = WORD.search(text)
    return own[0].start - first.start() if own and first else 0


def within(own: Sequence[Word], text: str, stretches: Iterable[tuple[int, int]]) -> Iterator[list[int]]:
    """Yield the places of the words in each of the stretches (start, end) of ``text`` that hold any."""
    begin = offset(own, text)
    starts = [word.start - begin for word in own]
    for start, end in stretches:
        places = list(range(bisect_left(starts, start), bisect_left(starts, end)))
        if places:
            yield places


Key = tuple[str, str | int]


def _worth(key: Key) -> float:
    return {"w": SAME, "r": OF_ONE_ROOT, "n": OF_ONE_NAME, "g": OF_ONE_MEANING, "G": OF_ONE_MEANING}[key[0]]


def _content(words: Sequence[Word]) -> list[int]:
    return [nth for nth, word in enumerate(words) if word.folded not in stopwords()]


def _keys(words: Sequence[Word]) -> dict[Key, list[Places]]:
    """For each thing that two words may have in common, the places where it is."""
    found: dict[Key, list[Places]] = {}
    for key, places in _found(words):
        held = found.setdefault(key, [])
        # A word that a sentence repeats without end is linked only so often.
        if len(held) < MOST_ALIKE:
            held.append(places)
    return found


MOST_ALIKE = 12


def _found(words: Sequence[Word]) -> Iterator[tuple[Key, Places]]:
    for nth in _content(words):
        word = words[nth]
        yield ("w", word.folded), (nth,)
        yield ("r", root(word.folded)), (nth,)
        if "-" in word.folded:
            for part in word.folded.split("-"):
                if len(part) >= LEAST_PART:
                    yield ("r", root(part)), (nth,)
        if word.capitalised:
            key = name_key(word.text)
            if len(key) >= LEAST_KEY:
                yield ("n", key), (nth,)
    for places, groups in phrases(words):
        # A name is not what it means.
        named = len(places) == 1 and words[places[0]].capitalised and places[0] > 0
        for group in groups:
            yield ("G" if named else "g", group), places


def _surroundings(words: Sequence[Word]) -> Mapping[int, frozenset[str]]:
    """For each place the roots of the words of content near it."""
    own = _content(words)
    roots = [root(words[nth].folded) for nth in own]
    around: dict[int, frozenset[str]] = {}
    at = 0
    for nth in range(len(words)):
        while at < len(own) and own[at] < nth:
            at += 1
        around[nth] = frozenset(roots[max(0, at - NEAR) : at + NEAR + 1])
    return around
