"""The rows behind an item of a JSON-LD export, under a member of their own, so that ``load`` reads back the same rows.

Whoever does not know the member passes over it: to JSON-LD it is one literal.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.exports.items import Item, filled

MEMBER = "hearsayRows"
CONTEXT = {MEMBER: {"@id": "urn:datasette-hearsay:rows", "@type": "@json"}}

STATEMENT = (
    "outlets", "actors", "articles", "utterances", "attributions", "attribution_actors", "attribution_spans",
)  # fmt: skip
CLAIM = ("outlets", "actors", "events", "claims", "claim_sightings", "reviews", "review_claims")

NUMBERED = frozenset({"actors", "articles", "attributions", "claims"})
"""Tables whose ``n`` only counts the rows of one file."""


def of_statement(connection: sqlite3.Connection, id: str, article: str) -> Item:
    """The member for a statement: table to rows, columns that say nothing left out."""
    return _carried(connection, "statement", STATEMENT, {"id": id, "article": article})


def of_claim(connection: sqlite3.Connection, claim: str) -> Item:
    """The member for a claim with its sightings and reviews."""
    return _carried(connection, "claim", CLAIM, {"claim": claim})


def _carried(
    connection: sqlite3.Connection, name: str, tables: tuple[str, ...], keys: Mapping[str, str]
) -> Item:
    found = {}
    for table, statement in zip(tables, sql.statements(f"exports/rows/{name}"), strict=True):
        rows = [_row(table, row) for row in connection.execute(statement, keys)]
        if rows:
            found[table] = rows
    return {MEMBER: found}


def _row(table: str, row: sqlite3.Row) -> Item:
    # Which run wrote a row, and its number, are about the file; of a column given twice, the later one counts.
    about = {"load_id", "n"} if table in NUMBERED else {"id"} if table == "claim_sightings" else set()
    named = dict(zip(row.keys(), tuple(row), strict=True))
    return filled({column: value for column, value in named.items() if column not in about})
