"""What people decided: replayed over the machine's finds, it wins; doing it twice changes nothing."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from hearsay_to_sqlite.resolve.decisions import replay
from hearsay_to_sqlite.sql import FOLDER
from hearsay_to_sqlite.store.views import bake

FOUND = Path(__file__).parent.parent / "fixtures" / "decisions.sql"
TEXT = "Mayor Ada Quill said the dam would hold. Quill later said it might not. A guard said so too."
SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()
HOLDS = {"exact": "the dam would hold", "start": 21, "end": 39}
FAILS = {"exact": "it might not", "start": 58, "end": 70}


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    """Return a database with one article in which the machine found two statements."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("pragma foreign_keys = on")
        for file in sorted((FOLDER / "migrations").glob("*.sql")):
            connection.executescript(file.read_text(encoding="utf-8"))
        connection.executescript(FOUND.read_text(encoding="utf-8"))
        connection.commit()
        # The search tables read two views: without them the database cannot be written out.
        bake(connection)
        yield connection


def decide(db: sqlite3.Connection, kind: str, anchor: dict[str, Any], after: Any = None, **more: Any) -> None:
    """Add a decision of the desk about words in the article."""
    row = {
        "id": f"decision-{len(db.execute('select id from decisions').fetchall())}",
        "kind": kind,
        "anchor": json.dumps({"article": "dam", "text_sha256": SHA256, **anchor}),
        "after": None if after is None else json.dumps(after),
        "who": "the desk",
        "decided_on": "2021-11-09",
        "why": "heard it",
        "supersedes": None,
        **more,
    }
    marks = ", ".join("?" * len(row))
    db.execute(f"insert into decisions ({', '.join(row)}) values ({marks})", list(row.values()))
    db.commit()


def content(db: sqlite3.Connection) -> list[str]:
    return [line for line in db.iterdump() if "_fts" not in line]


@pytest.mark.parametrize(
    ("kind", "anchor", "after", "query", "rows"),
    [
        (
            "speaker",
            FAILS,
            {"actor": "bo-rand"},
            (
                "select actor_id, (select group_concat(actor_id || part) from attribution_actors where attribution_id = id)"
                " from attributions where id = 'two'"
            ),
            [("bo-rand", "bo-randspeaker")],
        ),
        (
            "speaker",
            HOLDS,
            {"actor": "bo-rand"},
            "select actor_id, capacity from attribution_actors where attribution_id = 'one'",
            [("bo-rand", "office-holder")],
        ),
        (
            "act",
            HOLDS,
            {"act": "predict", "polarity": "negative"},
            "select act, polarity, act_basis from attributions where id = 'one'",
            [("predict", "negative", "decided by the desk: heard it")],
        ),
        (
            "withdraw",
            HOLDS,
            None,
            "select id, review_status, reviewed_by, reviewed_at from attributions",
            [("one", "withdrawn", "the desk", "2021-11-09"), ("two", "machine", None, None)],
        ),
        (
            "claim",
            FAILS,
            {"claim": "holds", "stance": "questions"},
            "select attribution_id, stance, method, why from claim_attributions order by 1",
            [("one", "asserts", "extracted", "shares dam"), ("two", "questions", "curated", "heard it")],
        ),
        (
            "claim",
            HOLDS,
            {"claim": "holds", "stance": "denies"},
            "select attribution_id, stance, method, why from claim_attributions",
            [("one", "denies", "curated", "heard it")],
        ),
        ("claim", HOLDS, {"claim": "holds", "stance": None}, "select * from claim_attributions", []),
        (
            "same-actor",
            {"exact": "Quill", "start": 41, "end": 46},
            {"actor": "ada-quill"},
            "select id, (select group_concat(name) from actor_names where actor_id = id) from actors order by 1",
            [("ada-quill", "Ada Quill,Quill"), ("bo-rand", None)],
        ),
        (
            "same-actor",
            {"exact": "Ada Quill", "start": 6, "end": 15},
            {"actor": "bo-rand"},
            (
                "select attributions.id, attributions.actor_id, mentions.actor_id from attributions"
                " join mentions on mentions.start between attributions.source_start and attributions.source_end order by 1"
            ),
            [("one", "bo-rand", "bo-rand"), ("two", "quill-1", "quill-1")],
        ),
        (
            "not-same-actor",
            {"exact": "Ada Quill", "start": 6, "end": 15},
            {"actor": "ada-quill"},
            (
                "select actors.name, actors.kind, actors.origin from mentions join actors on actors.id = mentions.actor_id"
                " order by mentions.start"
            ),
            [("Ada Quill", "person", "extracted"), ("Quill", "person", "extracted")],
        ),
    ],
    ids=[
        "speaker",
        "speaker keeps the capacity",
        "act",
        "withdraw",
        "attach",
        "another stance",
        "detach",
        "same actor, made up by the machine",
        "same actor, named by somebody",
        "not the same actor",
    ],
)
def test_decision_wins_and_is_idempotent(
    db: sqlite3.Connection,
    kind: str,
    anchor: dict[str, Any],
    after: Any,
    query: str,
    rows: list[tuple[Any, ...]],
) -> None:
    decide(db, kind, anchor, after)
    assert replay(db) == (1, 0)
    assert db.execute(query).fetchall() == rows
    assert db.execute("select applied from decisions").fetchall() == [(1,)]
    assert db.execute("pragma foreign_key_check").fetchall() == []
    before = content(db)
    assert replay(db) == (1, 0)
    assert content(db) == before


def test_what_was_detached_is_not_asked_again(db: sqlite3.Connection) -> None:
    for claim in ("holds", "bursts"):
        db.execute(
            "insert into proposals (kind, subject, candidate) values ('known-claim', 'one', ?)", [claim]
        )
    decide(db, "claim", HOLDS, {"claim": "holds", "stance": None})
    assert replay(db) == (1, 0)
    assert db.execute("select candidate from proposals").fetchall() == [("bursts",)]


@pytest.mark.parametrize(
    ("kind", "anchor", "after"),
    [
        ("withdraw", {"exact": "the dam would burst"}, None),
        ("withdraw", {**HOLDS, "text_sha256": "0" * 64}, None),
        ("withdraw", {**HOLDS, "start": 22, "end": 40}, None),
        ("withdraw", {"exact": "A guard"}, None),
        ("withdraw", {**HOLDS, "article": "other", "text_sha256": None}, None),
        ("withdraw", {"start": 0, "end": len(TEXT)}, None),
        ("speaker", HOLDS, {"actor": "nobody"}),
        ("claim", HOLDS, {"claim": "nothing", "stance": "asserts"}),
        ("act", HOLDS, {}),
        ("same-actor", {"exact": "guard"}, {"actor": "ada-quill"}),
        ("same-actor", {"exact": "Quill", "start": 41, "end": 46}, {"actor": "nobody"}),
        ("forget", HOLDS, None),
    ],
    ids=[
        "words gone",
        "other text",
        "words elsewhere",
        "no statement there",
        "no such article",
        "too much around it",
        "no such actor",
        "no such claim",
        "no act",
        "nobody named there",
        "same as nobody",
        "unknown kind",
    ],
)
def test_decision_that_does_not_fit_changes_nothing(
    db: sqlite3.Connection, kind: str, anchor: dict[str, Any], after: Any
) -> None:
    decide(db, kind, anchor, after)
    before = content(db)
    assert replay(db) == (0, 1)
    assert content(db) == before
    assert db.execute("select applied from decisions").fetchall() == [(0,)]


def test_decision_that_fitted_once_is_marked_when_it_no_longer_does(db: sqlite3.Connection) -> None:
    decide(db, "act", HOLDS, {"act": "predict"})
    assert replay(db) == (1, 0)
    db.execute("delete from attribution_spans where attribution_id = 'one'")
    db.commit()
    assert replay(db) == (0, 1)
    assert db.execute("select applied from decisions").fetchall() == [(0,)]


def test_two_statements_at_one_place_are_not_guessed_between(db: sqlite3.Connection) -> None:
    db.execute("""update attribution_spans set start = 21, "end" = 39""")
    db.commit()
    decide(db, "withdraw", HOLDS)
    assert replay(db) == (0, 1)


def test_superseded_statement_gives_way(db: sqlite3.Connection) -> None:
    db.execute("""update attribution_spans set start = 21, "end" = 39""")
    db.execute("update attributions set superseded_by = 'two' where id = 'one'")
    db.commit()
    decide(db, "withdraw", HOLDS)
    assert replay(db) == (1, 0)
    assert db.execute("select id from attributions where review_status = 'withdrawn'").fetchall() == [
        ("two",)
    ]


def test_later_decision_replaces_the_earlier(db: sqlite3.Connection) -> None:
    decide(db, "act", HOLDS, {"act": "predict"})
    decide(db, "act", HOLDS, {"act": "pledge"}, supersedes="decision-0", decided_on="2021-11-08")
    assert replay(db) == (1, 0)
    assert db.execute("select act from attributions where id = 'one'").fetchall() == [("pledge",)]


def test_article_under_another_id_is_known_by_its_hash(db: sqlite3.Connection) -> None:
    decide(db, "act", {**HOLDS, "article": "dam-in-the-case"}, {"act": "pledge"})
    assert replay(db) == (1, 0)


def test_words_alone_are_enough_where_they_stand_once(db: sqlite3.Connection) -> None:
    decide(db, "act", {"exact": "it might not"}, {"act": "retract"})
    assert replay(db) == (1, 0)


def test_without_the_text_offsets_and_hash_are_enough(db: sqlite3.Connection) -> None:
    db.execute("update articles set text = null")
    db.commit()
    decide(db, "act", HOLDS, {"act": "pledge"})
    assert replay(db) == (1, 0)
