"""metadata.yml describes what is there, all of it and nothing else, and both Datasettes show it."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import yaml
from datasette.app import Datasette

from datasette_hearsay import views

ROOT = Path(__file__).parents[2]
METADATA: dict[str, Any] = yaml.safe_load((ROOT / "metadata.yml").read_text(encoding="utf-8"))
TABLES: dict[str, dict[str, Any]] = METADATA["databases"]["demo"]["tables"]
SETTINGS = {
    "title",
    "description",
    "columns",
    "facets",
    "size",
    "sort",
    "sort_desc",
    "hidden",
    "label_column",
}
MIGRATED = "_sqlite_migrations"
"""Made by sqlite-utils where the loaders migrate; these tests run the migrations themselves."""
SHADOWS = re.compile(r"_fts_(data|idx|docsize|config|content)$")


def schema(path: Path) -> dict[str, list[str]]:
    """The columns of every table and view in a database, but for what SQLite keeps for itself."""
    db = sqlite3.connect(path)
    names = [name for (name,) in db.execute("select name from sqlite_master where type in ('table', 'view')")]
    columns = {
        name: [row[0] for row in db.execute("select name from pragma_table_info(?)", [name])]
        for name in names
        if not SHADOWS.search(name) and not name.startswith("sqlite_")
    }
    db.close()
    return columns


def test_everything_is_described_and_nothing_else(empty_db: Path) -> None:
    described = {name: list(table["columns"]) for name, table in TABLES.items() if name != MIGRATED}
    there = schema(empty_db)
    assert sorted(described) == sorted(there)
    assert described == there


@pytest.mark.parametrize("name", TABLES)
def test_descriptions_are_words(name: str) -> None:
    table = TABLES[name]
    assert table["description"].endswith(".")
    assert all(isinstance(text, str) and len(text) > 3 for text in table["columns"].values())


@pytest.mark.parametrize("name", TABLES)
def test_settings_name_columns_that_exist(name: str) -> None:
    table = TABLES[name]
    named = [
        *table.get("facets", []),
        *(table[key] for key in ("label_column", "sort", "sort_desc", "fts_pk") if key in table),
    ]
    assert [column for column in named if column not in table["columns"]] == []
    assert table.get("fts_table", "statements_fts") in TABLES
    assert set(table) - SETTINGS - {"fts_table", "fts_pk"} == set()


@pytest.mark.parametrize("view", views.ours(), ids=lambda view: view.name)
def test_a_view_is_described_as_its_file_says(view: Any) -> None:
    table = TABLES[view.name]
    assert (table["title"], table["description"]) == (view.title, view.description)


def test_helper_tables_are_hidden() -> None:
    helpers = [name for name in TABLES if name.startswith("_") or name.endswith("_fts")]
    assert [name for name in helpers if not TABLES[name].get("hidden")] == []


def test_no_sql_and_no_queries() -> None:
    assert "queries" not in METADATA["databases"]["demo"]
    assert {"title", "description", "license", "license_url", "source"} <= set(METADATA)


@pytest.fixture
def demo(case_db: Path) -> Datasette:
    """A site over the invented case in a file named demo.db, with the metadata.yml that we ship."""
    path = case_db.rename(case_db.with_name("demo.db"))
    return Datasette([str(path)], metadata=METADATA)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", "Who said it, in which words"),
        ("/demo", "Begin with the view statements"),
        ("/demo/statements", "One row for each thing that somebody is reported to have said"),
        ("/demo/statements", "The quoted words, else our gist"),
        ("/demo/articles", "One row an article text"),
        ("/demo/claims?_search=guild", "The Harbour Guild lit the fire."),
        ("/demo/actors?_search=Doch", "Marek Dosh"),
        ("/demo/articles?_search=barrels", "Fire at the harbour office"),
        ("/demo/statements?_search=victim", "acting the victim"),
        ("/demo/attributions?_search=victim", "acting the victim"),
    ],
    ids=lambda value: value if value.startswith("/") else "",
)
async def test_pages_show_it(demo: Datasette, path: str, words: str) -> None:
    response = await demo.client.get(path)
    assert response.status_code == 200
    assert words in response.text.replace("&#39;", "'")


@pytest.mark.asyncio
async def test_search_over_statements_finds_only_what_matches(demo: Datasette) -> None:
    response = await demo.client.get("/demo/statements.json?_shape=array&_search=victim&_col=id")
    assert [row["id"] for row in response.json()] == ["fire-dosh-victim"]


@pytest.mark.asyncio
async def test_facets_and_size_are_as_given(demo: Datasette) -> None:
    response = await demo.client.get("/demo/statements.json?_extra=facet_results")
    facets = response.json()["facet_results"]
    found = facets.get("results", facets)
    assert sorted(found) == sorted(TABLES["statements"]["facets"])
