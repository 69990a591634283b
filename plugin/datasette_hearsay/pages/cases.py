"""The list of cases: every attached database of ours that the reader may see."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

from datasette import Response

from .. import compat, databases, reading
from ..exports import twins
from ..links import Links
from . import headers, showing
from .page import Data

if TYPE_CHECKING:
    from datasette.app import Datasette

SQL = ("cases_counts",)


async def respond(request: Any, datasette: Datasette) -> Any:
    """Answer for ``/-/hearsay`` and its JSON twin."""
    as_json = request.url_vars["format"] is not None
    cases = []
    for name in sorted(await databases.look(datasette)):
        there = await databases.objects_of(datasette.get_database(name))
        if await compat.is_visible(datasette, request.actor, name, reading.needs(SQL) & there):
            cases.append(await _case(request, datasette, name, as_json))
    data: Data = {"ok": True, "page": "cases", "title": "Cases", "cases": cases, "charts": [], "left_out": []}
    if as_json:
        return Response.json(twins.twin(data), headers=headers.json(datasette))
    shown, scripts = await showing.cases(datasette, request, data)
    return Response.html(shown, headers=headers.html(scripts))


async def _case(request: Any, datasette: Datasette, name: str, as_json: bool) -> Data:
    base = str(datasette.urls.instance())
    if as_json:
        base = datasette.absolute_url(request, base)
    database = datasette.get_database(name)
    links = Links(base, name, database.route, "", False)
    limit = datasette.setting("sql_time_limit_ms")

    def gather(db: sqlite3.Connection) -> Data:
        reader = reading.Reader(db, links, SQL, databases.objects(db), limit)
        return reader.row("cases_counts") or {}

    counts = await database.execute_fn(gather)
    return {"database": name, **counts, "url": links.page()}
