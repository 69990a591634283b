"""The search for known claims: from the rarest words to a few candidates, and from these to the best."""

from __future__ import annotations

import json
import math
import sqlite3
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Protocol

from hearsay_to_sqlite.resolve.matching import terms
from hearsay_to_sqlite.resolve.matching.likeness import Likeness, Weights
from hearsay_to_sqlite.resolve.matching.sureness import told
from hearsay_to_sqlite.sql import read

BUDGET = 60_000
"""Places in the index that one search may add up; what stands in more claims is only looked up for the best so far."""

FREE = 20_000
"""Places added up in any case; after them, words that can no longer bring a new claim to the front are not."""

MOST_TERMS = 64
"""Different terms of a text that are searched for, the rarest first."""

LETTERS = 1_000
"""Letters of a text whose runs are looked for in each candidate."""

SURVIVORS = 1_000
"""Candidates whose commoner words are looked up."""

MIX = 2_654_435_761
"""Multiplier of Knuth's hash of whole numbers (The Art of Computer Programming, 6.4)."""

CANDIDATES = 200
"""Candidates that are compared word by word and letter by letter."""

FEW = 1_000
"""Fewer claims do not show which words are common: function words that none of them holds would weigh more than any other."""

COMMON = math.log(2)
"""What a function word weighs at most among so few, as if half of the claims held it: of the dev sets' questions among
20, 100, 300 and 900 claims, as many are answered right or more, and no more wrong ones score above the thresholds."""

MEANING = 0.4
"""Share of the likeness in meaning in the score, where a model is asked: on the tweets .3 does best, on the debates .5."""


@dataclass(frozen=True, slots=True)
class Match:
    """A known claim, how alike it is (0 to 1), why, and its proposition."""

    claim_id: str
    score: float
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class _List:
    """Where the claims that hold a term are written: rows of ``_match_terms``, and how many claims in all."""

    term: str
    rows: tuple[int, ...]
    claims: int


class Nearness(Protocol):
    """Tells how near claims are to a text in meaning."""

    def near(self, text: str, numbers: Collection[int]) -> Mapping[int, float]:
        """Return for claims of these ``numbers``, and for the nearest of all, how near they are, 0 to 1."""


class Finder:
    """Finds known claims in one database, which it only reads."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        candidates: int = CANDIDATES,
        *,
        proposed: bool = True,
        meaning: Nearness | None = None,
        worth: bool = True,
    ) -> None:
        """Compare so many ``candidates``, by ``meaning`` too if it is given.

        Leave out claims that the machine ``proposed`` if that is wished, and what the best score is ``worth``.
        """
        self.connection, self.meaning, self.worth = connection, meaning, worth
        self.candidates, self.proposed = candidates, proposed
        self.claims, words, letters = connection.execute(read("matching/totals")).fetchone()
        sampled = connection.execute(read("matching/sampled")).fetchone()
        self.sampled = sampled[0] if sampled else 0
        self.mean_words = words / max(1, self.claims)
        self.mean_letters = letters / max(1, self.claims)

    def matches(self, text: str, top: int = 5) -> list[Match]:
        """Return the ``top`` claims most like ``text``, best first; none where no word of it is known.

        With ``meaning`` the nearest ones are returned for any text that has a word.
        """
        words = terms.words(text)
        lists = self._lists({terms.term(word) for word in words})
        weights = self._weights(words, lists)
        likeness = Likeness(words, weights, terms.written(text))
        numbers = self._candidates(lists, weights)
        near = self.meaning.near(text, numbers) if self.meaning and words else {}
        found = []
        for n, claim, *fields in self._rows([*dict.fromkeys([*numbers, *near])]):
            there = terms.words(" . ".join(filter(None, fields)))
            score = likeness.of(there)
            if near:
                score = (1 - MEANING) * score + MEANING * near.get(n, 0.0)
            found.append((-score, _scrambled(n), n, claim, there, fields[0]))
        best = sorted(found, key=itemgetter(0, 1))[:top]
        matches: list[Match] = []
        for score, _, n, claim, there, proposition in best:
            why = [likeness.why(there)]
            if n in near:
                why.append(f"likeness in meaning {near[n]:.2f}")
            elif self.worth and not near and not matches:
                # What the first of several scores is worth was measured.
                why.append(told(len(words), -score))
            matches.append(Match(claim, round(-score, 4), "; ".join(filter(None, why)), proposition))
        return matches

    def _lists(self, wanted: set[str]) -> list[_List]:
        rows: dict[str, list[int]] = {}
        claims: Counter[str] = Counter()
        for row, term, count in self.connection.execute(
            read("matching/lists"), (json.dumps(sorted(wanted)),)
        ):
            rows.setdefault(term, []).append(row)
            claims[term] += count
        found = [_List(term, tuple(rows[term]), claims[term]) for term in rows]
        return sorted(found, key=lambda one: (one.claims, one.term))

    def _weights(self, words: list[str], lists: list[_List]) -> Weights:
        runs = sorted(terms.runs(terms.line(words)[:LETTERS]))
        known = dict(self.connection.execute(read("matching/runs"), (json.dumps(runs),)))
        places = {one.term: one.claims for one in lists}
        rarities = {term: _rarity(places.get(term, 0), self.claims) for term in map(terms.term, words)}
        if self.claims < FEW:
            rarities |= {term: min(COMMON, rarities[term]) for term in terms.common() & rarities.keys()}
        return Weights(
            rarities,
            {run: _rarity(known.get(run, 1), self.sampled) for run in runs},
            self.mean_words,
            self.mean_letters,
        )

    def _candidates(self, lists: list[_List], weights: Weights) -> list[int]:
        """Return the numbers of the claims that share most weight."""
        wanted = lists[:MOST_TERMS]
        scores, done = self._added_up(wanted, weights)
        best = _best(scores, SURVIVORS)
        for one in wanted[done:]:
            for row in one.rows:
                _look_up(best, self._numbers(row), weights.terms[one.term])
        return list(_best(best, self.candidates))

    def _added_up(self, lists: list[_List], weights: Weights) -> tuple[dict[int, float], int]:
        """Return the weight of the rarest terms in every claim that holds one, and how many terms these are.

        It ends where no further claim could come to the front (MaxScore, Turtle and Flood 1995), or the budget does.
        """
        left = math.fsum(weights.terms[one.term] for one in lists)
        scores: dict[int, float] = {}
        spent = 0
        for done, one in enumerate(lists):
            if scores and (spent + one.claims > BUDGET or (spent > FREE and max(scores.values()) > left)):
                return scores, done
            weight = weights.terms[one.term]
            for row in one.rows:
                _add(scores, self._numbers(row), weight)
            spent += one.claims
            left -= weight
        return scores, len(lists)

    def _numbers(self, row: int) -> array[int]:
        (blob,) = self.connection.execute(read("matching/numbers"), (row,)).fetchone()
        return unpacked(blob)

    def _rows(self, numbers: list[int]) -> list[tuple[int, str, str, str, str]]:
        return self.connection.execute(
            read("matching/claims"), (json.dumps(numbers), self.proposed)
        ).fetchall()


def unpacked(blob: bytes) -> array[int]:
    """Return the numbers of claims in a row of the index."""
    numbers = array("I")
    numbers.frombytes(blob)
    return numbers


def _rarity(places: int, of: int) -> float:
    # Robertson and Sparck Jones' weight in the form that stays above zero.
    return math.log(1 + (max(of, places) - places + 0.5) / (places + 0.5))


def _add(scores: dict[int, float], numbers: array[int], weight: float) -> None:
    if not scores:
        scores.update(dict.fromkeys(numbers, weight))
        return
    there = scores.get
    for n in numbers:
        scores[n] = there(n, 0.0) + weight


def _look_up(scores: dict[int, float], numbers: array[int], weight: float) -> None:
    end = len(numbers)
    for n in scores:
        at = bisect_left(numbers, n)
        if at < end and numbers[at] == n:
            scores[n] += weight


def _best(scores: Mapping[int, float], most: int) -> dict[int, float]:
    if len(scores) <= most:
        return dict(scores)
    ranked = sorted((-scores[n], _scrambled(n), n) for n in _highest(scores, most))
    return {n: -score for score, _, n in ranked[:most]}


def _highest(scores: Mapping[int, float], most: int) -> list[int]:
    """Return ``most`` numbers of the highest scores or somewhat more; of ever so many equals at the end, a fair choice.

    Sorting would be simpler, but where a text has only common words a hundred thousand claims score the same.
    """
    room, counts = most, Counter(scores.values())
    for least in sorted(counts, reverse=True):
        if room <= counts[least]:
            break
        room -= counts[least]
    else:
        return list(scores)
    limit = 2**33 * room // counts[least]
    # As _scrambled: calling it takes longer.
    equals = [n for n, score in scores.items() if score == least and n * MIX & 0xFFFFFFFF < limit]
    return equals + [n for n, score in scores.items() if score > least]


def _scrambled(n: int) -> int:
    # Ties must not be broken by the order of loading, which can be the order of an answer sheet.
    return n * MIX & 0xFFFFFFFF
