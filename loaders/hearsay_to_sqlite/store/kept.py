"""Kept rows: the answers of named SQL that pages of a large case need each time, computed once when the file is written.

Packages announce folders of .sql files under an entry point group, as with views; those whose header says
``-- kept: {"size": 24}`` are run with these parameters; with ``-- kept for each: select …`` once for each of its rows, whose
columns are parameters too. A small case is counted afresh for every page.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.store import views
from hearsay_to_sqlite.store.connection import transaction

GROUP = "hearsay_to_sqlite.kept"
FROM = 5_000
"""Statements from which on a case is large."""

EACH = re.compile(r"^-- kept for each:(.*)$", re.MULTILINE)
KEPT = re.compile(r"^-- kept:(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Kept:
    """One statement to be run: its name, what it reads, its parameters; ``each`` gives more of them, a set a row."""

    name: str
    needs: tuple[str, ...]
    statement: str
    params: dict[str, Any]
    each: str = ""


def announced(folders: Iterable[Path]) -> Iterator[Kept]:
    """The statements in these folders whose answers are to be kept."""
    for path in (path for folder in folders for path in sorted(folder.glob("*.sql"))):
        text = path.read_text(encoding="utf-8")
        asked = KEPT.search(text)
        if asked:
            lines = [line for line in text.splitlines() if not line.startswith("--")]
            statement = "\n".join(lines).strip().removesuffix(";")
            each = EACH.search(text)
            yield Kept(
                path.stem,
                views.read_view(path).needs,
                statement,
                json.loads(asked.group(1)),
                each.group(1).strip() if each else "",
            )


def keep(connection: sqlite3.Connection, folders: Iterable[Path] | None = None, least: int = FROM) -> int:
    """Compute what is to be kept, and write what changed; forget everything where the case is small. Return how many
    are kept."""
    (statements,) = connection.execute("select count(*) from attributions").fetchone()
    if statements < least:
        if connection.execute("select 1 from _kept_rows").fetchone():
            with transaction(connection):
                connection.execute("delete from _kept_rows")
        return 0
    there = {name for (name,) in connection.execute("select name from sqlite_master")}
    found = [kept for kept in announced(folders or views.folders(GROUP)) if there.issuperset(kept.needs)]
    (stamp,) = connection.execute("select stamp from _stamp").fetchone()
    rows = [
        {**_answer(connection, kept, params), "stamp": stamp}
        for kept in found
        for params in _params(connection, kept)
    ]
    with transaction(connection):
        connection.executemany(sql.read("store/set_kept"), rows)
    return len(rows)


def _params(connection: sqlite3.Connection, kept: Kept) -> list[dict[str, Any]]:
    """Every set of parameters with which a statement is to be run."""
    if not kept.each:
        return [kept.params]
    return [{**kept.params, **row} for row in _rows(connection.execute(kept.each))]


def _rows(cursor: sqlite3.Cursor) -> list[dict[str, Any]]:
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor]


def _answer(connection: sqlite3.Connection, kept: Kept, params: dict[str, Any]) -> dict[str, str]:
    rows = _rows(connection.execute(kept.statement, params))
    return {
        "name": kept.name,
        "params": json.dumps(params, sort_keys=True),
        "rows": json.dumps(rows, ensure_ascii=False, separators=(",", ":")),
    }
