"""``match``: is this claim known?"""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

import click

from hearsay_to_sqlite.cli import options


@click.command()
@options.database
@click.argument("texts", nargs=-1, required=True, metavar="TEXT...")
@click.option(
    "--top",
    type=click.IntRange(1, 100),
    default=5,
    show_default=True,
    metavar="K",
    help="Name at most so many claims.",
)
@click.option(
    "--model",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Compare by meaning too, with the sentence-embedding model in DIR (needs the extra semantic).",
)
@options.allow_rejects
@options.silent
def match(
    database: Path, texts: tuple[str, ...], top: int, model: Path | None, allow_rejects: bool, silent: bool
) -> None:
    """Print the known claims that say what a text says.

    One line of JSON for each text: {"id": ..., "matches": [{"claim_id": ..., "score": ..., "why": ..., "text": ...}, ...]},
    best first; texts are numbered from 1. With "-", each line of standard input is an object with "id" and "text". The
    score, 0 to 1, is the share of the text's words and letters, weighed by their rarity, that the claim holds. A
    score of 0.4 means the same claim for a long text and seldom does for one of a few words: "why" says how often such a score was right,
    and names the words that decided, and the numbers and negations that differ.

    --model takes a folder with model.onnx and tokenizer.json, as sentence-transformers exports them. The claims' vectors are
    computed once and kept in the database; the score is then two fifths likeness in meaning, which "why" names.
    """
    from hearsay_to_sqlite.run.asking import answers, prepared
    from hearsay_to_sqlite.store import schema
    from hearsay_to_sqlite.store.connection import explained

    voice = options.Voice(silent)
    refused = 0
    embedding = prepared(database, model) if model else None
    with closing(schema.open_for_reading(database)) as connection, explained(database):
        for line, complaint in answers(connection, texts, sys.stdin.buffer, top, embedding):
            if complaint:
                voice.warn(complaint)
                refused += 1
            else:
                sys.stdout.write(line + "\n")
                # A reader at the other end of a pipe gets each answer when it is there.
                sys.stdout.flush()
    if refused and not allow_rejects:
        raise click.exceptions.Exit(1)
