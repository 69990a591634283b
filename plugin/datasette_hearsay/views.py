"""Our views, as data: written into a database where they are missing or changed, and nowhere else.

A file under ``sql/views`` holds the ``select``; the view is named after the file. The text that is stored is exactly
``create view NAME as``, a line break, and the statement, so that whoever bakes them finds the same text and leaves it.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from . import sqlfiles

if TYPE_CHECKING:
    from datasette.app import Datasette

LOG = logging.getLogger(__name__)
OURS = frozenset({"articles", "attributions", "actors"})
"""Tables without which a database is none of ours and is left alone."""


@cache
def ours() -> tuple[sqlfiles.SqlFile, ...]:
    """Every view that we bring, each after those it needs."""
    return in_order(sqlfiles.read_folder(sqlfiles.FOLDER / "views"))


def in_order(files: Iterable[sqlfiles.SqlFile]) -> tuple[sqlfiles.SqlFile, ...]:
    """Put each view after the views that it needs. Raises SqlFileError where they need one another in a circle."""
    waiting = {file.name: file for file in files}
    ordered: list[sqlfiles.SqlFile] = []
    while waiting:
        ready = [file for file in waiting.values() if not waiting.keys() & set(file.needs)]
        if not ready:
            raise sqlfiles.SqlFileError(f"views need one another in a circle: {', '.join(sorted(waiting))}")
        ordered += ready
        for file in ready:
            del waiting[file.name]
    return tuple(ordered)


def definition(file: sqlfiles.SqlFile) -> str:
    """The statement that creates the view."""
    return f"create view {file.name} as\n{file.statement}"


def stale(db: sqlite3.Connection) -> tuple[sqlfiles.SqlFile, ...]:
    """The views that ``db`` lacks or has with another text, of those whose tables are there. Reads only."""
    rows = db.execute("select name, sql from sqlite_master where type in ('table', 'view')").fetchall()
    stored: dict[str, str] = dict(rows)
    if not stored.keys() >= OURS:
        return ()
    there = set(stored)
    changed: list[sqlfiles.SqlFile] = []
    for file in ours():
        if not there.issuperset(file.needs):
            continue
        there.add(file.name)
        # SQLite keeps the text as it was given, but writes its own "CREATE VIEW " before the name.
        if stored.get(file.name) != definition(file).replace("create view ", "CREATE VIEW ", 1):
            changed.append(file)
    return tuple(changed)


def bake(db: sqlite3.Connection) -> int:
    """Write the views that are missing or changed, all or none; return how many. A current file is not written to."""
    changed = stale(db)
    if not changed:
        return 0
    with db:
        # Datasette 1.0 may have opened the transaction for us.
        if not db.in_transaction:
            db.execute("begin immediate")
        for file in changed:
            db.execute(f"drop view if exists {file.name}")
            db.execute(definition(file))
    return len(changed)


async def ensure(datasette: Datasette) -> None:
    """Bake the views into every attached database that is ours and may be written to."""
    for database in list(datasette.databases.values()):
        if not database.is_mutable:
            continue
        if not await database.execute_fn(stale):
            continue
        try:
            await database.execute_write_fn(bake)
        except sqlite3.OperationalError as error:
            # A file in a read-only folder, or one that a loader is writing: the site opens all the same.
            LOG.warning("the views of %s could not be brought up to date: %s", database.name, error)
