"""``check``: every invariant, every quotation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hearsay_to_sqlite.cli import options

if TYPE_CHECKING:
    from hearsay_to_sqlite.store.check import Problem


@click.command()
@options.database
@click.option(
    "--text",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Check articles without text against the files found here.",
)
@options.as_json
@options.silent
def check(database: Path, text: Path | None, as_json: bool, silent: bool) -> None:
    """Check every quotation and every rule.

    Each quotation must stand in its article where the database says. Prints a table of what fails, and exits with 1 where anything does. Articles whose text is neither in the database
    nor in DIR cannot be checked; their number is said.
    """
    import json

    from hearsay_to_sqlite.clean.text import counted
    from hearsay_to_sqlite.run.checking import examine

    found = examine(database, text)
    voice = options.Voice(silent)
    for note in found.notes:
        voice.warn(note)
    if as_json:
        click.echo(json.dumps([problem._asdict() for problem in found.problems]))
    else:
        for line in _table(found.problems):
            click.echo(line)
        if not silent:
            counts = {
                "articles": found.articles,
                "attributions": found.attributions,
                "problems": len(found.problems),
            }
            click.echo(", ".join(counted(number, noun) for noun, number in counts.items()))
    if found.problems:
        raise click.exceptions.Exit(1)


def _table(problems: Sequence[Problem]) -> list[str]:
    if not problems:
        return []
    rows = [("table", "id", "what"), *problems]
    tables = max(len(row[0]) for row in rows)
    ids = max(len(row[1]) for row in rows)
    return [f"{table:<{tables}}  {name:<{ids}}  {what}" for table, name, what in rows]
