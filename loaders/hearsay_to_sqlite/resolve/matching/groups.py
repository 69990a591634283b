"""Which of many texts say the same: near neighbours by their rarest words, compared as a whole, joined by average link."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from hearsay_to_sqlite.clean.words import stopwords
from hearsay_to_sqlite.resolve.matching import terms
from hearsay_to_sqlite.resolve.matching.linkage import groups

ALIKE = 0.16
"""Mean likeness from which on two groups are one; from .14 to .20 B³ F1 on the dev set stays within .01."""

SURE = 0.3
"""The same where wrong company is worse than none: from here on B³ precision on the dev set is .986."""

MEANING = 0.4
"""Share of the likeness in meaning, where a model is asked: .3 did as well on the dev set, .5 was lower by .01."""

ALIKE_IN_MEANING = 0.28
"""ALIKE where a model is asked."""

SHARP = 2.0
"""Power of a term's rarity in the cosines: 1 gave .880, 1.5 .883, 2 .889."""

COMMON = 200
"""A term that stands in more texts brings none together; it still counts when two are compared."""

NEAR = 50
"""Neighbours of a text that are compared with it, those that share most first: what bounds memory."""

COMPARED = 10
"""Members of a cluster that each is compared with for its score."""


@dataclass(frozen=True, slots=True)
class _Text:
    """Weights of the terms and runs of a text, and what they add up to."""

    terms: Mapping[str, float]
    runs: Mapping[str, float]
    sharp_terms: float
    sharp_runs: float
    total: float


@dataclass(frozen=True, slots=True)
class Counts:
    """In how many of so many ``texts``, those of the same words counted once, each term and each run stands."""

    texts: int
    terms: Mapping[str, int]
    runs: Mapping[str, int]

    def term(self, name: str) -> float:
        """Return the rarity of a term."""
        return self._rarity(self.terms.get(name, 1))

    def run(self, name: str) -> float:
        """Return the rarity of a run of letters."""
        return self._rarity(self.runs.get(name, 1))

    def _rarity(self, count: int) -> float:
        return math.log((self.texts + 1) / (count + 0.5))


def counted(texts: Iterable[str]) -> Counts:
    """Count the terms and runs of texts, one after the other."""
    seen: set[int] = set()
    stems: Counter[str] = Counter()
    runs: Counter[str] = Counter()
    for text in texts:
        words = terms.words(text)
        if words and (mark := hash(tuple(words))) not in seen:
            seen.add(mark)
            stems.update(_stems(words))
            runs.update(terms.runs(terms.line(words)))
    return Counts(len(seen), stems, runs)


def neighbours(texts: Iterable[tuple[str, str]], new: Mapping[str, str]) -> tuple[set[str], Counts]:
    """Return the ids of ``texts`` that are near to one of the ``new`` (words by id), and the counts of all texts.

    Holds the vocabulary, and only the texts that share a rare term with a new one. Near is as alike as ``SURE``.
    """
    wanted = {name: terms.words(words) for name, words in new.items()}
    postings: dict[str, list[str]] = {term: [] for words in wanted.values() for term in _stems(words)}
    same = {tuple(words) for words in wanted.values()}
    found: set[str] = set()
    seen: set[int] = set()
    kept: dict[str, tuple[str, ...]] = {}

    def passed() -> Iterator[str]:
        for name, text in texts:
            words = tuple(terms.words(text))
            if words in same:
                found.add(name)
            if hash(words) not in seen:
                seen.add(hash(words))
                for term in _stems(words) & postings.keys():
                    if len(postings[term]) <= COMMON:
                        postings[term].append(name)
                        kept[name] = words
            yield text

    counts = counted(passed())
    for words in wanted.values():
        shared: dict[str, float] = defaultdict(float)
        for term in sorted(_stems(words)):
            if len(postings[term]) <= COMMON:
                for name in postings[term]:
                    shared[name] += counts.term(term)
        own = _weighed(tuple(words), counts)
        nearest = sorted(shared, key=lambda name: (-shared[name], name))[:NEAR]
        # A mean of so much needs at least one pair of so much.
        found.update(name for name in nearest if _likeness(own, _weighed(kept[name], counts)) >= SURE)
    return found, counts


def closeness(texts: list[str], counts: Counts) -> list[float]:
    """Return for each of several texts its mean likeness to the others, at most ``COMPARED`` of these."""
    words = [tuple(terms.words(text)) for text in texts]
    weighed = {own: _weighed(own, counts) for own in dict.fromkeys(words)}
    found = []
    for n, own in enumerate(words):
        others = [other for at, other in enumerate(words[: COMPARED + 1]) if at != n][:COMPARED]
        alike = [1.0 if own == other else _likeness(weighed[own], weighed[other]) for other in others]
        found.append(math.fsum(alike) / len(alike))
    return found


class Meanings(Protocol):
    """Tells how near some texts are to one another in meaning; each is known by its place."""

    def cosine(self, one: int, other: int) -> float:
        """Return how near two are, 0 to 1."""

    def before(self, n: int, most: int) -> Sequence[int]:
        """Return those before ``n`` that are nearest to it, at ``most`` so many."""


def clusters(
    texts: Iterable[tuple[str, str]],
    least: float = ALIKE,
    counts: Counts | None = None,
    among: Callable[[Sequence[str]], Meanings] | None = None,
) -> dict[str, str]:
    """Return for each id of ``(id, text)`` the id that its cluster is called by: the smallest of its members.

    ``least`` is the mean likeness from which on two groups are one.
    ``counts`` are those of a larger collection that the texts are of, else their own.
    ``among`` makes what compares texts by meaning too.
    Depends on the texts alone, not on their order. Texts of the same words are one text; texts without words are alone.
    """
    ids: dict[tuple[str, ...], list[str]] = defaultdict(list)
    said: dict[tuple[str, ...], str] = {}
    alone: dict[str, str] = {}
    for name, text in texts:
        words = tuple(terms.words(text))
        if words:
            ids[words].append(name)
            said[words] = min(text, said.get(words, text))
        else:
            alone[name] = name
    kept = sorted(ids)
    counts = counts or counted(" ".join(words) for words in kept)
    meanings = among([said[words] for words in kept]) if among and kept else None
    for group in groups(len(kept), _pairs(kept, counts, meanings), least):
        names = [name for n in group for name in ids[kept[n]]]
        alone.update(dict.fromkeys(names, min(names)))
    return alone


def _pairs(
    texts: list[tuple[str, ...]], counts: Counts, meanings: Meanings | None
) -> Iterator[tuple[int, int, float]]:
    weighed = [_weighed(words, counts) for words in texts]
    postings: dict[str, list[int]] = defaultdict(list)
    for n, own in enumerate(weighed):
        for term in own.terms:
            postings[term].append(n)
    for n, own in enumerate(weighed):
        shared: dict[int, float] = defaultdict(float)
        for term in sorted(own.terms):
            if max(counts.terms.get(term, 1), len(postings[term])) <= COMMON:
                for other in postings[term]:
                    if other < n:
                        shared[other] += own.terms[term]
        near = [other for other, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:NEAR]]
        for other in dict.fromkeys([*near, *(meanings.before(n, NEAR) if meanings else ())]):
            alike = _likeness(own, weighed[other])
            if meanings:
                alike = (1 - MEANING) * alike + MEANING * meanings.cosine(n, other)
            yield other, n, alike


@cache
def _stop() -> frozenset[str]:
    return frozenset(terms.term(word) for word in stopwords())


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(terms.term, words)) - _stop()


def _weighed(words: tuple[str, ...], counts: Counts) -> _Text:
    own = {term: counts.term(term) for term in _stems(words)}
    letters = {run: counts.run(run) for run in terms.runs(terms.line(list(words)))}
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
