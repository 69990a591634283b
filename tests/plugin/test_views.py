"""The views are written only where they must be, run everywhere, and go through the indexes."""

from __future__ import annotations

import logging
import re
import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette

from datasette_hearsay import views
from datasette_hearsay.sqlfiles import SqlFile, SqlFileError

INDEXED = [
    "statements where id = 'x'",
    "statements where speaker_id = 'x'",
    "statements where target_id = 'x'",
    "statements where utterance_id = 'x'",
    "statements where article_id = 'x' order by content_start",
    "statements where fts_pk = 1",
    "claim_appearances where claim_id = 'x'",
    "claim_appearances where attribution_id = 'x'",
    "claim_appearances where speaker_id = 'x'",
    "first_appearances where claim_id = 'x'",
    "blame where accuser_id = 'x'",
    "blame where target_id = 'x'",
    "disputes where claim_id = 'x'",
    "discrepancies where facet_id = 'x'",
    "discrepancies where article_id = 'x'",
    "changed_wording where article_id = 'x'",
    "spellings where actor_id = 'x'",
    "sourcing where article_id = 'x'",
    "article_basis where id = 'x'",
]
TOO_NEW = re.compile(r"->>|\b(returning|right join|full join|strict|is distinct from|unixepoch|format)\b")


@pytest.mark.parametrize("view", views.ours(), ids=lambda view: view.name)
def test_every_view_runs_without_text_and_without_rows(
    case_db_without_text: Path, empty_db: Path, view: SqlFile
) -> None:
    full, empty = sqlite3.connect(case_db_without_text), sqlite3.connect(empty_db)
    counts = [len(db.execute(f"select * from {view.name}").fetchall()) for db in (full, empty)]
    full.close()
    empty.close()
    assert counts[0] > 0
    assert counts[1] == 0


@pytest.mark.parametrize("source", INDEXED)
def test_a_filter_goes_through_an_index(case_db: Path, source: str) -> None:
    db = sqlite3.connect(case_db)
    tables = {name for (name,) in db.execute("select name from sqlite_master where type = 'table'")}
    plan = [row[3] for row in db.execute(f"explain query plan select * from {source}")]
    db.close()
    read_whole = [step for step in plan if step.startswith("SCAN") and set(step.split()[1:3]) & tables]
    assert read_whole == []


@pytest.mark.parametrize("view", views.ours(), ids=lambda view: view.name)
def test_only_sql_of_sqlite_3_34(view: SqlFile) -> None:
    assert TOO_NEW.findall(view.statement) == []


def test_what_is_current_is_not_written_to(case_db: Path) -> None:
    before = case_db.read_bytes()
    db = sqlite3.connect(case_db)
    assert views.bake(db) == 0
    db.close()
    assert case_db.read_bytes() == before


def test_what_is_missing_or_changed_is_written(case_db: Path) -> None:
    db = sqlite3.connect(case_db)
    db.executescript("drop view blame; drop view sourcing; create view sourcing as select 1 as one")
    assert [view.name for view in views.stale(db)] == ["sourcing", "blame"]
    assert views.bake(db) == 2
    assert views.stale(db) == ()
    assert len(db.execute("select * from sourcing").fetchall()) == 3
    db.close()


def test_a_view_whose_tables_are_missing_is_left_out(case_db: Path) -> None:
    db = sqlite3.connect(case_db)
    db.executescript("drop view discrepancies; drop table accounts")
    assert views.bake(db) == 0
    db.close()


def test_views_in_a_circle_are_named() -> None:
    a, b = (SqlFile(name, name, "", (need,), (), (), "select 1") for name, need in (("a", "b"), ("b", "a")))
    with pytest.raises(SqlFileError, match="in a circle: a, b"):
        views.in_order([a, b])


@pytest.mark.asyncio
async def test_start_up_adds_views_to_ours_only(tmp_path: Path, case_db: Path) -> None:
    other = tmp_path / "other.db"
    db = sqlite3.connect(other)
    db.executescript("create table articles (id); create table actors (id)")
    db.close()
    before = other.read_bytes()
    db = sqlite3.connect(case_db)
    db.execute("drop view disputes")
    db.close()
    datasette = Datasette([str(case_db), str(other)])
    await views.ensure(datasette)
    assert "disputes" in await datasette.databases["small"].view_names()
    assert other.read_bytes() == before


@pytest.mark.asyncio
async def test_an_immutable_database_is_left_alone(case_db: Path) -> None:
    db = sqlite3.connect(case_db)
    db.execute("drop view disputes")
    db.close()
    before = case_db.read_bytes()
    await views.ensure(Datasette([], immutables=[str(case_db)]))
    assert case_db.read_bytes() == before


@pytest.mark.asyncio
async def test_a_database_that_is_being_written_to_is_served_all_the_same(
    case_db: Path, caplog: pytest.LogCaptureFixture
) -> None:
    writer = sqlite3.connect(case_db, isolation_level=None)
    writer.execute("drop view disputes")
    datasette = Datasette([str(case_db)])
    await datasette.databases["small"].execute_write_fn(
        lambda db: db.execute("pragma busy_timeout = 1").fetchall()
    )
    writer.execute("begin immediate")
    with caplog.at_level(logging.WARNING):
        await views.ensure(datasette)
    writer.execute("rollback")
    writer.close()
    assert "the views of small could not be brought up to date" in caplog.text
