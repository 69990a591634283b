"""What one speaker said once and several articles repeat: grouped by the words they share."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import groupby

from hearsay_to_sqlite.clean.words import terms
from hearsay_to_sqlite.records import Row
from hearsay_to_sqlite.sql import read
from hearsay_to_sqlite.store.sync import sync

LEAST_TERMS = 3
"""Fewer shared words of content than this never make two reports one utterance."""

ALIKE = 0.6
"""Share of the shorter report's words of content that the other has, from which on they tell of the same utterance."""

PREFIX = "found-"
"""Utterances that the machine grouped have ids that open so, and are made anew each time."""


def run(connection: sqlite3.Connection) -> int:
    """Group extracted attributions into utterances; return how many utterances have more than one report."""
    connection.row_factory = None
    groups: dict[str, list[tuple]] = {}
    found = connection.execute(read("compare/said"))
    for _, own in groupby(found, key=lambda row: row[1]):
        groups.update(_groups(list(own)))
    rows: list[Row] = [
        {"id": name, "actor_id": members[0][1], "said_on": min((m[5] for m in members if m[5]), default=None)}
        for name, members in groups.items()
    ]
    sync(connection, "utterances", ["id"], rows, f"id like '{PREFIX}%'")
    member_of = {member[0]: name for name, members in groups.items() for member in members}
    _point(connection, member_of)
    return len(groups)


def _groups(rows: list[tuple]) -> Iterator[tuple[str, list[tuple]]]:
    """Yield an id and the reports of each utterance that two articles or more tell of."""
    own = {row[0]: terms(row[4] or "") for row in rows}
    head: dict[str, str] = {}
    by_term: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        near = {name for term in own[row[0]] for name in by_term[term]}
        alike = sorted(name for name in near if _alike(own[row[0]], own[name]))
        head[row[0]] = head[alike[0]] if alike else row[0]
        for term in own[row[0]]:
            by_term[term].append(row[0])
    members: dict[str, list[tuple]] = defaultdict(list)
    for row in rows:
        members[head[row[0]]].append(row)
    for name, reports in members.items():
        if len({report[2] for report in reports}) > 1:
            yield PREFIX + name, reports


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= LEAST_TERMS and shared / min(len(one), len(other)) >= ALIKE


def _point(connection: sqlite3.Connection, member_of: Mapping[str, str]) -> None:
    before = dict(
        connection.execute(
            "select id, utterance_id from attributions where method = 'extracted' and utterance_id is not null"
        )
    )
    changed = [(member_of.get(name), name) for name in {*before, *member_of} if before.get(name) != member_of.get(name)]
    connection.executemany("update attributions set utterance_id = ? where id = ?", sorted(changed, key=lambda c: c[1]))
