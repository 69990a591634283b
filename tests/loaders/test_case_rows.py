"""A case file to rows: with its article's text, without it, and through the database's own rules."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from hearsay_to_sqlite.records import Rows
from hearsay_to_sqlite.sources.case.loading import anchor_counts, load_case
from hearsay_to_sqlite.sql import FOLDER

CASE = Path(__file__).parent.parent / "fixtures" / "case"
TEXT = (CASE / "one.txt").read_text(encoding="utf-8")


@pytest.fixture
def with_text() -> Rows:
    """Return the rows of the fixture case, anchored in its article."""
    return load_case(CASE / "case.yml", CASE)


@pytest.fixture
def without_text() -> Rows:
    """Return the rows of the fixture case alone."""
    return load_case(CASE / "case.yml", None)


def spans(rows: Rows) -> list[tuple[Any, ...]]:
    columns = ("attribution_id", "part", "n", "start", "end", "text")
    return [tuple(row[column] for column in columns) for row in rows.tables["attribution_spans"]]


def test_spans_stand_in_the_text(with_text: Rows) -> None:
    assert spans(with_text) == [
        ("venn-safe", "source", 0, 38, 47, "Orla Venn"),
        ("venn-safe", "cue", 0, 49, 53, "said"),
        ("venn-safe", "content", 0, 64, 88, "that the bridge was safe"),
        ("critics-unsafe", "source", 0, 130, 137, "Critics"),
        ("critics-unsafe", "cue", 0, 183, 192, "they said"),
        ("critics-unsafe", "content", 0, 171, 181, "the bridge"),
        ("critics-unsafe", "content", 1, 194, 215, 'was "not safe at all"'),
        ("critics-unsafe", "quoted", 0, 199, 214, "not safe at all"),
    ]
    assert all(TEXT[start:end] == words for _, _, _, start, end, words in spans(with_text))


def test_spans_without_the_text_are_what_the_file_says(without_text: Rows) -> None:
    assert spans(without_text) == [
        ("venn-safe", "source", 0, 38, 47, "Orla Venn"),
        ("venn-safe", "cue", 0, None, None, "said"),
        ("venn-safe", "content", 0, 64, 88, None),
        ("critics-unsafe", "source", 0, None, None, "Critics"),
        ("critics-unsafe", "cue", 0, None, None, "they said"),
        ("critics-unsafe", "content", 0, None, None, "the bridge"),
        ("critics-unsafe", "content", 1, None, None, 'was "not safe at all"'),
        ("critics-unsafe", "quoted", 0, None, None, "not safe at all"),
    ]


def test_statement_is_one_whole_row(with_text: Rows) -> None:
    assert with_text.tables["attributions"][1] == {
        "id": "critics-unsafe",
        "article_id": "one",
        "source_text": "Critics",
        "source_start": 130,
        "source_end": 137,
        "source_kind": "collective",
        "cue_text": "they said",
        "cue_start": 183,
        "cue_end": 192,
        "content_text": 'the bridge … was "not safe at all"',
        "content_start": 171,
        "content_end": 215,
        "quotation": "not safe at all",
        "gist": "That the bridge was dangerous.",
        "quote_type": "mixed",
        "wording": "original",
        "act": "accuse",
        "act_basis": None,
        "polarity": "positive",
        "condition": None,
        "certainty": None,
        "actor_id": "critics",
        "target_id": "orla-venn",
        "nested_in": None,
        "repeat_of": None,
        "utterance_id": None,
        "medium": None,
        "via_actor_id": None,
        "said_on": None,
        "said_on_basis": None,
        "method": "curated",
        "review_status": "reviewed",
        "reviewed_by": "the desk",
        "reviewed_at": None,
        "anchor": "text-match",
        "note": None,
    }


def test_people_and_claims_of_a_statement(with_text: Rows) -> None:
    people = [tuple(row.values()) for row in with_text.tables["attribution_actors"]]
    assert people == [
        ("venn-safe", "orla-venn", "speaker", 0, "office-holder"),
        ("venn-safe", "ministry", "on-behalf-of", 0, None),
        ("critics-unsafe", "critics", "speaker", 0, None),
        ("critics-unsafe", "orla-venn", "target", 0, None),
        ("critics-unsafe", "ministry", "target", 1, None),
    ]
    stances = [
        (row["attribution_id"], row["claim_id"], row["stance"])
        for row in with_text.tables["claim_attributions"]
    ]
    assert stances == [
        ("venn-safe", "safe", "asserts"),
        ("venn-safe", "unsafe", "denies"),
        ("critics-unsafe", "unsafe", "asserts"),
    ]


@pytest.mark.parametrize(
    ("quote_type", "text_dir", "content_text"),
    [
        ("indirect", CASE, "that the bridge was safe"),
        ("indirect", None, None),
        ("mixed", None, None),
        ("direct", None, "No one lied"),
    ],
    ids=["indirect with text", "indirect without", "mixed without", "direct without: the quotation"],
)
def test_content_without_the_text(
    tmp_path: Path, quote_type: str, text_dir: Path | None, content_text: str | None
) -> None:
    case = (CASE / "case.yml").read_text(encoding="utf-8")
    case = case.replace("quote_type: indirect", f"quote_type: {quote_type}")
    if text_dir is None:
        case = case.replace("    act: deny", "    quoted: [No one lied]\n    act: deny")
    path = tmp_path / "case.yml"
    path.write_text(case, encoding="utf-8")
    assert load_case(path, text_dir).tables["attributions"][0]["content_text"] == content_text


def test_article_with_and_without_its_text(with_text: Rows, without_text: Rows) -> None:
    with_row, without_row = with_text.tables["articles"][0], without_text.tables["articles"][0]
    assert (with_row["text"], with_row["encoding"], with_row["text_length"]) == (TEXT, "utf-8", len(TEXT))
    assert (without_row["text"], without_row["encoding"], without_row["text_length"]) == (
        None,
        None,
        len(TEXT),
    )
    assert with_row["text_sha256"] == without_row["text_sha256"]
    assert with_text.tables["passages"][0]["kind"] == "headline"
    assert "passages" not in without_text.tables
    assert (anchor_counts(with_text), anchor_counts(without_text)) == (
        {"text-match": 2},
        {"text-not-at-hand": 2},
    )


@pytest.mark.parametrize("text_dir", [CASE, None], ids=["with text", "without text"])
def test_rows_go_into_their_tables_in_order(text_dir: Path | None) -> None:
    rows = load_case(CASE / "case.yml", text_dir)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("pragma foreign_keys = on")
        for file in sorted((FOLDER / "migrations").glob("*.sql")):
            connection.executescript(file.read_text(encoding="utf-8"))
        for table, found in rows.tables.items():
            for row in found:
                names = ", ".join(f'"{name}"' for name in row)
                marks = ", ".join("?" * len(row))
                connection.execute(f"insert into {table} ({names}) values ({marks})", list(row.values()))
        counts = {
            table: connection.execute(f"select count(*) from {table}").fetchone()[0] for table in rows.tables
        }
    assert counts == {table: len(found) for table, found in rows.tables.items()}


def test_ids_of_unnamed_entries_do_not_depend_on_the_text(with_text: Rows, without_text: Rows) -> None:
    for table in ("accounts", "outlet_facts", "affiliations", "mentions", "article_locations"):
        ids = [row["id"] for row in with_text.tables[table]]
        assert ids == [row["id"] for row in without_text.tables[table]]
        assert len(set(ids)) == len(ids) > 0


def test_dates_stay_partial_texts(with_text: Rows) -> None:
    assert with_text.tables["outlet_facts"][0]["since"] == "2010"
    assert with_text.tables["articles"][0]["published_on"] == "2021-11"
