"""Which sentence of one text became which of another: aligned in order by dynamic programming."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay_to_sqlite.clean.words import terms
from hearsay_to_sqlite.compare.neighbours import Weights
from hearsay_to_sqlite.records import Span

LEAST = 0.2
"""Sentences less alike than this (weighted Jaccard) are never a pair."""

GAP = 0.08
"""What leaving a sentence out costs: a pair must be worth more than leaving both its sides out."""

MAX_SENTENCES = 400
"""Longer texts are compared by their first so many sentences: the table grows with the product."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A stretch of the copy and one of what it was copied from; one of them is None where it has no counterpart."""

    here: Span | None
    there: Span | None
    similarity: float


@dataclass(frozen=True, slots=True)
class _Side:
    spans: Sequence[Span]
    terms: Sequence[frozenset[str]]


def align(text: str, spans: Sequence[Span], other: str, other_spans: Sequence[Span]) -> tuple[Pair, ...]:
    """Return the pairs of two texts' sentences in the order of the first; joins of two sentences are found as well.

    ``spans`` are the sentences of ``text`` (code points, end exclusive), ``other_spans`` those of ``other``.
    """
    here = _side(text, spans[:MAX_SENTENCES])
    there = _side(other, other_spans[:MAX_SENTENCES])
    weights = Weights.of({str(n): own for n, own in enumerate((*here.terms, *there.terms))})
    return tuple(_walk(here, there, weights))


def _side(text: str, spans: Sequence[Span]) -> _Side:
    return _Side(spans, [terms(text[span.start : span.end]) for span in spans])


STEPS = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1))
"""How many sentences of each side a step takes: one to one, splits, joins, left out, put in."""


def _similarity(
    here: _Side, there: _Side, at: tuple[int, int], step: tuple[int, int], weights: Weights
) -> float:
    mine = frozenset().union(*here.terms[at[0] - step[0] : at[0]])
    theirs = frozenset().union(*there.terms[at[1] - step[1] : at[1]])
    return 0.0 if mine.isdisjoint(theirs) else weights.jaccard(mine, theirs)


def _walk(here: _Side, there: _Side, weights: Weights) -> list[Pair]:
    rows, columns = len(here.spans), len(there.spans)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    taken: list[list[tuple[tuple[int, int], float]]] = [
        [((0, 0), 0.0)] * (columns + 1) for _ in range(rows + 1)
    ]
    for i in range(rows + 1):
        for j in range(columns + 1):
            if i == j == 0:
                continue
            options = []
            for step in STEPS:
                if step[0] > i or step[1] > j:
                    continue
                alike = _similarity(here, there, (i, j), step, weights) if all(step) else 0.0
                if all(step) and alike < LEAST:
                    continue
                # A join is worth no more than a single pair: else it would swallow every sentence left out beside it.
                gain = alike - GAP * (sum(step) - 2 if all(step) else 1)
                options.append((best[i - step[0]][j - step[1]] + gain, step, alike))
            score, step, alike = max(options, key=lambda option: option[0])
            best[i][j], taken[i][j] = score, (step, alike)
    found = []
    i, j = rows, columns
    while i or j:
        (down, across), alike = taken[i][j]
        found.append(Pair(_joined(here.spans[i - down : i]), _joined(there.spans[j - across : j]), alike))
        i, j = i - down, j - across
    return found[::-1]


def _joined(spans: Sequence[Span]) -> Span | None:
    return Span(spans[0].start, spans[-1].end) if spans else None
