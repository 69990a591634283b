"""Vectors of the claims, kept in the file, and the search among them: which claims mean what a text means."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hearsay_to_sqlite.resolve.matching.embedding import Model, Vectors
from hearsay_to_sqlite.sql import read
from hearsay_to_sqlite.store.connection import transaction
from hearsay_to_sqlite.store.schema import open_for_reading, writing

BATCH = 256
"""Claims that get their vectors in one transaction: other writers wait a few seconds, and what is done stays done."""

BLOCK = 8_192
"""Vectors that are compared at once."""

KEPT = 256 << 20
"""Bytes of vectors that stay in memory from one text to the next; more are read from the file for each text."""

NEAREST = 50
"""Claims nearest in meaning that are compared although they may share no word."""

STORED = np.dtype("<f2")
"""Half precision: no rank on either dev set rests on the rest."""

DIGITS = 4
"""Digits of a cosine that count: later ones depend on the processor."""

Block = tuple[NDArray[np.int64], Vectors]
"""Numbers of claims, and a row for each."""


def bring_up_to_date(path: Path, model: Model) -> int:
    """Write the vectors that claims of the database at ``path`` lack; return how many. A complete one is only read."""
    reading = open_for_reading(path)
    try:
        lacking = _lacking(reading, model, 0)
    finally:
        reading.close()
    if not lacking:
        return 0
    with writing(path, create=False) as connection:
        return update(connection, model)


def update(connection: sqlite3.Connection, model: Model) -> int:
    """Write the vectors that claims lack, in a transaction for each batch; return how many."""
    done, last = 0, 0
    while True:
        with transaction(connection):
            batch = _lacking(connection, model, last)
            if not batch:
                return done
            rows = model.vectors([proposition for *_, proposition in batch])
            connection.executemany(
                "insert or replace into vectors (subject, model, version, vector) values (?, ?, ?, ?)",
                [
                    (claim, model.name, model.version, row.astype(STORED).tobytes())
                    for (_, claim, _), row in zip(batch, rows, strict=True)
                ],
            )
        done += len(batch)
        last = batch[-1][0]


def _lacking(connection: sqlite3.Connection, model: Model, after: int) -> list[tuple[int, str, str]]:
    return connection.execute(
        read("matching/without_vector"), {**_whose(model), "after": after, "most": BATCH}
    ).fetchall()


def _whose(model: Model) -> dict[str, str | int]:
    size = model.dimensions * STORED.itemsize
    return {"model": model.name, "version": model.version, "size": size}


class Meaning:
    """Compares texts with the claims of one database by meaning; only reads."""

    def __init__(self, connection: sqlite3.Connection, model: Model) -> None:
        self.connection, self.model = connection, model
        (claims,) = connection.execute("select count(*) from claims").fetchone()
        few = claims * model.dimensions * 4 <= KEPT
        self.kept = list(self._read()) if few else None

    def near(self, text: str, numbers: Collection[int]) -> dict[int, float]:
        """Return how near the claims of these numbers, and the nearest of all, are to ``text`` in meaning.

        From 0 to 1: the cosine, and 0 for less. Claims without a vector are left out.
        """
        (wanted,) = self.model.vectors([text])
        asked = np.fromiter(numbers, np.int64, len(numbers))
        found: dict[int, float] = {}
        nearest: list[tuple[float, int]] = []
        for claims, rows in self._read() if self.kept is None else self.kept:
            cosines = np.clip(rows @ wanted, 0.0, 1.0)
            here = np.isin(claims, asked)
            found.update(zip(claims[here].tolist(), cosines[here].tolist(), strict=True))
            best = np.argpartition(cosines, -NEAREST)[-NEAREST:] if len(cosines) > NEAREST else slice(None)
            nearest += zip(cosines[best].tolist(), claims[best].tolist(), strict=True)
            nearest = sorted(nearest, reverse=True)[:NEAREST]
        return found | {claim: cosine for cosine, claim in nearest}

    def _read(self) -> Iterator[Block]:
        rows = self.connection.execute(read("matching/vectors"), _whose(self.model))
        while block := rows.fetchmany(BLOCK):
            numbers, blobs = zip(*block, strict=True)
            matrix = np.frombuffer(b"".join(blobs), STORED).reshape(len(blobs), self.model.dimensions)
            # A file is from anywhere: what is no number is no likeness.
            yield (
                np.array(numbers, np.int64),
                np.nan_to_num(matrix.astype(np.float32), posinf=0.0, neginf=0.0),
            )


class Among:
    """Compares texts with one another by meaning; each is known by its place. Their vectors are held in memory."""

    def __init__(self, model: Model, texts: Sequence[str]) -> None:
        self.rows = model.vectors(texts)

    def cosine(self, one: int, other: int) -> float:
        """Return how near two texts are: the cosine, and 0 for less."""
        return round(max(0.0, float(self.rows[one] @ self.rows[other])), DIGITS)

    def before(self, n: int, most: int) -> Sequence[int]:
        """Return the texts before ``n`` that are nearest to it, at ``most`` so many."""
        cosines = np.round(self.rows[:n] @ self.rows[n], DIGITS)
        found: list[int] = np.argsort(-cosines, kind="stable")[:most].tolist()
        return found
