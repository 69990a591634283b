"""``datasette hearsay publish``."""

from __future__ import annotations

from pathlib import Path

import click

from . import database, describing, files
from .directory import complete


@click.command()
@click.argument("db", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option(
    "-m",
    "--metadata",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Metadata file instead of ours; if it describes one database, that is taken to be DB",
)
@click.option("--sql/--no-sql", default=True, show_default=True, help="Let anybody send SQL of their own")
@click.option("--with-text", is_flag=True, help="Publish article text and all, if you may")
@click.option("--force", is_flag=True, help="Replace what was published in DIR before")
@click.option("-s", "--silent", is_flag=True, help="Say nothing")
def publish(
    db: Path, folder: Path, metadata: Path | None, sql: bool, with_text: bool, force: bool, silent: bool
) -> None:
    """Write everything that a host needs to show DB into the folder DIR.

    The database, what Datasette needs to know of it beforehand, metadata, settings for Datasette 0.65 and 1.0,
    requirements, a Dockerfile, and in HOSTING.md the commands for each way of hosting. ``datasette serve DIR`` serves
    it as it is, immutable. DB must come from hearsay-to-sqlite redact. DIR is put in place when it is complete.
    """
    with complete(folder.absolute(), files.NAMES, force) as unfinished:
        published = database.put(db, unfinished, with_text)
        about = describing.read(metadata) if metadata else describing.of_case(published.case)
        files.write(unfinished, published, describing.for_database(about, published.name), sql)
    if not silent:
        rows = sum(count for table, count in published.counts.items() if database.for_people(table))
        click.echo(f"{published.file}: {published.size:,} bytes, {rows:,} rows, SHA-256 {published.sha256}")
        click.echo(f"Serve it: datasette serve {folder}. Other ways: {folder / 'HOSTING.md'}")
