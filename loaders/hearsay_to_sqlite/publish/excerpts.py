"""Which stretches of an article stay round its quotations when its text goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

Stretch = tuple[int, int]
"""Start and end in code points, the end exclusive."""

SHARE = 4
"""All excerpts of an article together are at most one part in so many of its text."""


def excerpts(length: int, quoted: list[Stretch], hidden: list[Stretch], context: int) -> list[Stretch]:
    """The stretches of a text of ``length`` code points that stay: each quotation with ``context`` on both sides.

    They are merged where they touch, leave out what is ``hidden``, and shrink evenly until they are no more than a
    quarter of the text; none stay where the quotations alone are more than that.

    >>> excerpts(100, [(10, 14), (16, 20)], [], 3)
    [(7, 23)]
    >>> excerpts(100, [(10, 14)], [(13, 40)], 3)
    [(7, 13)]
    >>> excerpts(100, [(10, 14)], [], 50)
    [(0, 25)]
    >>> excerpts(16, [(2, 14)], [], 1)
    []
    """
    low, high = 0, context
    # The total grows with the context, so the widest that fits is found by halving.
    while low < high:
        middle = (low + high + 1) // 2
        if _fits(_round(length, quoted, hidden, middle), length):
            low = middle
        else:
            high = middle - 1
    found = _round(length, quoted, hidden, low) if low else []
    return found if _fits(found, length) else []


def _fits(found: list[Stretch], length: int) -> bool:
    return sum(end - start for start, end in found) * SHARE <= length


def _round(length: int, quoted: list[Stretch], hidden: list[Stretch], context: int) -> list[Stretch]:
    widened = ((max(0, start - context), min(length, end + context)) for start, end in quoted)
    closed = merged(hidden)
    return [piece for stretch in merged(widened) for piece in _without(stretch, closed)]


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same places, in order, as stretches that do not touch.

    >>> merged([(4, 6), (0, 2), (2, 3)])
    [(0, 3), (4, 6)]
    """
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _without(stretch: Stretch, closed: list[Stretch]) -> Iterator[Stretch]:
    place, last = stretch
    for start, end in closed:
        if end <= place or start >= last:
            continue
        if start > place:
            yield place, start
        place = end
    if place < last:
        yield place, last
