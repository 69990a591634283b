"""What became of one utterance on the way from one report of it to another."""

from __future__ import annotations

import json
import sqlite3
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, islice

from hearsay_to_sqlite.clean.words import words
from hearsay_to_sqlite.compare.changes import Change, classify
from hearsay_to_sqlite.records import Each, Row
from hearsay_to_sqlite.sql import read
from hearsay_to_sqlite.store.sync import sync

KEY = ("attribution_id", "other_id", "kind")

MOST = 50
"""Of one utterance so many reports are compared with its fullest one."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """The words of a report and those of the fullest one, and where each begins in its article."""

    said: str
    start: int
    original: str
    offset: int


def run(connection: sqlite3.Connection, each: Each = map) -> int:
    """List the changes between each report of an utterance and its fullest one; return how many there are.

    A change without its words comes from a published copy, in which not all of the words are left: it stays as it is.
    ``each`` maps over the pairs of reports, perhaps on several cores.
    """
    there = connection.execute(f"select {', '.join(KEY)} from utterance_changes where diff is null")
    cut = {tuple(row) for row in there}
    rows = (row for row in _rows(connection, each) if tuple(row[name] for name in KEY) not in cut)
    here = "method = 'extracted' and diff is not null"
    sync(connection, "utterance_changes", KEY, rows, here)
    (count,) = connection.execute(f"select count(*) from utterance_changes where {here}").fetchone()
    return int(count)


def _rows(connection: sqlite3.Connection, each: Each) -> Iterator[Row]:
    passed: deque[tuple[str, str, str]] = deque()

    def pairs() -> Iterator[Rendering]:
        found = connection.execute(read("compare/renderings"))
        for utterance, group in groupby(found, key=lambda row: row[0]):
            # A direct quotation of the whole comes first; else the longest words.
            (_, fullest, original, offset), *reports = islice(group, MOST)
            for _, name, said, start in reports:
                if said != original:
                    passed.append((utterance, name, fullest))
                    yield Rendering(said, start, original, offset)

    for changes in each(changed, pairs()):
        utterance, name, fullest = passed.popleft()
        for change in changes:
            yield {
                "utterance_id": utterance,
                "attribution_id": name,
                "other_id": fullest,
                "kind": change.kind,
                "diff": json.dumps(change.diff),
                "why": change.why,
                "method": "extracted",
            }


def changed(one: Rendering) -> list[Change]:
    """Return what a report changed; for a worker to do."""
    found = classify(words(one.said, one.start), _words(one.original, one.offset), one.said, one.original)
    return [change for change in found if change.kind != "same"]


# The fullest report is compared with several others in turn.
_words = lru_cache(maxsize=8)(words)
