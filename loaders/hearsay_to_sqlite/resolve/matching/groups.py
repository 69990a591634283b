"""Which of many texts say the same: near neighbours by their rarest words, compared as a whole, joined by average link."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from hearsay_to_sqlite.clean.words import stopwords
from hearsay_to_sqlite.resolve.matching import terms
from hearsay_to_sqlite.resolve.matching.linkage import groups

ALIKE = 0.16
"""Mean likeness from which on two groups are one; from .14 to .20 B³ F1 on the dev set stays within .01."""

SURE = 0.3
"""The same where wrong company is worse than none: from here on B³ precision on the dev set is .986."""

SHARP = 2.0
"""Power of a term's rarity in the cosines: 1 gave .880, 1.5 .883, 2 .889."""

COMMON = 200
"""A term that stands in more texts brings none together; it still counts when two are compared."""

NEAR = 50
"""Neighbours of a text that are compared with it, those that share most first: what bounds memory."""


@dataclass(frozen=True, slots=True)
class _Text:
    """Weights of the terms and runs of a text, and what they add up to."""

    terms: Mapping[str, float]
    runs: Mapping[str, float]
    sharp_terms: float
    sharp_runs: float
    total: float


def clusters(texts: Iterable[tuple[str, str]], least: float = ALIKE) -> dict[str, str]:
    """Return for each id of ``(id, text)`` the id that its cluster is called by: the smallest of its members.

    ``least`` is the mean likeness from which on two groups are one.
    Depends on the texts alone, not on their order. Texts of the same words are one text; texts without words are alone.
    """
    ids: dict[tuple[str, ...], list[str]] = defaultdict(list)
    alone: dict[str, str] = {}
    for name, text in texts:
        words = tuple(terms.words(text))
        if words:
            ids[words].append(name)
        else:
            alone[name] = name
    kept = sorted(ids)
    for group in groups(len(kept), _pairs([list(words) for words in kept]), least):
        names = [name for n in group for name in ids[kept[n]]]
        alone.update(dict.fromkeys(names, min(names)))
    return alone


def _pairs(texts: list[list[str]]) -> Iterator[tuple[int, int, float]]:
    stop = {terms.term(word) for word in stopwords()}
    stems = [frozenset(map(terms.term, words)) - stop for words in texts]
    runs = [terms.runs(terms.line(words)) for words in texts]
    term_weights, run_weights = _rarities(stems), _rarities(runs)
    weighed = [_text(*both, term_weights, run_weights) for both in zip(stems, runs, strict=True)]
    postings: dict[str, list[int]] = defaultdict(list)
    for n, own in enumerate(stems):
        for term in own:
            postings[term].append(n)
    for n, own in enumerate(stems):
        shared: dict[int, float] = defaultdict(float)
        for term in sorted(own):
            if len(postings[term]) <= COMMON:
                for other in postings[term]:
                    if other < n:
                        shared[other] += term_weights[term]
        for other, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:NEAR]:
            yield other, n, _likeness(weighed[n], weighed[other])


def _rarities(sets: list[frozenset[str]]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for own in sets:
        counts.update(own)
    return {name: math.log((len(sets) + 1) / (count + 0.5)) for name, count in counts.items()}


def _text(
    stems: frozenset[str],
    runs: frozenset[str],
    term_weights: Mapping[str, float],
    run_weights: Mapping[str, float],
) -> _Text:
    own = {term: term_weights[term] for term in stems}
    letters = {run: run_weights[run] for run in runs}
    return _Text(own, letters, _sharp(own.values()), _sharp(letters.values()), math.fsum(own.values()))


def _sharp(weights: Iterable[float]) -> float:
    return math.fsum(weight ** (2 * SHARP) for weight in weights)


def _likeness(one: _Text, other: _Text) -> float:
    """Return the mean of two cosines, over terms and over runs, and of the share of the lighter text's terms held."""
    terms_shared = [one.terms[term] for term in one.terms.keys() & other.terms.keys()]
    runs_shared = [one.runs[run] for run in one.runs.keys() & other.runs.keys()]
    by_term = _sharp(terms_shared) / (math.sqrt(one.sharp_terms * other.sharp_terms) or 1.0)
    by_run = _sharp(runs_shared) / (math.sqrt(one.sharp_runs * other.sharp_runs) or 1.0)
    held = math.fsum(terms_shared) / (min(one.total, other.total) or 1.0)
    return (by_term + by_run + held) / 3
