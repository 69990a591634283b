"""Claim matching and grouping on the shared dev sets, against floors; a small invented set that always runs."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.quality.test_attribution_floors import HERE, hold, report

from hearsay_to_sqlite.resolve.matching import groups, index
from hearsay_to_sqlite.resolve.matching.finding import Finder
from hearsay_to_sqlite.store.connection import transaction
from hearsay_to_sqlite.store.schema import writing

SHARED = HERE.parent.parent.parent / "shared" / "eval" / "claims"
EVERY = 4
"""Each fourth query is asked: the whole takes a minute."""

SAID = [
    ("Saboteurs set fire to the granary of Port Vale.", "the granary blaze at Port Vale was the work of saboteurs"),
    ("The ferry to Nordhaven was overloaded when it sank.", "too many people were on board the Nordhaven ferry that sank"),
    ("The bridge at Kestrel Bay was never inspected.", "nobody ever inspected the Kestrel Bay bridge"),
    ("The harbour ministry knew of the danger for 12 days.", "for twelve days the ministry of the harbour had known about the danger"),
    ("The town archive burned because of a cigarette.", "it was a cigarette that burnt down the archive"),
    ("The dockers' union was paid by foreign insurers.", "insurers from abroad paid the union of dockers"),
    ("The fuel depot holds twice what is allowed.", "there is twice the allowed amount in the fuel depot"),
    ("The tram depot will be sold to a company of the mayor's brother.", "the mayor's brother gets the tram depot"),
]  # fmt: skip


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield what each line of JSON holds."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def indexed(connection: sqlite3.Connection, claims: Iterable[tuple[str | None, ...]]) -> Finder:
    """Write claims (id, proposition, title, subtitle), index them, and return what finds them."""
    with transaction(connection):
        connection.executemany(
            "insert into claims (id, proposition, title, subtitle, origin) values (?, ?, ?, ?, 'imported')",
            claims,
        )
        index.update(connection)
    return Finder(connection)


def test_claims_in_other_words_are_found(tmp_path: Path) -> None:
    with writing(tmp_path / "t.db") as connection:
        finder = indexed(connection, [(str(n), claim, "", "") for n, (claim, _) in enumerate(SAID)])
        first = [finder.matches(said, 1)[0].claim_id for _, said in SAID]
    assert first == [str(n) for n in range(len(SAID))]


def test_the_same_in_other_words_is_one_group() -> None:
    found = groups.clusters((f"{n}{side}", said[side]) for n, said in enumerate(SAID) for side in (0, 1))
    together = [found[f"{n}0"] == found[f"{n}1"] for n in range(len(SAID))]
    assert (sum(together) >= len(SAID) - 2, len(set(found.values())) >= len(SAID)) == (True, True)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["ct22a", "pol2b"])
def test_figures_of_matching(name: str, tmp_path: Path) -> None:
    folder = SHARED / name
    same = dict(line.split("\t") for line in (folder / "dups.tsv").read_text("utf-8").splitlines())
    gold: dict[str, set[str]] = defaultdict(set)
    for line in (folder / "qrels.tsv").read_text("utf-8").splitlines():
        query, _, claim, _ = line.split()
        gold[query].add(same.get(claim, claim))
    claims = (
        (row["id"], row["text"], row.get("title"), row.get("subtitle"))
        for row in lines(folder / "claims.jsonl")
    )
    total, asked = 0.0, 0
    with writing(tmp_path / "t.db") as connection:
        finder = indexed(connection, claims)
        for row in list(lines(folder / "queries.jsonl"))[::EVERY]:
            found = finder.matches(row["text"], 10)
            ranked = list(dict.fromkeys(same.get(match.claim_id, match.claim_id) for match in found))[:5]
            total += precision(ranked, gold[row["id"]])
            asked += 1
    reached = {"MAP@5": 100 * total / asked}
    report(name, reached)
    hold(name, reached)


def precision(ranked: list[str], right: set[str]) -> float:
    """Return the average precision of the first five."""
    hits = [n for n, claim in enumerate(ranked, 1) if claim in right]
    return sum(rank / n for rank, n in enumerate(hits, 1)) / len(right)


@pytest.mark.shared
def test_figures_of_grouping() -> None:
    rows = list(lines(SHARED / "clusters_ct22a.jsonl"))
    found = groups.clusters((row["id"], row["text"]) for row in rows)
    ours, theirs = [found[row["id"]] for row in rows], [row["cluster"] for row in rows]
    both = Counter(zip(ours, theirs, strict=True))
    sizes, wanted = Counter(ours), Counter(theirs)
    right = sum(both[a, b] / sizes[a] for a, b in zip(ours, theirs, strict=True)) / len(rows)
    whole = sum(both[a, b] / wanted[b] for a, b in zip(ours, theirs, strict=True)) / len(rows)
    reached = {"B3 F1": 200 * right * whole / (right + whole), "B3 precision": 100 * right}
    report("clusters_ct22a", reached)
    hold("clusters_ct22a", reached)
