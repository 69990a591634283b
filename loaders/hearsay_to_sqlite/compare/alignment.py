"""Which sentence of one text became which of another: aligned in order by dynamic programming."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from hearsay_to_sqlite.clean.names import REMEMBERED, name_key
from hearsay_to_sqlite.clean.words import WORD, fold, stem, stopwords
from hearsay_to_sqlite.records import Span

LEAST = 0.12
"""Sentences less alike than this (weighted Jaccard) are never a pair; on our own pairs of sentences .2 loses 8 %, this 4 %."""

LEAST_OF_HEADLINES = 0.08
"""... but for the first of each, which are headlines as a rule: they are written anew, and short."""

GAP = 0.08
"""What leaving a sentence out costs: a pair must be worth more than leaving both its sides out."""

PART = 0.35
"""Of several sentences that became one, each has at least this share of its own weight in it."""

MAX_SENTENCES = 400
"""Longer texts are compared by their first so many sentences: the table grows with the product."""

SCALE = 1000
"""Weights are whole numbers, so that their sum does not depend on the order of the words."""

KEY_LETTERS = 3
"""A name key shorter than this is shared by too many words to stand for a name."""

PAIRING = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
"""How many sentences of each side a step pairs: one to one, splits, joins."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch of the copy and one of what it was copied from; one of them is None where it has no counterpart."""

    here: Span | None
    there: Span | None
    similarity: float


def align(text: str, spans: Sequence[Span], other: str, other_spans: Sequence[Span]) -> tuple[Pair, ...]:
    """Return the pairs of two texts' sentences in the order of the first; joins and splits are found as well.

    ``spans`` are the sentences of ``text`` (code points, end exclusive), ``other_spans`` those of ``other``. Names
    count as the same in whatever Latin spelling.
    """
    here, there = list(spans[:MAX_SENTENCES]), list(other_spans[:MAX_SENTENCES])
    table = _table(text, tuple(spans), other, tuple(other_spans))
    found = []
    for down, across, i, j, alike in _walk(table):
        found.append(Pair(_joined(here[i - down : i]), _joined(there[j - across : j]), alike))
    return tuple(found)


def within_reach(
    text: str, spans: Sequence[Span], other: str, other_spans: Sequence[Span], least: float
) -> tuple[int, int]:
    """Return how many sentences of each text can stand in a pair that is ``least`` alike or more, at the most.

    Tells without aligning them that two texts have too little in common; the arguments are those of ``align``.
    """
    table = _table(text, tuple(spans), other, tuple(other_spans))
    here, there = set(), set()
    mine, theirs, width = table.mine, table.theirs, len(table.theirs)
    for place, common in table.shared.items():
        i, j = divmod(place, width)
        # One to one as alike as that, or one of several that became one: ``_Table.alike`` asks no less.
        if (
            common >= least * (mine[i] + theirs[j] - common)
            or (common >= PART * mine[i] and table.joined(place, width) >= least * theirs[j])
            or (common >= PART * theirs[j] and table.joined(place, 1) >= least * mine[i])
        ):
            here.add(i)
            there.add(j)
    return len(here), len(there)


@dataclass(frozen=True, slots=True)
class _Side:
    """The terms of each sentence of a text, and the sentences that hold each term."""

    terms: Sequence[frozenset[str]]
    holders: dict[str, list[int]]


@lru_cache(maxsize=8)
def _side(text: str, spans: tuple[Span, ...]) -> _Side:
    """A text is compared with several others in turn."""
    terms = [_terms(text, span) for span in spans[:MAX_SENTENCES]]
    holders: dict[str, list[int]] = defaultdict(list)
    for n, own in enumerate(terms):
        for term in own:
            holders[term].append(n)
    return _Side(terms, dict(holders))


@lru_cache(maxsize=1)
def _table(text: str, spans: tuple[Span, ...], other: str, other_spans: tuple[Span, ...]) -> _Table:
    """Two texts are aligned, if at all, as soon as it is known that they are within reach."""
    return _Table.of(_side(text, spans), _side(other, other_spans))


def _terms(text: str, span: Span) -> frozenset[str]:
    found = WORD.findall(text, span.start, span.end)
    # The first word of a sentence may be a name or not.
    first = {stem(fold(found[0]))} - stopwords() if found else frozenset()
    return frozenset(first).union(*map(_term, found))


@lru_cache(maxsize=REMEMBERED)
def _term(word: str) -> tuple[str, ...]:
    """What a word counts as: the key of what may be a name, else the stem; nothing for one without content."""
    folded = fold(word)
    if folded in stopwords():
        return ()
    key = name_key(folded) if word[0].isupper() else ""
    return (f"={key}" if len(key) >= KEY_LETTERS else stem(folded),)


def _weight(sentences: int, count: int) -> int:
    return round(SCALE * (math.log((sentences + 1) / (count + 0.5)) + 0.1))


@dataclass(frozen=True)
class _Table:
    """The weight of each sentence, and what each two of them share."""

    here: Sequence[frozenset[str]]
    there: Sequence[frozenset[str]]
    mine: Sequence[int]
    theirs: Sequence[int]
    shared: dict[int, int]
    """The weight that the ``i``-th sentence here and the ``j``-th there share, by ``i`` times all there and ``j``."""
    weights: dict[str, int]

    @classmethod
    def of(cls, here: _Side, there: _Side) -> _Table:
        sentences = len(here.terms) + len(there.terms)
        weigh = [_weight(sentences, count) for count in range(sentences + 1)]
        weights = {term: weigh[len(held)] for term, held in here.holders.items()}
        shared: dict[int, int] = defaultdict(int)
        width = len(there.terms)
        for term, others in there.holders.items():
            own = here.holders.get(term, ())
            weight = weights[term] = weigh[len(own) + len(others)]
            for i in own:
                row = i * width
                for j in others:
                    shared[row + j] += weight
        mine, theirs = ([sum(map(weights.__getitem__, own)) for own in side.terms] for side in (here, there))
        return cls(here.terms, there.terms, mine, theirs, shared, weights)

    @cached_property
    def kin(self) -> frozenset[int]:
        """The pairs of sentences that share enough to be a pair, or parts of one, known as in ``shared``."""
        mine, theirs, width = self.mine, self.theirs, len(self.theirs)
        found = set()
        for place, common in self.shared.items():
            i, j = divmod(place, width)
            least, most = sorted((mine[i], theirs[j]))
            if not place or common >= LEAST * most or common >= PART * least:
                found.add(place)
        return frozenset(found)

    def joined(self, place: int, step: int) -> int:
        """The most that a pair and up to two beside it, ``step`` places apart, share if they are taken for one."""
        # Beyond the edge of the table stands what may be too much, never too little.
        before, after = self.shared.get(place - step, 0), self.shared.get(place + step, 0)
        if not before and not after:
            return 0
        ends = before + self.shared.get(place - 2 * step, 0), after + self.shared.get(place + 2 * step, 0)
        return self.shared[place] + max(before + after, *ends)

    def alike(self, i: int, j: int, down: int, across: int) -> float:
        """The weighted Jaccard of the ``down`` sentences before ``i`` and the ``across`` before ``j``; 0 for no kin.

        The last of each are kin.
        """
        if down == across == 1:
            common = self.shared[(i - 1) * len(self.theirs) + j - 1]
            joint = self.mine[i - 1] + self.theirs[j - 1] - common
            return common / joint if joint else 0.0
        for k in range(i - down, i):
            for m in range(j - across, j):
                place = k * len(self.theirs) + m
                common = self.shared.get(place, 0)
                if place not in self.kin or common < PART * (self.mine[k] if down > 1 else self.theirs[m]):
                    return 0.0
        one = frozenset().union(*self.here[i - down : i])
        other = frozenset().union(*self.there[j - across : j])
        common = sum(self.weights[term] for term in one & other)
        return common / sum(self.weights[term] for term in one | other)


def _walk(table: _Table) -> Iterator[tuple[int, int, int, int, float]]:
    """Yield the steps of the best way through the table, and where each ends."""
    rows, columns, kin = len(table.here), len(table.there), table.kin
    best = [[-GAP * j for j in range(columns + 1)]]
    taken = [[(0, 1, 0.0)] * (columns + 1)]
    for i in range(1, rows + 1):
        best.append([-GAP * i])
        taken.append([(1, 0, 0.0)])
        above, row, steps = best[i - 1], best[i], taken[i]
        before = (i - 1) * columns - 1
        for j in range(1, columns + 1):
            out, put = above[j], row[j - 1]
            top, step = (out - GAP, (1, 0, 0.0)) if out >= put else (put - GAP, (0, 1, 0.0))
            if before + j in kin:
                top, step = _best(table, best, (i, j), (top, step))
            row.append(top)
            steps.append(step)
    found = []
    i, j = rows, columns
    while i or j:
        down, across, alike = taken[i][j]
        found.append((down, across, i, j, alike))
        i, j = i - down, j - across
    yield from reversed(found)


def _best(
    table: _Table,
    best: Sequence[Sequence[float]],
    at: tuple[int, int],
    found: tuple[float, tuple[int, int, float]],
) -> tuple[float, tuple[int, int, float]]:
    """The best of what was ``found`` and the steps that pair sentences."""
    i, j = at
    for down, across in PAIRING:
        if down > i or across > j:
            continue
        alike = table.alike(i, j, down, across)
        # A join is worth no more than a single pair: else it would swallow every sentence left out beside it.
        worth = best[i - down][j - across] + alike - GAP * (down + across - 2)
        if alike >= (LEAST if i > 1 or j > 1 else LEAST_OF_HEADLINES) and worth > found[0]:
            found = worth, (down, across, alike)
    return found


def _joined(spans: Sequence[Span]) -> Span | None:
    return Span(spans[0].start, spans[-1].end) if spans else None
