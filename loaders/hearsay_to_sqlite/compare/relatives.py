"""Finding copies in a database, step by step; what is left to do stands in the file, so that a killed run goes on.

Only articles that were not looked at before are, against those that came before them. Where one was changed, filled
in or taken out among those that were, all is done anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from hearsay_to_sqlite.compare.copies import changes, verified
from hearsay_to_sqlite.compare.direction import Text
from hearsay_to_sqlite.compare.postings import Postings
from hearsay_to_sqlite.compare.prints import prints
from hearsay_to_sqlite.compare.settling import settle
from hearsay_to_sqlite.records import Each
from hearsay_to_sqlite.sql import read, statements
from hearsay_to_sqlite.store.connection import transaction

BATCH = 1000
"""Pairs of articles that are written in one transaction ..."""

PRINTS = 1 << 15
"""... and prints, at the least, of the articles that are: the more, the fewer are read twice, and the more memory they take."""

WAITING = 8 * BATCH
"""Pairs that are held in memory at once."""


def run(connection: sqlite3.Connection, each: Each = map, *, anew: bool = False) -> tuple[int, int]:
    """Find the copies among new articles, or among all of them ``anew``; return how many copies and changes there are.

    Writes in transactions of its own.
    """
    (out_of_order,) = connection.execute(read("compare/out_of_order")).fetchone()
    if anew or out_of_order:
        with transaction(connection):
            for statement in statements("compare/start_anew"):
                connection.execute(statement)
    _propose(connection, each)
    _verify(connection, each)
    with transaction(connection):
        settle(connection, {name for (name,) in connection.execute(read("compare/unsettled"))})
    _word(connection, each)
    (copies,) = connection.execute("select count(*) from copies where method = 'extracted'").fetchone()
    (changed,) = connection.execute(
        "select count(*) from wording_changes where method = 'extracted'"
    ).fetchone()
    return copies, changed


def _batches(items: Iterable[Any], size: int = BATCH) -> Iterator[list[Any]]:
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def _filled(found: Iterable[tuple[int, ...]]) -> Iterator[list[tuple[int, ...]]]:
    """The prints of articles, many articles at a time; a long text fills a batch as several short ones do."""
    batch: list[tuple[int, ...]] = []
    size = 0
    for codes in found:
        batch.append(codes)
        size += len(codes)
        if size >= PRINTS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _articles(connection: sqlite3.Connection) -> Iterator[tuple[int, str, str, str | None, str]]:
    (after,) = connection.execute("select ifnull(max(n), 0) from _compared").fetchone()
    while rows := connection.execute(read("compare/articles"), {"after": after}).fetchall():
        yield from rows
        after = rows[-1][0]


def _propose(connection: sqlite3.Connection, each: Each) -> None:
    """Remember the prints of new articles, and note which earlier ones each is to be held against."""
    postings = Postings(connection)
    passed: list[tuple[int, str, str | None, str]] = []

    def texts() -> Iterator[str]:
        for n, name, text, text_sha256, known in _articles(connection):
            passed.append((n, name, text_sha256, known))
            yield text

    for batch in _filled(each(prints, texts())):
        rows, passed[:] = passed[: len(batch)], passed[len(batch) :]
        with transaction(connection):
            proposed = postings.propose([(row[0], codes) for row, codes in zip(rows, batch, strict=True)])
            connection.executemany(
                "insert into _compared (n, article_id, text_sha256, known, weight) values (?, ?, ?, ?, ?)",
                [(*row, one.weight) for row, one in zip(rows, proposed, strict=True)],
            )
            connection.executemany(
                "insert into _proposed (n, candidate) values (?, ?)",
                [(one.n, candidate) for one in proposed for candidate in one.candidates],
            )


def _verify(connection: sqlite3.Connection, each: Each) -> None:
    """Hold proposed pairs against each other, and those again of which something new is known."""
    with transaction(connection):
        connection.executemany(
            "insert or ignore into _proposed (n, candidate) values (?, ?)",
            [(max(pair), min(pair)) for pair in connection.execute(read("compare/changed_facts"))],
        )
        connection.execute(read("compare/note_facts"))
    # What was held against each other is proposed no more, so the next ones come first.
    while waiting := connection.execute(read("compare/proposed"), {"most": WAITING}).fetchall():
        _hold(connection, each, waiting)


def _hold(connection: sqlite3.Connection, each: Each, waiting: list[tuple[int, int]]) -> None:
    passed: list[tuple[int, int, str, str]] = []

    def pairs() -> Iterator[tuple[Text, Text]]:
        for n, candidate in waiting:
            texts = _text(connection, n), _text(connection, candidate)
            passed.append((n, candidate, texts[0].id, texts[1].id))
            yield texts

    for batch in _batches(each(verified, pairs())):
        done, passed[:] = passed[: len(batch)], passed[len(batch) :]
        with transaction(connection):
            connection.executemany(
                "delete from _pairs where article_id in (?3, ?4) and copied_from_id in (?3, ?4)",
                done,
            )
            connection.executemany(
                read("compare/keep_pair"),
                [row for row in batch if row is not None],
            )
            connection.executemany(
                "delete from _proposed where n = ? and candidate = ?", [pair[:2] for pair in done]
            )
            settle(connection, {name for pair in done for name in pair[2:]})


def _text(connection: sqlite3.Connection, n: int) -> Text:
    name, text, published_on, byline, outlet, translated = connection.execute(
        read("compare/text"), (n,)
    ).fetchone()
    return Text(name, text, published_on, byline, outlet, bool(translated), n)


def _word(connection: sqlite3.Connection, each: Each) -> None:
    """Compare the wording of the copies that were found."""
    for statement in statements("compare/make_unworded"):
        connection.execute(statement)
    connection.commit()
    pairs = ((_text(connection, n), _text(connection, original)) for n, original in _unworded(connection))
    for batch in _batches(each(changes, pairs)):
        with transaction(connection):
            connection.executemany(read("compare/keep_change"), [row for rows in batch for row in rows])


def _unworded(connection: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    after = 0
    while rows := connection.execute(read("compare/unworded"), (after, WAITING)).fetchall():
        yield from (row[1:] for row in rows)
        after = rows[-1][0]
