"""``datasette hearsay publish``: what is in the folder, that it is served as it is, and what may not be published."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from click.testing import CliRunner
from datasette.app import Datasette
from datasette.cli import cli as datasette_cli
from tests.contract.publishing import contents, publish
from tests.contract.test_walk import walk

from datasette_hearsay import compat
from datasette_hearsay.publishing.files import NAMES

ASSET = re.compile(r'<(?:script|link|img)[^>]*? (?:src|href)="([^"]+)"')

reached: list[Any] = []
"""Where this process connected to since ``watching`` began."""

sys.addaudithook(lambda event, args: reached.append(args[1]) if event == "socket.connect" else None)


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """The folder and its files, without the right to write; looks afterwards that nothing was written all the same."""
    before = contents(folder)
    times = {path: path.stat().st_mtime_ns for path in (folder, *folder.iterdir())}
    for path in folder.iterdir():
        path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    folder.chmod(0o555)
    try:
        yield folder
    finally:
        folder.chmod(0o755)
    assert contents(folder) == before
    assert {path: path.stat().st_mtime_ns for path in times} == times


@pytest.fixture(scope="module")
def published(made: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The redacted file, published."""
    folder = tmp_path_factory.mktemp("published") / "site"
    result = publish(made["redacted"], folder)
    assert result.exit_code == 0, result.output
    return folder


def test_the_folder_holds_what_a_host_needs(made: dict[str, Path], published: Path) -> None:
    assert set(contents(published)) == {*NAMES, "redacted.db"}
    assert contents(published)["redacted.db"] == hashlib.sha256(made["redacted"].read_bytes()).hexdigest()
    assert list(yaml.safe_load((published / "metadata.yml").read_text())["databases"]) == ["redacted"]
    assert f"sha256:{contents(published)['redacted.db']}" in (published / "CITATION.cff").read_text()
    assert b"/redacted.db" not in (published / "inspect-data.json").read_bytes()
    assert not [path for path in published.parent.iterdir() if path != published]


def test_it_says_of_the_file_what_datasette_finds(made: dict[str, Path], published: Path) -> None:
    result = CliRunner().invoke(datasette_cli, ["inspect", str(made["redacted"])])
    found = json.loads(result.stdout)["redacted"]
    said = json.loads((published / "inspect-data.json").read_text())["redacted"]
    assert said == {**found, "file": "redacted.db"}


def test_the_same_file_gives_the_same_folder(made: dict[str, Path], published: Path, tmp_path: Path) -> None:
    assert publish(made["redacted"], tmp_path / "again").exit_code == 0
    assert contents(tmp_path / "again") == contents(published)


@pytest.mark.parametrize("sql", [True, False], ids=["sql", "no-sql"])
def test_it_is_served_as_it_is(made: dict[str, Path], tmp_path: Path, sql: bool) -> None:
    folder = tmp_path / "site"
    assert publish(made["redacted"], folder, "--sql" if sql else "--no-sql").exit_code == 0
    with read_only(folder):
        datasette = Datasette(config_dir=folder)
        assert not datasette.get_database("redacted").is_mutable
        for name, value in yaml.safe_load((folder / "datasette.yaml").read_text())["settings"].items():
            if compat.is_one(datasette) or name != "allow_signed_tokens":
                assert datasette.setting(name) == value, name
        reached.clear()
        seen, bad = asyncio.run(
            walk(datasette, ["/-/hearsay/redacted", "/redacted", "/"], 120 if sql else 20)
        )
        assert {path: status for path, status in seen.items() if status not in (200, 301, 302)} == {}
        assert (bad, reached) == ([], [])
        assert asyncio.run(statuses(datasette)) == {
            "assets": set(),
            "sql": 200 if sql else 403,
            "stored": 200,
            "file": 200,
            "written": False,
        }


async def statuses(datasette: Datasette) -> dict[str, Any]:
    """What is answered to those who want more than to read, and which other hosts pages would load from."""
    one = compat.is_one(datasette)
    assets = set()
    for path in ("/", "/redacted", "/redacted/statements", "/-/hearsay/redacted"):
        shown = await datasette.client.get(path)
        assets |= {url for url in ASSET.findall(shown.text) if urlsplit(url).netloc}
    get, post = datasette.client.get, datasette.client.post
    sql = await get("/redacted/-/query.json" if one else "/redacted.json", params={"sql": "select 1"})
    stored = await get("/redacted/who_blames_whom.json")
    row = {"row": {"id": "x"}}
    writes = [await post(f"/redacted/{path}", json=row) for path in ("actors/-/insert", "-/create")]
    return {
        "assets": {url for url in assets if urlsplit(url).hostname != "localhost"},
        "sql": sql.status_code,
        "stored": stored.status_code,
        "file": (await get("/redacted.db")).status_code,
        "written": any(response.status_code not in (403, 404, 405) for response in writes),
    }


REFUSED = [
    ("case", ("It was not redacted.", "hearsay-to-sqlite redact")),
    ("loaded", ("It holds article text.", "It was not redacted.", "It names files of your machine.")),
    ("hostile", ("It was not redacted.",)),
]


@pytest.mark.parametrize(("kind", "said"), REFUSED, ids=[kind for kind, _ in REFUSED])
def test_what_must_stay_inside_is_refused(
    made: dict[str, Path], tmp_path: Path, kind: str, said: tuple[str, ...]
) -> None:
    result = publish(made[kind], tmp_path / "site")
    assert result.exit_code == 1
    assert [words for words in said if words not in result.output] == []
    assert list(tmp_path.iterdir()) == []


def test_text_that_came_in_after_redaction_is_noticed(made: dict[str, Path], tmp_path: Path) -> None:
    path = tmp_path / "later.db"
    path.write_bytes(made["redacted"].read_bytes())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("update articles set text = 'Whole.' where n = 1")
    result = publish(path, tmp_path / "site")
    assert result.exit_code == 1
    assert "It holds article text." in result.output


def test_text_is_published_on_demand_and_views_are_added(made: dict[str, Path], tmp_path: Path) -> None:
    path, site = tmp_path / "own.db", tmp_path / "site"
    path.write_bytes(made["loaded"].read_bytes())
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("pragma journal_mode = wal")
        db.execute("drop view sourcing")
    assert publish(path, site, "--with-text").exit_code == 0
    with closing(sqlite3.connect(site / "own.db")) as db:
        assert db.execute("select count(*) from sourcing").fetchone()[0] > 0
    assert set(contents(site)) == {*NAMES, "own.db"}


def test_a_file_of_others_is_refused(tmp_path: Path) -> None:
    for name, content in (
        ("notes.db", b"no database at all, but long enough for a header"),
        ("empty.db", b""),
    ):
        (tmp_path / name).write_bytes(content)
        result = publish(tmp_path / name, tmp_path / "site")
        assert result.exit_code == 1
        assert name in result.output
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty.db", "notes.db"]


def test_a_folder_is_replaced_only_on_demand(made: dict[str, Path], tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    assert publish(made["redacted"], site).exit_code == 0
    first = contents(site)
    refused = publish(made["redacted"], site)
    assert (refused.exit_code, "is not empty" in refused.output) == (1, True)
    broken = tmp_path / "metadata.yml"
    broken.write_text("title: [unfinished")
    assert publish(made["redacted"], site, "--force", "--metadata", broken).exit_code == 1
    assert contents(site) == first
    with read_only(site):
        pass
    site.chmod(0o555)
    assert publish(made["redacted"], site, "--force", "--no-sql").exit_code == 0
    assert contents(site)["settings.json"] != first["settings.json"]
    (site / "notes.txt").write_text("mine")
    mine = publish(made["redacted"], site, "--force")
    assert (mine.exit_code, "notes.txt" in mine.output) == (1, True)
    assert (site / "notes.txt").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["metadata.yml", "site"]
