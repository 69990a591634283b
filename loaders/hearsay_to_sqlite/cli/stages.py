"""``extract``, ``resolve``, ``compare``: one stage again, after its rules changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hearsay_to_sqlite.cli import options

if TYPE_CHECKING:
    from hearsay_to_sqlite.records import Each

Stage = Callable[[sqlite3.Connection, int, options.Voice, "Each"], dict[str, int]]


@click.command()
@options.database
@options.workers
@options.as_json
@options.silent
def extract(database: Path, workers: int, as_json: bool, silent: bool) -> None:
    """Find the attributions of every article again.

    Articles whose text is not at hand keep what they have. What people curated or decided stays. Numbers and ids of what is found again stay too.
    """
    from hearsay_to_sqlite.run import stages

    def stage(
        connection: sqlite3.Connection, load_id: int, voice: options.Voice, each: Each
    ) -> dict[str, int]:
        return stages.extract(connection, load_id, each, voice.progress)

    _run("extract", stage, database, as_json, silent, workers)


@click.command()
@options.database
@options.as_json
@options.silent
def resolve(database: Path, as_json: bool, silent: bool) -> None:
    """Say again whom each name means.

    Claims are proposed and decisions applied again as well; decisions always win.
    """
    from hearsay_to_sqlite.run import stages

    def stage(
        connection: sqlite3.Connection, load_id: int, voice: options.Voice, each: Each
    ) -> dict[str, int]:
        return stages.resolve(connection, voice.progress)

    _run("resolve", stage, database, as_json, silent)


@click.command()
@options.database
@options.workers
@options.as_json
@options.silent
def compare(database: Path, workers: int, as_json: bool, silent: bool) -> None:
    """Look again for copies and changes of wording.

    A load compares only what is new with what was there; this compares all articles anew. What was said once and is
    reported often is joined again as well.
    """
    from hearsay_to_sqlite.run import stages

    def stage(
        connection: sqlite3.Connection, load_id: int, voice: options.Voice, each: Each
    ) -> dict[str, int]:
        return stages.held(connection)

    _run("compare", stage, database, as_json, silent, workers)


def _run(command: str, stage: Stage, database: Path, as_json: bool, silent: bool, workers: int = 1) -> None:
    from hearsay_to_sqlite.run import parallel, stages
    from hearsay_to_sqlite.store import runs

    voice = options.Voice(silent)
    with parallel.writing(database, workers, create=False) as (connection, each):
        load_id = runs.begin_load(connection, command)
        counts = stage(connection, load_id, voice, each)
        runs.mark_as_stale(connection)
        stages.derive(connection, voice.progress, each, anew=command == "compare")
        runs.end_load(connection, load_id, counts)
    voice.end_progress()
    options.finish(counts, silent, as_json)
