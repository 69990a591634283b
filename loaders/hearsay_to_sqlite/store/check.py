"""Every invariant of a database: that each span's words stand at their offsets, that hashes and references hold."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.clean.text import shorten
from hearsay_to_sqlite.records import stable_id
from hearsay_to_sqlite.store import search
from hearsay_to_sqlite.store.attribution_rows import JOIN

MAX_SHOWN = 40
"""Code points of an article's or a span's words in a message."""

WHAT = "-- what: "
PARTS = {"source": 1, "cue": 2, "content": 3, "quoted": 4}


class Problem(NamedTuple):
    """What fails, and where: a table, the id of a row in it, what is wrong."""

    table: str
    id: str
    what: str


Texts = Callable[[str, str | None, str | None], str | None]
"""From an article's id, text_sha256 and source_sha256 to its text, for articles that the database has no text of."""


def no_texts(article: str, text_sha256: str | None, source_sha256: str | None) -> str | None:
    """The texts of somebody who has none."""
    return None


def problems(connection: sqlite3.Connection, texts: Texts = no_texts) -> Iterator[Problem]:
    """Everything that is wrong with a database; nothing where all is well."""
    for (said,) in connection.execute("pragma integrity_check"):
        if said != "ok":
            yield Problem("the file", "", said)
    for table, row, parent, _ in connection.execute("pragma foreign_key_check"):
        yield Problem(table, f"row {row}", f"refers to a row of {parent} that is not there")
    for file in sorted((sql.FOLDER / "checks").glob("*.sql")):
        rule = sql.read(f"checks/{file.stem}")
        what = rule.splitlines()[0].removeprefix(WHAT)
        for table, name in connection.execute(rule):
            yield Problem(table, str(name), what)
    articles = connection.execute(
        "select id, text, text_length, text_sha256, source_sha256 from articles order by n"
    )
    for name, text, length, text_sha256, source_sha256 in articles:
        at_hand = texts(name, text_sha256, source_sha256) if text is None else text
        if at_hand is not None:
            yield from _article(name, at_hand, length, text_sha256)
            yield from _spans(connection, name, at_hand)
            yield from _changes(connection, name, at_hand)
        yield from _parts(connection, name)


def unchecked(connection: sqlite3.Connection, texts: Texts = no_texts) -> int:
    """How many articles have no text here and none at hand, so that their spans cannot be checked."""
    rows = connection.execute("select id, text_sha256, source_sha256 from articles where text is null")
    return sum(texts(*row) is None for row in rows)


def search_problems(connection: sqlite3.Connection) -> Iterator[Problem]:
    """The search tables that do not hold what they index. Needs a connection that may write; writes nothing."""
    for table, said in search.out_of_step(connection):
        yield Problem(table, "", f"does not hold what it indexes: {said}")


def _article(name: str, text: str, length: int | None, text_sha256: str | None) -> Iterator[Problem]:
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    if text_sha256 is not None and digest != text_sha256:
        yield Problem("articles", name, f"text_sha256 is {text_sha256}, that of the text is {digest}")
    if length is not None and length != len(text):
        yield Problem("articles", name, f"text_length is {length}, the text has {len(text)} code points")


def _spans(connection: sqlite3.Connection, article: str, text: str) -> Iterator[Problem]:
    for table, name, start, end, words in connection.execute(sql.read("store/spans"), {"id": article}):
        if start is None or end is None:
            continue
        if not 0 <= start <= end <= len(text):
            yield Problem(table, name, f"{start}–{end} is not inside the text of {len(text)} code points")
        elif words is not None and not _says(text[start:end], words):
            there, here = shorten(text[start:end], MAX_SHOWN), shorten(words, MAX_SHOWN)
            yield Problem(table, name, f"at {start}–{end} the text has “{there}”, not “{here}”")


def _changes(connection: sqlite3.Connection, article: str, text: str) -> Iterator[Problem]:
    """The wording changes whose offsets no longer point at the words that they were written for."""
    for name, start, end, hashed in connection.execute(sql.read("store/changed_spans"), {"id": article}):
        if hashed != stable_id(text[start:end]):
            there = shorten(text[start:end], MAX_SHOWN)
            yield Problem(
                "wording_changes",
                name,
                f"at {start}–{end} the text has “{there}”, which is not what was compared",
            )


def _says(stretch: str, words: str) -> bool:
    """Whether a stretch of text is these words; those of an account may be pieces of it, its first and last among them."""
    if stretch == words:
        return True
    pieces = words.split(JOIN)
    place = 0
    for piece in pieces:
        place = stretch.find(piece, place)
        if place < 0:
            return False
        place += len(piece)
    return len(pieces) > 1 and stretch.startswith(pieces[0]) and stretch.endswith(pieces[-1])


def _parts(connection: sqlite3.Connection, article: str) -> Iterator[Problem]:
    """Whether the texts of an attribution are those of its spans."""
    rows = connection.execute(sql.read("store/parts"), {"id": article})
    for (name, part), spans in groupby(rows, key=lambda row: (row[0], row[5])):
        found = list(spans)
        whole = found[0][PARTS[part]]
        words = [row[6] for row in found]
        if whole is not None and None not in words and whole != JOIN.join(words):
            column = "quotation" if part == "quoted" else f"{part}_text"
            yield Problem("attributions", name, f"{column} is not what its spans say")
