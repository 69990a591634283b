"""Which texts hold a rare term: four bytes for each such term of each text."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from itertools import accumulate
from operator import mul

from hearsay_to_sqlite.resolve.matching.spool import Spool


class Postings:
    """The texts of a spool by those of their terms that more than one of them holds and not too many do."""

    def __init__(self, weighed: Spool, vocabulary: int, is_rare: Callable[[int, int], bool]) -> None:
        """Number terms below ``vocabulary``; ``is_rare`` is asked of a term and of how many texts of the spool hold it."""
        self._weighed = weighed
        holders = array("I", bytes(4 * vocabulary))
        for own in weighed.terms():
            for term in own:
                holders[term] += 1
        # A term that no other text has brings none together.
        self._telling = bytearray(count > 1 and is_rare(term, count) for term, count in enumerate(holders))
        self._first = array("I", accumulate(map(mul, holders, self._telling), initial=0))

    def before(
        self, wanted: Callable[[int], bool] = lambda n: True
    ) -> Iterator[tuple[int, list[tuple[int, array[int]]]]]:
        """Yield the place of each text that is wanted, and its rare terms, each with the texts before it that hold it."""
        first, telling = self._first, self._telling
        places, ends = array("I", bytes(4 * first[-1])), first[:]
        for n, own in enumerate(self._weighed.terms()):
            rare = [term for term in own if telling[term]]
            if wanted(n):
                yield n, [(term, places[first[term] : ends[term]]) for term in rare]
            for term in rare:
                places[ends[term]] = n
                ends[term] += 1
