"""Which claim a statement makes, where no person has said so: the machine proposes, and marks it as proposed.

What makes a known claim is attached to that (``known``); the rest is grouped.
A group of statements that say the same becomes a claim in the words of its most typical member. A statement that
stands alone becomes one where its act is a charge or a denial, for these are what a reader wants to follow up.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import chain

from hearsay_to_sqlite.clean.words import terms
from hearsay_to_sqlite.records import Row, stable_id
from hearsay_to_sqlite.resolve import known, proposing
from hearsay_to_sqlite.resolve.matching import index
from hearsay_to_sqlite.resolve.weights import Weights
from hearsay_to_sqlite.sql import read, statements
from hearsay_to_sqlite.store.sync import sync

TELLING = frozenset({"accuse", "deny", "insinuate", "claim-responsibility"})
"""A statement that stands alone is proposed as a claim only if it does one of these."""

PROPOSITIONAL = TELLING | {"assert", "predict", "admit", "decline-to-comment"}
"""Only what is said in these acts can be true or false; a threat, a call or a condemnation cannot."""

LEAST_TERMS = 3
"""A statement with fewer words of content than this says too little to be a claim."""

LONGEST = 300
"""A proposed proposition is cut at this many characters."""

TITLE = 80
"""A proposed title is cut at this many characters."""

REMEMBERED = 4_096
"""Statements whose likeness to the most typical one is remembered: much is said in the same words."""

QUOTES = '“”«»"„‟ \t\n,.;:'


@dataclass(frozen=True, slots=True)
class _Statement:
    id: str
    words: str
    act: str
    polarity: str
    actor_id: str | None
    said_on: str | None
    terms: str

    @property
    def stance(self) -> str:
        """Return how the statement stands to the claim that its words make."""
        if self.act == "decline-to-comment" or self.polarity == "negative":
            return "withholds"
        return "denies" if self.act == "deny" else "asserts"


def run(connection: sqlite3.Connection) -> int:
    """Attach what the machine found to known claims, and propose claims for the rest, in one transaction.

    Returns how many claims are proposed.
    """
    with connection:
        connection.execute("begin immediate")
        connection.execute("pragma defer_foreign_keys = on")
        _gather(connection)
        attached = known.attach(connection)
        stances = [
            _stance(_statement(connection, name), match.claim_id, match.score, match.why)
            for name, match in attached.items()
        ]
        connection.executemany("delete from temp._unclaimed where id = ?", [(name,) for name in attached])
        weights = proposing.group(connection)
        key = ["claim_id", "attribution_id"]
        away = read("resolve/away")
        here = f"method = 'extracted' and attribution_id not in ({away})"
        sync(connection, "claim_attributions", key, chain(stances, _stances(connection, weights)), here)
        kept = f"select claim_id from claim_attributions where attribution_id in ({away})"
        proposed = f"origin = 'proposed' and id not in ({kept})"
        sync(connection, "claims", ["id"], _claims(connection), proposed)
        index.update(connection)
        (count,) = connection.execute(
            read("resolve/proposed"), {"acts": json.dumps(sorted(TELLING))}
        ).fetchone()
    return int(count)


def _gather(connection: sqlite3.Connection) -> None:
    """Note in a temporary table which statements a claim is sought for."""
    for step in statements("resolve/make_unclaimed"):
        connection.execute(step)
    found = connection.execute(read("resolve/unclaimed"), {"acts": json.dumps(sorted(PROPOSITIONAL))})
    telling = ((*row, " ".join(sorted(own))) for row in found if len(own := terms(row[1])) >= LEAST_TERMS)
    connection.executemany("insert into temp._unclaimed values (?, ?, ?, ?, ?, ?, ?)", telling)


def _statement(connection: sqlite3.Connection, name: str) -> _Statement:
    return _Statement(*connection.execute("select * from temp._unclaimed where id = ?", (name,)).fetchone())


def _proposing(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str, bool]]:
    """Yield the statements for which claims are proposed, with the first and the most typical one of the group of each,
    and whether these are of the same words, in order."""
    yield from connection.execute(read("resolve/proposing"), {"acts": json.dumps(sorted(TELLING))})


def _claims(connection: sqlite3.Connection) -> Iterator[Row]:
    for name, first, typical, _ in _proposing(connection):
        if name == first:
            yield _claim(_statement(connection, typical))


def _stances(connection: sqlite3.Connection, weights: Weights) -> Iterator[Row]:
    """Yield how each statement stands to the claim that it, or its group, makes."""
    typical_of = lru_cache(REMEMBERED)(partial(_statement, connection))

    @lru_cache(REMEMBERED)
    def likeness(one: str, typical: str, same: bool) -> tuple[float, str]:
        own, other = frozenset(one.split(" ")), frozenset(typical.split(" "))
        # Words that many statements have tell little, but they are the same words.
        alike = len(own & other) / len(own | other) if same else weights.jaccard(own, other)
        return round(alike, 3), "shares " + ", ".join(weights.heaviest(own & other))

    for name, _, most_typical, same in _proposing(connection):
        statement, typical = _statement(connection, name), typical_of(most_typical)
        yield _stance(statement, _id(typical), *likeness(statement.terms, typical.terms, same))


def _stance(statement: _Statement, claim: str, score: float, why: str) -> Row:
    return {
        "claim_id": claim,
        "attribution_id": statement.id,
        "stance": statement.stance,
        "method": "extracted",
        "score": score,
        "why": why,
    }


def _id(typical: _Statement) -> str:
    return f"proposed-{stable_id(typical.id)}"


def _claim(statement: _Statement) -> Row:
    words = " ".join(statement.words.split()).strip(QUOTES).removeprefix("that ")
    return {
        "id": _id(statement),
        "proposition": _cut(words, LONGEST),
        "title": _cut(words, TITLE),
        "claimant_id": statement.actor_id if statement.stance == "asserts" else None,
        "said_on": statement.said_on,
        "origin": "proposed",
    }


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[: longest - 1].rsplit(" ", 1)[0] + "…"
