"""The redacted file without the plugin, as Datasette Lite opens it: views, stored queries, facets and search in plain Datasette."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from datasette.cli import cli
from datasette.version import __version__

from datasette_hearsay.queries import ours

READ = """
import asyncio, json, sys
# As its own tests do, so that Datasette loads nothing that is installed beside it.
sys._called_from_test = True
from datasette.app import Datasette

async def main():
    datasette = Datasette([], immutables=[sys.argv[1]], metadata=json.load(open(sys.argv[2])))
    await datasette.invoke_startup()
    for path in json.load(sys.stdin):
        answer = await datasette.client.get(path)
        print(json.dumps([path, answer.status_code, answer.text]))

asyncio.run(main())
"""
needs_stored = pytest.mark.skipif(
    __version__.startswith("1."), reason="Datasette 1.0 takes stored queries from plugins only"
)


@pytest.fixture(scope="module")
def site(made: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that publish makes of the redacted file."""
    folder = tmp_path_factory.mktemp("lite") / "site"
    result = CliRunner().invoke(cli, ["hearsay", "publish", str(made["redacted"]), str(folder)])
    assert result.exit_code == 0, result.output
    return folder


def answers(site: Path, paths: list[str]) -> dict[str, tuple[int, str]]:
    """What Datasette without a plugin answers to each address."""
    command = [sys.executable, "-c", READ, str(site / "redacted.db"), str(site / "lite.json")]
    run = subprocess.run(command, input=json.dumps(paths), capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    return {path: (status, text) for path, status, text in lines}


def names(site: Path, kind: str) -> list[str]:
    with closing(sqlite3.connect(site / "redacted.db")) as connection:
        rows = connection.execute("select name from sqlite_master where type = ? order by name", (kind,))
        return [name for (name,) in rows]


def test_views_and_facets(site: Path) -> None:
    views = [name for name in names(site, "view") if name[0] != "_"]
    assert len(views) >= 12
    found = answers(site, [f"/redacted/{view}.json?_shape=array" for view in views])
    assert {path: status for path, (status, _) in found.items() if status != 200} == {}
    assert all(json.loads(text) for path, (_, text) in found.items() if "/statements." in path)
    path = "/redacted/statements.json?_facet=act&_facet=outlet&_extra=facet_results"
    status, text = answers(site, [path])[path]
    facets = json.loads(text)["facet_results"]
    facets = facets.get("results", facets)
    assert (status, {"act", "outlet"} <= set(facets)) == (200, True)
    assert facets["act"]["results"]


def test_search(site: Path) -> None:
    sql = "select count(*) as n from statements_fts where statements_fts match 'granary OR fire OR union'"
    old, new = (f"/redacted{way}.json?sql={quote(sql)}&_shape=array" for way in ("", "/-/query"))
    found = answers(site, [old, new])
    [rows] = [json.loads(text) for status, text in found.values() if status == 200 and text.startswith("[")]
    assert rows[0]["n"] > 0


@needs_stored
def test_stored_queries(site: Path) -> None:
    described: dict[str, Any] = json.loads((site / "lite.json").read_text(encoding="utf-8"))
    stored = described["databases"]["redacted"]["queries"]
    assert sorted(stored) == sorted(query.name for query in ours())
    with_rows = 0
    paths = {name: f"/redacted/{name}.json?_shape=array" for name in stored}
    found = answers(site, list(paths.values()))
    for name, path in paths.items():
        status, text = found[path]
        assert status == 200, (name, text)
        with_rows += bool(json.loads(text))
    assert with_rows > len(stored) / 2


def test_the_pages_are_what_it_lacks(site: Path) -> None:
    page = answers(site, ["/redacted", "/-/hearsay/redacted"])
    assert page["/redacted"][0] == 200
    assert page["/-/hearsay/redacted"][0] == 404
