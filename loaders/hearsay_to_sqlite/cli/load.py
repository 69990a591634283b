"""``load``: articles and other inputs into a database. Heavy imports stand inside: ``--help`` must not wait for them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hearsay_to_sqlite.cli import fetching, options
from hearsay_to_sqlite.cli.progress import Progress

if TYPE_CHECKING:
    from hearsay_to_sqlite.sources.locations import Location

SHOWN = 500
"""Code points of a command kept in ``loads``: a pattern can stand for a million files."""


@click.command()
@options.database
@options.locations
@options.source
@options.mapping
@click.option(
    "--since",
    metavar="DATE",
    callback=options.partial_date,
    help="Pass over articles published before this day (2021-11-07, 2021-11, 2021).",
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Stop after N articles.")
@click.option("--no-extract", is_flag=True, help="Store the articles without looking for attributions.")
@fetching.refetch
@fetching.pause
@fetching.allow_private
@options.workers
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Extract and compare on the Dask cluster of this scheduler (tcp://host:8786); its workers must see the database's folder.",
)
@options.model
@options.allow_rejects
@options.as_json
@options.silent
def load(database: Path, locations: tuple[str, ...], silent: bool, as_json: bool, **wanted: Any) -> None:
    """Load articles and find who says what in them.

    Each LOCATION is a file, a folder, a pattern, an http(s) address, or "-" for standard input, in any mix. The source
    that fits best reads it. Of what is fetched a copy is kept in the folder DB-saved, and read from there the next time.
    Loading the same again changes nothing; a run that was cut short goes on where it stopped. What cannot be read is kept
    with the reason (see rejects), and the exit code is then 1.
    """
    from hearsay_to_sqlite.run import cluster, loading, parallel, stages
    from hearsay_to_sqlite.sources import locations as places
    from hearsay_to_sqlite.store import runs

    allow_rejects, refetch = wanted.pop("allow_rejects"), wanted.pop("refetch")
    workers, scheduler = wanted.pop("workers"), wanted.pop("scheduler")
    fetch = fetching.fetching(database, lambda name: refetch, wanted.pop("pause"), wanted["allow_private"])
    chosen = loading.Wanted(extract=not wanted.pop("no_extract"), **wanted)
    places.check(locations)
    if scheduler is not None and workers > 1:
        raise click.UsageError(
            "--workers and --scheduler exclude one another. A cluster has workers of its own."
        )
    voice = options.Voice(silent)
    with ExitStack() as held:
        connection, each = held.enter_context(parallel.writing(database, workers))
        load_id = runs.begin_load(connection, _shown(locations))
        if scheduler is not None:
            each = held.enter_context(cluster.connected(scheduler, database))
        loader = loading.Loader(connection, load_id, voice.warn, fetch, each=each, near=scheduler is None)
        if voice.watched:
            loader.watch = Progress(voice.progress, locations)
        loader.load(_without_own(places.expand(locations), database), chosen)
        if loader.counts["changed"]:
            runs.mark_as_stale(connection)
        stages.derive(connection, voice.progress, each)
        runs.end_load(connection, load_id, loader.counts)
    voice.end_progress()
    options.finish(loader.counts, silent, as_json, allow_rejects)


def _shown(locations: Iterable[str]) -> str:
    from hearsay_to_sqlite.clean.text import shorten

    return shorten(" ".join(("load", *locations)), SHOWN)


def _without_own(locations: Iterable[Location], database: Path) -> Iterator[Location]:
    """The locations without the database itself and its copies, which may lie in the folder that is loaded."""
    own = {os.path.abspath(database) + suffix for suffix in ("", "-wal", "-shm")}
    copies = os.path.abspath(database) + f"-saved{os.sep}"
    for location in locations:
        if location.name not in own and not location.name.startswith(copies):
            yield location
