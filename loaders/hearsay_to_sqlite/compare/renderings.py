"""What became of one utterance on the way from one report of it to another."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby, islice

from hearsay_to_sqlite.clean.words import words
from hearsay_to_sqlite.compare.changes import classify
from hearsay_to_sqlite.records import Row
from hearsay_to_sqlite.sql import read
from hearsay_to_sqlite.store.sync import sync

KEY = ("attribution_id", "other_id", "kind")

MOST = 50
"""Of one utterance so many reports are compared with its fullest one."""


def run(connection: sqlite3.Connection) -> int:
    """List the changes between each report of an utterance and its fullest one; return how many there are.

    A change without its words comes from a published copy, in which not all of the words are left: it stays as it is.
    """
    there = connection.execute(f"select {', '.join(KEY)} from utterance_changes where diff is null")
    cut = {tuple(row) for row in there}
    rows = (row for row in _rows(connection) if tuple(row[name] for name in KEY) not in cut)
    here = "method = 'extracted' and diff is not null"
    sync(connection, "utterance_changes", KEY, rows, here)
    (count,) = connection.execute(f"select count(*) from utterance_changes where {here}").fetchone()
    return int(count)


def _rows(connection: sqlite3.Connection) -> Iterator[Row]:
    found = connection.execute(read("compare/renderings"))
    for utterance, group in groupby(found, key=lambda row: row[0]):
        reports = [(str(name), str(said), int(start)) for _, name, said, start in islice(group, MOST)]
        # A direct quotation of the whole comes first; else the longest words.
        fullest, original, offset = reports[0]
        there = words(original, offset) if len(reports) > 1 else ()
        for name, said, start in reports[1:]:
            if said == original:
                continue
            for change in classify(words(said, start), there, said, original):
                if change.kind != "same":
                    yield {
                        "utterance_id": utterance,
                        "attribution_id": name,
                        "other_id": fullest,
                        "kind": change.kind,
                        "diff": json.dumps(change.diff),
                        "why": change.why,
                        "method": "extracted",
                    }
