"""What one speaker said once and several articles repeat: grouped by the words they share."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
"""Utterances that the machine grouped have ids that open so, and are made anew each time where their texts are here."""


@dataclass(frozen=True, slots=True)
class _Report:
    id: str
    actor_id: str
    article_id: str
    words: str | None
    said_on: str | None


def run(connection: sqlite3.Connection) -> int:
    """Group extracted attributions into utterances; return how many utterances have more than one report."""
    reports = [_Report(*row) for row in connection.execute(read("compare/said"))]
    groups: dict[str, list[_Report]] = {}
    for _, own in groupby(reports, key=lambda report: report.actor_id):
        groups.update(_groups(list(own)))
    rows: list[Row] = [
        {
            "id": name,
            "actor_id": members[0].actor_id,
            "said_on": min((member.said_on for member in members if member.said_on), default=None),
        }
        for name, members in groups.items()
    ]
    kept = {name for (name,) in connection.execute(read("compare/told_without_text"))}
    ours = f"id like '{PREFIX}%' and id not in ({read('compare/told_without_text')})"
    sync(connection, "utterances", ["id"], [row for row in rows if row["id"] not in kept], ours)
    _point(connection, {member.id: name for name, members in groups.items() for member in members})
    return len(groups)


def _groups(reports: list[_Report]) -> Iterator[tuple[str, list[_Report]]]:
    """Yield an id and the reports of each utterance that two articles or more tell of."""
    own = {report.id: terms(report.words or "") for report in reports}
    head: dict[str, str] = {}
    by_term: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        near = {name for term in own[report.id] for name in by_term[term]}
        alike = sorted(name for name in near if _alike(own[report.id], own[name]))
        head[report.id] = head[alike[0]] if alike else report.id
        for term in own[report.id]:
            by_term[term].append(report.id)
    members: dict[str, list[_Report]] = defaultdict(list)
    for report in reports:
        members[head[report.id]].append(report)
    for name, together in members.items():
        if len({report.article_id for report in together}) > 1:
            yield PREFIX + name, together


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= LEAST_TERMS and shared / min(len(one), len(other)) >= ALIKE


def _point(connection: sqlite3.Connection, member_of: Mapping[str, str]) -> None:
    before = dict(connection.execute(read("compare/said_before")).fetchall())
    changed = [name for name in sorted({*before, *member_of}) if before.get(name) != member_of.get(name)]
    connection.executemany(
        "update attributions set utterance_id = ? where id = ?",
        [(member_of.get(name), name) for name in changed],
    )
