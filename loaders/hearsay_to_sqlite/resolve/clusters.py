"""Which statements and claims of a database say the same: the tables ``clusters`` and ``cluster_members``.

What is new or changed is compared with its neighbours; only their clusters are made again, with the rarities that words
have now. What is elsewhere keeps the cluster that it had, so that after many loads some borderline member may stand
otherwise than where all is grouped anew.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from itertools import groupby, tee
from operator import itemgetter

from hearsay_to_sqlite.clean.words import terms
from hearsay_to_sqlite.records import Each, Row
from hearsay_to_sqlite.resolve.matching import groups
from hearsay_to_sqlite.resolve.matching.likeness import SHOWN
from hearsay_to_sqlite.resolve.matching.terms import term
from hearsay_to_sqlite.resolve.matching.terms import words as folded
from hearsay_to_sqlite.resolve.matching.weighing import Counts, counted_once, stems_of
from hearsay_to_sqlite.sql import read, statements
from hearsay_to_sqlite.store.connection import transaction
from hearsay_to_sqlite.store.sync import sync

LEAST_TERMS = 3
"""What has fewer words of content says too little to say the same as anything."""

LABEL = 200
"""A label is cut at this many characters."""

FEW = 1_000
"""So few texts are grouped anew each time: it takes a second, and leaves no difference."""

SHARE = 0.25
"""All are grouped anew where more than this share of them is new or changed."""

RANK = {"claim": 0, "proposed": 1, "attribution": 2}
"""By which of its members a cluster is called."""


def run(connection: sqlite3.Connection, *, anew: bool = False, few: int = FEW, each: Each = map) -> None:
    """Bring the tables up to date with what the database holds; make them ``anew`` where that is asked for.

    A cluster of one, with or without the claim proposed from it, is not written. One that holds a claim is called by a
    claim and labelled with its words. All is made anew, too, where there are no more than ``few`` texts.
    """
    _look(connection)
    changes, total = 0, 0
    for _, words, _, mark in _groupable(connection):
        changes += mark != _mark(words)
        total += 1
    gone = {name for (name,) in connection.execute(read("resolve/ungroupable"))}
    if not (changes or gone or anew):
        return
    near, touched, counts = None, None, None
    if not (anew or total <= few or changes > SHARE * total):
        changed = {name: words for name, words, _, mark in _groupable(connection) if mark != _mark(words)}
        near, counts = _neighbourhood(connection, changed, gone)
        touched = near | gone | changed.keys()
    _gather(connection, near)
    counts = counts or counted_once(filter(None, _lines(connection)))
    _group(connection, counts, each)
    with transaction(connection):
        _write(connection, touched, counts)
        connection.execute(read("resolve/mark_clustered"))
        connection.executemany("delete from _clustered where member_id = ?", [(name,) for name in gone])


def all_of(connection: sqlite3.Connection) -> dict[str, str]:
    """Return for each statement and claim the id of its cluster, its own where it is alone."""
    _look(connection)
    there = {name: name for name, *_ in _groupable(connection)}
    return there | dict(connection.execute("select member_id, cluster_id from cluster_members"))


def texts(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the words of each statement and claim that is grouped, by id; none where they say too little."""
    _look(connection)
    return {name: words if _telling(words) else "" for name, words, *_ in _groupable(connection)}


def _look(connection: sqlite3.Connection) -> None:
    """Note which statements and clusters came from somebody's published copy and stay as they came."""
    for table, found in (("_away", read("resolve/away")), ("_kept", read("resolve/kept_clusters"))):
        connection.execute(f"create temp table if not exists {table} (id text primary key)")
        connection.execute(f"delete from temp.{table}")
        connection.execute(f"insert into temp.{table} {found}")
    connection.commit()


def _groupable(
    connection: sqlite3.Connection, ids: set[str] | None = None
) -> Iterator[tuple[str, str, str, int | None]]:
    wanted = None if ids is None else json.dumps(sorted(ids))
    return connection.execute(read("resolve/groupable"), {"ids": wanted})


def _telling(words: str) -> bool:
    return len(terms(words)) >= LEAST_TERMS


def _mark(words: str) -> int:
    return zlib.crc32(words.encode("utf-8", "surrogatepass"))


def _neighbourhood(
    connection: sqlite3.Connection, changed: Mapping[str, str], gone: set[str]
) -> tuple[set[str], Counts]:
    """Return what may stand otherwise because of what changed: that, its neighbours, and all that is in their clusters."""
    texts = ((name, words) for name, words, *_ in _groupable(connection) if _telling(words))
    near, counts = groups.neighbours(
        texts, {name: words for name, words in changed.items() if _telling(words)}
    )
    names = near | changed.keys() | gone
    mates = connection.execute(read("resolve/mates"), [json.dumps(sorted(names))])
    return names | {name for (name,) in mates}, counts


def _gather(connection: sqlite3.Connection, ids: set[str] | None) -> None:
    """Note in temporary tables what is to be grouped, and the different texts as lines of folded words, in order."""
    for step in statements("resolve/make_texts"):
        connection.execute(step)
    rows = (
        (name, RANK[kind], " ".join(folded(words)) if _telling(words) else None, _mark(words))
        for name, words, kind, _ in _groupable(connection, ids)
    )
    connection.executemany("insert into temp._said (id, rank, line, mark) values (?, ?, ?, ?)", rows)
    for step in statements("resolve/number_texts"):
        connection.execute(step)


def _lines(connection: sqlite3.Connection) -> Iterator[list[str]]:
    for (line,) in connection.execute("select line from temp._lines order by place"):
        yield line.split()


def _group(connection: sqlite3.Connection, counts: Counts, each: Each) -> None:
    # One case is about one matter, so that its texts are all alike to some degree.
    found = groups.grouped(_lines(connection), counts, groups.SURE, each=each)
    rows = ((place, places[0]) for places in found for place in places)
    connection.executemany("insert into temp._groups values (?, ?)", rows)
    connection.commit()


def _together(connection: sqlite3.Connection) -> Iterator[Iterator[tuple[str, int, int]]]:
    """Yield each cluster: the id, rank and place of its members, the one that it is called by first."""
    rows = connection.execute(read("resolve/together"), {"proposed": RANK["proposed"]})
    for _, members in groupby(rows, key=itemgetter(0)):
        yield ((name, rank, place) for _, name, rank, place in members)


def _rows(connection: sqlite3.Connection) -> Iterator[Row]:
    for members in _together(connection):
        head, rank, _ = next(members)
        (words,) = connection.execute(read("resolve/words_of"), {"id": head}).fetchone()
        label = words if len(words) <= LABEL else words[: LABEL - 1] + "…"
        kind = "attribution" if rank == RANK["attribution"] else "claim"
        yield {"id": head, "kind": kind, "label": label, "size": 1 + sum(1 for _ in members)}


def _members(connection: sqlite3.Connection, counts: Counts) -> Iterator[Row]:
    closeness = groups.Closeness(counts)
    for members in _together(connection):
        names, places = tee((name, place) for name, _, place in members)
        scores = closeness.of(_line(connection, place) for _, place in places)
        head, line = "", ""
        why: str | None = None
        for (name, place), score in zip(names, scores, strict=True):
            own = _line(connection, place)
            if head:
                why = _shared(line, own, counts)
            else:
                head, line = name, own
            yield {"cluster_id": head, "member_id": name, "score": round(score, 3), "why": why}


def _shared(one: str, other: str, counts: Counts) -> str:
    """The words of content that two lines of folded words share, the rarest first."""
    both = stems_of(one.split()) & stems_of(other.split())
    words = {term(word): word for word in reversed(other.split())}
    told = sorted(both, key=lambda name: (-counts.term(name), name))[:SHOWN]
    return (
        "shares " + ", ".join(words[name] for name in told) if told else "alike through others of the group"
    )


def _line(connection: sqlite3.Connection, place: int) -> str:
    (line,) = connection.execute("select line from temp._lines where place = ?", (place,)).fetchone()
    return str(line)


def _write(connection: sqlite3.Connection, ids: set[str] | None, counts: Counts) -> None:
    wanted = None if ids is None else json.dumps(sorted(ids))
    connection.execute("create temp table if not exists _touched (id text primary key)")
    connection.execute("delete from temp._touched")
    connection.execute(read("resolve/touched_clusters"), {"ids": wanted})
    touched = "in (select id from temp._touched)"
    members = _members(connection, counts)
    sync(connection, "cluster_members", ["cluster_id", "member_id"], members, f"cluster_id {touched}")
    sync(connection, "clusters", ["id"], _rows(connection), f"id {touched}")
