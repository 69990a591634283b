"""Datasette plugin that shows attributed statements: hooks only, a line each."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from datasette import hookimpl

from . import commands, views

if TYPE_CHECKING:
    import click
    from datasette.app import Datasette


@hookimpl
def startup(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    """Bring our views into the databases that are ours."""
    return lambda: views.ensure(datasette)


@hookimpl
def register_commands(cli: click.Group) -> None:
    """Add ``datasette hearsay``."""
    commands.register(cli)
