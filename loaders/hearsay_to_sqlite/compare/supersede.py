"""Which extracted attribution stands in for the same words as a curated one, and gives way to it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from hearsay_to_sqlite.clean.words import words
from hearsay_to_sqlite.sql import read

LEAST = 0.5
"""Two attributions are of the same words from this Jaccard of their content words on."""


def run(connection: sqlite3.Connection) -> int:
    """Set ``superseded_by`` on extracted attributions, and clear it where it no longer holds; return how many are."""
    spans: dict[str, dict[str, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    methods, before = {}, {}
    for article_id, attribution_id, method, superseded_by, start, end in connection.execute(
        read("compare/spans")
    ):
        spans[article_id][attribution_id].append((start, end))
        methods[attribution_id], before[attribution_id] = method, superseded_by
    after = {}
    for article_id, own in spans.items():
        for attribution_id, curated_id in _matches(_places(connection, article_id), own, methods):
            after[attribution_id] = curated_id
    changed = [
        (after.get(name), name)
        for name, method in methods.items()
        if method == "extracted" and before[name] != after.get(name)
    ]
    connection.executemany("update attributions set superseded_by = ? where id = ?", changed)
    return len(after)


def _places(connection: sqlite3.Connection, article_id: str) -> list[tuple[int, int]]:
    row = connection.execute("select text from articles where id = ?", [article_id]).fetchone()
    return [(word.start, word.end) for word in words(row[0] or "")]


def _matches(
    places: list[tuple[int, int]], own: dict[str, list[tuple[int, int]]], methods: dict[str, str]
) -> list[tuple[str, str]]:
    content = {
        name: frozenset(
            n for n, (start, end) in enumerate(places) for a, b in pieces if a <= start and end <= b
        )
        for name, pieces in own.items()
    }
    curated = sorted(name for name in own if methods[name] == "curated")
    found = []
    for name in sorted(own):
        if methods[name] == "curated" or not curated or not content[name]:
            continue
        best = max(curated, key=lambda other: _jaccard(content[name], content[other]))
        if _jaccard(content[name], content[best]) >= LEAST:
            found.append((name, best))
    return found


def _jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0
