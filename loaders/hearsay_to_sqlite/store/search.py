"""The search tables: brought up to date with what they index, once a run.

A first load fills them when all rows are there. From then on triggers note what is new, and take out what changes, so that
a run costs what it brings.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.store.connection import transaction

SHARE = 0.25
"""A search table is filled anew where more than this share of its rows waits."""

READY = "searched"
"""The note in ``_state`` that the search tables were filled, and triggers keep watch."""


@dataclass(frozen=True, slots=True)
class _Table:
    """A search table, and the table or view that it reads."""

    place: str
    content: str
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.place}_fts"


TABLES = (
    _Table(
        "statements",
        "_statement_words",
        ("quotation", "content_text", "gist", "source_text", "speaker", "speaker_names"),
    ),
    _Table("claims", "claims", ("proposition", "title", "subtitle")),
    _Table("actors", "_actor_words", ("name", "names", "role", "description")),
    _Table("articles", "articles", ("title", "byline", "text")),
)


def update(connection: sqlite3.Connection) -> None:
    """Index what is new or changed; everything where the tables were never filled, or most of one waits."""
    ready = connection.execute("select 1 from _state where key = ?", (READY,)).fetchone()
    if ready is None:
        rebuild(connection)
        return
    with transaction(connection):
        connection.execute(sql.read("store/drop_unchanged_names"))
        for step in sql.statements("store/take_out_renamed"):
            connection.execute(step)
        for table in TABLES:
            _update(connection, table)
        _clear(connection)


def rebuild(connection: sqlite3.Connection) -> None:
    """Fill every search table from the table or view that it reads."""
    with transaction(connection):
        for table in TABLES:
            _fill(connection, table)
        _clear(connection)
        connection.execute(sql.read("store/set_state"), {"key": READY, "value": "1"})


def _fill(connection: sqlite3.Connection, table: _Table) -> None:
    connection.execute(f"insert into {table.name} ({table.name}) values ('rebuild')")


def _update(connection: sqlite3.Connection, table: _Table) -> None:
    waiting = "select n from _search_pending where place = ?"
    (new,) = connection.execute(f"select count(*) from ({waiting})", (table.place,)).fetchone()
    (held,) = connection.execute(f"select count(*) from {table.name}_docsize").fetchone()
    if new > SHARE * held:
        _fill(connection, table)
    elif new:
        columns = ", ".join(table.columns)
        connection.execute(
            f"insert into {table.name} (rowid, {columns}) select n, {columns} from {table.content} where n in ({waiting})",
            (table.place,),
        )


def _clear(connection: sqlite3.Connection) -> None:
    connection.execute("delete from _search_pending")
    connection.execute("delete from _search_names")


def out_of_step(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """The search tables that do not hold what they index, each with what SQLite says about it.

    Needs a connection that may write, because SQLite asks for this with an insert; nothing is written.
    """
    wrong = []
    for table in TABLES:
        connection.execute("begin immediate")
        try:
            # Rank 1: compare with the content as well.
            connection.execute(f"insert into {table.name} ({table.name}, rank) values ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            wrong.append((table.name, str(error)))
        finally:
            connection.rollback()
    return wrong
