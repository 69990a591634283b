"""Make some rows of a table equal to computed ones, touching only what differs.

The stages that compare and resolve compute whole results; written this way, running them again changes nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from hearsay_to_sqlite.records import Row


def sync(
    connection: sqlite3.Connection, table: str, key: Sequence[str], rows: Iterable[Row], where: str = "1"
) -> int:
    """Make the rows of ``table`` that satisfy ``where`` equal to ``rows``; return how many rows were touched.

    ``key`` names the columns that tell rows apart; ``where`` is SQL of ours, never input. All rows must have
    the same columns; columns that they do not name keep their value. The caller holds the transaction.
    """
    wanted = {tuple(row[column] for column in key): dict(row) for row in rows}
    columns = list(next(iter(wanted.values()), dict.fromkeys(key)))
    listed = ", ".join(f'"{column}"' for column in columns)
    found = connection.execute(f'select {listed} from "{table}" where {where}')
    there = {}
    for values in found:
        row = dict(zip(columns, values, strict=True))
        there[tuple(row[column] for column in key)] = row
    gone = [identity for identity in there if identity not in wanted]
    new = [row for identity, row in wanted.items() if identity not in there]
    changed = [row for identity, row in wanted.items() if identity in there and there[identity] != row]
    matches = " and ".join(f'"{column}" = ?' for column in key)
    connection.executemany(f'delete from "{table}" where {matches} and {where}', gone)
    marks = ", ".join("?" * len(columns))
    connection.executemany(
        f'insert into "{table}" ({listed}) values ({marks})', [tuple(row.values()) for row in new]
    )
    sets = ", ".join(f'"{column}" = ?' for column in columns)
    connection.executemany(
        f'update "{table}" set {sets} where {matches}',
        [(*row.values(), *(row[column] for column in key)) for row in changed],
    )
    return len(gone) + len(new) + len(changed)
