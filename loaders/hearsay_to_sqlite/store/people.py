"""Who is meant, in the rows of articles that were saved before: read to be resolved again, and written back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.records import Actor, Article, Attribution, Mention
from hearsay_to_sqlite.store.attribution_rows import people_rows
from hearsay_to_sqlite.store.connection import transaction
from hearsay_to_sqlite.store.runs import mark_stale
from hearsay_to_sqlite.store.save import save_actors
from hearsay_to_sqlite.store.upsert import upsert


def found_people(connection: sqlite3.Connection) -> Iterator[Article]:
    """Every article in which somebody was found, with who was found and nothing else."""
    names = connection.execute(sql.read("store/articles_with_people")).fetchall()
    for (name,) in names:
        found: dict[str, Attribution] = {}
        for row in connection.execute(sql.read("store/found_people"), (name,)):
            found[row[0]] = _with(found.get(row[0]) or Attribution(row[0], ()), *row[1:])
        mentions = connection.execute(sql.read("store/found_mentions"), (name,))
        yield Article(
            id=name,
            title="",
            text="",
            location="",
            source="",
            source_sha256="",
            text_sha256="",
            attributions=tuple(found.values()),
            mentions=tuple(Mention(*mention) for mention in mentions),
        )


def _with(found: Attribution, part: str, name: str, kind: str | None, role: str | None) -> Attribution:
    if part == "speaker":
        return found._replace(speaker=name, speaker_kind=kind, speaker_role=role)
    if part == "on-behalf-of":
        return found._replace(on_behalf_of=name)
    if part == "target":
        return found._replace(target=name, target_kind=kind)
    if part == "via":
        return found._replace(via=name)
    raise ValueError(f"no part of an attribution is called {part!r}")


def save_people(connection: sqlite3.Connection, article: Article, actors: Sequence[Actor]) -> bool:
    """Write the actors' ids of a resolved article of ``found_people``; return whether anything was written."""
    before = connection.total_changes
    with transaction(connection):
        save_actors(connection, actors)
        for found in article.attributions or ():
            ids = {
                "actor_id": found.actor_id,
                "target_id": found.target_id,
                "via_actor_id": found.via_actor_id,
            }
            connection.execute(sql.read("store/set_people"), {"id": found.id, **ids})
            columns = ("attribution_id", "actor_id", "part", "n")
            rows = [dict(zip(columns, row, strict=True)) for row in people_rows(found)]
            upsert(connection, "attribution_actors", rows)
        # Where a person has said who is named, the machine's word goes.
        connection.execute(sql.read("store/drop_doubled_mentions"), {"article_id": article.id})
        for mention in article.mentions:
            place = {"start": mention.start, "end": mention.end, "actor_id": mention.actor_id}
            connection.execute(sql.read("store/set_mention"), {"article_id": article.id, **place})
        changed = connection.total_changes > before
        if changed:
            mark_stale(connection)
    return changed


def drop_orphans(connection: sqlite3.Connection) -> None:
    """Delete actors that only a machine knew and that nothing names any more."""
    with transaction(connection):
        for step in sql.statements("store/drop_orphans"):
            connection.execute(step)
