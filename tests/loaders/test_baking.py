"""Views of installed packages are written into the file where they are missing or changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from hearsay_to_sqlite.store.views import announced, bake

HEADER = "-- title: A view\n-- description: What it is for,\n--   in two lines.\n"


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    """A database with one table."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("create table actors (id text, name text)")
        connection.execute("insert into actors values ('a', 'A')")
        connection.commit()
        yield connection


def write(folder: Path, name: str, needs: str, statement: str) -> None:
    """Write one view's file."""
    (folder / f"{name}.sql").write_text(f"{HEADER}-- needs: {needs}\n{statement}\n")


def test_views_are_created_after_those_they_need(db: sqlite3.Connection, tmp_path: Path) -> None:
    write(tmp_path, "aaa", "zzz", "select name from zzz;")
    write(tmp_path, "zzz", "actors,\n--   actors", "select id, name\nfrom actors;")
    write(tmp_path, "nothing", "claims", "select 1 from claims;")
    assert bake(db, [tmp_path]) == 2
    assert db.execute("select * from aaa").fetchall() == [("A",)]
    assert db.execute("select name, sql from sqlite_master where type = 'view' order by name").fetchall() == [
        ("aaa", "CREATE VIEW aaa as\nselect name from zzz"),
        ("zzz", "CREATE VIEW zzz as\nselect id, name\nfrom actors"),
    ]


def test_only_what_changed_is_written(db: sqlite3.Connection, tmp_path: Path) -> None:
    write(tmp_path, "one", "actors", "select id from actors;")
    write(tmp_path, "two", "actors", "select name from actors;")
    assert bake(db, [tmp_path]) == 2
    before = db.total_changes
    assert bake(db, [tmp_path]) == 0
    assert db.total_changes == before
    write(tmp_path, "two", "actors", "select upper(name) as name from actors;")
    assert bake(db, [tmp_path]) == 1


def test_without_a_package_that_announces_views_nothing_is_baked(
    db: sqlite3.Connection, tmp_path: Path
) -> None:
    assert bake(db, [tmp_path / "nowhere"]) == 0


def test_the_plugin_announces_its_views_and_the_search_has_its_own() -> None:
    assert [folder.parts[-3:] for folder in announced()] == [
        ("datasette_hearsay", "sql", "views"),
        ("hearsay_to_sqlite", "sql", "views"),
    ]
