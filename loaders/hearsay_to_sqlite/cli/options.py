"""What several commands share: arguments, options, and how a command says what it is doing and what it did."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

import click

database = click.argument("database", type=click.Path(dir_okay=False, path_type=Path), metavar="DB")
locations = click.argument("locations", nargs=-1, required=True, metavar="LOCATION...")
silent = click.option("-s", "--silent", is_flag=True, help="Say nothing but errors.")
as_json = click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
source = click.option("--source", metavar="NAME", help="Read with this source, whatever fits best.")
mapping = click.option(
    "--map",
    "mapping",
    multiple=True,
    metavar="OURS=THEIRS",
    callback=lambda ctx, param, value: _pairs(value),
    help="Read the field OURS of a table or JSON from its field THEIRS; may be given several times.",
)
workers = click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Extract and compare with so many processes.",
)
model = click.option(
    "--model",
    type=click.Path(exists=True, dir_okay=False),
    help="Let a model made by train judge what the rules find.",
)
allow_rejects = click.option("--allow-rejects", is_flag=True, help="Exit with 0 though inputs were refused.")
include_unreviewed = click.option(
    "--include-unreviewed",
    is_flag=True,
    help="Do not leave out charges that only a machine found and that name a person.",
)

WIDTH = 78
"""Columns of a line of progress."""

NOUNS = ("articles", "attributions", "rejected")
FURTHER = ("claims", "reviews")
"""Said of a run that brought some."""


def partial_date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A day, month or year as the user gave it; exit code 2 for anything else."""
    from hearsay_to_sqlite.clean.intervals import interval

    if value is not None and interval(value) is None:
        raise click.BadParameter(f"{value!r} is no date. Write 2021-11-07, 2021-11 or 2021.", ctx, param)
    return value


def _pairs(given: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    if not given:
        return ()
    from hearsay_to_sqlite.sources.columns import pairs

    return pairs(given)


class Voice:
    """Says on standard error what is going on; on a terminal, progress overwrites itself."""

    def __init__(self, silent: bool) -> None:
        self.silent = silent
        self.terminal = sys.stderr.isatty()

    @property
    def watched(self) -> bool:
        """Whether somebody is looking."""
        return self.terminal and not self.silent

    def warn(self, line: str) -> None:
        """Say something that the user should know, on a line of its own."""
        self.end_progress()
        if not self.silent:
            click.echo(line, err=True)

    def progress(self, line: str) -> None:
        """Say where the command is, if somebody is looking."""
        if self.watched:
            click.echo(f"\r{line[:WIDTH]:<{WIDTH}}", nl=False, err=True)

    def end_progress(self) -> None:
        """Clear the line of progress."""
        self.progress("")
        if self.watched:
            click.echo("\r", nl=False, err=True)


def closing_line(counts: Mapping[str, int], silent: bool, as_json: bool) -> None:
    """Print what happened, as the last line of standard output."""
    from hearsay_to_sqlite.clean.text import counted

    if as_json:
        click.echo(json.dumps(counts))
    elif not silent:
        further = [noun for noun in FURTHER if counts.get(noun)]
        click.echo(", ".join(counted(counts.get(noun, 0), noun) for noun in (*NOUNS, *further)))


def finish(counts: Mapping[str, int], silent: bool, as_json: bool, allow_rejects: bool = True) -> None:
    """Print what happened, and exit with 1 where something was refused and that is not allowed."""
    closing_line(counts, silent, as_json)
    if counts.get("rejected") and not allow_rejects:
        raise click.exceptions.Exit(1)


def say_left_out(counts: Mapping[str, int], voice: Voice) -> None:
    """Say how many statements the gate of everything published kept back, and why."""
    voice.warn(
        f"left out: {counts['withdrawn']} withdrawn, {counts['unreviewed']} charges that nobody reviewed, "
        f"{counts['dependent']} that rest on them"
    )
