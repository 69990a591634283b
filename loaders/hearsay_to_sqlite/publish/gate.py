"""The gate: which statements stay out of whatever is published."""

from __future__ import annotations

import sqlite3
from collections import Counter

from hearsay_to_sqlite import sql


def close(connection: sqlite3.Connection, include_unreviewed: bool) -> Counter[str]:
    """Fill the temporary tables ``erased`` (kind, id) and ``left_out`` (id, why); return how many stay out, by why.

    ``why`` is ``withdrawn``, ``unreviewed`` (a charge that only a machine found, with a person in it; not with
    ``include_unreviewed``) or ``dependent`` (it repeats one of those, or stands inside it). Needs a connection that
    may write temporary tables.
    """
    for statement in (*sql.statements("publish/erased"), *sql.statements("publish/left_out")):
        connection.execute(statement.replace(":gate", "0" if include_unreviewed else "1"))
    return Counter(dict(connection.execute("select why, count(*) from left_out group by why")))
