"""Which known claims say what a text says: the loaders' rules over the index they wrote, held equal by a contract test.

Only what asking needs is here: which words have no content, and how common each is, stands in the index.
"""

from __future__ import annotations

import json
import math
import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter

from anyascii import anyascii

from . import scores, vocabulary
from .reading import Reader, Row

SQL = ("match_totals", "match_lists", "match_numbers", "match_runs", "match_claims")

LONGEST = 20_000
LONGEST_WORD = 40
LONGEST_TERM = 6
RUN = 5
LETTERS = 1_000
BUDGET = 60_000
FREE = 20_000
MOST_TERMS = 64
SURVIVORS = 1_000
CANDIDATES = 200
FEW = 1_000
COMMON = math.log(2)
REMEMBERED = 65_536
SATURATION = 1.2
LENGTH = 0.75
BY_LETTER = 1.3
TELLING = 0.3
SHOWN = 6

_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+", re.IGNORECASE)
_TAG = re.compile(r"[#@](\w{1,200})")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|_")
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_UNSPACED}]+|[^\W{_UNSPACED}]+(?:['’][^\W{_UNSPACED}]+)*")
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")
_ENDINGS = ("ings", "ing", "edly", "ied", "ies", "ed", "es", "ly", "s")


def words(text: str) -> list[str]:
    """The folded words of a text in order.

    >>> words("Über 10,000 at #StopTheSteal, https://example.org/x")
    ['uber', '10000', 'at', 'stop', 'the', 'steal']
    """
    plain = text[:LONGEST]
    # Two hundred texts are read for each question; most have nothing of what is looked for here.
    if "/" in plain or "www." in plain.lower():
        plain = _ADDRESS.sub(" ", plain)
    if "#" in plain or "@" in plain:
        plain = _TAG.sub(lambda match: " " + _HUMP.sub(" ", match.group(1)) + " ", plain)
    if "," in plain or not plain.isascii():
        plain = _THOUSANDS.sub("", plain)
    if plain.isascii():
        return [*map(_FOLDED.__getitem__, _WORD.findall(plain))]
    found = []
    for word in _WORD.findall(plain):
        if _IS_UNSPACED.match(word):
            found.extend([word[at : at + 2] for at in range(len(word) - 1)] or [word])
        else:
            found.append(_FOLDED[word])
    return found


class _Folded(dict[str, str]):
    """Words as they are compared, made when they are first asked for."""

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        plain = anyascii(word[:LONGEST_WORD]).lower().replace("`", "'")
        folded = plain.removesuffix("'s").replace("'", "")
        if len(word) <= LONGEST_WORD:
            self[word] = folded
        return folded


_FOLDED = _Folded()


@lru_cache(REMEMBERED)
def term(word: str) -> str:
    """What stands for a folded word in the index.

    >>> term("government"), term("governing"), term("20211107")
    ('govern', 'govern', '20211107')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
            break
    return word[:LONGEST_TERM] if word.isalpha() and word.isascii() else word


@cache
def common() -> frozenset[str]:
    """What stands for the English words that have no content."""
    return frozenset(map(term, vocabulary.words()["function_words"]["words"].split()))


def _line(found: list[str]) -> str:
    return f" {' '.join(found)} "


def _rarity(places: int, of: int) -> float:
    return math.log(1 + (max(of, places) - places + 0.5) / (places + 0.5))


@dataclass(frozen=True, slots=True)
class _List:
    term: str
    rows: tuple[int, ...]
    claims: int


@dataclass(frozen=True, slots=True)
class _Text:
    """A text to be looked for: how much each of its words and runs of letters tells, how long claims are, and how much all
    of its words and runs tell."""

    words: Mapping[str, str]
    terms: Mapping[str, float]
    runs: Mapping[str, float]
    mean_words: float
    mean_letters: float
    most_words: float
    most_letters: float


def matches(reader: Reader, text: str, top: int) -> list[Row]:
    """The ``top`` claims most like ``text``, best first: ``claim_id``, ``score`` (0 to 1), ``shared`` words, and the row's columns."""
    found = words(text)
    totals = reader.row("match_totals")
    if not found or not totals or not totals["claims"]:
        return []
    lists = _lists(reader, {term(word) for word in found})
    asked = _asked(reader, found, lists, totals)
    rows = reader.rows("match_claims", numbers=json.dumps(_candidates(reader, lists, asked)))
    scored = [
        (-_score(asked, there := words(row.pop("compared"))), scores.scrambled(row.pop("n")), row, there)
        for row in rows
    ]
    best = sorted(scored, key=itemgetter(0, 1))[:top]
    return [
        {**row, "score": round(-score, 4), "shared": _shared(asked, there)} for score, _, row, there in best
    ]


def _lists(reader: Reader, wanted: set[str]) -> list[_List]:
    rows: dict[str, list[int]] = {}
    claims: Counter[str] = Counter()
    for row in reader.rows("match_lists", terms=json.dumps(sorted(wanted))):
        rows.setdefault(row["term"], []).append(row["row"])
        claims[row["term"]] += row["claims"]
    found = [_List(name, tuple(rows[name]), claims[name]) for name in rows]
    return sorted(found, key=lambda one: (one.claims, one.term))


def _asked(reader: Reader, found: list[str], lists: list[_List], totals: Row) -> _Text:
    runs = sorted(_runs(_line(found)[:LETTERS]))
    known = {row["run"]: row["claims"] for row in reader.rows("match_runs", runs=json.dumps(["", *runs]))}
    places = {one.term: one.claims for one in lists}
    terms = {name: _rarity(places.get(name, 0), totals["claims"]) for name in map(term, found)}
    if totals["claims"] < FEW:
        terms |= {name: min(COMMON, terms[name]) for name in common() & terms.keys()}
    weights = {run: _rarity(known.get(run, 1), known.get("", 0)) for run in runs}
    return _Text(
        {term(word): word for word in reversed(found)},
        terms,
        weights,
        totals["words"] / totals["claims"],
        totals["letters"] / totals["claims"],
        math.fsum(terms.values()) or 1.0,
        math.fsum(weights.values()) or 1.0,
    )


def _candidates(reader: Reader, lists: list[_List], asked: _Text) -> list[int]:
    wanted = lists[:MOST_TERMS]
    added, done = _added_up(reader, wanted, asked)
    best = scores.best(added, SURVIVORS)
    for one in wanted[done:]:
        weight = asked.terms[one.term]
        for row in one.rows:
            numbers = _numbers(reader, row)
            end = len(numbers)
            for n in best:
                at = bisect_left(numbers, n)
                if at < end and numbers[at] == n:
                    best[n] += weight
    return list(scores.best(best, CANDIDATES))


def _added_up(reader: Reader, lists: list[_List], asked: _Text) -> tuple[scores.Scores, int]:
    left = math.fsum(asked.terms[one.term] for one in lists)
    added: scores.Scores = []
    spent = 0
    for done, one in enumerate(lists):
        if added and (spent + one.claims > BUDGET or (spent > FREE and max(scores.values(added)) > left)):
            return added, done
        weight = asked.terms[one.term]
        for row in one.rows:
            added = scores.add(added, _numbers(reader, row), weight)
        spent, left = spent + one.claims, left - weight
    return added, len(lists)


def _numbers(reader: Reader, row: int) -> array[int]:
    numbers = array("I")
    found = reader.row("match_numbers", row=row)
    if found is not None:
        numbers.frombytes(found["numbers"])
    return numbers


def _score(asked: _Text, there: list[str]) -> float:
    line = _line(there)
    said: dict[str, int] = {}
    for name in map(term, there):
        if name in asked.terms:
            said[name] = said.get(name, 0) + 1
    by_word = _saturated(said, asked.terms, len(there) / (asked.mean_words or 1.0))
    # Whichever is quicker: to look for each run of the text, or to list those of the claim.
    few = len(asked.runs) <= len(line)
    runs = [run for run in asked.runs if run in line] if few else _runs(line) & asked.runs.keys()
    by_letter = _saturated(
        {run: line.count(run) for run in runs}, asked.runs, len(line) / (asked.mean_letters or 1.0)
    )
    return min(
        1.0, (by_word / asked.most_words + BY_LETTER * by_letter / asked.most_letters) / (1 + BY_LETTER)
    )


def _runs(line: str) -> set[str]:
    """Every run of letters in a line; of a line that is shorter than a run, the line."""
    return {line[at : at + RUN] for at in range(max(1, len(line) - RUN + 1))}


def _saturated(counts: Mapping[str, int], weights: Mapping[str, float], length: float) -> float:
    norm = SATURATION * (1 - LENGTH + LENGTH * length)
    return math.fsum(
        [weights[name] * count * (SATURATION + 1) / (count + norm) for name, count in counts.items()]
    )


def _shared(asked: _Text, there: list[str]) -> list[str]:
    shared = sorted(asked.terms.keys() & {*map(term, there)}, key=lambda name: (-asked.terms[name], name))
    return [asked.words[name] for name in shared if asked.terms[name] >= TELLING * asked.terms[shared[0]]][
        :SHOWN
    ]
