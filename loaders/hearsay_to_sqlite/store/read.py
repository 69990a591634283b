"""Articles read back from the database, so that a stage can run again without their files."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.records import Article, Passage

KnownActor = tuple[str, str, str, str]
"""Actor id, one of its names, its kind, and where that comes from."""


def articles(connection: sqlite3.Connection) -> Iterator[Article]:
    """Every article whose text is at hand, one at a time, without attributions.

    Each is fetched by itself, so that the caller may write between them.
    """
    last = 0
    while True:
        row = connection.execute(sql.read("store/articles_with_text"), (last,)).fetchone()
        if row is None:
            return
        last = row[0]
        yield _article(connection, row[1:])


def _article(connection: sqlite3.Connection, row: tuple[str, ...]) -> Article:
    passages = connection.execute(
        'select start, "end", kind from passages where article_id = ? order by n', (row[0],)
    )
    return Article(
        id=row[0],
        title=row[1],
        text=row[2],
        source=row[3],
        source_sha256=row[4],
        text_sha256=row[5],
        url=row[6],
        publisher=row[7],
        byline=row[8],
        published_on=row[9],
        published_on_basis=row[10],
        language=row[11],
        encoding=row[12],
        location=row[13] or "",
        passages=tuple(Passage(*passage) for passage in passages),
    )


def known_actors(connection: sqlite3.Connection) -> list[KnownActor]:
    """The names of actors that a person or an import has put there, not a machine."""
    return connection.execute(sql.read("store/known_actors")).fetchall()
