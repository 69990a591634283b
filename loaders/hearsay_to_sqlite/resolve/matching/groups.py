"""Which of many texts say the same: near neighbours by their rarest words, compared as a whole, joined by average link."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from heapq import nsmallest
from typing import Protocol

from hearsay_to_sqlite.compare.connected import heads
from hearsay_to_sqlite.resolve.matching import terms
from hearsay_to_sqlite.resolve.matching.linkage import groups
from hearsay_to_sqlite.resolve.matching.spool import Spool
from hearsay_to_sqlite.resolve.matching.weighing import Beside, Counts, Scale, counted, stems_of

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

COMPARED = 10
"""Members of a cluster that each is compared with for its score."""


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

    def of(self, lines: Sequence[str]) -> list[float]:
        """Return for each of several lines of folded words its mean likeness to the others, at most ``COMPARED`` of these."""
        words = [tuple(line.split()) for line in lines]
        heard = words[: COMPARED + 1]
        weighed = {own: self._scale.weighed(own) for own in heard}
        known: dict[tuple[tuple[str, ...], int | None], float] = {}
        found = []
        for n, own in enumerate(words):
            # Members of the same words stand alike to all the others.
            at = n if n < len(heard) else None
            if (own, at) not in known:
                beside = Beside(self._scale, weighed.get(own) or self._scale.weighed(own))
                others = [other for m, other in enumerate(heard) if m != at][:COMPARED]
                alike = [1.0 if own == other else beside.likeness(weighed[other]) for other in others]
                known[own, at] = math.fsum(alike) / len(alike)
            found.append(known[own, at])
        return found


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
    found = grouped(kept, counts, least, meanings)
    together = {n for group in found for n in group}
    for group in (*found, *([n] for n in range(len(kept)) if n not in together)):
        names = [name for n in group for name in ids[kept[n]]]
        alone.update(dict.fromkeys(names, min(names)))
    return alone


def grouped(
    texts: Iterable[Sequence[str]], counts: Counts, least: float, meanings: Meanings | None = None
) -> list[list[int]]:
    """Return the groups of texts, given as folded words, all different and in order; each text is known by its place.

    What is alone is left out, or a group by itself. ``counts`` are those of the collection, or of a larger one that the
    texts are of.
    """
    scale = Scale(counts)
    with closing(Spool(map(scale.weighed, texts))) as weighed:
        if meanings is None:
            found = _telling_pairs(scale, weighed, counts, least)
        else:
            found = _meant_pairs(scale, weighed, counts, meanings)
        return _linked(found, least)


def _linked(pairs: Iterable[tuple[int, int, float]], least: float) -> list[list[int]]:
    """Group the texts that stand in a pair: those by themselves that pairs of ``least`` hold together, however far."""
    ones, others, likeness = array("I"), array("I"), array("d")
    for one, other, alike in pairs:
        ones.append(one)
        others.append(other)
        likeness.append(alike)
    head = heads((ones[n], others[n]) for n, alike in enumerate(likeness) if alike >= least)
    held: dict[int, array[int]] = defaultdict(partial(array, "I"))
    for n, (one, other) in enumerate(zip(ones, others, strict=True)):
        if one in head and head[one] == head.get(other):
            held[head[one]].append(n)
    found: list[list[int]] = []
    for numbers in held.values():
        places = sorted({place for n in numbers for place in (ones[n], others[n])})
        number = {place: n for n, place in enumerate(places)}
        own = ((number[ones[n]], number[others[n]], likeness[n]) for n in numbers)
        found.extend([places[n] for n in group] for group in groups(len(places), own, least))
    return sorted(found)


def _near(scale: Scale, weighed: Spool, counts: Counts, wanted: Callable[[int], bool]) -> Iterator[list[int]]:
    """Yield for each text those before it that share most weight of rare terms with it, where it is wanted; else none."""
    holders = array("I", bytes(4 * len(scale.terms)))
    for own in weighed.terms():
        for term in own:
            holders[term] += 1
    rare = [max(counts.terms.get(name, 1), holders[term]) <= COMMON for name, term in scale.terms.items()]
    postings: dict[int, array[int]] = defaultdict(partial(array, "I"))
    for n, own in enumerate(weighed.terms()):
        shared: dict[int, float] = defaultdict(float)
        # A term that no other text has brings none together.
        telling = [term for term in own if rare[term] and holders[term] > 1]
        if wanted(n):
            for term in telling:
                weight = scale.terms.weights[term]
                for other in postings[term]:
                    shared[other] -= weight
        for term in telling:
            postings[term].append(n)
        yield [other for _, other in nsmallest(NEAR, zip(shared.values(), shared, strict=True))]


def _telling_pairs(
    scale: Scale, weighed: Spool, counts: Counts, least: float
) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs that are ``least`` alike, then the others between texts that such pairs hold together.

    The mean of two groups is as high as that only where a pair is, so no other pair can make a difference.
    """
    certain = array("I")
    for n, candidates in enumerate(_near(scale, weighed, counts, lambda n: True)):
        if not candidates:
            continue
        beside = Beside(scale, weighed.get(n))
        for other in candidates:
            alike = beside.likeness(weighed.get(other), least)
            if alike >= least:
                certain.extend((other, n))
                yield other, n, alike
    head = heads(zip(certain[::2], certain[1::2], strict=True))
    sizes = Counter(head.values())
    # Of two that are alike there is no other pair.
    several = {n: first for n, first in head.items() if sizes[first] > 2}
    # Found once more rather than kept: there are fifty for each text.
    for n, candidates in enumerate(_near(scale, weighed, counts, several.__contains__)):
        mates = [other for other in candidates if several.get(other) == several[n]]
        if mates:
            beside = Beside(scale, weighed.get(n))
            for other in mates:
                alike = beside.likeness(weighed.get(other))
                if alike < least:
                    yield other, n, alike


def _meant_pairs(
    scale: Scale, weighed: Spool, counts: Counts, meanings: Meanings
) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of neighbours by words or by meaning, with how alike they are in both."""
    for n, candidates in enumerate(_near(scale, weighed, counts, lambda n: True)):
        beside = Beside(scale, weighed.get(n))
        for other in dict.fromkeys([*candidates, *meanings.before(n, NEAR)]):
            alike = beside.likeness(weighed.get(other))
            yield other, n, (1 - MEANING) * alike + MEANING * meanings.cosine(n, other)
