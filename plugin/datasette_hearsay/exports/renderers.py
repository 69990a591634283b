"""``.jsonld`` and ``.atom`` beside Datasette's own ``.json`` and ``.csv``, where the columns allow it."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from datasette import Response

from .. import compat, databases, reading
from ..links import Links
from ..reading import Row
from . import atom, items, jsonld

if TYPE_CHECKING:
    from datasette.app import Datasette

REVIEWS = "export_reviews"
NEEDED = (
    "This format is for statements (attribution_id, speaker, words), claims (claim_id, proposition) "
    "and reviews (id, publisher, claim_reviewed_text, rating_text)"
)


def register() -> list[dict[str, Any]]:
    """What Datasette calls for which extension."""
    return [
        {"extension": "jsonld", "render": as_jsonld, "can_render": can_render},
        {"extension": "atom", "render": as_atom, "can_render": can_render},
    ]


def can_render(datasette: Datasette, columns: list[str], database: str, table: str | None) -> bool:
    """Whether to offer our formats for what a page shows."""
    return database in databases.remembered(datasette) and items.kind_of(columns, table) is not None


async def as_jsonld(
    datasette: Datasette, columns: list[str], rows: list[Any], database: str, table: str | None, request: Any
) -> Any:
    """Rows as one JSON-LD document."""
    found = await _items(datasette, request, database, table, columns, rows)
    if found is None:
        return Response.text(NEEDED, status=400)
    body = json.dumps(jsonld.document(*found), ensure_ascii=False, default=str)
    return _response(datasette, body, "application/ld+json; charset=utf-8")


async def as_atom(
    datasette: Datasette,
    columns: list[str],
    rows: list[Any],
    database: str,
    table: str | None,
    query_name: str | None,
    request: Any,
    data: dict[str, Any],
) -> Any:
    """Rows as a feed."""
    found = await _items(datasette, request, database, table, columns, rows)
    if found is None:
        return Response.text(NEEDED, status=400)
    own = datasette.absolute_url(request, _path(request))
    page = own.replace(".atom", "", 1)
    following = data.get("next_url")
    what = table or query_name or "a query"
    body = atom.feed(found[0], f"{database}: {what}", own, page, following)
    return _response(datasette, body.decode(), "application/atom+xml; charset=utf-8")


def _path(request: Any) -> str:
    return str(request.path) + (f"?{request.query_string}" if request.query_string else "")


def _response(datasette: Datasette, body: str, kind: str) -> Any:
    cors = {"Access-Control-Allow-Origin": "*"} if datasette.cors else {}
    return Response(body, content_type=kind, headers={"X-Content-Type-Options": "nosniff", **cors})


async def _items(
    datasette: Datasette, request: Any, database: str, table: str | None, columns: list[str], rows: list[Any]
) -> tuple[list[items.Item], dict[str, list[Row]]] | None:
    """The rows as items, and the verdicts on each claim by its address; None where the columns are others."""
    kind = items.kind_of(columns, table)
    if kind is None or database not in databases.remembered(datasette):
        return None
    base = datasette.absolute_url(request, str(datasette.urls.instance()))
    links = Links(base, database, datasette.get_database(database).route, "", False)
    plain = [items.plain(row, columns) for row in rows]
    if kind != items.CLAIM:
        return [items.read(kind, row, links) for row in plain], {}
    ids = [str(row.get("claim_id") or row.get("id")) for row in plain]
    verdicts = await _reviews(datasette, request, database, links, ids)
    found = [items.read(kind, row, links, verdicts.get(id, [])) for id, row in zip(ids, plain, strict=True)]
    return found, {item.url: verdicts.get(id, []) for id, item in zip(ids, found, strict=True)}


async def _reviews(
    datasette: Datasette, request: Any, database: str, links: Links, ids: list[str]
) -> dict[str, list[Row]]:
    """The published verdicts on these claims; none where the reader may not see them."""
    there = await databases.objects_of(datasette.get_database(database))
    if not await compat.is_visible(datasette, request.actor, database, reading.needs([REVIEWS]) & there):
        return {}
    limit = datasette.setting("sql_time_limit_ms")

    def gather(db: sqlite3.Connection) -> list[Row]:
        reader = reading.Reader(db, links, (REVIEWS,), there, limit)
        return reader.rows(REVIEWS, ids=json.dumps(ids))

    found: dict[str, list[Row]] = {}
    for row in await datasette.get_database(database).execute_fn(gather):
        found.setdefault(row["claim_id"], []).append(row)
    return found
