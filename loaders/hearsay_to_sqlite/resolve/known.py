"""Which statements make a claim that is known already: what is as good as the same is attached, what may be is proposed.

Only statements that were not compared with these claims before are compared, so that a load costs what it brings. A
person's word wins: what somebody attached is not asked about, what somebody detached is taken away after each run.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from hearsay_to_sqlite.clean.words import terms
from hearsay_to_sqlite.records import Row
from hearsay_to_sqlite.resolve.matching import index
from hearsay_to_sqlite.resolve.matching.finding import Finder, Match
from hearsay_to_sqlite.sql import read
from hearsay_to_sqlite.store.sync import sync

ATTACH = 0.7
"""Score from which on a statement is attached to a known claim, unless their numbers differ."""

PROPOSE = 0.35
"""Score from which on a person is asked."""

MUTUAL = 0.5
"""Share of the words of content of both that the two must have in common, half of it for a proposal.

The score asks only how much of the statement the claim holds, and three words stand in many a longer claim. With both,
what is attached was right in 6 of 6 cases on the dev set of tweets and 94 % of 118 on that of debates; what is proposed,
in all of 134 and 70 % of 285.
"""

CANDIDATES = 20
"""Claims that a statement is compared with as a whole: what scores so high is among the first."""

KIND = "known-claim"
"""What such a row of ``proposals`` is called."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A known claim that a statement makes, by the machine's reckoning."""

    claim_id: str
    score: float
    why: str


def attach(connection: sqlite3.Connection) -> dict[str, Attached]:
    """Compare the statements in ``temp._unclaimed`` with the known claims; return what is attached, new or from before.

    Writes the proposals, and which statements were compared. The caller holds the transaction.
    """
    claims, mark = connection.execute(read("resolve/known_claims")).fetchone()
    index.update(connection)
    found: dict[str, Attached] = {}
    rows: list[Row] = []
    if claims:
        given = {"known": mark, "kind": KIND}
        found = {name: Attached(*rest) for name, *rest in connection.execute(read("resolve/attached"), given)}
        rows = [_proposal(*row) for row in connection.execute(read("resolve/asked_before"), given)]
        # What a score is worth by itself does not hold where the two must also have words in common.
        finder = Finder(connection, CANDIDATES, proposed=False, worth=False)
        for name, words in connection.execute(read("resolve/uncompared"), given):
            for match in finder.matches(words, 1):
                mutual = _mutual(words, match.text)
                if match.score >= ATTACH and mutual >= MUTUAL and "numbers differ" not in match.why:
                    found[name] = Attached(match.claim_id, match.score, match.why)
                elif match.score >= PROPOSE and mutual >= MUTUAL / 2:
                    rows.append(_of_match(name, match))
    sync(connection, "proposals", ["kind", "subject", "candidate"], rows, f"kind = '{KIND}'")
    connection.execute("delete from _match_statements where known <> ?", [mark])
    if claims:
        connection.execute(read("resolve/note_compared"), {"known": mark})
    return found


def _mutual(one: str, other: str) -> float:
    mine, theirs = terms(one), terms(other)
    return len(mine & theirs) / (len(mine | theirs) or 1)


def _of_match(name: str, match: Match) -> Row:
    return _proposal(name, match.claim_id, match.score, match.why)


def _proposal(subject: str, candidate: str, score: float, why: str) -> Row:
    return {"kind": KIND, "subject": subject, "candidate": candidate, "score": score, "why": why}
