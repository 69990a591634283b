"""``attributions``: who says what, as JSON lines, without a database."""

from __future__ import annotations

import sys

import click

from hearsay_to_sqlite.cli import options


@click.command()
@options.locations
@options.source
@options.workers
@options.model
@options.allow_rejects
@options.silent
def attributions(
    locations: tuple[str, ...],
    source: str | None,
    workers: int,
    model: str | None,
    allow_rejects: bool,
    silent: bool,
) -> None:
    """Print who says what, without a database.

    One line of JSON for each article: {"doc_id": ..., "attributions": [{"source": [[start, end], ...], "cue": ..., "content":
    ..., "quote_type": ..., "act": ..., "actor": ...}, ...]}. With "-", each line of standard input is an object with
    "doc_id" and "text", and is answered by one line. Offsets count Unicode code points; ends are exclusive.
    """
    import gc

    from hearsay_to_sqlite.run.lines import answers
    from hearsay_to_sqlite.sources.locations import check

    # Nothing here makes circles, and to look for them takes time.
    gc.set_threshold(100_000)
    check(locations)
    voice = options.Voice(silent)
    refused = 0
    for answer in answers(locations, sys.stdin.buffer, source, workers, model):
        for line in answer.lines:
            sys.stdout.write(line + "\n")
        for line in answer.refused:
            voice.warn(line)
            refused += 1
        # A reader at the other end of a pipe gets each answer when it is there.
        sys.stdout.flush()
    if refused and not allow_rejects:
        raise click.exceptions.Exit(1)
