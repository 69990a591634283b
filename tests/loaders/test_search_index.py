"""The search tables hold what they index after each run, though only what is new or changed is indexed again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hearsay_to_sqlite.store import search
from hearsay_to_sqlite.store.schema import writing

CLAIM = "insert into claims (id, proposition, origin) values ('c', 'the ferry sank', 'curated')"
NAME = "insert into actor_names (actor_id, name, key, basis) values ('venn', '{}', '{}', 'extracted')"
ACTOR = "insert into actors (id, name, kind) values ('hurley', 'Tam Hurley', 'person')"
STATEMENT = (
    "insert into attributions (id, article_id, source_kind, content_text, quote_type, act, method, anchor, actor_id) "
    "values ('{}', 'a', 'none', '{}', 'indirect', 'assert', 'extracted', 'text-match', {})"
)

# What is done to the case, and what a search for its words finds then: statements, claims, actors, articles.
STEPS = {
    "nothing": ([], "venn", (1, 0, 1, 0)),
    "a statement is new": ([STATEMENT.format("s", "rust in the boilers", "'venn'")], "boilers", (1, 0, 0, 0)),
    "a statement changes": (
        ["update attributions set content_text = 'a charter' where id = 'said1'"],
        "charter",
        (1, 0, 0, 0),
    ),
    "its old words are gone": (
        ["update attributions set content_text = 'a charter' where id = 'said1'"],
        "number1",
        (0, 0, 0, 0),
    ),
    "a statement is given to somebody": (
        ["update attributions set actor_id = 'venn' where id = 'said1'"],
        "orla",
        (2, 0, 1, 0),
    ),
    "a statement goes": (["delete from attributions where id = 'said2'"], "number2", (0, 0, 0, 0)),
    "a statement is new and goes": (
        [STATEMENT.format("s", "rust", "null"), "delete from attributions where id = 's'"],
        "rust",
        (0, 0, 0, 0),
    ),
    "a number is given again": (
        ["delete from attributions where id = 'said39'", STATEMENT.format("s", "rust", "null")],
        "number39",
        (0, 0, 0, 0),
    ),
    "somebody is spelt otherwise": (
        ["update attributions set actor_id = 'venn' where id = 'said1'", NAME.format("Wenn", "wn")],
        "wenn",
        (2, 0, 1, 0),
    ),
    "somebody is renamed, and a statement goes": (
        [
            "update actors set name = 'Orla Brandt' where id = 'venn'",
            "delete from attributions where id = 'said0'",
        ],
        "brandt",
        (0, 0, 1, 0),
    ),
    "somebody is renamed": (
        ["update actors set name = 'Orla Brandt' where id = 'venn'"],
        "brandt",
        (1, 0, 1, 0),
    ),
    "a spelling goes": (
        [NAME.format("Wenn", "wn"), "delete from actor_names where name = 'Wenn'"],
        "wenn",
        (0, 0, 0, 0),
    ),
    "a spelling moves": (
        [ACTOR, "update actor_names set actor_id = 'hurley' where name = 'O. Venn'"],
        "hurley venn",
        (0, 0, 1, 0),
    ),
    "somebody is dissolved": (
        [
            ACTOR,
            "update attributions set actor_id = 'hurley' where actor_id = 'venn'",
            "delete from actor_names where actor_id = 'venn'",
            "delete from actors where id = 'venn'",
        ],
        "hurley",
        (1, 0, 1, 0),
    ),
    "a claim is new": ([CLAIM], "ferry", (0, 1, 0, 0)),
    "a claim changes": ([CLAIM, "update claims set title = 'Storm' where id = 'c'"], "storm", (0, 1, 0, 0)),
    "a claim goes": (["delete from claims where id = 'known'"], "granary", (0, 0, 0, 0)),
    "an article is edited": (["update articles set text = 'Nobody was hurt.'"], "hurt", (0, 0, 0, 1)),
    "more is new than was there": (
        [STATEMENT.format(f"new{n}", "rust", "null") for n in range(80)],
        "rust",
        (80, 0, 0, 0),
    ),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that was searched: more of all than what is changed, for of a few everything is indexed again."""
    path = tmp_path_factory.mktemp("searched") / "case.db"
    with writing(path) as db:
        with db:
            db.execute("insert into articles (id, title, text) values ('a', 'Report', 'A ship.')")
            db.execute(
                "insert into actors (id, name, kind, role) values ('venn', 'Orla Venn', 'person', 'mayor')"
            )
            db.execute(NAME.format("O. Venn", "vn"))
            db.execute(
                "insert into claims (id, proposition, origin) values ('known', 'a granary', 'curated')"
            )
            for n in range(40):
                db.execute(STATEMENT.format(f"said{n}", f"number{n}", "null"))
            db.execute("update attributions set actor_id = 'venn' where id = 'said0'")
            for n in range(9):
                db.execute(f"insert into claims (id, proposition, origin) values ('{n}', 'x', 'curated')")
                db.execute(f"insert into actors (id, name, kind) values ('{n}', 'x', 'group')")
        search.update(db)
    return path


@pytest.fixture
def case(made: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(made)) as file, closing(sqlite3.connect(":memory:")) as db:
        file.backup(db)
        yield db


def found(db: sqlite3.Connection, words: str) -> tuple[int, ...]:
    return tuple(
        db.execute(f"select count(*) from {table.name} where {table.name} match ?", [words]).fetchone()[0]
        for table in search.TABLES
    )


@pytest.mark.parametrize("name", STEPS)
def test_what_changed_is_indexed_again(case: sqlite3.Connection, name: str) -> None:
    steps, words, expected = STEPS[name]
    with case:
        case.execute("pragma defer_foreign_keys = on")
        for step in steps:
            case.execute(step)
    search.update(case)
    assert (found(case, words), search.out_of_step(case)) == (expected, [])
    left = "select (select count(*) from _search_pending), (select count(*) from _search_names)"
    assert case.execute(left).fetchone() == (0, 0)
    # Everything indexed at once finds the same.
    search.rebuild(case)
    assert found(case, words) == expected


def test_only_what_changed_is_indexed_again(case: sqlite3.Connection) -> None:
    before = case.total_changes
    search.update(case)
    nothing = case.total_changes - before
    with case:
        case.execute(STATEMENT.format("s", "rust", "null"))
        # A spelling that is known already.
        case.execute(NAME.format("O. Venn", "vn") + " on conflict do nothing")
    waiting = case.execute("select place, n from _search_pending").fetchall()
    before = case.total_changes
    search.update(case)
    few = case.total_changes - before < 20
    assert (waiting, nothing, few) == ([("statements", 41)], 0, True)


def test_a_first_load_notes_nothing(tmp_path: Path) -> None:
    with writing(tmp_path / "case.db") as db:
        db.execute(CLAIM)
        db.commit()
        assert db.execute("select * from _search_pending").fetchall() == []
        search.update(db)
        assert found(db, "ferry") == (0, 1, 0, 0)
