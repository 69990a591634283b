"""``clusters``: which texts say the same, whatever their order, and the tables that a database gets."""

from __future__ import annotations

import json
import pickle
import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import combinations
from pathlib import Path

import pytest
from benchmarks.generate import articles
from click.testing import Result

from hearsay_to_sqlite.records import In, Out
from hearsay_to_sqlite.resolve import clusters as stage
from hearsay_to_sqlite.resolve.matching import shelf, terms
from hearsay_to_sqlite.resolve.matching.components import Components
from hearsay_to_sqlite.resolve.matching.groups import SURE, clusters, grouped
from hearsay_to_sqlite.resolve.matching.linkage import groups
from hearsay_to_sqlite.resolve.matching.spool import Pairs
from hearsay_to_sqlite.resolve.matching.weighing import counted
from hearsay_to_sqlite.store.schema import writing

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
    pairs = [(0, 1, 0.9), (0, 2, 0.4), (1, 2, 0.8), (2, 3, 0.85)]
    assert groups(5, pairs, 0.31) == [[0, 1], [2, 3], [4]]
    assert groups(5, pairs, 0.3) == [[0, 1, 2, 3], [4]]


@pytest.mark.parametrize("seed", range(20))
def test_average_link_is_that_of_its_definition(seed: int) -> None:
    chance = random.Random(seed)
    # Few values, so that many pairs are equals.
    alike = {pair: chance.randint(0, 8) / 8 for pair in combinations(range(14), 2) if chance.random() < 0.4}
    found = [[n] for n in range(14)]
    while True:
        means = [
            (-sum(alike.get((min(a, b), max(a, b)), 0) for a in x for b in y) / len(x) / len(y), x, y)
            for x, y in combinations(found, 2)
        ]
        value, one, other = min(means)
        if -value < 0.3:
            break
        found = sorted([group for group in found if group not in (one, other)] + [sorted(one + other)])
    assert groups(14, [(*pair, alike[pair]) for pair in sorted(alike)], 0.3) == found


def test_more_than_can_be_handled_at_once_are_held_apart_where_they_are_least_alike() -> None:
    with closing(Pairs()) as pairs:
        pairs.add([(0, 1, 0.5), (1, 2, 0.9), (2, 3, 0.6), (3, 4, 0.7), (5, 6, 0.2)])
        held = [
            [Components(7, pairs.best_first(0.4), most).head(n) for n in range(7)] for most in (None, 3, 2)
        ]
        kept = [list(group) for group in pairs.by_group(held[1].__getitem__)]
    assert held == [[0, 0, 0, 0, 0, 5, 6], [0, 0, 0, 3, 3, 5, 6], [0, 1, 1, 3, 3, 5, 6]]
    assert kept == [[(0, 1, 0.5), (1, 2, 0.9)], [(3, 4, 0.7)]]


def test_lines(run: Run) -> None:
    lines = [json.dumps({"id": name, "text": text}) for name, text in TEXTS.items()]
    result = run("clusters", "-", stdin="\n".join([*lines, lines[0], "[]"]))
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"id": name, "cluster": cluster} for name, cluster in EXPECTED.items()
    ]
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        '-:10: each "id" must be a text or a whole number, and its own.',
        '-:11: expected an object with "id" and "text".',
    ]


def test_numbers_are_ids_too(run: Run) -> None:
    same = "saboteurs set fire to the granary at night"
    lines = [
        {"id": 7, "text": same},
        {"id": "x", "text": same},
        {"id": "7", "text": ""},
        {"id": 1.5, "text": ""},
    ]
    result = run("clusters", "-", stdin="\n".join(map(json.dumps, lines)))
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {"id": 7, "cluster": 7},
        {"id": "x", "cluster": 7},
    ]
    assert [line.split(":")[1] for line in result.stderr.splitlines()] == ["3", "4"]


def test_more_than_memory_takes_is_refused(run: Run) -> None:
    line = json.dumps({"id": "ID", "text": "x " * 10_000 + "more that does not count"})
    texts = "\n".join(line.replace("ID", str(n)) for n in range(1_251))
    result = run("clusters", "-", stdin=texts)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "-:1251: more than 25,000,000 characters of text. Load them as claims" in result.stderr


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


SAID = {
    "a": "Saboteurs set fire to the granary of Port Vale",
    "b": "The bridge at Kestrel Bay stays closed until spring",
    "c": "A ferry sank in the storm off Nordhaven",
    "d": "Inspectors found rust in the boilers of the power station",
    "e": "The archive of Alderly lost its oldest charter",
}
LATER = {
    "f": "The granary of Port Vale was set on fire by saboteurs",
    "g": "Until spring the bridge at Kestrel Bay stays closed",
}


def say(db: sqlite3.Connection, said: dict[str, str]) -> None:
    """One article a statement."""
    with db:
        for name, words in said.items():
            db.execute("insert into articles (id, title) values (?, ?)", [name, name])
            db.execute(
                "insert into attributions (id, article_id, source_kind, content_text, quote_type, act, polarity, "
                "method, anchor) values (?, ?, 'none', ?, 'indirect', 'assert', 'positive', 'extracted', 'text-match')",
                [name, name, words],
            )


def members(db: sqlite3.Connection) -> list[tuple[str, str]]:
    return db.execute("select cluster_id, member_id from cluster_members order by 1, 2").fetchall()


@pytest.fixture
def said(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with writing(tmp_path / "said.db") as connection:
        say(connection, SAID)
        stage.run(connection)
        yield connection


def test_what_is_added_joins_its_neighbours_as_if_all_were_grouped_anew(said: sqlite3.Connection) -> None:
    assert members(said) == []
    for name, words in LATER.items():
        say(said, {name: words})
        stage.run(said, few=0)
    found = [("a", "a"), ("a", "f"), ("b", "b"), ("b", "g")]
    assert members(said) == found
    stage.run(said, anew=True)
    assert members(said) == found


def test_what_is_elsewhere_is_not_touched(said: sqlite3.Connection) -> None:
    say(said, LATER)
    stage.run(said)
    said.execute("update clusters set label = 'as it was' where id = 'b'")
    said.commit()
    say(said, {"h": "Port Vale: saboteurs set the granary on fire"})
    stage.run(said, few=0)
    assert said.execute("select id, label, size from clusters order by id").fetchall() == [
        ("a", SAID["a"], 3),
        ("b", "as it was", 2),
    ]


def test_what_is_withdrawn_leaves_its_cluster(said: sqlite3.Connection) -> None:
    say(said, LATER)
    stage.run(said)
    said.execute("update attributions set review_status = 'withdrawn' where id = 'a'")
    said.commit()
    stage.run(said, few=0)
    assert members(said) == [("b", "b"), ("b", "g")]
    before = said.total_changes
    stage.run(said, few=0)
    assert said.total_changes == before


def test_a_score_is_the_likeness_to_the_others(said: sqlite3.Connection) -> None:
    say(said, {"again": SAID["c"] + "!", **LATER})
    stage.run(said)
    scores = dict(said.execute("select member_id, score from cluster_members"))
    assert (scores["again"], scores["c"]) == (1.0, 1.0)
    assert scores["a"] == scores["f"]
    assert 0.3 <= scores["a"] < 1


def test_load_keeps_them(tmp_path: Path, run: Run, query: Query, articles: Path) -> None:
    again = (articles / "harbour.txt").read_text().replace("Monday", "Tuesday")
    (articles / "again.txt").write_text(again)
    run("load", tmp_path / "t.db", articles)
    rows = query(tmp_path / "t.db", "select * from cluster_members order by 1, 2")
    # The one that a cluster is called by shares its words with the others.
    assert [str(why or "")[:7] for cluster, member, _, why in rows] == [
        "" if cluster == member else "shares " for cluster, member, *_ in rows
    ]
    assert len(rows) > 1
    run("clusters", tmp_path / "t.db")
    assert query(tmp_path / "t.db", "select * from cluster_members order by 1, 2") == rows


def test_groups_are_the_same_where_other_processes_compare() -> None:
    lines = sorted({tuple(terms.words(text)) for text in articles(120, sentences=1)})
    counts = counted(lines)

    def elsewhere(function: Callable[[In], Out], items: Iterable[In], /) -> Iterator[Out]:
        # As it comes out of another process.
        return (pickle.loads(pickle.dumps(function(pickle.loads(pickle.dumps(item))))) for item in items)

    here = list(grouped(lines, counts, SURE))
    with shelf.opened():
        there = list(grouped(lines, counts, SURE, each=elsewhere))
    assert there == here
    assert max(map(len, here)) > 2
