"""Write rows so that what is there already stays untouched: rows keep their numbers, equal rows are not written."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from hearsay_to_sqlite.records import Row


@dataclass(frozen=True, slots=True)
class Shape:
    """How the rows of one table are written: its columns at hand, those that tell rows apart, and the statements."""

    table: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    changing: tuple[str, ...]
    loose: bool
    """Whether part of the key may be null, which SQLite does not hold to be equal."""


def upsert(
    connection: sqlite3.Connection, table: str, rows: Sequence[Row], once: tuple[str, ...] = ()
) -> None:
    """Insert rows, or update those of the same key that differ; the caller holds the transaction.

    Columns named in ``once`` are written with a new row and never changed. The key is a unique one of the table's,
    whichever the rows have; without one, a row that is there already is not written again.
    """
    for columns, alike in groupby(rows, key=tuple):
        shape = shape_of(connection, table, columns, once)
        values = [tuple(row[column] for column in columns) for row in alike]
        if shape.loose:
            for row in values:
                _loosely(connection, shape, row)
        else:
            connection.executemany(statement(shape), values)


def statement(shape: Shape) -> str:
    """The insert that turns into an update where the key is there and something else differs."""
    table = _quoted(shape.table)
    names = ", ".join(map(_quoted, shape.columns))
    marks = ", ".join("?" * len(shape.columns))
    rest = [_quoted(column) for column in shape.changing]
    act = "nothing"
    if rest:
        changes = ", ".join(f"{column} = excluded.{column}" for column in rest)
        differs = " or ".join(f"{table}.{column} is not excluded.{column}" for column in rest)
        act = f"update set {changes} where {differs}"
    key = ", ".join(map(_quoted, shape.key))
    return f"insert into {table} ({names}) values ({marks}) on conflict ({key}) do {act}"


def _loosely(connection: sqlite3.Connection, shape: Shape, values: tuple[Any, ...]) -> None:
    row = dict(zip(shape.columns, values, strict=True))
    table, same = _quoted(shape.table), " and ".join(f"{_quoted(column)} is ?" for column in shape.key)
    key = [row[column] for column in shape.key]
    if connection.execute(f"select 1 from {table} where {same}", key).fetchone() is None:
        names, marks = ", ".join(map(_quoted, row)), ", ".join("?" * len(row))
        connection.execute(f"insert into {table} ({names}) values ({marks})", values)
    elif shape.changing:
        changes = ", ".join(f"{_quoted(column)} = ?" for column in shape.changing)
        differs = " or ".join(f"{_quoted(column)} is not ?" for column in shape.changing)
        new = [row[column] for column in shape.changing]
        connection.execute(f"update {table} set {changes} where {same} and ({differs})", [*new, *key, *new])


def shape_of(
    connection: sqlite3.Connection, table: str, columns: tuple[str, ...], once: tuple[str, ...] = ()
) -> Shape:
    """How rows with these columns are written to a table."""
    there = connection.execute('select name, "notnull", pk from pragma_table_info(?)', (table,)).fetchall()
    primary = tuple(name for name, _, pk in sorted(there, key=lambda column: column[2]) if pk)
    required = {name for name, notnull, pk in there if notnull or pk}
    keys = []
    for (index,) in connection.execute('select name from pragma_index_list(?) where "unique"', (table,)):
        found = connection.execute("select name from pragma_index_info(?) order by seqno", (index,))
        keys.append(tuple(name for (name,) in found))
    # A number is the last thing to know a row by: what it numbers may be there under another.
    usable = [key for key in (*keys, primary) if key and set(key) <= set(columns)]
    strict = [key for key in usable if set(key) <= required]
    chosen = (strict or usable or [columns])[0]
    fixed = {*chosen, *primary, *once}
    changing = tuple(column for column in columns if column not in fixed)
    return Shape(table, columns, chosen, changing, loose=not strict)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
