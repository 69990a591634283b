"""The search tables: filled again from what they index, once a run."""

from __future__ import annotations

import sqlite3

from hearsay_to_sqlite.store.connection import transaction

TABLES = ("statements_fts", "claims_fts", "actors_fts", "articles_fts")


def rebuild(connection: sqlite3.Connection) -> None:
    """Fill every search table from the table or view that it reads."""
    with transaction(connection):
        for table in TABLES:
            connection.execute(f"insert into {table} ({table}) values ('rebuild')")


def out_of_step(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """The search tables that do not hold what they index, each with what SQLite says about it.

    Needs a connection that may write, because SQLite asks for this with an insert; nothing is written.
    """
    wrong = []
    for table in TABLES:
        connection.execute("begin immediate")
        try:
            # Rank 1: compare with the content as well.
            connection.execute(f"insert into {table} ({table}, rank) values ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            wrong.append((table, str(error)))
        finally:
            connection.rollback()
    return wrong
