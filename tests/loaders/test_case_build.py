"""A wrong case through the command line: the message names file, line and remedy, and nothing half-written stays."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from hearsay_to_sqlite.cli import cli

FIXTURE = Path(__file__).parent.parent / "fixtures" / "case"

WRONG = {
    "unknown key": ("act: deny", "akt: deny", "unknown key 'akt'", "Did you mean act"),
    "wrong hash": ("text_sha256: ", "text_sha256: f", "text_sha256 is 'f", "It must look like"),
    "hash of another text": (
        "text_sha256: d",
        "text_sha256: 0",
        "but the file one.txt has d",
        "Give the file that",
    ),
    "two matches": ("content: [64, 88]", "content: the bridge", "at 69, 171: 2 matches", "Add a prefix"),
    "no match": ("content: [64, 88]", "content: the tunnel", "no match", "Copy them from the article"),
    "missing include": (
        "outlets:",
        "include: [gone.yml]\noutlets:",
        "'gone.yml' is missing",
        "Check the name",
    ),
    "unknown actor": (
        "actor: critics",
        "actor: critic",
        "no such id stands under actors",
        "Did you mean critics",
    ),
}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return a copy of the fixture case, with its article beside it."""
    return Path(shutil.copytree(FIXTURE, tmp_path / "case")) / "case.yml"


def build(case: Path, database: Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, ["build", str(case), str(database), "--text", str(case.parent)])
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(("before", "after", "what", "remedy"), WRONG.values(), ids=WRONG.keys())
def test_wrong_case_leaves_nothing(case: Path, before: str, after: str, what: str, remedy: str) -> None:
    text = case.read_text(encoding="utf-8")
    assert before in text
    case.write_text(text.replace(before, after, 1), encoding="utf-8")
    database = case.parent.parent / "out" / "case.db"
    database.parent.mkdir()
    exit_code, stdout, stderr = build(case, database)
    assert (exit_code, stdout) == (1, "")
    [line] = [
        n
        for n, words in enumerate(case.read_text(encoding="utf-8").splitlines(), 1)
        if after.split("\n")[0] in words
    ]
    assert f"{case}:{line}: " in stderr
    assert what in stderr
    assert remedy in stderr
    assert list(database.parent.iterdir()) == []


def test_wrong_case_leaves_the_old_database_as_it_was(case: Path) -> None:
    database = case.parent / "case.db"
    exit_code, stdout, _ = build(case, database)
    assert (exit_code, stdout.splitlines()[-1]) == (0, "1 article, 2 attributions, 0 rejected")
    before = database.read_bytes()
    case.write_text(case.read_text(encoding="utf-8").replace("act: deny", "act: denies"), encoding="utf-8")
    assert build(case, database)[0] == 1
    assert database.read_bytes() == before
    assert sorted(path.name for path in case.parent.iterdir()) == ["case.db", "case.yml", "one.txt"]


def test_missing_case_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["build", str(tmp_path / "gone.yml"), str(tmp_path / "case.db")])
    assert result.exit_code in (1, 2)
    assert "gone.yml" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_case_after_its_articles_finds_them_and_their_people(case: Path) -> None:
    case.write_text(case.read_text(encoding="utf-8").replace("at: [43, 146]", "at: [146]"), encoding="utf-8")
    database = case.parent / "case.db"
    for location in (case.parent / "one.txt", case, case):
        result = CliRunner().invoke(cli, ["load", str(database), str(location)])
        assert (result.exit_code, result.stderr) == (0, "")
    with closing(sqlite3.connect(database)) as connection:
        anchors = connection.execute(
            "select distinct anchor from attributions where method = 'curated'"
        ).fetchall()
        named = connection.execute("select start, count(*) from mentions group by start, actor_id").fetchall()
    assert anchors == [("text-match",)]
    assert dict(named)[146] == 1
    assert CliRunner().invoke(cli, ["check", str(database)]).exit_code == 0
