"""Which of the pairs of kindred articles are shown as copies: those that a text needs, unless a person decided otherwise."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from functools import partial
from typing import Any

from hearsay_to_sqlite.compare.originals import Kin, Stretch, originals
from hearsay_to_sqlite.records import Row
from hearsay_to_sqlite.sql import read

MANY_KIN = 50
"""An article with more kin of unknown direction is the common source: it is not asked where its own words stand too."""


def settle(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Make the rows in ``copies`` of some articles those that their pairs call for, and no decision speaks against.

    The caller holds the transaction.
    """
    wanting = set(names)
    for name in sorted(wanting):
        wanting |= _want(connection, name)
    for name in sorted(wanting):
        _replace(connection, name, _rows(connection, name))


def _rows(connection: sqlite3.Connection, name: str) -> list[Row]:
    decided = connection.execute(
        "select 1 from copies where article_id = ? and method = 'curated'", (name,)
    ).fetchone()
    if decided is not None:
        return []
    cursor = connection.execute(read("compare/kin"), (name,))
    columns = [column[0] for column in cursor.description]
    kin = {row[0]: dict(zip(columns, row, strict=True)) for row in cursor}
    found = [
        Kin(
            row["copied_from_id"],
            row["taken"] * row["similarity"],
            row["published_on"],
            _stretches(row["aligned"], 0),
        )
        for row in kin.values()
    ]
    nearest = {*originals(found, partial(_related, connection))}
    return [{"article_id": name, **row} for other, row in kin.items() if other in nearest or row["wanted"]]


def _want(connection: sqlite3.Connection, name: str) -> set[str]:
    """Note which articles that are shown as derived from this one it may itself be pieced together from.

    Returns those of which that was not noted before, or no longer holds.
    """
    rows = connection.execute(read("compare/undirected_kin"), {"name": name, "most": MANY_KIN + 1}).fetchall()
    now: set[str] = set()
    if len(rows) <= MANY_KIN:
        kin = [Kin(other, share, day, _stretches(aligned, side)) for other, share, day, aligned, side in rows]
        derived = {other for other, *_, side in rows if side}
        now = derived.intersection(originals(kin, partial(_related, connection)))
    before = connection.execute(
        "select article_id from _pairs where copied_from_id = ? and wanted", (name,)
    ).fetchall()
    changed = now ^ {other for (other,) in before}
    connection.executemany(
        "update _pairs set wanted = ? where article_id = ? and copied_from_id = ?",
        [(other in now, other, name) for other in changed],
    )
    return changed


def _stretches(aligned: str, side: int) -> frozenset[Stretch]:
    """The aligned stretches of one side of a pair; of a pair from before both were kept, none of the original's."""
    pairs: list[Any] = json.loads(aligned)
    return frozenset((pair[2 * side], pair[2 * side + 1]) for pair in pairs if len(pair) > 2 * side)


def _related(connection: sqlite3.Connection, one: str, other: str) -> bool:
    (found,) = connection.execute(read("compare/is_pair"), {"one": one, "other": other}).fetchone()
    return bool(found)


def _replace(connection: sqlite3.Connection, name: str, rows: list[Row]) -> None:
    there = [
        original
        for (original,) in connection.execute(
            "select copied_from_id from copies where article_id = ? and method = 'extracted'", (name,)
        )
    ]
    wanted = {row["copied_from_id"] for row in rows}
    connection.executemany(
        "delete from copies where article_id = ? and copied_from_id = ? and method = 'extracted'",
        [(name, original) for original in there if original not in wanted],
    )
    connection.executemany(read("compare/keep_copy"), rows)
    connection.execute(read("compare/drop_unpaired"), {"article": name})
