"""``redact``: a copy to publish, written into a fresh file row by row, so that what is left out was never in it.

Only the tables and columns that ``sql/redact`` names are copied: what a later version adds stays inside until somebody
decides otherwise.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.errors import UsageError
from hearsay_to_sqlite.publish import erasing, gate, short
from hearsay_to_sqlite.publish.excerpts import Stretch, excerpts
from hearsay_to_sqlite.resolve.matching import index as matching
from hearsay_to_sqlite.store import kept, schema, search
from hearsay_to_sqlite.store.connection import connect, explained, transaction
from hearsay_to_sqlite.store.fresh import replacing

STEPS = ("articles", "attributions", "claims", "actors", "comparison")
COPY_CACHE_KIB = 64 * 1024
"""Memory for the pages of the copy while it is filled."""

Tell = Callable[[str], None]
"""Takes a line for people."""

NOTE = "redacted"
"""The key in ``_state`` under which the copy says what was removed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """How to redact: characters to keep round each quotation, and what stays that otherwise goes."""

    context: int = 0
    keep_indirect: bool = False
    include_unreviewed: bool = False


def redact(path: Path, out: Path, wanted: Wanted, tell: Tell) -> tuple[dict[str, int], dict[str, int]]:
    """Write the copy of the database at ``path`` to ``out``, whole or not at all; return counts (``bytes`` among them),
    and the rows of each table that holds any; tell what people should look at.

    A file at ``out`` is replaced if it is a database of ours. Raises UsageError where both are the same file, and
    DatabaseError.
    """
    if out.exists() and path.exists() and os.path.samefile(path, out):
        raise UsageError(f"{out} is the database itself. Give another path for the copy.")
    with replacing(out) as unfinished:
        counts = copy_rows(path, unfinished, wanted, tell)
        tables = _finish(unfinished)
        counts["bytes"] = unfinished.stat().st_size
    return counts, tables


def copy_rows(path: Path, out: Path, wanted: Wanted, tell: Tell) -> dict[str, int]:
    """Fill a new database at ``out`` with what may leave the one at ``path``, without its search tables; return counts.

    What people should look at is told. Raises DatabaseError, and InputError where the copy would still name in full
    somebody who was erased.
    """
    with closing(schema.open_for_reading(path)) as source, explained(path):
        schema.close_database(schema.open_database(out), out)
        return _fill(source, path, out, wanted, tell)


def _fill(source: sqlite3.Connection, path: Path, out: Path, wanted: Wanted, tell: Tell) -> dict[str, int]:
    short.register(source)
    source.execute("pragma query_only = off")
    source.execute("attach database ? as out", (str(out.absolute()),))
    # References are checked at the end, all at once: for each actor SQLite would look through all statements.
    source.execute("pragma foreign_keys = off")
    # Nobody else sees the copy, and one that is broken off is thrown away: it needs no journal, but room for its indexes.
    for pragma in ("journal_mode = off", "synchronous = off", f"cache_size = {-COPY_CACHE_KIB}"):
        source.execute(f"pragma out.{pragma}")
    # Deferred: the source is only read, from wherever it lies and whoever is writing to it, and at one moment.
    source.execute("begin")
    left_out = gate.close(source, wanted.include_unreviewed)
    choices = {"keep_indirect": wanted.keep_indirect}
    for step in STEPS:
        for statement in sql.statements(f"redact/{step}"):
            source.execute(statement, choices if ":keep_indirect" in statement else {})
    source.executemany("insert into out.excerpts values (?, ?, ?, ?, ?)", _excerpts(source, wanted.context))
    if named := erasing.check(source, str(path)):
        tell(f"a part of the name of somebody who was erased still stands in {', '.join(named)}: read them")
    note = {**asdict(wanted), "left_out": dict(sorted(left_out.items()))}
    states = {"derived": "current", NOTE: json.dumps(note, sort_keys=True)}
    source.executemany("insert into out._state values (?, ?)", states.items())
    counts = {
        "articles": _count(source, "articles"),
        "attributions": _count(source, "attributions"),
        "rejected": 0,
        "claims": _count(source, "claims"),
        **{why: left_out[why] for why in ("withdrawn", "unreviewed", "dependent")},
    }
    for table, *_ in source.execute("pragma out.foreign_key_check"):
        raise sqlite3.IntegrityError(f"a row of {table} refers to one that is not copied")
    source.commit()
    return counts


def _count(source: sqlite3.Connection, table: str) -> int:
    (count,) = source.execute(f"select count(*) from out.{table}").fetchone()
    return int(count)


def _excerpts(source: sqlite3.Connection, context: int) -> Iterator[tuple[str, int, int, int, str]]:
    if not context:
        return
    articles = source.execute("select id, length(text) from articles where text is not null order by n")
    for article, length in articles.fetchall():
        quoted, hidden = (_stretches(source, name, article) for name in ("quoted", "hidden"))
        for n, (start, end) in enumerate(excerpts(length, quoted, hidden, context)):
            (text,) = source.execute(
                "select substr(text, ? + 1, ? - ?) from articles where id = ?", (start, end, start, article)
            ).fetchone()
            yield article, n, start, end, text


def _stretches(source: sqlite3.Connection, name: str, article: str) -> list[Stretch]:
    return source.execute(sql.read(f"redact/{name}"), {"article": article}).fetchall()


def _finish(path: Path) -> dict[str, int]:
    """Index what is there for the search, keep what pages need, and leave one file without a free page; return the rows
    of each table for people that holds any."""
    with closing(connect(path)) as connection, explained(path):
        connection.execute("pragma secure_delete = on")
        search.rebuild(connection)
        with transaction(connection):
            matching.rebuild(connection)
        kept.keep(connection)
        connection.execute("vacuum")
        found = connection.execute(
            "select name from sqlite_master where type = 'table' order by name"
        ).fetchall()
        names = [str(name) for (name,) in found if name[0] != "_" and "_fts" not in name]
        rows = {name: connection.execute(f'select count(*) from "{name}"').fetchone()[0] for name in names}
        return {name: count for name, count in rows.items() if count}
