"""``rejects`` and ``retry``: what was refused and why, and those inputs once more."""

from __future__ import annotations

from pathlib import Path

import click

from hearsay_to_sqlite.cli import fetching, options


@click.command()
@options.database
@click.option("--json", "as_json", is_flag=True, help="Print JSON lines.")
def rejects(database: Path, as_json: bool) -> None:
    """List what was refused, and why."""
    import json
    from contextlib import closing

    from hearsay_to_sqlite.records import refusal
    from hearsay_to_sqlite.store import runs, schema

    with closing(schema.open_for_reading(database)) as connection:
        for refused in runs.rejects(connection):
            if as_json:
                click.echo(json.dumps(refused._asdict(), ensure_ascii=False))
            else:
                click.echo(refusal(refused.location, refused.line, refused.reason))


@click.command()
@options.database
@options.mapping
@fetching.pause
@options.workers
@options.allow_rejects
@options.as_json
@options.silent
def retry(
    database: Path,
    mapping: tuple[tuple[str, str], ...],
    pause: float,
    workers: int,
    allow_rejects: bool,
    as_json: bool,
    silent: bool,
) -> None:
    """Try again what was refused.

    Each input is read with the options with which it was refused; --map replaces those of its kind. What the network
    refused is fetched again. What can be read now is loaded, and is no longer listed.
    """
    from hearsay_to_sqlite.run import loading, parallel, stages
    from hearsay_to_sqlite.store import runs

    voice = options.Voice(silent)
    with parallel.writing(database, workers, create=False) as (connection, each):
        load_id = runs.begin_load(connection, "retry")
        refused = loading.refused_locations(connection)
        unfetched = {again.location.name for again in refused if again.unfetched}
        loader = loading.Loader(connection, load_id, voice.warn, each=each)
        for given in dict.fromkeys(again.options for again in refused):
            wanted = loading.Wanted.from_options(given, **({"mapping": mapping} if mapping else {}))
            loader.fetch = fetching.fetching(database, unfetched.__contains__, pause, wanted.allow_private)
            loader.load((again.location for again in refused if again.options == given), wanted)
        if loader.counts["changed"]:
            runs.mark_as_stale(connection)
        stages.derive(connection, voice.progress, each)
        runs.end_load(connection, load_id, loader.counts)
    voice.end_progress()
    options.finish(loader.counts, silent, as_json, allow_rejects)
