"""Connections to SQLite: how they are opened, what a transaction is, and what an error means to the user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hearsay_to_sqlite.errors import DatabaseError

BUSY_SECONDS = 60.0
"""Two writers wait for one another this long."""

SORTED_KIB = 4 * 1024
"""Memory that a sort of a whole table may take, beside as much for pages, before it goes to a temporary file."""

HEADER = b"SQLite format 3\x00"

INTERRUPTED = "interrupted"
"""What SQLite says when it was stopped by Ctrl-C: the exception that this raises is lost inside it."""

# In SQLite's own words (which have no codes before Python 3.11), and what to do.
REMEDIES = (
    ("locked", "is in use by another program. Try again when it has finished."),
    ("busy", "is in use by another program. Try again when it has finished."),
    ("readonly", "cannot be written to. Check the permissions of the file and its folder."),
    ("unable to open", "cannot be opened. Check that the folder is there and may be written to."),
    ("not a database", "is not an SQLite database. Choose another path."),
    ("malformed", "is damaged. Restore a copy, or load the articles again into a new file."),
    (
        "full",
        "does not fit on the disk any more. Make room and run the command again: it goes on where it stopped.",
    ),
    ("disk i/o", "cannot be read or written: the disk reports an error. Check the disk."),
)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the database at ``path`` into a DatabaseError that says what to do.

    Raises KeyboardInterrupt where Ctrl-C stopped SQLite in the middle of a statement.
    """
    try:
        yield
    except sqlite3.Error as error:
        said = str(error)
        if said == INTERRUPTED:
            raise KeyboardInterrupt from error
        what = next((text for sign, text in REMEDIES if sign in said.lower()), f"refused to do this: {said}.")
        raise DatabaseError(f"{path} {what}") from error


def connect(path: Path, wait: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open the database at ``path``, making an empty one where there is none.

    ``wait`` is how many seconds to wait for another writer. Raises DatabaseError for a file of another kind, and
    for a folder that is not there.
    """
    if path.is_dir():
        raise DatabaseError(f"{path} is a folder. Give the path of a database file.")
    if path.exists() and path.stat().st_size:
        with path.open("rb") as file:
            if file.read(len(HEADER)) != HEADER:
                raise DatabaseError(f"{path} is not an SQLite database. Choose another path.")
    with explained(path):
        connection = sqlite3.connect(path, timeout=wait)
        connection.execute("pragma foreign_keys = on")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside, or nothing; references between rows are checked at the end."""
    # Immediate: a transaction that reads first and writes later fails at once when another writer came between.
    connection.execute("begin immediate")
    try:
        connection.execute("pragma defer_foreign_keys = on")
        yield
        # Here too something may be wrong: references between rows are checked now.
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


@contextmanager
def sparing(connection: sqlite3.Connection) -> Iterator[None]:
    """Let SQLite keep less in memory while whole tables are gone through: each sort takes as much as may be kept of the file."""
    (before,) = connection.execute("pragma cache_size").fetchone()
    connection.execute(f"pragma cache_size = {-SORTED_KIB}")
    try:
        yield
    finally:
        connection.execute(f"pragma cache_size = {before}")


def path_of(connection: sqlite3.Connection) -> Path:
    """The file that a connection has open."""
    return Path(connection.execute("select file from pragma_database_list where name = 'main'").fetchone()[0])
