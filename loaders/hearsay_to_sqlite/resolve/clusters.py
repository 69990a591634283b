"""Which statements and claims of a database say the same: the tables ``clusters`` and ``cluster_members``.

What is new or changed is compared with its neighbours; only their clusters are made again, with the rarities that words
have now. What is elsewhere keeps the cluster that it had, so that after many loads some borderline member may stand
otherwise than where all is grouped anew.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping

from hearsay_to_sqlite.clean.words import terms
from hearsay_to_sqlite.records import Row
from hearsay_to_sqlite.resolve.matching import groups
from hearsay_to_sqlite.sql import read
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

Found = Mapping[str, tuple[str, str]]
"""Words and kind by id."""


def run(connection: sqlite3.Connection, *, anew: bool = False, few: int = FEW) -> None:
    """Bring the tables up to date with what the database holds; make them ``anew`` where that is asked for.

    A cluster of one, with or without the claim proposed from it, is not written. One that holds a claim is called by a claim and labelled with its words. All is
    made anew, too, where there are no more than ``few`` texts.
    """
    _look(connection)
    changed, total = _changed(connection)
    gone = {name for (name,) in connection.execute(read("resolve/ungroupable"))}
    if not (changed or gone or anew):
        return
    if anew or total <= few or len(changed) > SHARE * total:
        found = {name: (words, kind) for name, words, kind, _ in _groupable(connection)}
        near, counts = None, groups.counted(words for words, _ in found.values() if _telling(words))
    else:
        near, counts = _neighbourhood(connection, changed, gone)
        found = {name: (words, kind) for name, words, kind, _ in _groupable(connection, near)}
    rows, members = _rows(found, counts)
    with transaction(connection):
        _write(connection, None if near is None else near | gone | changed.keys(), rows, members)
        connection.executemany(
            "insert or replace into _clustered values (?, ?)",
            [(name, _mark(changed[name])) for name in changed],
        )
        connection.executemany("delete from _clustered where member_id = ?", [(name,) for name in gone])


def all_of(connection: sqlite3.Connection) -> dict[str, str]:
    """Return for each statement and claim the id of its cluster, its own where it is alone."""
    _look(connection)
    there = {name: name for name, *_ in _groupable(connection)}
    return there | dict(connection.execute("select member_id, cluster_id from cluster_members"))


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


def _changed(connection: sqlite3.Connection) -> tuple[dict[str, str], int]:
    """Return the words of what is new or changed, by id, and how many texts there are in all."""
    changed, total = {}, 0
    for name, words, _, mark in _groupable(connection):
        total += 1
        if mark != _mark(words):
            changed[name] = words
    return changed, total


def _neighbourhood(
    connection: sqlite3.Connection, changed: Mapping[str, str], gone: set[str]
) -> tuple[set[str], groups.Counts]:
    """Return what may stand otherwise because of what changed: that, its neighbours, and all that is in their clusters."""
    texts = ((name, words) for name, words, *_ in _groupable(connection) if _telling(words))
    near, counts = groups.neighbours(
        texts, {name: words for name, words in changed.items() if _telling(words)}
    )
    names = near | changed.keys() | gone
    mates = connection.execute(read("resolve/mates"), [json.dumps(sorted(names))])
    return names | {name for (name,) in mates}, counts


def _rows(found: Found, counts: groups.Counts) -> tuple[list[Row], list[Row]]:
    telling = {name: words for name, (words, _) in found.items() if _telling(words)}
    # One case is about one matter, so that its texts are all alike to some degree.
    cluster_of = groups.clusters(telling.items(), groups.SURE, counts)
    together: dict[str, list[str]] = defaultdict(list)
    for name in sorted(cluster_of, key=lambda name: (RANK[found[name][1]], name)):
        together[cluster_of[name]].append(name)
    rows: list[Row] = []
    members: list[Row] = []
    for names in together.values():
        # A proposed claim is in the words of a statement: with that alone it is no company.
        if sum(found[name][1] != "proposed" for name in names) > 1:
            words, kind = found[names[0]]
            label = words if len(words) <= LABEL else words[: LABEL - 1] + "…"
            kind = "attribution" if kind == "attribution" else "claim"
            rows.append({"id": names[0], "kind": kind, "label": label, "size": len(names)})
            closeness = groups.closeness([telling[name] for name in names], counts)
            members.extend(
                {"cluster_id": names[0], "member_id": name, "score": round(score, 3)}
                for name, score in zip(names, closeness, strict=True)
            )
    return rows, members


def _write(connection: sqlite3.Connection, ids: set[str] | None, rows: list[Row], members: list[Row]) -> None:
    wanted = None if ids is None else json.dumps(sorted(ids))
    connection.execute("create temp table if not exists _touched (id text primary key)")
    connection.execute("delete from temp._touched")
    connection.execute(read("resolve/touched_clusters"), {"ids": wanted})
    touched = "in (select id from temp._touched)"
    sync(connection, "cluster_members", ["cluster_id", "member_id"], members, f"cluster_id {touched}")
    sync(connection, "clusters", ["id"], rows, f"id {touched}")
