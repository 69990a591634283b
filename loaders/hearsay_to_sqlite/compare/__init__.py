"""What the accounts have in common and where they part: copies, wording changes, facets."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from hearsay_to_sqlite.compare import copies, supersede, utterances
from hearsay_to_sqlite.compare.roots import roots
from hearsay_to_sqlite.records import Row
from hearsay_to_sqlite.sql import read
from hearsay_to_sqlite.store.sync import sync


def run(connection: sqlite3.Connection) -> Mapping[str, int]:
    """Fill the comparison tables from what the database holds, in one transaction; curated rows always stay.

    Returns how many attributions are superseded, utterances shared, copies found and wording changes listed.
    """
    with connection:
        connection.execute("begin immediate")
        # Rows that point at one another are replaced together; the references are checked at the commit.
        connection.execute("pragma defer_foreign_keys = on")
        superseded = supersede.run(connection)
        shared = utterances.run(connection)
        found, changes = _copies(connection)
        _roots(connection)
    return {"superseded": superseded, "utterances": shared, "copies": found, "changes": changes}


def _copies(connection: sqlite3.Connection) -> tuple[int, int]:
    texts = {row[0]: copies.Text(*row) for row in connection.execute(read("compare/articles"))}
    known = frozenset(
        connection.execute(
            "select article_id, copied_from_id from copies where method = 'curated'"
        ).fetchall()
    )
    found = list(copies.find(texts, known))
    changes: list[Row] = [
        {**row, "diff": json.dumps(row["diff"])} for copy in found for row in copy.changes()
    ]
    sync(
        connection,
        "copies",
        ["article_id", "copied_from_id"],
        [copy.row() for copy in found],
        "method = 'extracted'",
    )
    sync(connection, "wording_changes", ["id"], changes, "method = 'extracted'")
    return len(found), len(changes)


def _roots(connection: sqlite3.Connection) -> None:
    articles = [name for (name,) in connection.execute("select id from articles order by id")]
    known = connection.execute("select article_id, copied_from_id from copies").fetchall()
    rows: list[Row] = [
        {"article_id": article, "root_id": root} for article, root in roots(articles, known).items()
    ]
    sync(connection, "_article_roots", ["article_id"], rows)
