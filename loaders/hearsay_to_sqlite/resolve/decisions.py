"""What people decided about the machine's finds, done again after every stage: decisions always win.

A decision is keyed by the words that it is about. One whose words are no longer there stays ``applied = 0``.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hearsay_to_sqlite.clean.anchors import Misfit, Selector, locate
from hearsay_to_sqlite.resolve import identities
from hearsay_to_sqlite.sql import read, statements

LEAST = 0.5
"""A decision is about the statement whose content shares at least this much of both (Jaccard of code points)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a decision's words stand: an article, and offsets in code points, the end exclusive."""

    article_id: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: its kind, what holds instead, and who said so."""

    id: str
    kind: str
    anchor: Mapping[str, Any]
    after: Mapping[str, Any]
    who: str
    decided_on: str | None
    why: str | None


def replay(connection: sqlite3.Connection) -> tuple[int, int]:
    """Apply every decision that no later one replaces, in one transaction; return how many fit and how many do not.

    Doing it twice changes nothing. A decision that an other one supersedes counts as neither and is not applied; nor is
    one, from somebody's published copy, about words that are not at hand.
    """
    fits: dict[bool, list[str]] = {True: [], False: []}
    with connection:
        if not connection.in_transaction:
            connection.execute("begin immediate")
        for row in connection.execute(read("resolve/decisions")).fetchall():
            decision = _decision(*row)
            if decision is None or not _cannot_be_seen(connection, decision.anchor):
                fits[decision is not None and _apply(connection, decision)].append(row[0])
        connection.executemany(
            "update decisions set applied = 1 where id = ? and applied = 0", _each(fits[True])
        )
        connection.executemany(
            "update decisions set applied = 0 where id = ? and applied = 1", _each(fits[False])
        )
    return len(fits[True]), len(fits[False])


def _decision(id: str, kind: str, anchor: str, after: str | None, *rest: Any) -> Decision | None:
    """The decision of a row; None where its anchor or what holds instead is no object, as an import may give it."""
    try:
        place, instead = json.loads(anchor), json.loads(after or "{}")
    except (ValueError, RecursionError):
        return None
    if not isinstance(place, dict) or not isinstance(instead, dict):
        return None
    return Decision(id, kind, place, instead, *rest)


def _cannot_be_seen(connection: sqlite3.Connection, anchor: Mapping[str, Any]) -> bool:
    """Whether an anchor names an article whose text is not here, and no place in it."""
    values = {"article": anchor.get("article"), "text_sha256": anchor.get("text_sha256")}
    row = connection.execute(read("resolve/article_of"), values).fetchone()
    return row is not None and row[1] is None and anchor.get("start") is None


def _each(ids: list[str]) -> list[tuple[str]]:
    return [(id,) for id in ids]


def _apply(connection: sqlite3.Connection, decision: Decision) -> bool:
    place = _place(connection, decision.anchor)
    if place is None:
        return False
    if decision.kind in _OF_ACTORS:
        actor = decision.after.get("actor")
        if not _there(connection, "actors", actor):
            return False
        return _OF_ACTORS[decision.kind](
            connection, place.article_id, (place.start, place.end, place.exact), str(actor)
        )
    attribution_id = _statement_at(connection, place)
    apply = _OF_STATEMENTS.get(decision.kind)
    return attribution_id is not None and apply is not None and apply(connection, attribution_id, decision)


def _place(connection: sqlite3.Connection, anchor: Mapping[str, Any]) -> Place | None:
    """Where the anchor's words stand now; None where they do not.

    An article that was there under another id before the case was loaded keeps that one: it is known by its hash.
    """
    article, digest = anchor.get("article"), anchor.get("text_sha256")
    values = {"article": article, "text_sha256": digest}
    row = connection.execute(read("resolve/article_of"), values).fetchone()
    if row is None or (digest is not None and digest != row[2]):
        return None
    given = {
        key: anchor[key]
        for key in ("exact", "prefix", "suffix", "start", "end")
        if anchor.get(key) is not None
    }
    try:
        piece = locate(Selector(**given), row[1])
    except Misfit:
        return None
    if piece.start is None or piece.end is None:
        return None
    return Place(row[0], piece.start, piece.end, piece.text or "")


def _statement_at(connection: sqlite3.Connection, place: Place) -> str | None:
    """The one statement whose content stands at the place; None where none does, or two do equally well."""
    wanted = set(range(place.start, place.end))
    content: dict[tuple[int, str], set[int]] = {}
    for id, superseded, start, end in connection.execute(read("resolve/contents"), [place.article_id]):
        content.setdefault((superseded, id), set()).update(range(start, end))
    for superseded in (0, 1):
        shares = {
            id: len(wanted & points) / len(wanted | points)
            for (rank, id), points in content.items()
            if rank == superseded
        }
        best = max(shares.values(), default=0.0)
        if best >= LEAST:
            found = [id for id, share in shares.items() if share == best]
            return found[0] if len(found) == 1 else None
    return None


def _there(connection: sqlite3.Connection, table: str, id: object) -> bool:
    return connection.execute(f"select 1 from {table} where id = ?", [id]).fetchone() is not None


def _speaker(connection: sqlite3.Connection, attribution_id: str, decision: Decision) -> bool:
    actor = decision.after.get("actor")
    if not _there(connection, "actors", actor):
        return False
    connection.execute(
        "update attributions set actor_id = ? where id = ? and actor_id is not ?",
        [actor, attribution_id, actor],
    )
    found = connection.execute(read("resolve/speakers"), [attribution_id]).fetchall()
    if [row[0] for row in found] != [actor]:
        capacity = found[0][1] if found else None
        connection.execute(
            "delete from attribution_actors where attribution_id = ? and part = 'speaker'", [attribution_id]
        )
        connection.execute(read("resolve/add_speaker"), [attribution_id, actor, capacity])
    return True


def _act(connection: sqlite3.Connection, attribution_id: str, decision: Decision) -> bool:
    after = decision.after
    if "act" not in after:
        return False
    basis = f"decided by {decision.who}" + (f": {decision.why}" if decision.why else "")
    values = {"id": attribution_id, "act": after["act"], "polarity": after.get("polarity"), "basis": basis}
    connection.execute(read("resolve/set_act"), values)
    return True


def _withdraw(connection: sqlite3.Connection, attribution_id: str, decision: Decision) -> bool:
    values = {"id": attribution_id, "who": decision.who, "day": decision.decided_on}
    connection.execute(read("resolve/withdraw"), values)
    return True


def _claim(connection: sqlite3.Connection, attribution_id: str, decision: Decision) -> bool:
    claim, stance = decision.after.get("claim"), decision.after.get("stance")
    if not _there(connection, "claims", claim):
        # A proposed claim that is gone cannot be attached any more: that is what a detaching decision wants.
        return stance is None
    values = {"claim": claim, "id": attribution_id, "stance": stance, "why": decision.why}
    connection.execute(read("resolve/detach"), values)
    if stance is None:
        for statement in statements("resolve/detach_cluster"):
            connection.execute(statement, values)
    else:
        connection.execute(read("resolve/attach"), values)
    return True


_OF_STATEMENTS: dict[str, Callable[[sqlite3.Connection, str, Decision], bool]] = {
    "speaker": _speaker,
    "act": _act,
    "withdraw": _withdraw,
    "claim": _claim,
}
_OF_ACTORS: dict[str, Callable[[sqlite3.Connection, str, tuple[int, int, str], str], bool]] = {
    "same-actor": identities.same,
    "not-same-actor": identities.not_same,
}
