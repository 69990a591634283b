"""``sync`` makes some rows equal to computed ones and touches only what differs."""

from __future__ import annotations

import sqlite3

from hearsay_to_sqlite.store.sync import sync

KEPT = ("kept", "by hand", "curated")


def test_sync_touches_only_what_differs() -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("create table t (id text primary key, value text, method text)")
    connection.execute("insert into t values (?, ?, ?)", KEPT)
    first = [
        {"id": "a", "value": "1", "method": "extracted"},
        {"id": "b", "value": "2", "method": "extracted"},
    ]
    second = [
        {"id": "b", "value": "3", "method": "extracted"},
        {"id": "c", "value": "4", "method": "extracted"},
    ]

    def run(rows: list[dict[str, str]]) -> tuple[int, list[tuple[str, ...]]]:
        touched = sync(connection, "t", ["id"], rows, "method = 'extracted'")
        return touched, connection.execute("select * from t order by id").fetchall()

    assert run(first) == (2, [("a", "1", "extracted"), ("b", "2", "extracted"), KEPT])
    assert run(first) == (0, [("a", "1", "extracted"), ("b", "2", "extracted"), KEPT])
    assert run(second) == (3, [("b", "3", "extracted"), ("c", "4", "extracted"), KEPT])
    assert run([]) == (2, [KEPT])
    connection.close()
