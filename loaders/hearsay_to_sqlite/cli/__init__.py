"""The command ``hearsay-to-sqlite``: one small file a command group, each imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any, cast

import click

from hearsay_to_sqlite.errors import STOPPED, HearsayError, UsageError

COMMANDS = {
    "load": "load",
    "build": "build",
    "anchor": "anchor",
    "extract": "stages",
    "resolve": "stages",
    "compare": "stages",
    "attributions": "attributions",
    "match": "match",
    "clusters": "clusters",
    "train": "train",
    "check": "check",
    "redact": "redact",
    "export": "export",
    "sources": "sources",
    "rejects": "rejects",
    "retry": "rejects",
}
"""Each command and the file of this folder that holds it, in the order in which ``--help`` lists them."""


class LazyGroup(click.Group):
    """Imports a command when it is asked for, and turns our errors into messages and exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"{__name__}.{COMMANDS[cmd_name]}")
        return cast(click.Command, getattr(module, cmd_name))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; exit code 2 for a misuse, 130 for Ctrl-C, 1 for what fails otherwise."""
        try:
            return super().invoke(ctx)
        except UsageError as error:
            raise click.UsageError(str(error)) from error
        except HearsayError as error:
            raise click.ClickException(str(error)) from error
        except KeyboardInterrupt as error:
            # What was written is whole; the exit code is the one that shells use for this.
            click.echo("\nStopped. Run the same command again: it goes on where it stopped.", err=True)
            raise click.exceptions.Exit(STOPPED) from error


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="datasette-hearsay", prog_name="hearsay-to-sqlite")
def cli() -> None:
    """Track who said what: turn news articles into a SQLite database of attributed statements.

    The database comes first, then what to read. "-" is standard input. Results go to standard output, progress and
    warnings to standard error. The exit code is 0 for done, 1 for failed or refused, 2 for misused.
    """
