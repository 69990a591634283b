"""Which of the articles that one derives from are shown as its originals: the nearest, and what it took elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

NEW = 0.7
"""A further original must account for sentences of which this share comes from none named before it."""

Stretch = tuple[int, int]
"""Start and end in code points."""


@dataclass(frozen=True, slots=True)
class Kin:
    """An article that another may derive from, the share of the copy that it accounts for, and which stretches that is."""

    original: str
    share: float
    published_on: str | None
    stretches: frozenset[Stretch]

    @property
    def rank(self) -> tuple[float, str, str]:
        """Sorts the likeliest original first; of equals the earliest, so that copies of one text meet at one."""
        return -round(self.share, 2), self.published_on or "9999", self.original


def originals(kin: Sequence[Kin], related: Callable[[str, str], bool]) -> Iterator[str]:
    """Yield the originals of one article; ``related`` tells whether two of them are kin of each other.

    An article pieced together from several has several; a relative of one that was named adds nothing.
    """
    taken: list[str] = []
    seen: set[Stretch] = set()
    for one in sorted(kin, key=lambda one: one.rank):
        new = sum(not any(start < b and a < end for a, b in seen) for start, end in one.stretches)
        if taken and (new < NEW * len(one.stretches) or any(related(one.original, name) for name in taken)):
            continue
        yield one.original
        taken.append(one.original)
        seen |= one.stretches
