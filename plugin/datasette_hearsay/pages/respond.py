"""Answers a request for one of our pages: checks, gathers, and shows as HTML or JSON. Errors are pages too."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, Any

from datasette import Forbidden, Response
from datasette.utils import tilde_decode

from .. import compat, databases, reading, site_charts
from ..charts import drawn, files_of
from ..exports import twins
from ..links import Links
from . import citing, headers, remembering, showing
from .page import Ask, Data, Gone, Moved, NotFound, Page

if TYPE_CHECKING:
    from datasette.app import Datasette

MAPPED = "pragma mmap_size = 2147418112"
"""A file that nobody changes is read from the system's cache as it lies there: half the time for pages of a large case."""

View = Callable[[Any, Any], Awaitable[Any]]


def view(page: Page) -> View:
    """The view function that answers for ``page`` and its JSON twin."""

    async def respond(request: Any, datasette: Datasette) -> Any:
        as_json = request.url_vars["format"] is not None
        try:
            name = _database(datasette, tilde_decode(request.url_vars["database"]))
            return await _answer(page, request, datasette, name, as_json)
        except Moved as moved:
            return Response.redirect(moved.url, status=301)
        except Forbidden as error:
            if not as_json:
                raise
            return _failed_json(str(error), 403)
        except (NotFound, Gone) as error:
            status, notices = (410, error.notices) if isinstance(error, Gone) else (404, [])
            if as_json:
                return _failed_json(str(error), status, notices)
            shown, scripts = await showing.error(datasette, request, str(error), status, notices)
            return Response.html(shown, status=status, headers=headers.html(scripts))

    return respond


def _database(datasette: Datasette, asked: str) -> str:
    """The database of this name, or at this route; those that Datasette keeps for itself are not there."""
    name = asked
    if name not in datasette.databases:
        try:
            name = datasette.get_database(route=asked).name
        except KeyError:
            raise NotFound("There is no such database here") from None
    if name.startswith("_"):
        raise NotFound("There is no such database here")
    return name


async def _answer(page: Page, request: Any, datasette: Datasette, name: str, as_json: bool) -> Any:
    sql = (*page.sql, citing.CASE, *files_of(page.charts))
    database = datasette.get_database(name)
    there = await databases.objects_of(database)
    if not there >= databases.OURS:
        await compat.ensure_visible(datasette, request.actor, name, ())
        raise NotFound("This database holds no attributed statements")
    may_run_sql = await compat.ensure_readable(datasette, request.actor, name, reading.needs(sql) & there)
    tag = headers.tag(request, database)
    if headers.is_known(request, tag):
        return Response("", status=304, headers=headers.keeping(datasette, tag))
    links = _links(datasette, request, name, may_run_sql, absolute=as_json)
    parts = {
        key: tilde_decode(value)
        for key, value in request.url_vars.items()
        if key not in ("database", "format") and value is not None
    }
    site = site_charts.of(datasette, name)
    names = site_charts.asked_for(site, page.name, parts)
    own = await site_charts.visible(datasette, request.actor, name, names, there) if names else []
    ask = Ask(parts, {key: request.args.get(key) for key in request.args}, site, own)
    # A site's own chart may ask a stored query, which may change while the file does not.
    key = None if names else remembering.key(request, database, links)
    memory = showing.memory(datasette, request, as_json)
    ready = memory.find(key)
    if ready is None:
        data = await _facts(page, datasette, name, links, sql, there, ask)
        ready = (
            remembering.Ready(json.dumps(twins.twin(data)))
            if as_json
            else showing.body(datasette, request, page, data, links)
        )
        # What took too long today may be there tomorrow: a page with a gap is not kept, here or there.
        if data["left_out"]:
            tag = None
        else:
            memory.keep(key, ready)
    kept = headers.keeping(datasette, tag)
    if as_json:
        return Response(
            ready.text, headers={**headers.json(datasette), **kept}, content_type=headers.JSON_TYPE
        )
    shown, scripts = await showing.page(datasette, request, ready)
    return Response.html(shown, headers={**headers.html(scripts), **kept})


async def _facts(
    page: Page,
    datasette: Datasette,
    name: str,
    links: Links,
    sql: tuple[str, ...],
    there: frozenset[str],
    ask: Ask,
) -> Data:
    """Everything that the page shows, read from the database ``name``."""
    database = datasette.get_database(name)
    limit = datasette.setting("sql_time_limit_ms")

    def gather(db: sqlite3.Connection) -> Data:
        if not database.is_mutable:
            db.execute(MAPPED)
        reader = reading.Reader(db, links, sql, there, limit)
        # First, because every page is cited with it, also one that runs out of time.
        case = reader.row(citing.CASE)
        data = page.build(reader, ask)
        params = data.pop("chart_params", {})
        data["charts"] = drawn(reader, page.charts, params)
        if "own_charts" not in data:
            data["own_charts"] = [site_charts.drawn(reader, chart, params) for chart in ask.own_charts]
        data["_charts_url"] = links.page("charts") if ask.site.charts else None
        data["_case"] = case
        data["left_out"] = reader.left_out
        return data

    data = {"ok": True, "database": name, "page": page.name, **await database.execute_fn(gather)}
    data["dataset_sha256"] = await citing.sha256(database)
    cited = data.get("citation") or citing.page(
        data["title"], data["_case"], data["url"].replace(links.base, links.origin, 1)
    )
    data["citation"] = citing.versioned(cited, name, data["dataset_sha256"])
    return data


def _links(datasette: Datasette, request: Any, name: str, may_run_sql: bool, absolute: bool) -> Links:
    base = str(datasette.urls.instance())
    sql = compat.sql_path(datasette, name)
    origin: str = datasette.absolute_url(request, base)
    if absolute:
        base, sql = origin, datasette.absolute_url(request, sql)
    route = datasette.get_database(name).route
    return Links(base, name, route, sql, may_run_sql, ".json" if absolute else "", origin)


def _failed_json(message: str, status: int, notices: Iterable[reading.Row] = ()) -> Any:
    body: Data = {"ok": False, "error": message, "status": status}
    if notices:
        body["notices"] = list(notices)
    return Response.json(body, status=status)
