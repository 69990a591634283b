"""``build``: a whole case from its case file."""

from __future__ import annotations

from pathlib import Path

import click

from hearsay_to_sqlite.cli import options


@click.command()
@click.argument("case", type=click.Path(dir_okay=False, path_type=Path), metavar="CASE.yml")
@options.database
@click.option(
    "--text",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Anchor to the articles found here.",
)
@click.option("--extract", is_flag=True, help="Add what the machine finds in the articles that are at hand.")
@options.as_json
@options.silent
def build(case: Path, database: Path, text: Path | None, extract: bool, as_json: bool, silent: bool) -> None:
    """Build a database from a case file, from nothing.

    The old file stays until the new one is complete, and stays for good where the case file is wrong. Without the
    articles' text, statements are loaded by their offsets and hashes, and can be checked by whoever has the text.
    """
    from hearsay_to_sqlite.run.building import build as run

    voice = options.Voice(silent)
    command = " ".join(("build", str(case), *(("--extract",) if extract else ())))
    counts = run(case, database, text, extract, command, voice.progress)
    voice.end_progress()
    voice.warn(
        f"{counts.get('text-match', 0)} statements stand in their articles' text, "
        f"{counts.get('text-not-at-hand', 0)} are in articles whose text is not at hand"
        + (f"; the machine found {counts['extracted']} more" if extract else "")
    )
    options.finish(counts, silent, as_json)
