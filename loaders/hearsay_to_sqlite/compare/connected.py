"""What belongs together because pairs of it do, over however many steps."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Name = TypeVar("Name", int, str)


def heads(pairs: Iterable[tuple[Name, Name]]) -> dict[Name, Name]:
    """Return the smallest member of its group for each that stands in a pair; pairs that share one are one group.

    >>> heads([("b", "c"), ("a", "c"), ("x", "y")])
    {'b': 'a', 'c': 'a', 'a': 'a', 'x': 'x', 'y': 'x'}
    """
    above: dict[Name, Name] = {}

    def top(name: Name) -> Name:
        while (over := above.setdefault(name, name)) != name:
            # The way is halved for whoever asks next.
            above[name] = above[over]
            name = over
        return name

    for one, other in pairs:
        first, second = top(one), top(other)
        if first > second:
            first, second = second, first
        above[second] = first
    return {name: top(name) for name in above}
