"""What belongs together because pairs of it do, over however many steps: in eight bytes for each, and no more than can be handled at once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable


class Components:
    """Groups of the numbers below ``count``, each called by its first member."""

    def __init__(self, count: int, pairs: Iterable[tuple[int, int]] = (), most: int | None = None) -> None:
        """Join these pairs, one after the other, but for those that would make a group of more than ``most``."""
        self._above = array("I", range(count))
        self._sizes = array("I", [1]) * count
        for one, other in pairs:
            self.join(one, other, most)

    def join(self, one: int, other: int, most: int | None = None) -> None:
        """Make one group of those of two, unless it would have more than ``most`` members."""
        first, second = self.head(one), self.head(other)
        if first == second or (most is not None and self._sizes[first] + self._sizes[second] > most):
            return
        if first > second:
            first, second = second, first
        self._above[second] = first
        self._sizes[first] += self._sizes[second]

    def head(self, n: int) -> int:
        """Return the first member of the group of ``n``."""
        above = self._above
        while above[n] != n:
            # The way is halved for whoever asks next.
            above[n] = above[above[n]]
            n = above[n]
        return n

    def size(self, n: int) -> int:
        """Return how many are in the group of ``n``."""
        return self._sizes[self.head(n)]

    def largest(self) -> int:
        """Return how many are in the largest group."""
        return max(self._sizes, default=0)
