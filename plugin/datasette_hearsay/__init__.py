"""Datasette plugin that shows attributed statements: hooks only, a line each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from datasette import hookimpl

from . import (
    cells,
    commands,
    databases,
    garbage,
    jumping,
    menus,
    permissions,
    queries,
    site_charts,
    sqlfunctions,
    tables,
    views,
)
from .exports import renderers
from .pages import routes

if TYPE_CHECKING:
    import sqlite3

    import click
    from datasette.app import Datasette
    from markupsafe import Markup


@hookimpl
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    """Bring our views into the databases that are ours, and our stored queries into Datasette 1.0."""

    async def begin() -> None:
        await views.ensure(datasette)
        await queries.register(datasette)
        ours = await databases.look(datasette)
        for name in ours:
            site_charts.check(datasette, name)
        if ours:
            garbage.spare_what_stays()

    return begin


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Give every connection our SQL functions."""
    sqlfunctions.register(conn)


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """Bring our pages, all under ``/-/hearsay``."""
    return list(routes.routes())


@hookimpl
def register_output_renderer() -> list[dict[str, Any]]:
    """Bring ``.jsonld`` and ``.atom``."""
    return renderers.register()


@hookimpl
def render_cell(
    row: Any, value: Any, column: str, table: str | None, database: str | None, datasette: Datasette
) -> Markup | None:
    """Let ids lead to our pages."""
    return cells.render(row, value, column, table, database, datasette)


@hookimpl
def extra_css_urls(datasette: Datasette, database: str | None, columns: list[str] | None) -> list[str]:
    """Let our tables read well on Datasette's own pages."""
    return tables.styles(datasette, database, columns)


@hookimpl
def menu_links(datasette: Datasette) -> menus.Menu:
    """Lead to the list of cases."""
    return menus.instance(datasette)


@hookimpl
def database_actions(datasette: Datasette, database: str) -> menus.Menu:
    """Lead to the overview."""
    return menus.of_database(datasette, database)


@hookimpl
def table_actions(datasette: Datasette, database: str, table: str) -> menus.Menu:
    """Lead from a table to the page that shows it; on 0.65 from a view too."""
    return menus.of_table(datasette, database, table)


@hookimpl(optionalhook=True)
def view_actions(datasette: Datasette, database: str, view: str) -> menus.Menu:
    """Lead from a view to the page that shows it, on 1.0."""
    return menus.of_table(datasette, database, view)


@hookimpl(optionalhook=True)
def row_actions(datasette: Datasette, database: str, table: str, row: Any) -> menus.Menu:
    """Lead from a row to its page, on 1.0."""
    return menus.of_row(datasette, database, table, row)


@hookimpl(optionalhook=True)
def query_actions(datasette: Datasette, database: str) -> menus.Menu:
    """Lead from a query to the overview, on 1.0."""
    return menus.of_database(datasette, database)


@hookimpl(optionalhook=True)
def jump_items_sql(datasette: Datasette, actor: dict[str, Any] | None) -> Awaitable[list[Any]]:
    """Let the jump menu of 1.0 find our pages, actors and claims."""
    return jumping.items(datasette, actor)


@hookimpl(optionalhook=True)
def canned_queries(datasette: Datasette, database: str) -> Awaitable[dict[str, dict[str, Any]]]:
    """Give our stored queries to Datasette 0.65; 1.0 has no such hook."""
    return queries.canned(datasette, database)


@hookimpl(optionalhook=True)
def permission_allowed(
    datasette: Datasette, actor: dict[str, Any] | None, action: str, resource: Any
) -> Awaitable[bool | None] | bool | None:
    """Refuse what would show what somebody may not see, on 0.65."""
    return permissions.refuse(datasette, actor, action, resource)


@hookimpl(optionalhook=True)
def permission_resources_sql(
    datasette: Datasette, actor: dict[str, Any] | None, action: str
) -> Awaitable[Any] | None:
    """Refuse what would show what somebody may not see, on 1.0."""
    return permissions.refuse_on_one(datasette, actor, action) if action in permissions.ACTIONS else None


@hookimpl
def register_commands(cli: click.Group) -> None:
    """Add ``datasette hearsay``."""
    commands.register(cli)
