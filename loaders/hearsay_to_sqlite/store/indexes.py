"""Indexes that a first load does without: built once from all rows, which is faster than row by row."""

from __future__ import annotations

import sqlite3

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.store.connection import transaction

PUT_OFF = (
    "articles_published_on",
    "actor_names_key",
    "mentions_actor_id",
    "attributions_actor_id",
    "attributions_target_id",
    "attributions_said_on",
    "attribution_actors_actor_id",
)
"""Those of large tables that writing an article never reads."""

NOTE = "index "
"""What the notes in ``_state`` begin with that hold the definition of an index which is to be built."""


def put_off(connection: sqlite3.Connection) -> None:
    """Drop these indexes where the database holds no article yet, and note that they are to be built."""
    if connection.execute("select 1 from articles").fetchone() is not None:
        return
    marks = ", ".join("?" * len(PUT_OFF))
    there = connection.execute(f"select name, sql from sqlite_master where name in ({marks})", PUT_OFF)
    definitions = there.fetchall()
    if definitions:
        with transaction(connection):
            for name, definition in definitions:
                connection.execute(sql.read("store/set_state"), {"key": NOTE + name, "value": definition})
                connection.execute(f"drop index {name}")


def build(connection: sqlite3.Connection) -> None:
    """Build the indexes that were put off, by this run or by one that was cut short."""
    notes = connection.execute(sql.read("store/put_off"), (f"{NOTE}%",)).fetchall()
    if notes:
        with transaction(connection):
            for key, definition in notes:
                connection.execute(definition)
                connection.execute("delete from _state where key = ?", (key,))
