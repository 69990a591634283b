"""``redact``: a copy to publish, without article text."""

from __future__ import annotations

from pathlib import Path

import click

from hearsay_to_sqlite.cli import options


@click.command()
@options.database
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path), metavar="OUT")
@click.option(
    "--context",
    type=click.IntRange(0, 2000),
    default=0,
    metavar="N",
    help="Keep N characters round each quotation, a quarter of an article at most.",
)
@click.option(
    "--keep-indirect", is_flag=True, help="Keep what is reported and not quoted, in the articles' words."
)
@options.include_unreviewed
@options.as_json
@options.silent
def redact(
    database: Path,
    out: Path,
    context: int,
    keep_indirect: bool,
    include_unreviewed: bool,
    as_json: bool,
    silent: bool,
) -> None:
    """Write a copy to publish, without article text.

    Quotations, our own words, offsets and hashes stay, so that whoever has the articles can check every quotation
    (check --text). Article text goes, and so do file names, commands, refused inputs, reviewers' names, and charges
    against or by a named person that only a machine found. OUT is replaced when the copy is complete.
    """
    import json

    from hearsay_to_sqlite.publish.redaction import Wanted
    from hearsay_to_sqlite.publish.redaction import redact as run

    voice = options.Voice(silent)
    counts, tables = run(database, out, Wanted(context, keep_indirect, include_unreviewed), voice.warn)
    options.say_left_out(counts, voice)
    voice.warn(f"{out}: {counts['bytes']:,} bytes, {sum(tables.values()):,} rows in {len(tables)} tables")
    if as_json:
        click.echo(json.dumps({**counts, "tables": tables}))
    else:
        options.closing_line(counts, silent, as_json)
