"""The index for matching: which claims hold which term, kept up to date claim by claim.

Claims are indexed in segments. A new segment takes in the smaller ones before it, so that there are few and each claim
is written again a handful of times at most; the index is made anew when a quarter of it is of changed or deleted claims.
"""

from __future__ import annotations

import sqlite3
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from hearsay_to_sqlite.clean.words import stopwords
from hearsay_to_sqlite.resolve.matching import terms
from hearsay_to_sqlite.resolve.matching.finding import unpacked
from hearsay_to_sqlite.sql import read, statements

BLOCK = 250_000
"""Claims whose terms are held in memory at once, their texts one at a time, and the largest segment that is taken into another."""

SAMPLE = 16_384
"""Claims in which runs of letters are counted: from a quarter as many MAP@5 was lower by .002."""

SLACK = 1.25
"""The index is made anew when it holds this many times the claims there are, or so many more are waiting."""

Claim = tuple[int, str, str]
"""Number, id and words of a claim."""


def update(connection: sqlite3.Connection) -> int:
    """Bring the index up to date with the claims; return how many were indexed. The caller holds the transaction."""
    (waiting,) = connection.execute("select count(*) from _match_pending").fetchone()
    if not waiting:
        return 0
    (claims,) = connection.execute("select count(*) from claims").fetchone()
    (indexed,) = connection.execute("select coalesce(sum(claims), 0) from _match_segments").fetchone()
    if indexed + waiting > SLACK * claims or waiting > (SLACK - 1) * claims:
        return rebuild(connection)
    return _index(connection, connection.execute(read("matching/pending")), 0)


def rebuild(connection: sqlite3.Connection) -> int:
    """Make the whole index anew; return how many claims are in it. The caller holds the transaction."""
    for statement in statements("matching/clear"):
        connection.execute(statement)
    (claims,) = connection.execute("select count(*) from claims").fetchone()
    share = 1.0 if claims <= SAMPLE else SAMPLE / claims
    return _index(connection, connection.execute(read("matching/pending")), int(share * 2**32))


def _index(connection: sqlite3.Connection, pending: sqlite3.Cursor, sampled_below: int) -> int:
    done = 0
    in_sample: Counter[str] = Counter()
    claims = ((n, name, " . ".join(filter(None, fields))) for n, name, *fields in pending)
    while added := _add_segment(connection, islice(claims, BLOCK), in_sample, sampled_below):
        done += added
    if sampled_below:
        sampled = in_sample.pop("", 0)
        rows = [(run, count) for run, count in sorted(in_sample.items()) if count > 1]
        connection.executemany("insert into _match_runs values (?, ?)", [("", sampled), *rows])
    connection.execute("delete from _match_pending")
    return done


def _add_segment(
    connection: sqlite3.Connection, claims: Iterable[Claim], in_sample: Counter[str], sampled_below: int
) -> int:
    """Index these claims, one after the other, as a segment; return how many there were."""
    lists: dict[str, array[int]] = defaultdict(partial(array, "I"))
    adders = _Adders(lists)
    stop = frozenset(map(terms.term, stopwords()))
    met: set[str] = set()
    count, words_in_all, letters = 0, 0, 0
    for n, name, text in claims:
        count += 1
        words = terms.words(text)
        own = {*map(terms.term, words)}
        if not own.isdisjoint(stop):
            met |= own & stop
            own -= stop
        for add in map(adders.__getitem__, own):
            add(n)
        words_in_all += len(words)
        line = terms.line(words)
        letters += len(line)
        if sampled_below and zlib.crc32(name.encode()) < sampled_below:
            in_sample.update(terms.runs(line))
            in_sample[""] += 1
    if not count:
        return 0
    for term in met:
        lists[term] = array("I")
    segment, totals = _taken_in(connection, lists, (count, words_in_all, letters))
    connection.execute("insert into _match_segments values (?, ?, ?, ?)", (segment, *totals))
    connection.executemany("insert into _match_terms values (?, ?, ?, ?)", _rows(lists, segment, totals[0]))
    return count


class _Adders(dict[str, Callable[[int], None]]):
    """What adds a claim's number to the list of a term: looked up once for each, which saves a quarter of the time."""

    def __init__(self, lists: dict[str, array[int]]) -> None:
        self.lists = lists

    def __missing__(self, term: str) -> Callable[[int], None]:
        add = self[term] = self.lists[term].append
        return add


def _taken_in(
    connection: sqlite3.Connection, lists: dict[str, array[int]], totals: tuple[int, int, int]
) -> tuple[int, tuple[int, int, int]]:
    """Take the smaller segments at the end into ``lists``; return the number of the new one, and its totals."""
    segment = 1
    for last, *sizes in connection.execute(read("matching/segments")).fetchall():
        if sizes[0] > 2 * totals[0] or sizes[0] + totals[0] > BLOCK:
            segment = last + 1
            break
        for term, numbers in connection.execute(read("matching/of_segment"), (last,)):
            lists[term] = array("I", sorted({*lists[term], *unpacked(numbers)}))
        totals = (totals[0] + sizes[0], totals[1] + sizes[1], totals[2] + sizes[2])
        connection.execute("delete from _match_terms where segment = ?", (last,))
        connection.execute("delete from _match_segments where segment = ?", (last,))
    return segment, totals


def _rows(lists: dict[str, array[int]], segment: int, claims: int) -> Iterator[tuple[str, int, int, bytes]]:
    for term in sorted(lists):
        numbers = lists[term]
        # What has no numbers is a word of no content: as good as everywhere.
        yield term, segment, len(numbers) or claims, numbers.tobytes()
