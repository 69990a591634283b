"""Is this claim known, among a million? Invented claims, the same for the same seed, and questions that name one of them.

``python -m benchmarks matching`` asks among 100,000 claims; ``HEARSAY_CLAIMS=1000000`` among another number.
"""

from __future__ import annotations

import os
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from hearsay_to_sqlite.resolve.matching import index
from hearsay_to_sqlite.resolve.matching.finding import Finder
from hearsay_to_sqlite.store import schema
from hearsay_to_sqlite.store.connection import transaction

CLAIMS = 100_000
QUESTIONS = 500
VOCABULARY = 200_000
"""Different words; the k-th commonest stands k times less often than the commonest (Zipf)."""

WORDS = (8, 28)
"""Words of a claim, fewest and most."""

DROPPED = 0.25
REPLACED = 0.15
"""Shares of a claim's words that a question leaves out, and says otherwise."""

SYLLABLES = [
    first + vowel + last for first in "bdfgklmnprstvz" for vowel in "aeiou" for last in ("", "n", "r")
]


class Invented:
    """Claims and questions from a seed."""

    def __init__(self, seed: int = 7) -> None:
        self.chance = random.Random(seed)
        self.words = sorted({self._word() for _ in range(VOCABULARY)})
        self.chance.shuffle(self.words)
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))

    def _word(self) -> str:
        return "".join(self.chance.choices(SYLLABLES, k=self.chance.randint(2, 4)))

    def drawn(self, most: int) -> list[str]:
        """Return words as often as they are used."""
        return self.chance.choices(self.words, cum_weights=self.weights, k=most)

    def claims(self, most: int) -> Iterator[list[str]]:
        """Yield the words of one claim after the other."""
        for _ in range(most):
            yield self.drawn(self.chance.randint(*WORDS))

    def question(self, claim: list[str]) -> str:
        """Return a claim in other words: some left out, some replaced."""
        said = []
        for word in claim:
            chance = self.chance.random()
            if chance >= DROPPED:
                said.append(self.drawn(1)[0] if chance < DROPPED + REPLACED else word)
        return " ".join(said)


def write(connection: sqlite3.Connection, invented: Invented, most: int) -> dict[str, str]:
    """Write so many claims; return questions and the claim that each names."""
    asked: dict[str, str] = {}
    every = max(1, most // QUESTIONS)
    with transaction(connection):
        for number, words in enumerate(invented.claims(most)):
            row = (f"claim-{number}", " ".join(words))
            connection.execute("insert into claims (id, proposition, origin) values (?, ?, 'imported')", row)
            if number % every == every // 2:
                asked[invented.question(words)] = row[0]
    return asked


def run() -> Iterator[tuple[str, str]]:
    """Yield what indexing and asking cost, in seconds of CPU, and how often the first answer is right."""
    most = int(os.environ.get("HEARSAY_CLAIMS", CLAIMS))
    with tempfile.TemporaryDirectory() as folder:
        database = schema.open_database(Path(folder, "claims.db"))
        connection = database.conn
        asked = write(connection, Invented(), most)
        started = time.process_time()
        with transaction(connection):
            index.update(connection)
        yield f"seconds of CPU to index {most} claims", f"{time.process_time() - started:.1f}"
        started = time.process_time()
        finder = Finder(connection)
        yield "milliseconds of CPU to open the index", f"{(time.process_time() - started) * 1e3:.1f}"
        taken, right = [], 0
        for question, claim in asked.items():
            started = time.process_time()
            found = finder.matches(question, 5)
            taken.append(time.process_time() - started)
            right += bool(found) and found[0].claim_id == claim
        connection.close()
    taken.sort()
    yield f"{len(asked)} questions, share whose first answer is right", f"{right / len(asked):.3f}"
    yield "milliseconds of CPU a question, median", f"{taken[len(taken) // 2] * 1e3:.1f}"
    yield "milliseconds of CPU a question, 99th of 100", f"{taken[len(taken) * 99 // 100] * 1e3:.1f}"
