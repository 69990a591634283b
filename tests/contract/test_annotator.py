"""Exported annotations in the hands of a library that we did not write: it finds every quotation at its place."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.loaders.published import small

from hearsay_to_sqlite.cli import cli

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tests" / "annotator" / "find.mjs"


def exported(database: Path, out: Path) -> list[dict[str, Any]]:
    """The annotations of a database, as ``export`` writes them."""
    result = CliRunner().invoke(cli, ["export", str(database), "web-annotation", str(out)])
    assert result.exit_code == 0, result.output
    items: list[dict[str, Any]] = json.loads(out.read_text(encoding="utf-8"))["items"]
    return items


def found(texts: list[str], items: list[dict[str, Any]]) -> dict[str, Any]:
    """What Apache Annotator finds of them in these texts."""
    named = {hashlib.sha256(text.encode()).hexdigest(): text for text in texts}
    given = json.dumps({"texts": named, "items": items})
    run = subprocess.run(["node", str(SCRIPT)], input=given, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


def quoted(items: list[dict[str, Any]]) -> int:
    """How many targets give the words."""
    return sum(len(target.get("selector", ())) > 1 for item in items for target in item["target"])


@pytest.mark.annotator
def test_it_finds_the_quotations_of_an_invented_case(tmp_path: Path) -> None:
    database = small(tmp_path / "small.db")
    with closing(sqlite3.connect(database)) as connection:
        texts = dict(connection.execute("select id, text from articles").fetchall())
        for id, text in texts.items():
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            connection.execute("update articles set text_sha256 = ? where id = ?", (sha256, id))
        connection.commit()
    items = exported(database, tmp_path / "page.json")
    assert quoted(items) > 5
    assert found(list(texts.values()), items) == {"found": quoted(items), "not": []}
    [first] = [item for item in items if len(item["target"][0].get("selector", ())) > 1][:1]
    first["target"][0]["selector"][0]["start"] += 1
    assert len(found(list(texts.values()), items)["not"]) == 1


@pytest.mark.annotator
@pytest.mark.shared
def test_it_finds_the_quotations_of_the_bundled_case(tmp_path: Path, seeds: Path) -> None:
    case = ROOT / "cases" / "kadhimi-2021" / "case.yml"
    result = CliRunner().invoke(cli, ["build", str(case), str(tmp_path / "case.db"), "--text", str(seeds)])
    assert result.exit_code == 0, result.output
    items = exported(tmp_path / "case.db", tmp_path / "page.json")
    texts = [file.read_bytes().decode("utf-8-sig") for file in seeds.glob("*.txt")]
    assert quoted(items) > 50
    assert found(texts, items) == {"found": quoted(items), "not": []}
