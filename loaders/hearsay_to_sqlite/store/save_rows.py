"""Write rows that a source gives ready for their tables, such as those of a case file."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Row, Rows
from hearsay_to_sqlite.store.connection import transaction
from hearsay_to_sqlite.store.places import apart
from hearsay_to_sqlite.store.runs import mark_stale
from hearsay_to_sqlite.store.save import anchor
from hearsay_to_sqlite.store.upsert import upsert

ARTICLE_COLUMNS = ("article_id", "copied_from_id", "supersedes")
"""Columns, in any table but ``decisions``, that hold the id of an article."""

PRIVATE = ("_", "sqlite_")
"""How the names of tables begin that nobody's rows are for."""

OWNED = {
    "article_translations": ("articles", "article_id", ("step",)),
    "passages": ("articles", "article_id", ("n",)),
    "attribution_spans": ("attributions", "attribution_id", ("part", "n")),
    "attribution_actors": ("attributions", "attribution_id", ("part", "n")),
}
"""Tables whose rows belong to a row of another: what is given for an owner is all there is for it."""


def save_rows(
    connection: sqlite3.Connection, rows: Rows, load_id: int, met: dict[str, str] | None = None
) -> bool:
    """Upsert rows in one transaction; return whether anything was written.

    An article that is there already, under another id, keeps that id, and the rows are made to refer to it, as are
    those of later calls with the same ``met``. Raises RejectedInput for rows that no table of ours can hold.
    """
    known = {} if met is None else met
    known.update(_known_articles(connection, rows))
    for table, given in rows.tables.items():
        _check_columns(connection, table, given, rows.location)
    before = connection.total_changes
    with transaction(connection):
        for table, given in rows.tables.items():
            adopted = [_adopted(table, row, known) for row in given]
            if table == "articles":
                adopted = [_keeping_text(connection, row) for row in adopted]
            if table == "article_locations":
                adopted = apart(connection, adopted)
            if table in OWNED and not rows.yielding:
                _drop_leftovers(connection, table, rows, adopted, known)
            once = (
                tuple(dict.fromkeys(name for row in adopted for name in row))
                if rows.yielding
                else ("load_id",)
            )
            upsert(connection, table, adopted, once=once)
        if rows.yielding:
            _fill_people(connection, rows.tables.get("attribution_actors", ()))
        _set_load(connection, load_id)
        _anchor_again(connection, rows, known)
        changed = connection.total_changes > before
        if changed:
            mark_stale(connection)
    return changed


def _check_columns(connection: sqlite3.Connection, table: str, given: tuple[Row, ...], location: str) -> None:
    columns = {name for (name,) in connection.execute("select name from pragma_table_info(?)", (table,))}
    for names in {tuple(row) for row in given}:
        if table.startswith(PRIVATE) or not columns.issuperset(names):
            strange = sorted({*names} - columns) or [table]
            what = f"{table} is no table of ours, or has no column {', '.join(strange)}."
            raise RejectedInput(
                what, location=location, remedy="Load it with the version of this tool that wrote it."
            )


def _known_articles(connection: sqlite3.Connection, rows: Rows) -> Mapping[str, str]:
    """Ids that the rows give to articles which the database has by other ids, with these."""
    known = {}
    for row in rows.tables.get("articles", ()):
        there = connection.execute("select 1 from articles where id = ?", (row["id"],)).fetchone()
        same = connection.execute(
            "select id from articles where text_sha256 = ? order by n", (row.get("text_sha256"),)
        ).fetchone()
        if there is None and same is not None:
            known[str(row["id"])] = str(same[0])
    return known


def _adopted(table: str, row: Row, known: Mapping[str, str]) -> Row:
    columns = ("id",) if table == "articles" else ()
    if table != "decisions":
        columns = (*columns, *ARTICLE_COLUMNS)
    if not known or not any(row.get(column) in known for column in columns):
        return row
    return {name: known.get(value, value) if name in columns else value for name, value in row.items()}


def _keeping_text(connection: sqlite3.Connection, row: Row) -> Row:
    """The row of an article, without the columns that would take away a text that is there."""
    if row.get("text") is not None or _text(connection, str(row["id"])) is None:
        return row
    return {name: value for name, value in row.items() if name not in ("text", "text_length", "encoding")}


def _anchor_again(connection: sqlite3.Connection, rows: Rows, known: Mapping[str, str]) -> None:
    """Anchor what came without text in the texts that are there."""
    for row in rows.tables.get("articles", ()):
        if row.get("text") is None:
            name = known.get(str(row["id"]), str(row["id"]))
            text = _text(connection, name)
            if text is not None:
                anchor(connection, name, text)


def _text(connection: sqlite3.Connection, article: str) -> str | None:
    row = connection.execute("select text from articles where id = ?", (article,)).fetchone()
    return None if row is None else row[0]


def _drop_leftovers(
    connection: sqlite3.Connection, table: str, rows: Rows, given: list[Row], known: Mapping[str, str]
) -> None:
    owners, column, key = OWNED[table]
    names = ", ".join((column, *key))
    wanted = {tuple(row[name] for name in (column, *key)) for row in given}
    for owner in rows.tables.get(owners, ()):
        name = known.get(str(owner["id"]), owner["id"])
        there = connection.execute(f"select {names} from {table} where {column} = ?", (name,)).fetchall()
        matches = " and ".join(f"{part} = ?" for part in (column, *key))
        connection.executemany(
            f"delete from {table} where {matches}", [row for row in there if row not in wanted]
        )


def _fill_people(connection: sqlite3.Connection, cast: tuple[Row, ...]) -> None:
    """Name in a statement that was there already whom it left open and an import names."""
    statements = dict.fromkeys(row["attribution_id"] for row in cast)
    connection.executemany(sql.read("store/fill_people"), [(name,) for name in statements])


def _set_load(connection: sqlite3.Connection, load_id: int) -> None:
    """Say of what is new which run brought it."""
    for step in sql.statements("store/set_load"):
        connection.execute(step, (load_id,))
