"""The invented case that the other tests stand on is itself true: hashes, spans and references."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest

SPANS = {
    "source": "select article_id, source_start, source_end, source_text from attributions",
    "cue": "select article_id, cue_start, cue_end, cue_text from attributions",
    "content": "select article_id, content_start, content_end, content_text from attributions",
    "mention": 'select article_id, start, "end", name from mentions',
    "account": 'select article_id, start, "end", text from accounts',
    "piece": (
        'select article_id, start, "end", text from attribution_spans '
        "join attributions on attributions.id = attribution_spans.attribution_id"
    ),
}


@pytest.mark.parametrize("sql", SPANS.values(), ids=SPANS)
def test_spans_are_true(case_db: Path, sql: str) -> None:
    db = sqlite3.connect(case_db)
    texts = dict(db.execute("select id, text from articles"))
    spans = [row for row in db.execute(sql) if row[1] is not None]
    db.close()
    assert spans
    assert [
        (*row, texts[row[0]][row[1] : row[2]]) for row in spans if texts[row[0]][row[1] : row[2]] != row[3]
    ] == []


def test_hashes_and_lengths_are_true(case_db: Path) -> None:
    db = sqlite3.connect(case_db)
    rows = db.execute("select id, text, text_length, text_sha256 from articles").fetchall()
    db.close()
    assert [(name, len(text), hashlib.sha256(text.encode()).hexdigest()) for name, text, _, _ in rows] == [
        (name, length, digest) for name, _, length, digest in rows
    ]


@pytest.mark.parametrize("name", ["case_db", "case_db_without_text"])
def test_references_are_kept(request: pytest.FixtureRequest, name: str) -> None:
    db = sqlite3.connect(request.getfixturevalue(name))
    broken = db.execute("pragma foreign_key_check").fetchall()
    db.close()
    assert broken == []


def test_without_text_no_prose_is_left(case_db_without_text: Path) -> None:
    db = sqlite3.connect(case_db_without_text)
    left = db.execute(
        "select id from attributions where quote_type <> 'direct' and content_text is not null "
        "union all select id from articles where text is not null"
    ).fetchall()
    db.close()
    assert left == []
