"""One process at a time derives a database's tables from its articles; others wait for their turn."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

WAIT = 24 * 3600.0
"""Seconds to wait for one's turn: deriving from a million articles takes its time."""


@contextmanager
def turn(path: Path) -> Iterator[None]:
    """Held by one process at a time for the database at ``path``; the system lets go of it when the process dies.

    The lock is one of SQLite's, on an empty file in the folder for temporary files: it works wherever SQLite does, and
    leaves nothing beside the database.
    """
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:16]
    lock = Path(tempfile.gettempdir()) / f"hearsay-{os.getuid() if hasattr(os, 'getuid') else 0}-{name}.lock"
    with closing(sqlite3.connect(lock, timeout=WAIT, isolation_level=None)) as held:
        held.execute("begin exclusive")
        yield
