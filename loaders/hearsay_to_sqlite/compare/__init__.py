"""What the accounts have in common and where they part: copies, wording changes, facets."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from hearsay_to_sqlite.compare import facets, relatives, renderings, roots, supersede, utterances
from hearsay_to_sqlite.records import Each
from hearsay_to_sqlite.store.connection import transaction


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
        roots.run(connection)
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
