"""Databases of the invented case, made by plain sqlite3 from the migrations and fixtures, with our views baked in."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from datasette_hearsay import views

ROOT = Path(__file__).parents[2]
MIGRATIONS = sorted((ROOT / "loaders" / "hearsay_to_sqlite" / "sql" / "migrations").glob("*.sql"))
SEARCHED = sorted((ROOT / "loaders" / "hearsay_to_sqlite" / "sql" / "views").glob("*.sql"))
FIXTURES = ROOT / "tests" / "fixtures"
CASE = (FIXTURES / "small.sql", FIXTURES / "small_claims.sql")
WITHOUT_TEXT = (*CASE, FIXTURES / "small_without_text.sql")

MakeDatabase = Callable[..., Path]


def make_database(path: Path, *fixtures: Path, bake: bool = True) -> Path:
    """Write a fresh file at ``path``: the schema, then ``fixtures`` in order, then our views unless ``bake`` is off."""
    db = sqlite3.connect(path)
    for path_of_view in SEARCHED:
        db.execute(f"create view {path_of_view.stem} as {path_of_view.read_text(encoding='utf-8')}")
    for script in (*MIGRATIONS, *fixtures):
        db.executescript(script.read_text(encoding="utf-8"))
    if bake:
        views.bake(db)
    db.commit()
    db.close()
    return path


@pytest.fixture
def case_db(tmp_path: Path) -> Path:
    """The invented case with its articles' text, in a file named small.db."""
    return make_database(tmp_path / "small.db", *CASE)


@pytest.fixture
def case_db_without_text(tmp_path: Path) -> Path:
    """The invented case as it is built when the articles are not at hand, in a file named small.db."""
    return make_database(tmp_path / "small.db", *WITHOUT_TEXT)


@pytest.fixture
def empty_db(tmp_path: Path) -> Path:
    """The schema and the views over no rows at all, in a file named empty.db."""
    return make_database(tmp_path / "empty.db")
