"""The only code that writes articles: one transaction an article, and no write at all where nothing is new."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.clean.names import name_key
from hearsay_to_sqlite.clean.outlets import outlet
from hearsay_to_sqlite.records import Actor, Article, stable_id
from hearsay_to_sqlite.store.attribution_rows import attribution_row, found_rows, people_rows, span_rows
from hearsay_to_sqlite.store.connection import transaction
from hearsay_to_sqlite.store.runs import mark_stale
from hearsay_to_sqlite.store.upsert import Shape, statement

STDIN = "-"
"""The location of what came in through a pipe: two texts read there are not versions of one another."""


def article_id(connection: sqlite3.Connection, article: Article) -> str:
    """The id under which this text is in the database already; else the article's own, which names no other text."""
    row = connection.execute(
        sql.read("store/same_text"),
        {"id": article.id, "text_sha256": article.text_sha256, "source_sha256": article.source_sha256},
    ).fetchone()
    if row is None:
        return article.id
    if row[1] in (None, article.text_sha256):
        return str(row[0])
    return stable_id(article.id, article.text_sha256)


def save_article(
    connection: sqlite3.Connection,
    article: Article,
    actors: Sequence[Actor],
    load_id: int,
    found: str | None = None,
) -> bool:
    """Write an article with its attributions, mentions and actors; return whether anything was written.

    ``article.id`` is what ``article_id`` gave. An article that is there keeps what it has; its extracted attributions
    are replaced where ``found`` (the ``digest`` of the article before it was resolved) is another than the last time.
    """
    found = found or digest(article)
    before = connection.total_changes
    with transaction(connection):
        _place(connection, article, load_id)
        if article.attributions is not None and found != _known_digest(connection, article.id):
            save_actors(connection, actors)
            _mentions(connection, article)
            _attributions(connection, article, load_id)
            connection.execute(sql.read("store/set_digest"), (article.id, found))
        changed = connection.total_changes > before
        if changed:
            mark_stale(connection)
    return changed


def digest(article: Article) -> str:
    """A hash of what was found in an article, the same on every machine and in every run that finds the same."""
    found = repr((article.id, article.text_sha256, article.mentions, article.attributions))
    return hashlib.sha256(found.encode("utf-8", "surrogatepass")).hexdigest()


def _known_digest(connection: sqlite3.Connection, article: str) -> str | None:
    row = connection.execute("select digest from _extractions where article_id = ?", (article,)).fetchone()
    return None if row is None else str(row[0])


def _place(connection: sqlite3.Connection, article: Article, load_id: int) -> None:
    """The article itself, where it was read, and what its stretches are."""
    columns = {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "publisher_id": None,
        "byline": article.byline,
        "published_on": article.published_on,
        "published_on_basis": article.published_on_basis,
        "language": article.language,
        "text": article.text,
        "text_length": len(article.text),
        "text_sha256": article.text_sha256,
        "source_sha256": article.source_sha256,
        "encoding": article.encoding,
        "source": article.source,
        "load_id": load_id,
    }
    row = connection.execute("select text is null from articles where id = ?", (article.id,)).fetchone()
    if row is None:
        columns["publisher_id"] = _outlet(connection, article)
        columns["supersedes"] = _superseded(connection, article)
        connection.execute(sql.read("store/add_article"), columns)
    elif row[0]:
        connection.execute(sql.read("store/fill_text"), columns)
        anchor(connection, article.id, article.text)
    if article.location:
        place = {**columns, "location": article.location, "retrieved_at": None}
        connection.execute(sql.read("store/add_location"), place)
    save_passages(connection, article)


def anchor(connection: sqlite3.Connection, article: str, text: str) -> None:
    """Put the words of a text that has come to hand into the spans that had their offsets only."""
    place = {"id": article, "text": text}
    connection.execute(sql.read("store/anchor_spans"), place)
    connection.execute(sql.read("store/anchor_attributions"), place)


def save_passages(connection: sqlite3.Connection, article: Article) -> None:
    """Write what the stretches of a text are, where nobody has said so yet; the caller holds the transaction."""
    if connection.execute("select 1 from passages where article_id = ?", (article.id,)).fetchone() is None:
        connection.executemany(
            'insert into passages (article_id, n, start, "end", kind) values (?, ?, ?, ?, ?)',
            [(article.id, n, part.start, part.end, part.kind) for n, part in enumerate(article.passages)],
        )


def _outlet(connection: sqlite3.Connection, article: Article) -> str | None:
    found = outlet(article.publisher, article.url)
    if found is None:
        return None
    connection.execute(sql.read("store/add_outlet"), asdict(found))
    return found.id


def _superseded(connection: sqlite3.Connection, article: Article) -> str | None:
    """The article that this one is a later text of: the last one at its address, or at its location."""
    if article.url is not None:
        first = stable_id(article.url)
        if article.id != stable_id(first, article.text_sha256):
            return None
        row = connection.execute(sql.read("store/latest_version"), {"id": first}).fetchone()
        return None if row is None else str(row[0])
    if article.location == STDIN:
        return None
    row = connection.execute(sql.read("store/latest_at_location"), {"location": article.location}).fetchone()
    return None if row is None else str(row[0])


def save_actors(connection: sqlite3.Connection, actors: Sequence[Actor]) -> None:
    """Add actors that are not there yet, and the new spellings of those that are; the caller holds the transaction."""
    connection.executemany(
        sql.read("store/add_actor"),
        [(actor.id, actor.name, actor.kind, actor.role, actor.origin) for actor in actors],
    )
    connection.executemany(
        "insert into actor_names (actor_id, name, key, basis) values (?, ?, ?, ?) on conflict do nothing",
        [
            (actor.id, name, name_key(name), actor.origin)
            for actor in actors
            for name in dict.fromkeys((actor.name, *actor.names))
        ],
    )


def _mentions(connection: sqlite3.Connection, article: Article) -> None:
    """Write who is named where; a name that a person has put to a place stands."""
    connection.execute(sql.read("store/drop_mentions"), (article.id,))
    taken = set(
        connection.execute('select start, "end" from mentions where article_id = ?', (article.id,)).fetchall()
    )
    found = {
        (mention.start, mention.end): mention for mention in article.mentions if mention.actor_id is not None
    }
    connection.executemany(
        'insert into mentions (article_id, actor_id, name, start, "end") values (?, ?, ?, ?, ?)',
        [
            (article.id, mention.actor_id, mention.name, *place)
            for place, mention in found.items()
            if place not in taken
        ],
    )


def _attributions(connection: sqlite3.Connection, article: Article, load_id: int) -> None:
    found = article.attributions or ()
    (wording,) = connection.execute("select wording from articles where id = ?", (article.id,)).fetchone()
    there = connection.execute(
        "select id from attributions where article_id = ? and method != 'curated'", (article.id,)
    ).fetchall()
    gone = {row[0] for row in there} - {attribution.id for attribution in found}
    drop_attributions(connection, sorted(gone))
    rows = [attribution_row(attribution, article.id, article.text, wording, load_id) for attribution in found]
    if rows:
        connection.executemany(_upsert_attributions(tuple(rows[0])), [tuple(row.values()) for row in rows])
    own = [(row[0],) for row in there if row[0] not in gone]
    for table in ("attribution_spans", "attribution_actors", "_found_actors"):
        connection.executemany(f"delete from {table} where attribution_id = ?", own)
    connection.executemany(
        'insert into attribution_spans (attribution_id, part, n, start, "end", text) values (?, ?, ?, ?, ?, ?)',
        [row for attribution in found for row in span_rows(attribution, article.text)],
    )
    connection.executemany(
        "insert into attribution_actors (attribution_id, actor_id, part, n) values (?, ?, ?, ?)",
        [row for attribution in found for row in people_rows(attribution)],
    )
    connection.executemany(
        "insert into _found_actors (attribution_id, part, name, kind, role) values (?, ?, ?, ?, ?)",
        [row for attribution in found for row in found_rows(attribution)],
    )


@cache
def _upsert_attributions(columns: tuple[str, ...]) -> str:
    changing = tuple(column for column in columns if column not in ("id", "load_id"))
    return statement(Shape("attributions", columns, ("id",), changing, loose=False))


def drop_attributions(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Delete attributions that are found no more, with all that hangs on them; the caller holds the transaction."""
    for step in sql.statements("store/drop_attribution"):
        connection.executemany(step, [{"id": name} for name in ids])
