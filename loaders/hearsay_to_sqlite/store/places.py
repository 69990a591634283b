"""Where an article was read from: one file may hold it under several addresses, and each is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.records import Row

AT = "@"
"""Between a place and the address by which it differs from the first such place."""


def apart(connection: sqlite3.Connection, rows: Iterable[Row]) -> list[Row]:
    """Rows of ``article_locations``, in which each further address of an article in the same place is a place of its own.

    >>> apart(sqlite3.connect(":memory:"), [{"article_id": "a", "location": "t.csv#a", "url": None}])
    [{'article_id': 'a', 'location': 't.csv#a', 'url': None}]
    """
    found, first = [], {}
    for row in rows:
        url, place = row.get("url"), (row.get("article_id"), row.get("location"))
        if url is not None:
            if place not in first:
                there = connection.execute(sql.read("store/address_at"), place).fetchone()
                first[place] = url if there is None or there[0] is None else there[0]
            if first[place] != url:
                row = {**row, "location": f"{row['location']}{AT}{url}"}
        found.append(row)
    return found
