"""Charts: their marks lead to as many rows as they say, in a short case and in a long one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from .conftest import CASE, make_database

DAYS = """
insert into attributions (id, article_id, source_text, source_kind, content_text, quote_type, act, said_on, method, anchor)
with recursive days (n) as (select 0 union all select n + 1 from days where n < 99)
select 'later-' || n, 'fire', 'X', 'named', 'words', 'indirect', 'assert', date('2020-04-01', n || ' days'), 'curated', 'not-anchored'
from days
"""


async def chart(path: Path, name: str, page: str = "") -> list[dict[str, Any]]:
    """The rows of a chart, each with the number of rows that its address leads to."""
    datasette = Datasette([str(path)])
    await datasette.invoke_startup()
    answer = (await datasette.client.get(f"/-/hearsay/small{page}.json")).json()
    [found] = [chart for chart in answer["charts"] if chart["name"] == name]
    for row in found["rows"]:
        base, _, query = row["url"].partition("?")
        behind = await datasette.client.get(
            f"{base.removeprefix('http://localhost')}.json?{query}&_shape=array"
        )
        row["behind"] = len(behind.json())
    return list(found["rows"])


@pytest.mark.asyncio
async def test_days_lead_to_their_rows(case_db: Path) -> None:
    rows = await chart(case_db, "statements_by_day")
    assert [row["behind"] for row in rows] == [row["mentions"] for row in rows]
    assert {len(row["day"]) for row in rows if row["beginning"]} == {10}
    assert rows[-1]["day"] is None


@pytest.mark.asyncio
async def test_a_long_case_is_drawn_by_months(tmp_path: Path) -> None:
    path = make_database(tmp_path / "small.db", *CASE)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(DAYS)
    rows = await chart(path, "statements_by_day")
    found = {(row["day"], row["act"]): (row["mentions"], row["behind"]) for row in rows}
    assert [found[(f"2020-0{month}", "assert")] for month in (4, 5, 6, 7)] == [
        (30, 30),
        (31, 31),
        (30, 30),
        (9, 9),
    ]
    assert [mentions for mentions, _ in found.values()] == [behind for _, behind in found.values()]


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("name", "page", "counted"),
    [
        ("actor_acts_chart", "/actor/ilva-torrent", "mentions"),
        ("article_sources", "/article/fire", "statements"),
    ],
)
async def test_bars_lead_to_their_rows(case_db: Path, name: str, page: str, counted: str) -> None:
    rows = await chart(case_db, name, page)
    assert rows
    assert [row["behind"] for row in rows] == [row[counted] for row in rows]
