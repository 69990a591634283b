"""``clusters``: which texts say the same, whatever their order, and the tables that a database gets."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hearsay_to_sqlite.resolve.matching.groups import clusters
from hearsay_to_sqlite.resolve.matching.linkage import groups

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]

TEXTS = {
    "a": "Saboteurs set fire to the granary of Port Vale",
    "b": "The granary at Port Vale was set on fire by saboteurs, the minister said",
    "c": "The bridge at Kestrel Bay stays closed until spring",
    "d": "Kestrel Bay: bridge closed until the spring",
    "e": "A ferry sank in the storm off Nordhaven",
    "f": "A ferry sank in the storm off Nordhaven!",
    "g": "",
    "h": "…",
    "i": "Nobody was hurt",
}
EXPECTED = {"a": "a", "b": "a", "c": "c", "d": "c", "e": "e", "f": "e", "g": "g", "h": "h", "i": "i"}


def test_texts_that_say_the_same() -> None:
    assert clusters(TEXTS.items()) == EXPECTED


@pytest.mark.parametrize("seed", range(5))
def test_the_order_makes_no_difference(seed: int) -> None:
    shuffled = list(TEXTS.items())
    random.Random(seed).shuffle(shuffled)
    assert clusters(shuffled) == EXPECTED


def test_many_of_the_same_words_are_one() -> None:
    found = clusters([(f"n{n}", "The  same words, again") for n in range(2_000)])
    assert set(found.values()) == {"n0"}


def test_average_link_joins_by_the_mean() -> None:
    # 0-1 and 2-3 first; the mean of the four pairs between them is .3, though 1-2 alone is .8.
    pairs = [(0, 1, 0.9), (2, 3, 0.85), (1, 2, 0.8), (0, 2, 0.4)]
    assert groups(5, pairs, 0.31) == [[0, 1], [2, 3], [4]]
    assert groups(5, pairs, 0.3) == [[0, 1, 2, 3], [4]]


def test_lines(run: Run) -> None:
    lines = [json.dumps({"id": name, "text": text}) for name, text in TEXTS.items()]
    result = run("clusters", "-", stdin="\n".join([*lines, lines[0], "[]"]))
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"id": name, "cluster": cluster} for name, cluster in EXPECTED.items()
    ]
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        '-:10: each "id" must be a text of its own.',
        '-:11: expected an object with "id" and "text".',
    ]


def test_a_database_gets_its_tables(tmp_path: Path, run: Run, query: Query, articles: Path) -> None:
    known = tmp_path / "claims.jsonl"
    known.write_text(
        '{"id": "known", "text": "Saboteurs started the granary fire at Port Vale"}', encoding="utf-8"
    )
    path = tmp_path / "t.db"
    run("load", path, known, "--source", "claims")
    run("load", path, articles)
    first = run("clusters", path)
    assert (first.exit_code, first.stderr) == (0, "")
    assert query(path, "select id, kind, label, size from clusters") == [
        ("known", "claim", "Saboteurs started the granary fire at Port Vale", 2)
    ]
    assert query(
        path,
        "select attributions.content_text from cluster_members join attributions on member_id = attributions.id",
    ) == [("that saboteurs had started the fire at the Port Vale granary",)]
    assert run("clusters", path).stdout == first.stdout
