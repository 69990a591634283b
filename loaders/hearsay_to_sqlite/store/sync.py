"""Make some rows of a table equal to computed ones, touching only what differs.

The stages that compare and resolve compute whole results; written this way, running them again changes nothing. What is
computed goes through a temporary table, so that a million rows are never in memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain

from hearsay_to_sqlite.records import Row


def sync(
    connection: sqlite3.Connection, table: str, key: Sequence[str], rows: Iterable[Row], where: str = "1"
) -> int:
    """Make the rows of ``table`` that satisfy ``where`` equal to ``rows``; return how many rows were touched.

    ``key`` names the columns that tell rows apart; ``where`` is SQL of ours, never input. All rows must have
    the same columns; columns that they do not name keep their value. The caller holds the transaction, and ``rows``
    run no statement before the first of them is asked for.
    """
    columns = _spool(connection, table, key, rows)
    there, wanted = f'main."{table}"', f'temp."_wanted_{table}"'
    listed = ", ".join(f'"{column}"' for column in columns)
    same = " and ".join(f'wanted."{column}" = "{table}"."{column}"' for column in key)
    in_both = f"select 1 from {wanted} as wanted where {same}"
    differs = " or ".join(f'wanted."{column}" is not "{table}"."{column}"' for column in columns)
    values = ", ".join(
        f'"{column}" = (select wanted."{column}" from {wanted} as wanted where {same})' for column in columns
    )
    there_too = f"select 1 from {there} where {same} and ({where})"
    steps = (
        f"delete from {there} where ({where}) and not exists ({in_both})",
        f"insert into {there} ({listed}) select {listed} from {wanted} as wanted where not exists ({there_too}) order by rowid",
        f"update {there} set {values} where ({where}) and exists ({in_both} and ({differs}))",
    )
    touched = sum(connection.execute(step).rowcount for step in steps)
    connection.execute(f"drop table {wanted}")
    return touched


def _spool(connection: sqlite3.Connection, table: str, key: Sequence[str], rows: Iterable[Row]) -> list[str]:
    """Write rows into a temporary table like ``table``; return their columns, the key's where there are none."""
    # Made before the first row is asked for: a statement that gives the rows cannot go on after a table was made.
    every = connection.execute(f'select * from "{table}" limit 0').description
    names = ", ".join(f'"{column[0]}"' for column in every)
    keys = ", ".join(f'"{column}"' for column in key)
    connection.execute(f'drop table if exists temp."_wanted_{table}"')
    connection.execute(f'create temp table "_wanted_{table}" ({names}, unique ({keys}))')
    rest = iter(rows)
    first = next(rest, None)
    if first is None:
        return list(key)
    listed, marks = ", ".join(f'"{column}"' for column in first), ", ".join("?" * len(first))
    connection.executemany(
        f'insert or replace into temp."_wanted_{table}" ({listed}) values ({marks})',
        (tuple(row.values()) for row in chain([first], rest)),
    )
    return list(first)
