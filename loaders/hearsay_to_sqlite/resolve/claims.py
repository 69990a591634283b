"""Which claim a statement makes, where no person has said so: the machine proposes, and marks it as proposed.

What makes a known claim is attached to that (``known``); the rest is grouped.
A group of statements that say the same becomes a claim in the words of its most typical member. A statement that
stands alone becomes one where its act is a charge or a denial, for these are what a reader wants to follow up.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from hearsay_to_sqlite.clean.words import terms
from hearsay_to_sqlite.compare.clusters import clusters, medoid
from hearsay_to_sqlite.compare.neighbours import Weights
from hearsay_to_sqlite.records import Row, stable_id
from hearsay_to_sqlite.resolve import known
from hearsay_to_sqlite.resolve.matching import index
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
    """Attach what the machine found to known claims, and propose claims for the rest, in one transaction.

    Returns how many claims are proposed.
    """
    with connection:
        connection.execute("begin immediate")
        connection.execute("pragma defer_foreign_keys = on")
        statements = (_Statement(*row) for row in connection.execute(read("resolve/unclaimed")))
        found = {statement.id: statement for statement in statements if statement.act in PROPOSITIONAL}
        own = {name: terms(statement.words) for name, statement in found.items()}
        own = {name: words for name, words in own.items() if len(words) >= LEAST_TERMS}
        attached = known.attach(connection, {name: found[name].words for name in own})
        stances = [
            _stance(found[name], match.claim_id, match.score, match.why) for name, match in attached.items()
        ]
        rest = {name: words for name, words in own.items() if name not in attached}
        claims, further = _proposed(found, rest)
        key = ["claim_id", "attribution_id"]
        away = read("resolve/away")
        here = f"method = 'extracted' and attribution_id not in ({away})"
        sync(connection, "claim_attributions", key, [*stances, *further], here)
        kept = f"select claim_id from claim_attributions where attribution_id in ({away})"
        sync(connection, "claims", ["id"], claims, f"origin = 'proposed' and id not in ({kept})")
        index.update(connection)
    return len(claims)


def _proposed(
    found: Mapping[str, _Statement], own: Mapping[str, frozenset[str]]
) -> tuple[list[Row], list[Row]]:
    """Return the claims that groups of statements make, and how each statement stands to its claim."""
    weights = Weights.of(own)
    claims: list[Row] = []
    stances: list[Row] = []
    for group in clusters(own):
        if len(group) == 1 and found[group[0]].act not in TELLING:
            continue
        typical = medoid(group, own, weights)
        claim = _claim(found[typical])
        claims.append(claim)
        for name in group:
            score = round(weights.jaccard(own[name], own[typical]), 3)
            why = "shares " + ", ".join(weights.heaviest(own[name] & own[typical]))
            stances.append(_stance(found[name], str(claim["id"]), score, why))
    return claims, stances


def _stance(statement: _Statement, claim: str, score: float, why: str) -> Row:
    return {
        "claim_id": claim,
        "attribution_id": statement.id,
        "stance": statement.stance,
        "method": "extracted",
        "score": score,
        "why": why,
    }


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
