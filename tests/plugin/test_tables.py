"""Our stylesheet is on Datasette's own pages of our tables, and nowhere else."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette

STYLE = "/-/static-plugins/datasette_hearsay/tables.css"


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("path", "styled"),
    [
        pytest.param("/small/statements", True, id="view"),
        pytest.param("/small/claims", True, id="table"),
        pytest.param("/small/who_blames_whom", True, id="stored query"),
        pytest.param("/small", False, id="database"),
        pytest.param("/", False, id="instance"),
        pytest.param("/plain/things", False, id="table that is not ours"),
        pytest.param("/-/hearsay/small", False, id="page of ours"),
    ],
)
async def test_stylesheet(case_db: Path, tmp_path: Path, path: str, styled: bool) -> None:
    plain = tmp_path / "plain.db"
    other = sqlite3.connect(plain)
    other.execute("create table things (id integer primary key)")
    other.close()
    datasette = Datasette([str(case_db), str(plain)])
    await datasette.invoke_startup()
    page = await datasette.client.get(path)
    assert page.status_code == 200
    assert (STYLE in page.text) is styled
    assert (await datasette.client.get(STYLE)).status_code == 200


@pytest.mark.asyncio
async def test_a_rating_is_shown_as_its_publishers(case_db: Path) -> None:
    db = sqlite3.connect(case_db)
    db.execute(
        "insert into reviews (id, publisher, rating_text, retracted_on) values ('b', '<i>B', '<b>', '2021-02-03')"
    )
    db.execute("insert into reviews (id, rating_text) values ('c', 'Half')")
    db.commit()
    db.close()
    datasette = Datasette([str(case_db)])
    await datasette.invoke_startup()
    page = (await datasette.client.get("/small/reviews")).text
    for shown in (
        "<bdi>Not proven</bdi> <small>as given by Velia Facts</small>",
        "<bdi>&lt;b&gt;</bdi> <small>as given by &lt;i&gt;B, retracted 3 February 2021</small>",
        "<bdi>Half</bdi> <small>as its publisher gives it</small>",
    ):
        assert shown in page
