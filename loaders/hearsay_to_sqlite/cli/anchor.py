"""``anchor``: a curator's draft, whose anchors are words, to the offsets that can be published."""

from __future__ import annotations

from pathlib import Path

import click

from hearsay_to_sqlite.cli import options


@click.command()
@click.argument("case", type=click.Path(dir_okay=False, path_type=Path), metavar="CASE.yml")
@click.option(
    "--text",
    "text_dir",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder with the articles' files.",
)
@click.option("--write", is_flag=True, help="Change the files; without it, only say which would change.")
@options.silent
def anchor(case: Path, text_dir: Path, write: bool, silent: bool) -> None:
    """Replace a case's anchoring words by their offsets.

    Every anchor must fit exactly one place. What stays as words beside the offsets is what may be published: fragments
    inside quotation marks, and reporting words, names and values of a few words. Hashes that the articles lack are
    added. Comments and everything else stay as they are, and so do offsets that are there already.
    """
    from hearsay_to_sqlite.sources.case.rewriting import with_offsets

    changed = with_offsets(case, text_dir)
    for path, text in changed.items():
        if write:
            path.write_text(text, encoding="utf-8")
        click.echo(str(path))
    if not silent:
        did = "changed" if write else "to change; do it with --write"
        click.echo(f"{len(changed)} files {did}", err=not write)
