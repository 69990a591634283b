"""The record of runs: what was asked and came of it, what was refused and why, and what is still to be derived."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from collections.abc import Collection, Iterator, Mapping
from importlib import metadata
from typing import NamedTuple

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.records import Reject
from hearsay_to_sqlite.store.connection import transaction

MAX_RAW = 64 * 1024
"""Bytes kept of a refused input."""

INSIDE = "!/"
"""Stands between an archive and its member in the name of a location."""

DERIVED = "derived"
STALE = "stale"
DERIVING = "deriving"
CURRENT = "current"


class Refused(NamedTuple):
    """A row of ``rejects``."""

    id: int
    location: str
    line: int | None
    reason: str
    hash: str
    size: int


def begin_load(connection: sqlite3.Connection, command: str) -> int:
    """Note that a run has begun; return its id."""
    with transaction(connection):
        cursor = connection.execute(
            "insert into loads (command, version, started_at) values (?, ?, ?)",
            (command, metadata.version("datasette-hearsay"), _now()),
        )
    return int(cursor.lastrowid or 0)


def end_load(connection: sqlite3.Connection, load_id: int, counts: Mapping[str, int]) -> None:
    """Note how a run ended: ``counts`` by name, of which articles, attributions and rejected have columns."""
    main = [counts.get(name, 0) for name in ("articles", "attributions", "rejected")]
    with transaction(connection):
        connection.execute(
            sql.read("store/end_load"), (_now(), *main, json.dumps(counts, sort_keys=True), load_id)
        )


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def save_reject(
    connection: sqlite3.Connection, reject: Reject, load_id: int, options: str | None = None
) -> None:
    """Keep a refused input, with the options of the run as JSON; one refused so for the same reason before is left as it is."""
    row = {
        "load_id": load_id,
        "location": reject.location,
        "line": reject.line,
        # A name of a field may hold half of a surrogate pair, which JSON can write and SQLite cannot.
        "reason": reject.reason.encode("utf-8", "replace").decode("utf-8"),
        "hash": hashlib.sha256(reject.raw).hexdigest(),
        "raw": reject.raw[:MAX_RAW],
        "options": options,
    }
    with transaction(connection):
        connection.execute(sql.read("store/drop_older_rejects"), row)
        connection.execute(sql.read("store/add_reject"), row)


def has_rejects(connection: sqlite3.Connection, location: str) -> bool:
    """Whether something was refused at a location or inside it."""
    return connection.execute(sql.read("store/rejects_at"), _inside(location)).fetchone() is not None


def drop_rejects(
    connection: sqlite3.Connection, location: str, still: Collection[tuple[str, int | None]] = ()
) -> None:
    """Forget what was refused at a location and inside it, because it could be read now, but for what is ``still``."""
    there = connection.execute(sql.read("store/rejects_at"), _inside(location)).fetchall()
    gone = [(number,) for number, *place in there if tuple(place) not in still]
    if gone:
        with transaction(connection):
            connection.executemany("delete from rejects where id = ?", gone)


def drop_empty(connection: sqlite3.Connection, location: str) -> None:
    """Forget that there was nothing at a location."""
    with transaction(connection):
        connection.execute("delete from rejects where location = ? and length(raw) = 0", (location,))


def _inside(location: str) -> dict[str, str]:
    # Between the two lie all names that go on after the slash, and nothing else.
    return {"location": location, "first": f"{location}{INSIDE}", "last": f"{location}{INSIDE[:-1]}0"}


def rejects(connection: sqlite3.Connection) -> Iterator[Refused]:
    """What is refused at present, in the order of location and line."""
    for row in connection.execute(sql.read("store/rejects")):
        yield Refused(*row)


def is_refused(connection: sqlite3.Connection, location: str) -> bool:
    """Whether something at a location was refused, and has not been read since."""
    return connection.execute("select 1 from rejects where location = ?", (location,)).fetchone() is not None


def refused_inputs(connection: sqlite3.Connection) -> list[tuple[str, bytes, str | None]]:
    """Every location at which something was refused, with what was kept of it, and with which options it was read."""
    return connection.execute(sql.read("store/refused_inputs")).fetchall()


def mark_stale(connection: sqlite3.Connection) -> None:
    """Note, within the caller's transaction, that what is derived from articles must be derived again."""
    connection.execute(sql.read("store/set_state"), {"key": DERIVED, "value": STALE})


def mark_deriving(connection: sqlite3.Connection) -> None:
    """Note that deriving begins; whoever writes an article from now on notes that it is stale again."""
    with transaction(connection):
        connection.execute(sql.read("store/set_state"), {"key": DERIVED, "value": DERIVING})


def mark_current(connection: sqlite3.Connection) -> None:
    """Note that everything has been derived from what is there, unless somebody has written since it began."""
    with transaction(connection):
        connection.execute(
            "update _state set value = ? where key = ? and value = ?", (CURRENT, DERIVED, DERIVING)
        )


def is_stale(connection: sqlite3.Connection) -> bool:
    """Whether articles were written since claims, comparison and search were last derived from them."""
    row = connection.execute("select value from _state where key = ?", (DERIVED,)).fetchone()
    return row is not None and row[0] != CURRENT


def mark_as_stale(connection: sqlite3.Connection) -> None:
    """As ``mark_stale``, in a transaction of its own."""
    with transaction(connection):
        mark_stale(connection)
