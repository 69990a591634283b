"""What the gate of ``redact`` keeps back: charges that only a machine found, and what stands round them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.loaders.conftest import Query, Run
from tests.loaders.published import CHARGE, small

CHARGES = [
    ("a name that it knows nothing of", "Quill & Sons", "the harbour office", "moved the buoys", 1),
    ("somebody met in another article", "the harbour office", None, "that Quill had moved the buoys", 1),
    ("nobody", "the harbour office", None, "that somebody had moved the buoys", 0),
]


@pytest.mark.parametrize(
    ("speaker", "target", "words", "kept_back"), [row[1:] for row in CHARGES], ids=[row[0] for row in CHARGES]
)
def test_whom_a_charge_names(
    tmp_path: Path,
    run: Run,
    query: Query,
    speaker: str,
    target: str | None,
    words: str,
    kept_back: int,
) -> None:
    source, out = small(tmp_path / "small.db"), tmp_path / "out.db"
    with closing(sqlite3.connect(source)) as db, db:
        db.executemany(
            "insert into actors (id, name, kind, origin) values (?, ?, ?, ?)",
            [
                ("ada-quill", "Ada Quill", "person", "extracted"),
                ("Quill & Sons", "Quill & Sons", "group", "extracted"),
                ("the harbour office", "the harbour office", "body", "extracted"),
            ],
        )
        db.execute(
            """insert into attributions (id, article_id, source_kind, quotation, content_text, quote_type, act, method,
            review_status, anchor, actor_id, target_id)
            values ('new', 'fire', 'named', ?, ?, 'direct', 'accuse', 'extracted', 'machine', 'not-anchored', ?, ?)""",
            (words, words, speaker, target),
        )
        db.execute("insert into attribution_actors values ('new', ?, 'speaker', 'unknown', 0)", [speaker])
    assert run("redact", source, out).exit_code == 0
    assert query(out, "select count(*) from attributions where id = 'new'") == [(1 - kept_back,)]


def test_what_stands_round_a_charge_stays_out_unless_it_is_reviewed(
    tmp_path: Path, run: Run, query: Query
) -> None:
    source, out = small(tmp_path / "small.db"), tmp_path / "out.db"
    with closing(sqlite3.connect(source)) as db, db:
        db.execute(
            """insert into attributions (id, article_id, source_kind, quotation, quote_type, act, method, review_status,
            anchor) values ('outside', 'doubts', 'none', 'they say the guild had lit it', 'direct', 'assert', 'extracted',
            'machine', 'not-anchored')"""
        )
        db.execute("update attributions set nested_in = 'outside' where id = ?", [CHARGE])
    assert run("redact", source, out).exit_code == 0
    assert query(out, "select id from attributions where id in ('outside', 'inside')") == []
    with closing(sqlite3.connect(source)) as db, db:
        db.execute("update attributions set review_status = 'reviewed' where id = 'outside'")
    assert run("redact", source, out).exit_code == 0
    assert query(out, "select id from attributions where id in ('outside', 'inside')") == [("outside",)]


def test_a_title_does_not_say_what_stays_out(tmp_path: Path, run: Run, query: Query) -> None:
    source, out, table = tmp_path / "rows.db", tmp_path / "out.db", tmp_path / "rows.json"
    charge = "Ada Quill sold the granary twice over"
    table.write_text(json.dumps([{"words": charge, "speaker": "Orla Venn", "act": "accuse"}]))
    assert run("load", source, table).exit_code == 0
    assert query(source, "select count(*) from attributions where act = 'accuse'") == [(1,)]
    assert run("redact", source, out).exit_code == 0
    assert charge.encode() not in out.read_bytes()
    assert query(out, "select title from articles") == [("Untitled",)]
