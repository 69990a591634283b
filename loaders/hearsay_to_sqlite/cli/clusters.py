"""``clusters``: which texts, or which statements and claims of a database, say the same."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from hearsay_to_sqlite.cli import options

MOST_CHARACTERS = 25_000_000
"""Characters of text that are grouped at once: of so many, 169,417 invented texts take 263 MiB, and 27 seconds."""


@click.command()
@click.argument("source", metavar="DB|-")
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Compare by meaning too, as match does; the tables of a database stay as they are then.",
)
@options.allow_rejects
@options.silent
def clusters(source: str, model: Path | None, allow_rejects: bool, silent: bool) -> None:
    """Print which texts say the same.

    With "-", each line of standard input is an object with "id" and "text"; with a database, its statements and claims are grouped anew, and written to the
    tables clusters and cluster_members too, which load and compare keep up to date. Prints {"id": ..., "cluster": ...} for each, in order of ids; members of a cluster have the
    same "cluster", the id of one of them. The order of the input makes no difference.

    All texts are held in memory as far as they count, at some 30 bytes a character: the first 20,000 of each, and 25 million in all. Longer
    lists are loaded as claims into a database (load --source claims), whose groups are kept up to date as it grows.
    """
    from hearsay_to_sqlite.resolve import clusters as stage
    from hearsay_to_sqlite.run.asking import grouped
    from hearsay_to_sqlite.store import schema

    numbers: dict[str, int] = {}
    if source == "-":
        texts, refused = _read(options.Voice(silent), numbers)
        found = grouped(texts, model)
    else:
        refused = 0
        with schema.writing(Path(source), create=False) as connection:
            if model:
                # Not written: the next load would group them by words again.
                texts = stage.texts(connection)
                found = {name: name for name in texts} | grouped(
                    {name: text for name, text in texts.items() if text}, model
                )
            else:
                stage.run(connection, anew=True)
                found = stage.all_of(connection)
    for name in sorted(found):
        one, cluster = (numbers.get(id, id) for id in (name, found[name]))
        sys.stdout.write(json.dumps({"id": one, "cluster": cluster}) + "\n")
    if refused and not allow_rejects:
        raise click.exceptions.Exit(1)


def _read(voice: options.Voice, numbers: dict[str, int]) -> tuple[dict[str, str], int]:
    """The texts by their ids, and how many lines were refused; ids that are ``numbers`` are noted as they came."""
    from hearsay_to_sqlite.errors import InputError, UsageError
    from hearsay_to_sqlite.resolve.matching.terms import LONGEST
    from hearsay_to_sqlite.run.asking import question

    texts: dict[str, str] = {}
    refused, characters = 0, 0
    for line, data in enumerate(sys.stdin.buffer, 1):
        if not data.strip():
            continue
        try:
            asked = question(data)
            name = str(asked.id)
            if not isinstance(asked.id, (str, int)) or isinstance(asked.id, bool) or name in texts:
                raise InputError('each "id" must be a text or a whole number, and its own.')
            if isinstance(asked.id, int):
                numbers[name] = asked.id
            texts[name] = asked.text[:LONGEST]
            characters += len(texts[name])
        except InputError as error:
            voice.warn(f"-:{line}: {error.what}")
            refused += 1
        if characters > MOST_CHARACTERS:
            raise UsageError(
                f"-:{line}: more than {MOST_CHARACTERS:,} characters of text. Load them as claims into a database "
                "(load DB FILE --source claims), and group that (clusters DB)."
            )
    return texts, refused
