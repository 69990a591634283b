"""What one speaker said once and several articles repeat: grouped by the words they share."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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

IN_PLACE = 0.34
"""... and this share where a copy has the one in the place of the other."""

MAX_HOLDERS = 500
"""A word that so many reports of one actor hold brings no more of them together."""

PREFIX = "found-"
"""Utterances that the machine grouped have ids that open so, and are made anew each time where their texts are here."""


@dataclass(frozen=True, slots=True)
class _Report:
    id: str
    actor_id: str | None
    article_id: str
    words: str | None
    said_on: str | None
    kind: str | None


def run(connection: sqlite3.Connection) -> int:
    """Group extracted attributions into utterances; return how many utterances have more than one report.

    Reports are one utterance where one actor says much the same in both, or where a copy has the one in the place of
    the other, whoever is named there.
    """
    reports = [_Report(*row) for row in connection.execute(read("compare/said"))]
    by_id = {report.id: report for report in reports}
    same: list[tuple[str, str]] = []
    named = [report for report in reports if report.actor_id and report.kind not in ("anonymous", "class")]
    for _, own in groupby(named, key=lambda report: report.actor_id):
        same.extend(_alike_pairs(list(own)))
    same.extend(_copied(connection, by_id))
    groups: dict[str, list[_Report]] = defaultdict(list)
    for name, head in heads(same).items():
        groups[PREFIX + head].append(by_id[name])
    found = {
        name: members
        for name, members in groups.items()
        if len({member.article_id for member in members}) > 1
    }
    rows: list[Row] = [
        {
            "id": name,
            "actor_id": min(members, key=lambda member: member.id).actor_id,
            "said_on": min((member.said_on for member in members if member.said_on), default=None),
        }
        for name, members in found.items()
    ]
    kept = {name for (name,) in connection.execute(read("compare/told_without_text"))}
    ours = f"id like '{PREFIX}%' and id not in ({read('compare/told_without_text')})"
    _point(connection, {member.id: name for name, members in found.items() for member in members})
    sync(connection, "utterances", ["id"], [row for row in rows if row["id"] not in kept], ours)
    return len(found)


def heads(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return the smallest member of its group for each that stands in a pair; pairs that share one are one group.

    >>> heads([("b", "c"), ("a", "c"), ("x", "y")])
    {'b': 'a', 'c': 'a', 'a': 'a', 'x': 'x', 'y': 'x'}
    """
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while (over := above.setdefault(name, name)) != name:
            name = over
        return name

    for one, other in pairs:
        first, second = sorted((top(one), top(other)))
        above[second] = first
    return {name: top(name) for name in above}


def _copied(connection: sqlite3.Connection, reports: Mapping[str, _Report]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of reports of which a copy has the one where the original has the other."""
    likeliest: dict[str, tuple[float, str]] = {}
    for name, other in connection.execute(read("compare/copied_said")):
        if name not in reports or other not in reports:
            continue
        one, another = (terms(reports[each].words or "") for each in (name, other))
        alike = len(one & another) / max(1, min(len(one), len(another)))
        if alike >= IN_PLACE:
            likeliest[name] = min(likeliest.get(name, (0.0, "")), (-alike, other))
    for name, (_, other) in sorted(likeliest.items()):
        yield name, other


def _alike_pairs(reports: list[_Report]) -> Iterator[tuple[str, str]]:
    """Yield each report of one actor with the first one before it that tells of the same."""
    own = {report.id: terms(report.words or "") for report in reports}
    by_term: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        rare = [term for term in own[report.id] if len(by_term[term]) < MAX_HOLDERS]
        near = {name for term in rare for name in by_term[term]}
        alike = min((name for name in near if _alike(own[report.id], own[name])), default=None)
        if alike is not None:
            yield alike, report.id
        for term in rare:
            by_term[term].append(report.id)


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
