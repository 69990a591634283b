"""Which of many texts say the same: near neighbours by their rarest words, compared as a whole, joined by average link."""

from __future__ import annotations

import math
from array import array
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import lru_cache
from heapq import nsmallest
from itertools import islice
from typing import Protocol

from hearsay_to_sqlite.records import Each
from hearsay_to_sqlite.resolve.matching import terms
from hearsay_to_sqlite.resolve.matching.components import Components
from hearsay_to_sqlite.resolve.matching.linkage import groups
from hearsay_to_sqlite.resolve.matching.postings import Postings
from hearsay_to_sqlite.resolve.matching.shelf import Block, Shelf, likenesses, there
from hearsay_to_sqlite.resolve.matching.spool import Pair, Pairs, Spool
from hearsay_to_sqlite.resolve.matching.weighing import Beside, Counts, Scale, Weighed, counted, stems_of

ALIKE = 0.16
"""Mean likeness from which on two groups are one; from .14 to .20 B³ F1 on the dev set stays within .01."""

SURE = 0.3
"""The same where wrong company is worse than none: from here on B³ precision on the dev set is .986."""

MEANING = 0.4
"""Share of the likeness in meaning, where a model is asked: .3 did as well on the dev set, .5 was lower by .01."""

ALIKE_IN_MEANING = 0.28
"""ALIKE where a model is asked."""

COMMON = 200
"""A term that stands in more texts brings none together; it still counts when two are compared."""

NEAR = 50
"""Neighbours of a text that are compared with it, those that share most first: what bounds memory."""

TOGETHER = 20_000
"""Texts that are grouped at once, which bounds memory: where more are held together, the least alike pairs are let go."""

BLOCK = 16
"""Texts that are given to another process at once, each with those to be held beside it."""

COMPARED = 10
"""Members of a cluster that each is compared with for its score."""

REMEMBERED = 8_192
"""Different texts of a cluster whose score is remembered."""


def neighbours(texts: Iterable[tuple[str, str]], new: Mapping[str, str]) -> tuple[set[str], Counts]:
    """Return the ids of ``texts`` that are near to one of the ``new`` (words by id), and the counts of all texts.

    Holds the vocabulary, and only the texts that share a rare term with a new one. Near is as alike as ``SURE``.
    """
    wanted = {name: terms.words(words) for name, words in new.items()}
    postings: dict[str, list[str]] = {term: [] for words in wanted.values() for term in stems_of(words)}
    same = {tuple(words) for words in wanted.values()}
    found: set[str] = set()
    seen: set[int] = set()
    kept: dict[str, tuple[str, ...]] = {}

    def passed() -> Iterator[tuple[str, ...]]:
        for name, text in texts:
            words = tuple(terms.words(text))
            if words in same:
                found.add(name)
            if hash(words) not in seen:
                seen.add(hash(words))
                for term in stems_of(words) & postings.keys():
                    if len(postings[term]) <= COMMON:
                        postings[term].append(name)
                        kept[name] = words
            yield words

    counts = counted(passed())
    scale = Scale(counts)
    for words in wanted.values():
        shared: dict[str, float] = defaultdict(float)
        for term in sorted(stems_of(words)):
            if len(postings[term]) <= COMMON:
                for name in postings[term]:
                    shared[name] += counts.term(term)
        own = Beside(scale, scale.weighed(words))
        nearest = sorted(shared, key=lambda name: (-shared[name], name))[:NEAR]
        # A mean of so much needs at least one pair of so much.
        found.update(name for name in nearest if own.likeness(scale.weighed(kept[name]), SURE) >= SURE)
    return found, counts


class Closeness:
    """Tells how close the members of a cluster are to one another."""

    def __init__(self, counts: Counts) -> None:
        self._scale = Scale(counts)

    def of(self, lines: Iterable[str]) -> Iterator[float]:
        """Yield for each of several lines of folded words its mean likeness to the others, at most ``COMPARED`` of these.

        Asks for a line when that of the one before was taken.
        """
        rest = iter(lines)
        heard = [tuple(line.split()) for line in islice(rest, COMPARED + 1)]
        weighed = [self._scale.weighed(own) for own in heard]
        for n, own in enumerate(heard):
            others = [(other, weighed[m]) for m, other in enumerate(heard) if m != n]
            yield self._mean(own, weighed[n], others)
        others = list(zip(heard, weighed, strict=True))[:COMPARED]

        @lru_cache(REMEMBERED)
        def mean(line: str) -> float:
            # Members of the same words stand alike to all the others.
            own = tuple(line.split())
            return self._mean(own, self._scale.weighed(own), others)

        yield from map(mean, rest)

    def _mean(
        self, own: tuple[str, ...], mine: Weighed, others: Sequence[tuple[tuple[str, ...], Weighed]]
    ) -> float:
        beside = Beside(self._scale, mine)
        alike = [1.0 if own == other else beside.likeness(weighed) for other, weighed in others]
        return math.fsum(alike) / len(alike)


class Meanings(Protocol):
    """Tells how near some texts are to one another in meaning; each is known by its place."""

    def cosine(self, one: int, other: int) -> float:
        """Return how near two are, 0 to 1."""

    def before(self, n: int, most: int) -> Sequence[int]:
        """Return those before ``n`` that are nearest to it, at ``most`` so many."""


def clusters(
    texts: Iterable[tuple[str, str]],
    least: float = ALIKE,
    among: Callable[[Sequence[str]], Meanings] | None = None,
) -> dict[str, str]:
    """Return for each id of ``(id, text)`` the id that its cluster is called by: the smallest of its members.

    ``least`` is the mean likeness from which on two groups are one.
    ``among`` makes what compares texts by meaning too.
    Depends on the texts alone, not on their order. Texts of the same words are one text; texts without words are alone.
    """
    ids: dict[tuple[str, ...], list[str]] = defaultdict(list)
    said: dict[tuple[str, ...], str] = {}
    alone: dict[str, str] = {}
    for name, text in texts:
        words = tuple(terms.words(text))
        if words:
            ids[words].append(name)
            said[words] = min(text, said.get(words, text))
        else:
            alone[name] = name
    kept = sorted(ids)
    counts = counted(kept)
    meanings = among([said[words] for words in kept]) if among and kept else None
    found = list(grouped(kept, counts, least, meanings))
    together = {n for group in found for n in group}
    for group in (*found, *([n] for n in range(len(kept)) if n not in together)):
        names = [name for n in group for name in ids[kept[n]]]
        alone.update(dict.fromkeys(names, min(names)))
    return alone


def grouped(
    texts: Iterable[Sequence[str]],
    counts: Counts,
    least: float,
    meanings: Meanings | None = None,
    each: Each = map,
) -> Iterator[list[int]]:
    """Yield the groups of texts, given as folded words, all different and in order; each text is known by its place.

    What is alone is left out, or a group by itself. ``counts`` are those of the collection, or of a larger one that the
    texts are of. More than ``TOGETHER`` texts are never one group. ``each`` maps over what is compared, perhaps on
    several cores.
    """
    scale = Scale(counts)
    with closing(Spool(map(scale.weighed, texts))) as weighed, closing(Pairs()) as pairs:
        shelf = Shelf(weighed.all(), scale) if each is not map and there() else None
        near = _Near(scale, weighed, counts, shelf, each)
        if meanings is None:
            pairs.add(_telling_pairs(near, least))
        else:
            pairs.add(_meant_pairs(near, meanings))
        held = Components(weighed.size, pairs.best_first(least), TOGETHER)
        if meanings is None:
            pairs.add(_other_pairs(near, held, least))
        yield from _linked(pairs, held, least)


def _linked(pairs: Pairs, held: Components, least: float) -> Iterator[list[int]]:
    """Group the texts that stand in a pair: those by themselves that pairs of ``least`` hold together, however far."""
    for found in pairs.by_group(held.head):
        ones, others, likeness = array("I"), array("I"), array("d")
        for one, other, alike in found:
            ones.append(one)
            others.append(other)
            likeness.append(alike)
        places = sorted({*ones, *others})
        number = {place: n for n, place in enumerate(places)}
        own = (
            (number[one], number[other], alike)
            for one, other, alike in zip(ones, others, likeness, strict=True)
        )
        for group in groups(len(places), own, least):
            yield [places[n] for n in group]


class _Near:
    """Tells which texts share most weight of rare terms."""

    def __init__(
        self, scale: Scale, weighed: Spool, counts: Counts, shelf: Shelf | None = None, each: Each = map
    ) -> None:
        self.scale, self.weighed, self.shelf, self.each = scale, weighed, shelf, each
        names = list(scale.terms)
        self._postings = Postings(
            weighed,
            len(names),
            lambda term, holders: max(counts.terms.get(names[term], 1), holders) <= COMMON,
        )

    def before(self, wanted: Callable[[int], bool] = lambda n: True) -> Iterator[tuple[int, list[int]]]:
        """Yield the place of each text that is wanted, and those before it that share most weight of rare terms with it."""
        weights = self.scale.terms.weights
        for n, holders in self._postings.before(wanted):
            shared: dict[int, float] = defaultdict(float)
            for term, places in holders:
                weight = weights[term]
                for other in places:
                    shared[other] -= weight
            yield n, [other for _, other in nsmallest(NEAR, zip(shared.values(), shared, strict=True))]

    def compared(
        self, found: Iterable[tuple[int, list[int]]], least: float
    ) -> Iterator[tuple[int, list[int], list[float]]]:
        """Yield each text with those beside it and how alike they are; in this process, or in others."""
        if self.shelf is None:
            for n, others in found:
                beside = self.beside(n)
                yield n, others, [beside.likeness(self.weighed.get(other), least) for other in others]
            return
        shelf, waiting = self.shelf, deque[list[tuple[int, list[int]]]]()

        def blocks() -> Iterator[Block]:
            rest = iter(found)
            while rows := list(islice(rest, BLOCK)):
                waiting.append(rows)
                yield shelf.block(rows, least)

        for likeness in self.each(likenesses, blocks()):
            for (n, others), alike in zip(waiting.popleft(), likeness, strict=True):
                yield n, others, alike

    def beside(self, n: int) -> Beside:
        """Return the text of a place, for others to be held beside."""
        return Beside(self.scale, self.weighed.get(n))


def _telling_pairs(near: _Near, least: float) -> Iterator[Pair]:
    """Yield the pairs of neighbours that are ``least`` alike."""
    found = ((n, candidates) for n, candidates in near.before() if candidates)
    for n, candidates, likeness in near.compared(found, least):
        for other, alike in zip(candidates, likeness, strict=True):
            if alike >= least:
                yield other, n, alike


def _other_pairs(near: _Near, held: Components, least: float) -> Iterator[Pair]:
    """Yield the other pairs of neighbours between texts that are held together.

    The mean of two groups is as high as that only where a pair is, so no other pair can make a difference.
    """
    # Of two that are alike there is no other pair. Found once more rather than kept: there are fifty for each text.
    found = (
        (n, [other for other in candidates if held.head(other) == head])
        for n, candidates in near.before(lambda n: held.size(n) > 2)
        for head in (held.head(n),)
    )
    for n, mates, likeness in near.compared(((n, mates) for n, mates in found if mates), 0.0):
        for other, alike in zip(mates, likeness, strict=True):
            if alike < least:
                yield other, n, alike


def _meant_pairs(near: _Near, meanings: Meanings) -> Iterator[Pair]:
    """Yield the pairs of neighbours by words or by meaning, with how alike they are in both."""
    for n, candidates in near.before():
        beside = near.beside(n)
        for other in dict.fromkeys([*candidates, *meanings.before(n, NEAR)]):
            alike = beside.likeness(near.weighed.get(other))
            yield other, n, (1 - MEANING) * alike + MEANING * meanings.cosine(n, other)
