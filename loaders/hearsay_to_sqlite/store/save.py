"""The only code that writes articles: each whole or not at all, and no write at all where nothing is new."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from functools import cache
from typing import NamedTuple

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.clean.outlets import outlet
from hearsay_to_sqlite.clean.urls import page_key
from hearsay_to_sqlite.records import Actor, Article, stable_id
from hearsay_to_sqlite.store.attribution_rows import COLUMNS, Values
from hearsay_to_sqlite.store.connection import transaction
from hearsay_to_sqlite.store.places import apart
from hearsay_to_sqlite.store.prepared import Found, Prepared, actor_rows, name_rows, rows_of, text_key
from hearsay_to_sqlite.store.runs import mark_stale
from hearsay_to_sqlite.store.upsert import Shape, statement

STDIN = "-"
"""The location of what came in through a pipe: two texts read there are not versions of one another."""

UNKNOWN = "unknown"
"""The wording of a text of which nobody has said more; the schema's own default."""


class Known(NamedTuple):
    """The id under which an article is in the database, or comes into it, and whether its text is there but for its spacing."""

    id: str
    respaced: bool = False


def article_id(connection: sqlite3.Connection, article: Article, key: str | None = None) -> Known:
    """The id under which this text is in the database already; else the article's own, which names no other text.

    ``key`` is the ``text_key`` of its text.
    """
    names = {
        "id": article.id,
        "text_sha256": article.text_sha256,
        "text_key": key or text_key(article.text),
        "source_sha256": article.source_sha256,
    }
    row = connection.execute(sql.read("store/same_text"), names).fetchone()
    if row is None:
        return Known(article.id)
    there, sha256, respaced = row
    if sha256 in (None, article.text_sha256):
        return Known(str(there))
    return Known(str(there), True) if respaced else Known(stable_id(article.id, article.text_sha256))


def save_article(
    connection: sqlite3.Connection, article: Article, actors: Sequence[Actor], load_id: int
) -> bool:
    """Write one article with its attributions, mentions and actors; return whether anything was written."""
    return bool(
        save_articles(
            connection, [Prepared(article, rows_of(article, actors), text_key(article.text))], load_id
        )
    )


def save_articles(connection: sqlite3.Connection, prepared: Sequence[Prepared], load_id: int) -> int:
    """Write articles in one transaction; return of how many anything was written.

    Each ``article.id`` is what ``article_id`` gave, and no two of them are the same text, or versions of one. An article
    that is there keeps what it has; its extracted attributions are replaced where something else was found than the
    last time.
    """
    written = 0
    with transaction(connection):
        new: list[Prepared] = []
        for one in prepared:
            known = connection.execute("select text is null from articles where id = ?", (one.article.id,))
            row = known.fetchone()
            if row is None:
                new.append(one)
            else:
                # In the order in which they came, so that numbers depend on nothing else.
                _add(connection, new, load_id)
                written += len(new)
                new = []
                written += _again(connection, one, load_id, without_text=bool(row[0]))
        _add(connection, new, load_id)
        written += len(new)
        if written:
            mark_stale(connection)
    return written


def _add(connection: sqlite3.Connection, new: Sequence[Prepared], load_id: int) -> None:
    """Write articles that are not there yet, table by table: one statement for many rows is what makes writing fast."""
    if not new:
        return
    many = connection.executemany
    for one in new:
        columns = {
            **_columns(one, load_id),
            "publisher_id": _outlet(connection, one.article),
            "supersedes": _superseded(connection, one.article),
        }
        connection.execute(sql.read("store/add_article"), columns)
        _locate(connection, one.article)
    many(sql.read("store/add_passage"), [row for one in new for row in _passages(one.article)])
    found = [one.found for one in new if one.found is not None]
    _add_actors(connection, found)
    many(sql.read("store/add_mention"), [row for one in found for row in one.mentions])
    _add_attributions(connection, found, UNKNOWN, load_id)
    many(
        sql.read("store/set_digest"),
        [_extraction(one, one.found) for one in new if one.found is not None],
    )


def _again(connection: sqlite3.Connection, one: Prepared, load_id: int, without_text: bool) -> bool:
    """Add to an article that is there what was not known of it; return whether anything was written."""
    article, found = one.article, one.found
    before = connection.total_changes
    if without_text:
        connection.execute(sql.read("store/fill_text"), _columns(one, load_id))
        anchor(connection, article.id, article.text)
    _locate(connection, article)
    save_passages(connection, article)
    if found is not None and found.digest != _known_digest(connection, article.id):
        _add_actors(connection, [found])
        _replace_mentions(connection, article.id, found)
        _drop_found(connection, article.id, found)
        (wording,) = connection.execute("select wording from articles where id = ?", (article.id,)).fetchone()
        _add_attributions(connection, [found], wording, load_id)
        connection.execute(sql.read("store/set_digest"), _extraction(one, found))
    changed = connection.total_changes > before
    if found is not None and one.basis is not None:
        # Found again by other rules, the same is no change.
        connection.execute(sql.read("store/set_basis"), _extraction(one, found))
    return changed


def _extraction(one: Prepared, found: Found) -> Values:
    return one.article.id, found.digest, one.basis, len(found.attributions)


def _known_digest(connection: sqlite3.Connection, article: str) -> str | None:
    row = connection.execute("select digest from _extractions where article_id = ?", (article,)).fetchone()
    return None if row is None else str(row[0])


def _columns(one: Prepared, load_id: int) -> dict[str, object]:
    article = one.article
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "byline": article.byline,
        "published_on": article.published_on,
        "published_on_basis": article.published_on_basis,
        "language": article.language,
        "text": article.text,
        "text_length": len(article.text),
        "text_sha256": article.text_sha256,
        "text_key": one.text_key,
        "source_sha256": article.source_sha256,
        "encoding": article.encoding,
        "source": article.source,
        "load_id": load_id,
    }


def _locate(connection: sqlite3.Connection, article: Article) -> None:
    if article.location:
        place = {
            "article_id": article.id,
            "location": article.location,
            "url": article.url,
            "saved_copy": article.saved_copy,
            "retrieved_at": article.retrieved_at,
            "source_sha256": article.source_sha256,
            "text_sha256": article.text_sha256,
        }
        connection.executemany(sql.read("store/add_location"), apart(connection, [place]))


def anchor(connection: sqlite3.Connection, article: str, text: str) -> None:
    """Put the words of a text that has come to hand into the spans that had their offsets only."""
    place = {"id": article, "text": text}
    connection.execute(sql.read("store/anchor_spans"), place)
    connection.execute(sql.read("store/anchor_attributions"), place)


def save_passages(connection: sqlite3.Connection, article: Article) -> None:
    """Write what the stretches of a text are, where nobody has said so yet; the caller holds the transaction."""
    if connection.execute("select 1 from passages where article_id = ?", (article.id,)).fetchone() is None:
        connection.executemany(sql.read("store/add_passage"), _passages(article))


def _passages(article: Article) -> Iterable[Values]:
    return [(article.id, n, part.start, part.end, part.kind) for n, part in enumerate(article.passages)]


def _outlet(connection: sqlite3.Connection, article: Article) -> str | None:
    found = outlet(article.publisher, article.url)
    if found is None:
        return None
    connection.execute(sql.read("store/add_outlet"), asdict(found))
    return found.id


def _superseded(connection: sqlite3.Connection, article: Article) -> str | None:
    """The article that this one is a later text of: the last one at its address, or at its location."""
    if article.url is not None:
        first = stable_id(page_key(article.url) or article.url)
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
    connection.executemany(sql.read("store/add_actor"), list(actor_rows(actors)))
    connection.executemany(sql.read("store/add_actor_name"), list(name_rows(actors)))


def _add_actors(connection: sqlite3.Connection, found: Sequence[Found]) -> None:
    # The same people are met again and again; said once, in the order of their first time, the rows are the same.
    actors = dict.fromkeys(row for one in found for row in one.actors)
    names = dict.fromkeys(row for one in found for row in one.names)
    connection.executemany(sql.read("store/add_actor"), actors)
    connection.executemany(sql.read("store/add_actor_name"), names)


def _replace_mentions(connection: sqlite3.Connection, article: str, found: Found) -> None:
    """Write who is named where; a name that a person has put to a place stands."""
    connection.execute(sql.read("store/drop_mentions"), (article,))
    taken = set(connection.execute('select start, "end" from mentions where article_id = ?', (article,)))
    free = [row for row in found.mentions if row[3:5] not in taken]
    connection.executemany(sql.read("store/add_mention"), free)


def _drop_found(connection: sqlite3.Connection, article: str, found: Found) -> None:
    """Make room for what was found now: what was found before and not now goes, of the rest what hangs on it."""
    there = connection.execute(
        "select id from attributions where article_id = ? and method != 'curated'", (article,)
    ).fetchall()
    gone = {row[0] for row in there} - {row[0] for row in found.attributions}
    drop_attributions(connection, sorted(gone))
    own = [(row[0],) for row in there if row[0] not in gone]
    for table in ("attribution_spans", "attribution_actors", "_found_actors"):
        connection.executemany(f"delete from {table} where attribution_id = ?", own)


def _add_attributions(
    connection: sqlite3.Connection, found: Sequence[Found], wording: str, load_id: int
) -> None:
    last = (wording, load_id)
    many = connection.executemany
    many(_upsert_attributions(), [(*row, *last) for one in found for row in one.attributions])
    many(sql.read("store/add_span"), [row for one in found for row in one.spans])
    many(sql.read("store/add_speaker"), [row for one in found for row in one.people])
    many(sql.read("store/add_found"), [row for one in found for row in one.called])


@cache
def _upsert_attributions() -> str:
    changing = tuple(column for column in (*COLUMNS, "wording") if column != "id")
    return statement(Shape("attributions", (*COLUMNS, "wording", "load_id"), ("id",), changing, loose=False))


def drop_attributions(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Delete attributions that are found no more, with all that hangs on them; the caller holds the transaction."""
    for step in sql.statements("store/drop_attribution"):
        connection.executemany(step, [{"id": name} for name in ids])
