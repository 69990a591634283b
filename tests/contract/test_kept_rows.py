"""What the loaders keep for a large case is what its pages would find, and is not read once something was added."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from datasette_hearsay import compat, reading
from hearsay_to_sqlite.sql import FOLDER
from hearsay_to_sqlite.store import kept

PLUGIN = Path(__file__).parents[2] / "plugin" / "datasette_hearsay" / "sql"
FOLDERS = [PLUGIN / "charts", PLUGIN / "pages"]
PAGES = ["", "/review", "/method", "/framing/foreign-hand"]


@pytest.fixture
def large(made: dict[str, Path], tmp_path: Path) -> Path:
    """The bundled case as if it were a large one."""
    path = tmp_path / "case.db"
    shutil.copy(made["case"], path)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("select count(*) from _kept_rows").fetchone() == (0,)
        assert kept.keep(db, FOLDERS, least=1) >= len([*kept.announced(FOLDERS)])
    return path


def pages(path: Path) -> list[Any]:
    """The twins of the pages that read what is kept."""

    async def get() -> list[Any]:
        datasette = Datasette([str(path)])
        await datasette.invoke_startup()
        answers = [await datasette.client.get(f"/-/hearsay/case{page}.json") for page in PAGES]
        return [answer.json() for answer in [*answers, await datasette.client.get("/-/hearsay.json")]]

    return asyncio.run(get())


def change(path: Path, statement: str) -> None:
    """Run one statement that writes."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(statement)


def test_kept_answers_are_those_that_pages_find(large: Path) -> None:
    with_kept = pages(large)
    change(large, "delete from _kept_rows")
    assert pages(large) == with_kept


def test_kept_answers_are_read_until_something_is_added(large: Path) -> None:
    change(large, "update _kept_rows set rows = replace(rows, '\"texts\":5', '\"texts\":77')")
    assert pages(large)[0]["basis"]["texts"] == 77
    change(large, "insert into actors (id, name, kind) values ('new', 'New', 'person')")
    assert pages(large)[0]["basis"]["texts"] == 5


def test_every_kept_statement_is_asked_with_these_parameters(large: Path) -> None:
    """A page that asks with others would count again for each reader, and nobody would notice."""
    change(large, "update _kept_rows set rows = '[]'")
    asked: set[str] = set()
    whole = reading.Reader._kept

    def noting(self: reading.Reader, file: Any, params: Any) -> Any:
        found = whole(self, file, params)
        if found is not None:
            asked.add(file.name)
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading.Reader, "_kept", noting)
        pages(large)
    assert asked == {one.name for one in kept.announced(FOLDERS)}


def test_keeping_twice_writes_nothing_and_a_small_case_keeps_nothing(large: Path) -> None:
    with closing(sqlite3.connect(large)) as db:
        before = db.total_changes
        kept.keep(db, FOLDERS, least=1)
        assert db.total_changes == before
        assert kept.keep(db, FOLDERS) == 0
        assert db.execute("select count(*) from _kept_rows").fetchone() == (0,)


def test_the_announced_folders_are_those_of_the_plugin() -> None:
    from hearsay_to_sqlite.store import views

    assert sorted(views.folders(kept.GROUP)) == sorted(FOLDERS)
    assert FOLDER / "views" in views.announced()


def test_nobody_reads_in_what_is_kept_what_a_table_hides(large: Path) -> None:
    """Pages ask for the tables; the table of answers itself is nobody's."""

    async def statuses(**settings: Any) -> list[int]:
        datasette = Datasette([str(large)], **settings)
        await datasette.invoke_startup()
        root = {"ds_actor": datasette.sign({"a": {"id": "root"}}, "actor")}
        paths = ["/case/_kept_rows", "/case/_kept_rows.json", "/-/hearsay/case.json", "/case/claims.json"]
        return [(await datasette.client.get(path, cookies=root)).status_code for path in paths]

    one = compat.is_one(Datasette())
    hidden = {
        "databases": {"case": {"tables": {"claims": {"allow": False}, "claim_appearances": {"allow": False}}}}
    }
    assert asyncio.run(statuses()) == [403, 403, 200, 200]
    assert asyncio.run(statuses(**{"config" if one else "metadata": hidden})) == [403, 403, 403, 403]
