"""Decisions about who is who: two ids made one, or one id taken from a place where it does not belong."""

from __future__ import annotations

import sqlite3

from hearsay_to_sqlite.clean.names import plain_slug
from hearsay_to_sqlite.records import stable_id
from hearsay_to_sqlite.sql import read

REFERENCES = (
    ("attributions", "actor_id"),
    ("attributions", "target_id"),
    ("attributions", "via_actor_id"),
    ("attribution_actors", "actor_id"),
    ("utterances", "actor_id"),
    ("claims", "claimant_id"),
    ("affiliations", "actor_id"),
    ("affiliations", "organisation_id"),
    ("mentions", "actor_id"),
)
"""Every column that holds an actor's id, but for that of the names."""

ONCE = ("affiliations", "mentions")
"""Tables in which the two ids may have had the same row each; one of them is enough."""


def same(connection: sqlite3.Connection, article_id: str, place: tuple[int, int, str], actor_id: str) -> bool:
    """Make the actor who is named at ``place`` (start, end, words) the given one; False where nobody is named there.

    An id that the machine made up becomes the given one everywhere and is gone. An id that somebody gave it stays,
    and only what stands at the place changes.
    """
    found = _named(connection, article_id, place)
    for other in found:
        if other == actor_id:
            continue
        origin = connection.execute("select origin from actors where id = ?", [other]).fetchone()[0]
        if origin == "extracted":
            _merge(connection, other, actor_id)
        else:
            _rename_at(connection, article_id, place, (other, actor_id))
    return bool(found)


def not_same(
    connection: sqlite3.Connection, article_id: str, place: tuple[int, int, str], actor_id: str
) -> bool:
    """Give whoever is named at ``place`` an id of their own in this article, if they have the given one.

    False where nobody is named there.
    """
    found = _named(connection, article_id, place)
    if actor_id in found:
        words = place[2]
        own = f"{plain_slug(words)}-{stable_id(article_id, 'not', actor_id)[:6]}"
        connection.execute(read("resolve/own_actor"), {"id": own, "name": words, "other": actor_id})
        _rename_at(connection, article_id, place, (actor_id, own))
    return bool(found)


def _named(connection: sqlite3.Connection, article_id: str, place: tuple[int, int, str]) -> list[str]:
    values = {"article": article_id, "start": place[0], "end": place[1]}
    return [row[0] for row in connection.execute(read("resolve/named_at"), values)]


def _merge(connection: sqlite3.Connection, gone: str, kept: str) -> None:
    # Names come first: without a row for the names the foreign key would hold the id.
    connection.execute(read("resolve/move_names"), {"from": gone, "to": kept})
    connection.execute("delete from actor_names where actor_id = ?", [gone])
    for table, column in REFERENCES:
        connection.execute(f"update or ignore {table} set {column} = ? where {column} = ?", [kept, gone])
        if table in ONCE:
            connection.execute(f"delete from {table} where {column} = ?", [gone])
    connection.execute("delete from actors where id = ?", [gone])


def _rename_at(
    connection: sqlite3.Connection, article_id: str, place: tuple[int, int, str], ids: tuple[str, str]
) -> None:
    values = {"article": article_id, "start": place[0], "end": place[1], "from": ids[0], "to": ids[1]}
    for name in ("speakers_at", "attributions_at", "mentions_at"):
        connection.execute(read(f"resolve/rename_{name}"), values)
