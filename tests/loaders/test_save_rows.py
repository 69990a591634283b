"""Rows that come ready for their tables, such as a case's, and the articles that they are about."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from tests.loaders.saved import TEXT, VENN, article

from hearsay_to_sqlite.records import Rows
from hearsay_to_sqlite.store.save import article_id, save_article
from hearsay_to_sqlite.store.save_rows import save_rows
from hearsay_to_sqlite.store.upsert import upsert


def test_rows_refer_to_a_text_by_the_id_that_it_has(db: sqlite3.Connection) -> None:
    save_article(db, article(), [VENN], 1)
    digest = article().text_sha256
    curated = Rows(
        {
            "articles": ({"id": "curated", "title": "A better title", "text": None, "text_sha256": digest},),
            "attributions": (
                {
                    "id": "venn-no",
                    "article_id": "curated",
                    "source_kind": "named",
                    "quote_type": "direct",
                    "act": "deny",
                    "method": "curated",
                    "anchor": "text-not-at-hand",
                },
            ),
            "attribution_spans": (
                {
                    "attribution_id": "venn-no",
                    "part": "content",
                    "n": 0,
                    "start": 17,
                    "end": 19,
                    "text": None,
                },
            ),
        }
    )
    assert save_rows(db, curated, 1)
    before = list(db.iterdump())
    save_rows(db, curated, 1)
    assert list(db.iterdump()) == before
    assert db.execute("select id, title, text from articles").fetchall() == [
        (article().id, "A better title", TEXT)
    ]
    assert db.execute(
        "select article_id, content_text, anchor from attributions where id = 'venn-no'"
    ).fetchall() == [(article().id, "No", "text-match")]


def test_text_that_comes_to_hand_anchors_what_was_built_without(db: sqlite3.Connection) -> None:
    digest = article().text_sha256
    statement = {
        "article_id": "curated",
        "source_kind": "named",
        "quote_type": "direct",
        "act": "deny",
        "method": "curated",
        "anchor": "text-not-at-hand",
    }
    span = {"part": "content", "n": 0, "start": 17, "end": 19}
    built = Rows(
        {
            "articles": ({"id": "curated", "title": "No", "text_sha256": digest},),
            "attributions": ({"id": "right", **statement}, {"id": "wrong", **statement}),
            "attribution_spans": (
                {"attribution_id": "right", **span, "text": None},
                {"attribution_id": "wrong", **span, "text": "Yes"},
            ),
        }
    )
    save_rows(db, built, 1)
    there = replace(article(), id=article_id(db, article()).id, attributions=None, mentions=())
    assert save_article(db, there, [], 1)
    assert db.execute("select id, text from articles").fetchall() == [("curated", TEXT)]
    assert db.execute("select id, content_text, anchor from attributions order by id").fetchall() == [
        ("right", "No", "text-match"),
        ("wrong", None, "text-not-at-hand"),
    ]


@pytest.mark.parametrize(
    ("table", "first", "second", "expected"),
    [
        ("techniques", {"id": "T1", "name": "One"}, {"id": "T1", "name": "Eins"}, [("T1", "Eins")]),
        (
            "affiliations",
            {"actor_id": "a", "organisation_id": "b", "role": None, "since": "2020"},
            {"actor_id": "a", "organisation_id": "b", "role": None, "since": "2021"},
            [(1, "a", "b", None, "2021", None)],
        ),
        (
            "outlet_facts",
            {"outlet_id": "o", "property": "owner", "value": "X"},
            {"outlet_id": "o", "property": "owner", "value": "X"},
            [(1, "o", "owner", "X", None, None, None)],
        ),
        (
            "mentions",
            {"article_id": "t", "actor_id": "a", "start": 1, "end": 2, "name": "A", "id": 7},
            {"article_id": "t", "actor_id": "a", "start": 1, "end": 2, "name": "B", "id": 8},
            [(7, "t", "a", "B", 1, 2)],
        ),
    ],
    ids=["by its id", "by a key with a null", "by all of it", "by what it is, not by its number"],
)
def test_upsert_knows_a_row_again(
    table: str,
    first: dict[str, object],
    second: dict[str, object],
    expected: list[tuple[object, ...]],
    db: sqlite3.Connection,
) -> None:
    db.execute("insert into outlets (id, name) values ('o', 'O')")
    db.execute("insert into articles (id, title) values ('t', 'T')")
    db.executemany("insert into actors (id, name, kind) values (?, ?, 'person')", [("a", "A"), ("b", "B")])
    upsert(db, table, [first])
    upsert(db, table, [second])
    before = db.total_changes
    upsert(db, table, [second])
    assert db.total_changes == before
    assert db.execute(f"select * from {table}").fetchall() == expected
