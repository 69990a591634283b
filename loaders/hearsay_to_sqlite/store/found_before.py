"""What was found in which articles before, told to whichever process asks: what stands need not be found again."""

from __future__ import annotations

import sqlite3
from functools import cache
from pathlib import Path


class FoundBefore:
    """Asks a database how much was found in an article; opened when it is first asked."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection: sqlite3.Connection | None = None

    def __reduce__(self) -> tuple[object, ...]:
        # A worker gets it with each piece of work, and opens the database once.
        return _of_this_process, (self.path,)

    def count(self, article: str, basis: str) -> int | None:
        """How many attributions were found in the article of this id, from the same ``basis``; None where it was not."""
        if self._connection is None:
            # By its URI, so that it is only read.
            self._connection = sqlite3.connect(
                f"{self.path.absolute().as_uri()}?mode=ro", uri=True, timeout=60.0
            )
        found = self._connection.execute(
            "select found from _extractions where article_id = ? and basis = ?", (article, basis)
        )
        row = found.fetchone()
        return None if row is None else int(row[0])

    def close(self) -> None:
        """Let go of the database."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


@cache
def _of_this_process(path: Path) -> FoundBefore:
    return FoundBefore(path)
