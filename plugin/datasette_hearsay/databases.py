"""Which attached databases hold attributed statements."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database

OURS = frozenset({"articles", "attributions", "actors", "statements"})
"""The tables, and the view, that make a database one of ours."""

Found = TypeVar("Found")
Version = tuple[int, int]
"""The size of a file in bytes, and when it was written in nanoseconds."""

_known: WeakKeyDictionary[Datasette, frozenset[str]] = WeakKeyDictionary()
_found: WeakKeyDictionary[Database, dict[str, tuple[Version, Any]]] = WeakKeyDictionary()


def version(database: Database) -> Version | None:
    """Which file this is, as it lies there; None where it may change."""
    if database.is_mutable or not database.path:
        return None
    stat = os.stat(database.path)
    return stat.st_size, stat.st_mtime_ns


async def once(database: Database, what: str, ask: Callable[[], Awaitable[Found]]) -> Found:
    """What ``ask`` finds out about a database, under the name ``what``: of a file that does not change it is asked once."""
    now = version(database)
    if now is None:
        return await ask()
    known = _found.setdefault(database, {})
    if what not in known or known[what][0] != now:
        known[what] = now, await ask()
    found: Found = known[what][1]
    return found


async def objects_of(database: Database) -> frozenset[str]:
    """The names of all tables and views of a database."""
    found: frozenset[str] = await once(database, "objects", lambda: database.execute_fn(objects))
    return found


def objects(db: sqlite3.Connection) -> frozenset[str]:
    """The names of all tables and views."""
    rows = db.execute("select name from sqlite_master where type in ('table', 'view')")
    return frozenset(name for (name,) in rows)


async def look(datasette: Datasette) -> frozenset[str]:
    """Find out which databases are ours, and remember it for ``remembered``. Returns their names."""
    found = set()
    for name, database in list(datasette.databases.items()):
        if not name.startswith("_") and await objects_of(database) >= OURS:
            found.add(name)
    _known[datasette] = frozenset(found)
    return _known[datasette]


def remembered(datasette: Datasette) -> frozenset[str]:
    """The databases that were ours when last looked at: cheap, for hooks that run on every page and cell."""
    return _known.get(datasette, frozenset())
