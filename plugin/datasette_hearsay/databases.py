"""Which attached databases hold attributed statements."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from datasette.app import Datasette

OURS = frozenset({"articles", "attributions", "actors", "statements"})
"""The tables, and the view, that make a database one of ours."""

_known: WeakKeyDictionary[Datasette, frozenset[str]] = WeakKeyDictionary()


def objects(db: sqlite3.Connection) -> frozenset[str]:
    """The names of all tables and views."""
    rows = db.execute("select name from sqlite_master where type in ('table', 'view')")
    return frozenset(name for (name,) in rows)


async def look(datasette: Datasette) -> frozenset[str]:
    """Find out which databases are ours, and remember it for ``remembered``. Returns their names."""
    found = set()
    for name, database in list(datasette.databases.items()):
        if not name.startswith("_") and await database.execute_fn(objects) >= OURS:
            found.add(name)
    _known[datasette] = frozenset(found)
    return _known[datasette]


def remembered(datasette: Datasette) -> frozenset[str]:
    """The databases that were ours when last looked at: cheap, for hooks that run on every page and cell."""
    return _known.get(datasette, frozenset())
