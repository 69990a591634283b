"""Which text stands at the head of each line of descent, so that a copy is never counted as another witness.

Articles go by number here, in the order of their ids, so that a million of them take a few megabytes.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator

from hearsay_to_sqlite.records import Row
from hearsay_to_sqlite.sql import read, statements
from hearsay_to_sqlite.store.sync import sync

TWINS = 0.6
"""Two articles that each have this share of their sentences in the other are one witness."""

NONE = -1
"""Stands where an article has no origin, or no first member was found yet."""


def run(connection: sqlite3.Connection) -> None:
    """Note the roots of articles that have kin; every other article is its own, and needs no row to say so."""
    for statement in statements("compare/make_kin"):
        connection.execute(statement, {"most": TWINS})
    (count,) = connection.execute("select count(*) from temp._kin").fetchone()
    found = roots(
        count,
        connection.execute(read("compare/numbered_copies")),
        connection.execute(read("compare/numbered_twins")),
    )
    sync(connection, "_article_roots", ["article_id"], _rows(connection, found))


def _rows(connection: sqlite3.Connection, found: Iterable[int]) -> Iterator[Row]:
    named = "select article_id from temp._kin where number = ?"
    for (article,), root in zip(connection.execute(read("compare/kin_numbers")), found, strict=True):
        (name,) = connection.execute(named, (root,)).fetchone()
        yield {"article_id": article, "root_id": name}


def roots(count: int, copies: Iterable[tuple[int, int]], twins: Iterable[tuple[int, int]] = ()) -> array[int]:
    """Return the root of each of ``count`` articles, for ``copies`` of (article, copied from), in order.

    ``twins``, in order too, have most of each other: whichever came first, they are one witness. A circle's root is
    its smallest number.

    >>> list(roots(4, [(1, 0), (2, 1)]))
    [0, 0, 0, 3]
    >>> list(roots(4, [(0, 3)], [(0, 1), (2, 1)]))
    [3, 3, 3, 3]
    """
    head = array("l", range(count))
    for pair in twins:
        one, other = sorted(_head(number, head) for number in pair)
        head[other] = one
    origin = array("l", [NONE]) * count
    inside = bytearray(count)
    for article, copied_from in copies:
        group, parent = _head(article, head), _head(copied_from, head)
        if group == parent:
            inside[article] = True
        elif origin[group] == NONE:
            origin[group] = parent
    firsts = _firsts(head, inside)
    return array("l", (firsts[_root(_head(article, head), origin)] for article in range(count)))


def _head(number: int, head: array[int]) -> int:
    while (above := head[number]) != number:
        # The way is halved for whoever asks next.
        head[number] = head[above]
        number = above
    return number


def _firsts(head: array[int], inside: bytearray) -> array[int]:
    """The member of each group of twins that is shown as the copy of no other; the smallest number of several."""
    firsts = array("l", [NONE]) * len(head)
    for number in range(len(head)):
        group = _head(number, head)
        if not inside[number] and firsts[group] == NONE:
            firsts[group] = number
    for number, first in enumerate(firsts):
        if first == NONE:
            firsts[number] = number
    return firsts


def _root(article: int, origin: array[int]) -> int:
    path = [article]
    while (parent := origin[path[-1]]) != NONE:
        if parent in path:
            return min(path[path.index(parent) :])
        path.append(parent)
    return path[-1]
