"""What claims score while the words of a text are added up, and which of them score best."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from operator import neg

DENSE = 60_000
"""Numbers below this are added up in a list: among 20,000 claims in half of the time of a mapping (measured)."""

SOME = 16
"""Of so many scores one is looked at to learn about where the best ones begin."""

MIX = 2_654_435_761

Scores = list[float] | dict[int, float]
"""What claims score: by their numbers in a list, 0 for none, or in a mapping where the numbers are large."""


def add(scores: Scores, numbers: array[int], weight: float) -> Scores:
    """Add ``weight`` to the scores of claims with these ``numbers``, which ascend; use what is returned instead."""
    short = numbers[-1] + 1 - len(scores) if numbers else 0
    if short > 0 and isinstance(scores, list):
        if numbers[-1] < DENSE:
            scores += [0.0] * short
        else:
            scores = defaultdict(float, _front(scores, len(scores)))
    for n in numbers:
        scores[n] += weight
    return scores


def best(scores: Scores, most: int) -> dict[int, float]:
    """The ``most`` numbers that score best, with their scores; of ever so many equals at the end, a fair choice."""
    front = _front(scores, most)
    if len(front) <= most:
        return front
    ranked = sorted(front.values(), reverse=True)
    least = ranked[most - 1]
    above = ranked.index(least)
    equal = bisect_right(ranked, -least, lo=above, key=neg) - above
    # Of ever so many that score the same, a fair choice; as scrambled, but calling it takes longer.
    limit = 2**33 * (most - above) // equal
    last = [n for n, score in front.items() if score == least and n * MIX & 0xFFFFFFFF < limit]
    above_it = {n: score for n, score in front.items() if score > least}
    return above_it | dict.fromkeys(sorted(last, key=scrambled)[: most - above], least)


def _front(scores: Scores, most: int) -> dict[int, float]:
    """At least the ``most`` best, and all that score as much as the last of them; all where there are not so many."""
    some = sorted(islice(values(scores), None, None, SOME), reverse=True)
    # By a quarter and ten more than the share of the sample, so that it hardly ever tells too few.
    place = most * 5 // 4 // SOME + 10
    for least in (some[place] if place < len(some) else 0.0, 0.0):
        items = enumerate(scores) if isinstance(scores, list) else scores.items()
        front = {n: score for n, score in items if score >= least and score}
        if len(front) >= most:
            break
    return front


def values(scores: Scores) -> Iterable[float]:
    """The scores alone."""
    return scores if isinstance(scores, list) else scores.values()


def scrambled(n: int) -> int:
    """A number to order by where scores are equal, which is not the order of loading."""
    return n * MIX & 0xFFFFFFFF
