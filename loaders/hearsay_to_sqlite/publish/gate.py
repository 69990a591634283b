"""The gate: which statements stay out of whatever is published."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter

from hearsay_to_sqlite import sql

CAPITALISED = re.compile(r"[^\W\d_]{3,}")
"""A word of a name, once it is known to begin with a capital; shorter ones ("Al", "de") are nobody's alone."""


def close(connection: sqlite3.Connection, include_unreviewed: bool) -> Counter[str]:
    """Fill the temporary tables ``erased`` (kind, id) and ``left_out`` (id, why); return how many stay out, by why.

    ``why`` is ``withdrawn``, ``unreviewed`` (a charge that only a machine found, with a person in it; not with
    ``include_unreviewed``) or ``dependent`` (it repeats one of those, or stands inside it). Needs a connection that
    may write temporary tables.
    """
    _know_people(connection)
    for statement in (*sql.statements("publish/erased"), *sql.statements("publish/left_out")):
        connection.execute(statement.replace(":gate", "0" if include_unreviewed else "1"))
    return Counter(dict(connection.execute("select why, count(*) from left_out group by why")))


def _know_people(connection: sqlite3.Connection) -> None:
    """Let SQL ask whether a text names somebody: by a word of the name of any person of the database, whatever article
    they were met in. The gate rather keeps back a charge too many."""
    known = {
        word for (name,) in connection.execute(sql.read("publish/people")) for word in _capitalised(name)
    }

    def names_a_person(text: str | None) -> bool:
        return text is not None and not known.isdisjoint(_capitalised(text))

    connection.create_function("names_a_person", 1, names_a_person, deterministic=True)


def _capitalised(text: str) -> list[str]:
    return [word for word in CAPITALISED.findall(text) if word[0] != word[0].lower()]
