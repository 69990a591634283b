"""What one speaker said once and several articles repeat: grouped by the words they share."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from hearsay_to_sqlite.clean.words import terms
from hearsay_to_sqlite.compare.connected import heads
from hearsay_to_sqlite.records import Row
from hearsay_to_sqlite.sql import read, statements
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
    actor_id: str
    words: str | None


def run(connection: sqlite3.Connection) -> int:
    """Group extracted attributions into utterances; return how many utterances have more than one report.

    Reports are one utterance where one actor says much the same in both, or where a copy has the one in the place of
    the other, whoever is named there.
    """
    for step in statements("compare/make_heads"):
        connection.execute(step)
    reports = (_Report(*row) for row in connection.execute(read("compare/said")))
    for _, own in groupby(reports, key=lambda report: report.actor_id):
        # Of one speaker at a time: in memory is what one has said, however many there are.
        _note(connection, heads(_alike_pairs(list(own))))
    _join(connection)
    connection.execute(read("compare/several"))
    connection.execute(read("compare/point"), {"prefix": PREFIX})
    ours = f"id like '{PREFIX}%' and id not in ({read('compare/told_without_text')})"
    sync(connection, "utterances", ["id"], _uttered(connection), ours)
    (count,) = connection.execute("select count(distinct head) from temp._heads").fetchone()
    return int(count)


def _uttered(connection: sqlite3.Connection) -> Iterator[Row]:
    for name, actor, day in connection.execute(read("compare/uttered"), {"prefix": PREFIX}):
        yield {"id": name, "actor_id": actor, "said_on": day}


def _note(connection: sqlite3.Connection, head_of: Mapping[str, str]) -> None:
    connection.executemany("insert or ignore into temp._heads values (?, ?)", head_of.items())


def _join(connection: sqlite3.Connection) -> None:
    """Make one of the groups that reports in the same place of a copy and its original join, whoever is named in them."""
    connection.executemany("insert into temp._joined values (?, ?)", _copied(connection))
    for name in ("id", "other_id"):
        connection.execute(f"insert or ignore into temp._heads select {name}, {name} from temp._joined")
    joined = heads(connection.execute(read("compare/joined")))
    moved = [(head, before) for before, head in joined.items() if head != before]
    connection.executemany("update temp._heads set head = ? where head = ?", moved)


def _copied(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield each report of a copy with that of its original, in the aligned place, which is most like it."""
    said = read("compare/words_said")
    for name, pairs in groupby(connection.execute(read("compare/copied_said")), key=lambda pair: pair[0]):
        own = connection.execute(said, (name,)).fetchone()
        likeliest: tuple[float, str] | None = None
        for _, other in pairs:
            theirs = connection.execute(said, (other,)).fetchone()
            if own is None or theirs is None:
                continue
            one, another = terms(own[0] or ""), terms(theirs[0] or "")
            alike = len(one & another) / max(1, min(len(one), len(another)))
            if alike >= IN_PLACE and (likeliest is None or (-alike, other) < likeliest):
                likeliest = -alike, other
        if likeliest is not None:
            yield name, likeliest[1]


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
