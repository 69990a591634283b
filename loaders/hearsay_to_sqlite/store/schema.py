"""Opening and closing our databases: the migrations, and the checks that a file is one of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.errors import DatabaseError
from hearsay_to_sqlite.store.connection import BUSY_SECONDS, connect, explained
from hearsay_to_sqlite.store.turns import turn
from hearsay_to_sqlite.store.views import bake

NAME = "hearsay_to_sqlite"
"""The name of our set of migrations, and so the mark of a database of ours."""

CACHE_KIB = 16 * 1024
"""Memory that SQLite may keep pages in: a small load fills it as a large one does, so that memory does not grow with the file."""

CHECKPOINT_PAGES = 8_192
"""Pages (of 4 KiB) in the write-ahead log before they go into the file: each such move waits for the disk."""

STEPS = 1_000_000
"""Steps of SQLite's machine, some tenths of a second, after which Python may look whether Ctrl-C was pressed."""

MAKE_ONE = "Make it with: hearsay-to-sqlite load"


@cache
def migrations() -> Migrations:
    """Every migration, in order: the files of ``sql/migrations``."""
    known = Migrations(NAME)
    for file in sorted((sql.FOLDER / "migrations").glob("*.sql")):
        known(name=file.stem)(_step(f"migrations/{file.stem}"))
    return known


def _step(name: str) -> Callable[[Database], None]:
    def step(db: Database, /) -> None:
        db.executescript(sql.read(name))

    return step


def open_database(path: Path, *, create: bool = True, wait: float = BUSY_SECONDS) -> Database:
    """Open a database for writing, with all migrations applied and all views as installed packages have them.

    Raises DatabaseError where it is missing (and ``create`` is false), locked, read-only, of another kind, or
    of a newer version.
    """
    _must_exist(path, create)
    connection = connect(path, wait)
    try:
        with explained(path):
            db = Database(connection)
            if not db.table_names():
                _make(connection, path)
            _must_be_ours(db, path, or_empty=True)
            if migrations().pending(db):
                migrations().apply(db)
            bake(connection)
            connection.execute("pragma journal_mode = wal")
            # In WAL mode a crash of the machine can lose the last articles, never the file.
            connection.execute("pragma synchronous = normal")
            connection.execute(f"pragma cache_size = {-CACHE_KIB}")
            connection.execute(f"pragma wal_autocheckpoint = {CHECKPOINT_PAGES}")
            connection.set_progress_handler(lambda: 0, STEPS)
            # Nothing has been written so far to a file that is up to date: find out now whether it may be.
            connection.execute("begin immediate")
            connection.rollback()
    except BaseException:
        connection.close()
        raise
    return db


def _make(connection: sqlite3.Connection, path: Path) -> None:
    """Put all tables and views into an empty file at once: a process that is killed leaves all of them or none."""
    with closing(sqlite3.connect(":memory:")) as memory:
        migrations().apply(Database(memory))
        bake(memory)
        memory.commit()
        with turn(path):
            # Another process may have made it meanwhile.
            if connection.execute("select 1 from sqlite_master").fetchone() is None:
                memory.backup(connection)


def open_for_reading(
    path: Path, *, wait: float = BUSY_SECONDS, any_version: bool = False
) -> sqlite3.Connection:
    """Open a database of ours that is not going to be changed.

    Raises DatabaseError where it is missing, of another kind, or (unless ``any_version``) older or newer than we are.
    """
    _must_exist(path, create=False)
    connection = connect(path, wait)
    try:
        with explained(path):
            _must_be_ours(Database(connection), path, or_empty=False, any_version=any_version)
            connection.execute("pragma query_only = on")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def writing(path: Path, *, create: bool = True, wait: float = BUSY_SECONDS) -> Iterator[sqlite3.Connection]:
    """A connection to write with, opened as by ``open_database`` and closed as by ``close_database`` whatever happens.

    Raises DatabaseError for what SQLite refuses in between.
    """
    db = open_database(path, create=create, wait=wait)
    try:
        with explained(path):
            yield db.conn
    finally:
        close_database(db, path)


def close_database(db: Database, path: Path) -> None:
    """Close a database that was written to, so that one file is left and opens from a read-only folder too.

    Where somebody else has it open, the last one to close it does that.
    """
    with closing(db.conn), explained(path):
        db.conn.execute("pragma busy_timeout = 0")
        try:
            db.conn.execute("pragma wal_checkpoint(truncate)")
            db.conn.execute("pragma journal_mode = delete")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise


def _must_exist(path: Path, create: bool) -> None:
    if not path.exists():
        if not create:
            raise DatabaseError(f"{path} does not exist. {MAKE_ONE} {path} LOCATION…")
        if not path.absolute().parent.is_dir():
            raise DatabaseError(
                f"{path} cannot be made: there is no folder {path.parent}. Make the folder first."
            )


def _must_be_ours(db: Database, path: Path, *, or_empty: bool, any_version: bool = False) -> None:
    applied = {step.name for step in migrations().applied(db)}
    if not applied:
        if or_empty and not db.table_names():
            return
        raise DatabaseError(f"{path} is a database, but not one of ours. {MAKE_ONE} NEW.db LOCATION…")
    if any_version:
        return
    ours = {file.stem for file in (sql.FOLDER / "migrations").glob("*.sql")}
    if applied - ours:
        raise DatabaseError(f"{path} was made by a newer version. Upgrade: pip install -U datasette-hearsay")
    if ours - applied and not or_empty:
        remedy = f"Bring it up to date: hearsay-to-sqlite resolve {path}"
        raise DatabaseError(f"{path} was made by an older version. {remedy}")
