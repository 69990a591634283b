"""Which claim a statement makes, where no person has said so: the machine proposes, and marks it as proposed.

A group of statements that say the same becomes a claim in the words of its most typical member. A statement that
stands alone becomes one where its act is a charge or a denial, for these are what a reader wants to follow up.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from hearsay_to_sqlite.clean.words import terms
from hearsay_to_sqlite.compare.clusters import clusters, medoid
from hearsay_to_sqlite.compare.neighbours import Weights
from hearsay_to_sqlite.records import Row, stable_id
from hearsay_to_sqlite.sql import read
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

QUOTES = '“”«»"„‟ \t\n,.;:'


@dataclass(frozen=True, slots=True)
class _Statement:
    id: str
    words: str
    act: str
    polarity: str
    actor_id: str | None
    said_on: str | None
    article_id: str

    @property
    def stance(self) -> str:
        """Return how the statement stands to the claim that its words make."""
        if self.act == "decline-to-comment" or self.polarity == "negative":
            return "withholds"
        return "denies" if self.act == "deny" else "asserts"


def run(connection: sqlite3.Connection) -> int:
    """Make the proposed claims from what the machine found, in one transaction; return how many there are."""
    statements = (_Statement(*row) for row in connection.execute(read("resolve/unclaimed")))
    found = {statement.id: statement for statement in statements if statement.act in PROPOSITIONAL}
    own = {name: terms(statement.words) for name, statement in found.items()}
    own = {name: words for name, words in own.items() if len(words) >= LEAST_TERMS}
    weights = Weights.of(own)
    claims: list[Row] = []
    stances: list[Row] = []
    for group in clusters(own):
        if len(group) == 1 and found[group[0]].act not in TELLING:
            continue
        typical = medoid(group, own, weights)
        claim = _claim(found[typical])
        claims.append(claim)
        stances.extend(
            {
                "claim_id": claim["id"],
                "attribution_id": name,
                "stance": found[name].stance,
                "method": "extracted",
                "score": round(weights.jaccard(own[name], own[typical]), 3),
                "why": "shares " + ", ".join(weights.heaviest(own[name] & own[typical])),
            }
            for name in group
        )
    with connection:
        connection.execute("begin immediate")
        connection.execute("pragma defer_foreign_keys = on")
        sync(
            connection, "claim_attributions", ["claim_id", "attribution_id"], stances, "method = 'extracted'"
        )
        sync(connection, "claims", ["id"], claims, "origin = 'proposed'")
    return len(claims)


def _claim(statement: _Statement) -> Row:
    words = " ".join(statement.words.split()).strip(QUOTES).removeprefix("that ")
    return {
        "id": f"proposed-{stable_id(statement.id)}",
        "proposition": _cut(words, LONGEST),
        "title": _cut(words, TITLE),
        "claimant_id": statement.actor_id if statement.stance == "asserts" else None,
        "said_on": statement.said_on,
        "origin": "proposed",
    }


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[: longest - 1].rsplit(" ", 1)[0] + "…"
