"""Datasette plugin that shows attributed statements: hooks only, a line each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from datasette import hookimpl

from . import commands, databases, queries, views
from .pages import routes

if TYPE_CHECKING:
    import click
    from datasette.app import Datasette


@hookimpl
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    """Bring our views into the databases that are ours, and our stored queries into Datasette 1.0."""

    async def begin() -> None:
        await views.ensure(datasette)
        await queries.register(datasette)
        await databases.look(datasette)

    return begin


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """Bring our pages, all under ``/-/hearsay``."""
    return list(routes.routes())


@hookimpl(optionalhook=True)
def canned_queries(datasette: Datasette, database: str) -> Awaitable[dict[str, dict[str, Any]]]:
    """Give our stored queries to Datasette 0.65; 1.0 has no such hook."""
    return queries.canned(datasette, database)


@hookimpl
def register_commands(cli: click.Group) -> None:
    """Add ``datasette hearsay``."""
    commands.register(cli)
