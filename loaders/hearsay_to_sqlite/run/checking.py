"""``check``: a database held against its own rules, its own texts, and the texts that somebody has."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from hearsay_to_sqlite.clean.text import counted
from hearsay_to_sqlite.run.texts_at_hand import Folder
from hearsay_to_sqlite.store import check, runs, schema, views
from hearsay_to_sqlite.store.connection import explained


@dataclass(frozen=True, slots=True)
class Findings:
    """What was checked, what is wrong, and what could not be checked."""

    articles: int
    attributions: int
    problems: tuple[check.Problem, ...]
    notes: tuple[str, ...]


def examine(path: Path, text: Path | None) -> Findings:
    """Check the database at ``path``; ``text`` is a folder of article files, for texts that it does not hold.

    Raises DatabaseError where it cannot be opened, InputError where ``text`` is no folder.
    """
    notes = []
    with ExitStack() as held:
        texts = check.no_texts if text is None else held.enter_context(closing(Folder(text)))
        connection = held.enter_context(closing(schema.open_for_reading(path)))
        held.enter_context(explained(path))
        problems = list(check.problems(connection, texts))
        unchecked = check.unchecked(connection, texts)
        if unchecked:
            notes.append(
                f"the text of {counted(unchecked, 'articles')} is not here, so their quotations were not checked (see --text)"
            )
        if runs.is_stale(connection) or not views.are_baked(connection):
            notes.append(
                "the last run was cut short: load again, or run resolve, to bring search and comparison up to date"
            )
        else:
            try:
                problems += _search(connection)
            except sqlite3.OperationalError:
                notes.append("the search tables were not checked: that needs a file that may be written to")
        (articles,) = connection.execute("select count(*) from articles").fetchone()
        (attributions,) = connection.execute("select count(*) from attributions").fetchone()
    return Findings(articles, attributions, tuple(problems), tuple(notes))


def _search(connection: sqlite3.Connection) -> list[check.Problem]:
    connection.execute("pragma query_only = off")
    try:
        return list(check.search_problems(connection))
    finally:
        connection.execute("pragma query_only = on")
