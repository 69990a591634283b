"""What the accounts have in common and where they part: copies, wording changes, facets."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from hearsay_to_sqlite.compare import facets, relatives, renderings, supersede, utterances
from hearsay_to_sqlite.compare.roots import roots
from hearsay_to_sqlite.records import Each, Row
from hearsay_to_sqlite.sql import read
from hearsay_to_sqlite.store.connection import transaction
from hearsay_to_sqlite.store.sync import sync

TWINS = 0.6
"""Two articles that each have this share of their sentences in the other are one witness."""


def run(connection: sqlite3.Connection, each: Each = map, *, anew: bool = False) -> Mapping[str, int]:
    """Fill the comparison tables from what the database holds; curated rows always stay.

    ``each`` maps a function over items, perhaps on several cores; ``anew`` looks at articles again that were
    looked at before. Returns how many attributions are superseded, utterances shared, copies found and wording
    changes listed.
    """
    with transaction(connection):
        superseded = supersede.run(connection)
    found, changes = relatives.run(connection, each, anew=anew)
    with transaction(connection):
        _roots(connection)
        shared = utterances.run(connection)
        renderings.run(connection, each)
        accounts = facets.run(connection)
    return {
        "superseded": superseded,
        "utterances": shared,
        "copies": found,
        "changes": changes,
        "accounts": accounts,
    }


def _roots(connection: sqlite3.Connection) -> None:
    """Note the roots of articles that have kin; every other article is its own, and needs no row to say so."""
    names: dict[str, str] = {}

    def pairs(query: str) -> list[tuple[str, str]]:
        # Each id is kept once, in however many pairs it stands.
        found = connection.execute(query, {"most": TWINS} if ":most" in query else {})
        return [(names.setdefault(one, one), names.setdefault(other, other)) for one, other in found]

    known = pairs("select article_id, copied_from_id from copies")
    twins = pairs(read("compare/twins"))
    found = roots(sorted(names), known, twins).items()
    rows: Iterator[Row] = ({"article_id": article, "root_id": root} for article, root in found)
    sync(connection, "_article_roots", ["article_id"], rows)
