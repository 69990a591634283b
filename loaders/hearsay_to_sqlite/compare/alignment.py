"""Which sentence of one text became which of another: aligned in order by dynamic programming."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hearsay_to_sqlite.clean.names import name_key
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
    table = _Table.of([_terms(text, span) for span in here], [_terms(other, span) for span in there])
    found = []
    for down, across, i, j, alike in _walk(table):
        found.append(Pair(_joined(here[i - down : i]), _joined(there[j - across : j]), alike))
    return tuple(found)


def _terms(text: str, span: Span) -> frozenset[str]:
    found = WORD.findall(text, span.start, span.end)
    # The first word of a sentence may be a name or not.
    first = {stem(fold(found[0]))} - stopwords() if found else frozenset()
    return frozenset(first).union(*map(_term, found))


@lru_cache(maxsize=1 << 16)
def _term(word: str) -> tuple[str, ...]:
    """What a word counts as: the key of what may be a name, else the stem; nothing for one without content."""
    folded = fold(word)
    if folded in stopwords():
        return ()
    key = name_key(folded) if word[0].isupper() else ""
    return (f"={key}" if len(key) >= KEY_LETTERS else stem(folded),)


@dataclass(frozen=True, slots=True)
class _Table:
    """The weight of each sentence, and what each two of them share."""

    here: Sequence[frozenset[str]]
    there: Sequence[frozenset[str]]
    mine: Sequence[int]
    theirs: Sequence[int]
    shared: dict[tuple[int, int], int]
    weights: dict[str, int]

    @classmethod
    def of(cls, here: Sequence[frozenset[str]], there: Sequence[frozenset[str]]) -> _Table:
        counts: Counter[str] = Counter()
        for own in (*here, *there):
            counts.update(own)
        sentences = len(here) + len(there)
        weights = {
            term: round(SCALE * (math.log((sentences + 1) / (count + 0.5)) + 0.1))
            for term, count in counts.items()
        }
        holders: dict[str, list[int]] = defaultdict(list)
        for j, own in enumerate(there):
            for term in own:
                holders[term].append(j)
        shared: dict[tuple[int, int], int] = defaultdict(int)
        for i, own in enumerate(here):
            for term in own:
                for j in holders.get(term, ()):
                    shared[i, j] += weights[term]
        mine = [sum(weights[term] for term in own) for own in here]
        theirs = [sum(weights[term] for term in own) for own in there]
        kin = {
            (i, j): common
            for (i, j), common in shared.items()
            # Less than this, and the two are neither a pair nor parts of one.
            if (not i and not j)
            or common >= LEAST * max(mine[i], theirs[j])
            or common >= PART * min(mine[i], theirs[j])
        }
        return cls(here, there, mine, theirs, kin, weights)

    def alike(self, i: int, j: int, down: int, across: int) -> float:
        """The weighted Jaccard of the ``down`` sentences before ``i`` and the ``across`` before ``j``; 0 for no kin."""
        if down == across == 1:
            common = self.shared.get((i - 1, j - 1), 0)
            joint = self.mine[i - 1] + self.theirs[j - 1] - common
            return common / joint if joint else 0.0
        for k in range(i - down, i):
            for m in range(j - across, j):
                common = self.shared.get((k, m), 0)
                if not common or common < PART * (self.mine[k] if down > 1 else self.theirs[m]):
                    return 0.0
        one = frozenset().union(*self.here[i - down : i])
        other = frozenset().union(*self.there[j - across : j])
        common = sum(self.weights[term] for term in one & other)
        return common / sum(self.weights[term] for term in one | other)


def _walk(table: _Table) -> Iterator[tuple[int, int, int, int, float]]:
    """Yield the steps of the best way through the table, and where each ends."""
    rows, columns = len(table.here), len(table.there)
    best = [[-GAP * j for j in range(columns + 1)]]
    taken = [[(0, 1, 0.0)] * (columns + 1)]
    for i in range(1, rows + 1):
        best.append([-GAP * i])
        taken.append([(1, 0, 0.0)])
        above, row, steps = best[i - 1], best[i], taken[i]
        for j in range(1, columns + 1):
            out, put = above[j], row[j - 1]
            top, step = (out - GAP, (1, 0, 0.0)) if out >= put else (put - GAP, (0, 1, 0.0))
            if (i - 1, j - 1) in table.shared:
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
