"""Which statements say the same in other words, so that a claim can be proposed for them; the same whatever the order.

First by rare words: average-link groups of near neighbours. What these leave, because it consists of words that many
statements have, is grouped where it is the same but for a word or so.

Source of the method: rare-term retrieval with idf-weighted containment; unlike shingles it survives translation there
and back, which keeps names, numbers and rare nouns but hardly any run of words.
"""

from __future__ import annotations

import math
import sqlite3
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain

from hearsay_to_sqlite.resolve.matching.components import Components
from hearsay_to_sqlite.resolve.matching.groups import TOGETHER
from hearsay_to_sqlite.resolve.matching.linkage import Graph
from hearsay_to_sqlite.resolve.matching.postings import Postings
from hearsay_to_sqlite.resolve.matching.spool import Pair, Pairs, Spool
from hearsay_to_sqlite.resolve.matching.weighing import Weighed
from hearsay_to_sqlite.resolve.weights import MAX_POSTINGS, Weights
from hearsay_to_sqlite.sql import read, statements

ALIKE = 0.42
"""Mean weighted Jaccard between two groups from which on they are one; between .40 and .45 hardly anything moves."""

LEAST = 2
"""Rare terms that two texts share, or they are not alike at all."""

ROUNDING = 1e-9
"""By so much two texts may be less alike by a quick reckoning than by the exact one."""

HEARD = 200
"""Different texts of a group among which the most typical one is sought."""

SAME = 0.8
"""Share of their joint words that two texts of common words have in common, or they are not the same."""

LEADERS = 2_000
"""Texts of common words that others are held beside: what bounds time."""


def group(connection: sqlite3.Connection) -> Weights:
    """Note in ``temp._mates`` which of ``temp._unclaimed`` say the same; return how much their words tell.

    For each statement of a group: the first of them, the most typical one, and whether they are the same but for words
    that many statements have.
    """
    for step in statements("resolve/make_mates"):
        connection.execute(step)
    found = connection.execute("select terms from temp._unclaimed order by id")
    weights = Weights.of(terms.split(" ") for (terms,) in found)
    _by_rare_words(connection, weights)
    _by_common_words(connection, weights)
    return weights


def _by_rare_words(connection: sqlite3.Connection, weights: Weights) -> None:
    found = connection.execute("select id, terms from temp._unclaimed order by id")
    telling = (row for row in found if sum(map(weights.is_rare, row[1].split(" "))) >= LEAST)
    connection.executemany(
        "insert into temp._telling (place, id, terms) values (?, ?, ?)",
        ((place, *row) for place, row in enumerate(telling)),
    )
    texts = (
        terms.split(" ") for (terms,) in connection.execute("select terms from temp._telling order by place")
    )
    for places in clusters(texts, weights):
        members = [_telling(connection, place) for place in places]
        typical = medoid([(name, frozenset(terms.split(" "))) for name, terms in members], weights)
        first = members[0][0]
        rows = ((name, first, typical, False) for name, _ in members)
        connection.executemany("insert into temp._mates values (?, ?, ?, ?)", rows)


def _telling(connection: sqlite3.Connection, place: int) -> tuple[str, str]:
    name, terms = connection.execute(
        "select id, terms from temp._telling where place = ?", (place,)
    ).fetchone()
    return name, terms


def clusters(texts: Iterable[Iterable[str]], weights: Weights) -> Iterator[list[int]]:
    """Yield the groups of texts, given as their different terms, by their places, each in order; singletons are left out.

    Pairs that share no two rare terms count as not alike at all, so only neighbours are compared; ``weights`` are those
    of a collection that the texts are of.
    """
    numbered = (array("I", map(weights.numbers.__getitem__, own)) for own in texts)
    none = array("I")
    spooled = (Weighed(own, none, 0.0, 0.0, _total(own, weights)) for own in numbered)
    with closing(Spool(spooled)) as spool, closing(Pairs()) as pairs:
        near = _Near(spool, weights)
        pairs.add(near.alike())
        held = Components(spool.size, pairs.best_first(ALIKE), TOGETHER)
        pairs.add(near.others(held))
        for found in pairs.by_group(held.head):
            yield from _grouped(list(found))


def _total(own: Iterable[int], weights: Weights) -> float:
    return math.fsum(map(weights.known.__getitem__, own))


class _Near:
    """Tells which texts share rare terms, and how alike they are."""

    def __init__(self, spool: Spool, weights: Weights) -> None:
        self._spool, self._weights = spool, weights
        rare = bytearray(count <= MAX_POSTINGS for count in weights.counts)
        self._postings = Postings(spool, len(rare), lambda term, holders: bool(rare[term]))

    def alike(self) -> Iterator[Pair]:
        """Yield the pairs that are ``ALIKE``."""
        for n, holders in self._postings.before():
            own, total = self._text(n)
            for other in _sharing(holders):
                there, theirs = self._text(other)
                common = _total(own & there, self._weights)
                # What they have jointly, but for rounding.
                if common >= (ALIKE - ROUNDING) * (total + theirs - common):
                    likeness = common / _total(own | there, self._weights)
                    if likeness >= ALIKE:
                        yield other, n, likeness

    def others(self, held: Components) -> Iterator[Pair]:
        """Yield the other pairs between texts that are held together.

        The mean of two groups is as high as that only where a pair is, so no other pair can make a difference.
        """
        for n, holders in self._postings.before(lambda n: held.size(n) > 2):
            mates = [other for other in _sharing(holders) if held.head(other) == held.head(n)]
            own, _ = self._text(n)
            for other in mates:
                there, _ = self._text(other)
                likeness = _total(own & there, self._weights) / _total(own | there, self._weights)
                if likeness < ALIKE:
                    yield other, n, likeness

    def _text(self, n: int) -> tuple[frozenset[int], float]:
        weighed = self._spool.get(n)
        return frozenset(weighed.terms), weighed.total


def _sharing(holders: Iterable[tuple[int, array[int]]]) -> list[int]:
    """The texts that hold so many of these terms that they may be alike."""
    shared = Counter(chain.from_iterable(places for _, places in holders))
    return [other for other, count in shared.items() if count >= LEAST]


def _grouped(pairs: list[Pair]) -> Iterator[list[int]]:
    """Join the pairs of a group that is held together, the most alike first, where the mean of their groups is ``ALIKE``."""
    places = sorted({place for one, other, _ in pairs for place in (one, other)})
    number = {place: n for n, place in enumerate(places)}
    own = [(number[one], number[other], alike) for one, other, alike in pairs]
    graph, joined = Graph(len(places), own), Components(len(places))
    for one, other, alike in sorted(own, key=lambda pair: (-pair[2], pair)):
        if alike < ALIKE:
            break
        first, second = sorted((joined.head(one), joined.head(other)))
        if first != second and graph.mean(first, second) >= ALIKE:
            graph.join(first, second)
            joined.join(first, second)
    found: dict[int, list[int]] = defaultdict(list)
    for n, place in enumerate(places):
        found[joined.head(n)].append(place)
    yield from (members for members in found.values() if len(members) > 1)


def medoid(members: Iterable[tuple[str, frozenset[str]]], weights: Weights) -> str:
    """Return the id of the text that is most like all the others; the smallest among equals.

    Of more than ``HEARD`` different texts, the first ones are heard.
    """
    first: dict[frozenset[str], str] = {}
    times: Counter[frozenset[str]] = Counter()
    for name, own in members:
        if own in first or len(first) < HEARD:
            first[own] = min(name, first.get(own, name))
            times[own] += 1

    def fit(own: frozenset[str]) -> float:
        return round(sum(times[other] * weights.jaccard(own, other) for other in first), 9)

    return min(first.items(), key=lambda item: (-fit(item[0]), item[1]))[1]


def _by_common_words(connection: sqlite3.Connection, weights: Weights) -> None:
    """Group what has no mates yet: texts of the same words, and those of common words that are the same but for a word or so."""
    connection.execute(read("resolve/note_loose"))
    leaders = _Leaders(weights)
    texts = connection.execute(read("resolve/loose"))
    connection.executemany(
        "insert into temp._led (terms, first) values (?, ?)",
        ((terms, leaders.of(first, frozenset(terms.split(" ")))) for terms, first in texts),
    )
    connection.execute(read("resolve/note_led"))


class _Leaders:
    """Texts of common words that others are held beside, by their rarest words.

    Two texts of which so many words are the same share one of the rarest few of each (prefix filter, Chaudhuri, Ganti and
    Kaushik 2006).
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._texts: list[tuple[str, frozenset[str]]] = []
        self._holders: dict[str, list[int]] = defaultdict(list)

    def of(self, name: str, own: frozenset[str]) -> str:
        """Return the id of the first leader that is the same; its own where there is none, and it leads then."""
        common = sum(not self._weights.is_rare(term) for term in own)
        if common < SAME * len(own):
            return name
        rarest = self._weights.heaviest(own, len(own) - math.ceil(SAME * len(own)) + 1)
        for place in sorted({place for term in rarest for place in self._holders.get(term, ())}):
            leader, theirs = self._texts[place]
            if len(own & theirs) >= SAME * len(own | theirs):
                return leader
        if len(self._texts) < LEADERS:
            for term in rarest:
                self._holders[term].append(len(self._texts))
            self._texts.append((name, own))
        return name
