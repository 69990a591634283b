"""How alike a text and a known claim are, 0 to 1, and why: their words and runs of letters, each by its rarity."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from hearsay_to_sqlite.resolve.matching import terms

SATURATION = 1.2
LENGTH = 0.75
"""BM25's two constants, at their usual values: other values moved nothing by more than .003."""

LETTERS = 1.3
"""Weight of the runs of letters beside the words' 1; from 1 to 2 hardly anything moves on either dev set."""

SHOWN = 6
"""Shared words that are named."""


TELLING = 0.3
"""Share of the heaviest shared word's weight from which on a word is named."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each term and run of the text tells, and how long claims are on average, in words and in letters."""

    terms: Mapping[str, float]
    runs: Mapping[str, float]
    mean_words: float
    mean_letters: float


class Likeness:
    """Compares one text, given as folded words, with one claim after the other; it may be told how they are ``written``."""

    def __init__(self, words: list[str], weights: Weights, written: Mapping[str, str] | None = None) -> None:
        self.weights = weights
        self.words = {terms.term(word): (written or {}).get(word, word) for word in reversed(words)}
        self.numbers, self.negations = terms.numbers(words), terms.negations(words)
        self.most_words = math.fsum(weights.terms.values()) or 1.0
        self.most_runs = math.fsum(weights.runs.values()) or 1.0

    def of(self, words: list[str]) -> float:
        """Return the score of a claim with these folded words."""
        weights, line = self.weights, terms.line(words)
        by_word = _saturated(
            Counter(map(terms.term, words)), weights.terms, len(words) / (weights.mean_words or 1.0)
        )
        # Looking for each run of the text is quicker than listing all runs of the claim.
        counts = {run: line.count(run) for run in weights.runs if run in line}
        by_letter = _saturated(counts, weights.runs, len(line) / (weights.mean_letters or 1.0))
        score = (by_word / self.most_words + LETTERS * by_letter / self.most_runs) / (1 + LETTERS)
        return min(1.0, score)

    def why(self, words: list[str]) -> str:
        """Return the words that decided, heaviest first, and the numbers and negations that differ."""
        weight = self.weights.terms
        shared = sorted(weight.keys() & {*map(terms.term, words)}, key=lambda term: (-weight[term], term))
        told = [self.words[term] for term in shared if weight[term] >= TELLING * weight[shared[0]]]
        reasons = ["shares " + ", ".join(told[:SHOWN])] if told else []
        there = terms.numbers(words)
        if self.numbers and there and not self.numbers & there:
            reasons.append(f"numbers differ: {_listed(self.numbers)} here, {_listed(there)} there")
        negated = terms.negations(words)
        if bool(self.negations) != bool(negated):
            here = "here" if self.negations else "there"
            reasons.append(f"negated only {here}: {_listed(self.negations or negated)}")
        return "; ".join(reasons)


def _saturated(counts: Mapping[str, int], weights: Mapping[str, float], length: float) -> float:
    norm = SATURATION * (1 - LENGTH + LENGTH * length)
    return math.fsum(
        weights[name] * counts[name] * (SATURATION + 1) / (counts[name] + norm)
        for name in weights.keys() & counts.keys()
    )


def _listed(values: frozenset[str]) -> str:
    return ", ".join(sorted(values)[:SHOWN])
