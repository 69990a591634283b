"""Average-link grouping of a sparse graph: the pair of groups that is most alike on average is joined first."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from heapq import heappop, heappush


def groups(count: int, pairs: Iterable[tuple[int, int, float]], least: float) -> list[list[int]]:
    """Return the groups of the numbers below ``count``, each sorted, in the order of their first members.

    ``pairs`` names each pair once, the smaller number first and the pairs in order, with how alike the two are; a pair
    that is not named is not alike at all. Groups are joined while their mean is ``least`` or more (UPGMA, Sokal and
    Michener 1958). Equals are joined in the order of their numbers, so the same numbers always give the same groups.
    """
    graph = Graph(count, pairs)
    queue = _Queue(graph, least)
    joined = array("I", range(count))
    while pair := queue.pop():
        one, other = pair
        joined[other] = one
        queue.changed(one, graph.join(one, other))
    found: dict[int, list[int]] = defaultdict(list)
    for n in range(count):
        # Whoever takes another in has the smaller number, so that its own way is known.
        joined[n] = joined[joined[n]]
        found[joined[n]].append(n)
    return [found[first] for first in sorted(found)]


class Graph:
    """Groups, called by their first members, and the sums of likeness to others of each: twelve bytes for a neighbour."""

    def __init__(self, count: int, pairs: Iterable[tuple[int, int, float]]) -> None:
        self.sizes = array("I", [1]) * count
        self.near = [array("I") for _ in range(count)]
        self.sums = [array("d") for _ in range(count)]
        for one, other, alike in pairs:
            # As the pairs come in order, so do the neighbours of each.
            self.near[one].append(other)
            self.sums[one].append(alike)
            self.near[other].append(one)
            self.sums[other].append(alike)

    def mean(self, one: int, other: int) -> float:
        """Return how alike two groups are on average."""
        near = self.near[one]
        at = bisect_left(near, other)
        if at == len(near) or near[at] != other:
            return 0.0
        return self.sums[one][at] / (self.sizes[one] * self.sizes[other])

    def best(self, one: int) -> tuple[float, int]:
        """Return the neighbour after ``one`` that is most like it, the first of equals, after its mean made negative."""
        near, sums, sizes, own = self.near[one], self.sums[one], self.sizes, self.sizes[one]
        after = range(bisect_right(near, one), len(near))
        return min(((-sums[at] / (own * sizes[near[at]]), near[at]) for at in after), default=(0.0, 0))

    def join(self, one: int, other: int) -> array[int]:
        """Take ``other`` into ``one``; return the neighbours of both."""
        sums = dict(zip(self.near[one], self.sums[one], strict=True))
        del sums[other]
        for near, total in zip(self.near[other], self.sums[other], strict=True):
            if near != one:
                sums[near] = sums.get(near, 0.0) + total
                self._remove(near, other)
                self._set(near, one, sums[near])
        self.sizes[one] += self.sizes[other]
        self.near[one] = array("I", sorted(sums))
        self.sums[one] = array("d", map(sums.__getitem__, self.near[one]))
        self.near[other], self.sums[other] = array("I"), array("d")
        self.sizes[other] = 0
        return self.near[one]

    def _remove(self, one: int, other: int) -> None:
        at = bisect_left(self.near[one], other)
        del self.near[one][at], self.sums[one][at]

    def _set(self, one: int, other: int, total: float) -> None:
        near = self.near[one]
        at = bisect_left(near, other)
        if at < len(near) and near[at] == other:
            self.sums[one][at] = total
        else:
            near.insert(at, other)
            self.sums[one].insert(at, total)


class _Queue:
    """The pairs of groups that can be joined, best first.

    Of each group it holds the best pair with a later one only, or a better one that there is no more: what joins a
    group makes none of its means better, but for rounding.
    """

    def __init__(self, graph: Graph, least: float) -> None:
        self._graph, self._least = graph, least
        self._waiting: list[tuple[float, int, int]] = []
        self._entry: dict[int, tuple[float, int]] = {}
        for one in range(len(graph.near)):
            self._look(one)

    def _look(self, one: int) -> None:
        self._put(one, *self._graph.best(one))

    def _put(self, one: int, value: float, other: int) -> None:
        if -value >= self._least and value < 0:
            self._entry[one] = value, other
            heappush(self._waiting, (value, one, other))

    def pop(self) -> tuple[int, int] | None:
        """Return the best pair, the first of equals; none where no other is good enough."""
        graph = self._graph
        while self._waiting:
            value, one, other = heappop(self._waiting)
            if self._entry.get(one) != (value, other):
                continue
            del self._entry[one]
            if graph.sizes[one] and graph.sizes[other] and -value == graph.mean(one, other):
                self._entry.pop(other, None)
                return one, other
            if graph.sizes[one]:
                self._look(one)
        return None

    def changed(self, one: int, near: Iterable[int]) -> None:
        """Take note that a group was joined by another, and stands otherwise to those that are ``near``."""
        self._entry.pop(one, None)
        self._look(one)
        for earlier in near:
            if earlier >= one:
                break
            found = -self._graph.mean(earlier, one), one
            if found < self._entry.get(earlier, (0.0, 0)):
                self._put(earlier, *found)
