"""A database written beside its place and put there when it is complete, so that the old one stays until then."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from hearsay_to_sqlite.errors import DatabaseError
from hearsay_to_sqlite.store import schema
from hearsay_to_sqlite.store.connection import explained

BESIDE = ("", "-wal", "-shm", "-journal")
"""What SQLite may put beside a database's name."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """The path of a new file that takes the place of ``path`` at the end, if nothing was raised inside.

    Raises DatabaseError where ``path`` is a file that must not be replaced.
    """
    settle(path)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        yield unfinished
        os.replace(unfinished, path)
    finally:
        for suffix in BESIDE:
            unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)


def settle(path: Path) -> None:
    """Make sure that the file to be replaced is one of ours and whole in itself.

    A write-ahead log that it leaves behind would be taken for the new file's. Raises DatabaseError.
    """
    if not path.exists():
        return
    if path.is_dir():
        raise DatabaseError(f"{path} is a folder. Give the path of a database file.")
    if path.stat().st_size:
        with closing(schema.open_for_reading(path, any_version=True)) as connection:
            connection.execute("pragma query_only = off")
            with explained(path):
                connection.execute("pragma journal_mode = delete")
    if path.with_name(path.name + "-wal").exists():
        raise DatabaseError(f"{path} is in use by another program. Close it, and run the command again.")
