"""``build`` makes a whole case from nothing, and leaves the old file until the new one is complete."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]
Content = Callable[[Path], list[str]]

CASE = Path(__file__).parents[1] / "fixtures" / "case"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A copy of the invented case, to be spoilt."""
    return Path(shutil.copytree(CASE, tmp_path / "case")) / "case.yml"


def test_build_with_the_text_anchors_every_statement(
    case: Path, tmp_path: Path, run: Run, query: Query
) -> None:
    path = tmp_path / "t.db"
    result = run("build", case, path, "--text", case.parent, "--json")
    counts = json.loads(result.stdout)
    assert (result.exit_code, counts["articles"], counts["rejected"]) == (0, 1, 0)
    assert counts["text-match"] == counts["attributions"]
    assert query(path, "select distinct anchor from attributions") == [("text-match",)]
    assert query(path, "select count(*) from passages") != [(0,)]
    assert query(path, "select count(*) from statements") != [(0,)]
    assert run("check", path).exit_code == 0
    assert sorted(os.listdir(tmp_path)) == ["case", "t.db"]


def test_build_without_the_text_says_so(case: Path, tmp_path: Path, run: Run, query: Query) -> None:
    path = tmp_path / "t.db"
    result = run("build", case, path)
    (found,) = query(path, "select count(*) from attributions")[0]
    assert result.stdout == f"1 article, {found} attributions, 0 rejected\n"
    assert (
        f"0 statements stand in their articles' text, {found} are in articles whose text is not at hand"
        in result.stderr
    )


def test_extract_adds_what_the_machine_finds(case: Path, tmp_path: Path, run: Run, query: Query) -> None:
    path = tmp_path / "t.db"
    result = run("build", case, path, "--text", case.parent, "--extract")
    ((found,),) = query(path, "select count(*) from attributions where method = 'extracted'")
    assert result.stderr.endswith(f"whose text is not at hand; the machine found {found} more\n")
    assert [method for (method,) in query(path, "select distinct method from attributions order by 1")] == [
        "curated",
        "extracted",
    ]
    assert query(path, "select count(*) from attributions where superseded_by is not null") != [(0,)]
    assert run("check", path).exit_code == 0


def test_building_twice_gives_the_same(case: Path, tmp_path: Path, run: Run, content: Content) -> None:
    path = tmp_path / "t.db"
    run("build", case, path, "--text", case.parent, "--extract")
    before = content(path)
    run("build", case, path, "--text", case.parent, "--extract")
    assert content(path) == before


def test_building_comes_to_the_same_as_loading_the_articles_later(
    case: Path, tmp_path: Path, run: Run, query: Query
) -> None:
    at_once, later = tmp_path / "at_once.db", tmp_path / "later.db"
    run("build", case, at_once, "--text", case.parent, "--extract")
    run("build", case, later)
    run("load", later, case.parent / "one.txt")
    statement = (
        "select id, content_text, actor_id, anchor from attributions where method = 'extracted' order by id"
    )
    assert query(later, statement) == query(at_once, statement) != []
    assert query(later, "select id, text from articles") == query(at_once, "select id, text from articles")


def test_articles_first_and_the_case_later(case: Path, tmp_path: Path, run: Run, query: Query) -> None:
    path = tmp_path / "t.db"
    run("load", path, case.parent / "one.txt")
    (name,) = query(path, "select id from articles")[0]
    assert run("load", path, case).exit_code == 0
    assert query(path, "select id, publisher_id from articles") == [(name, "daily-post")]
    assert query(path, "select distinct anchor from attributions") == [("text-match",)]
    # The machine's "Orla Venn" is the case's.
    assert query(path, "select id from actors where name like '%Venn%'") == [("orla-venn",)]
    assert run("check", path).exit_code == 0


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda text: text.replace("title:", "titel:", 1), "case.yml:1"),
        (lambda text: text.replace("d565dd04", "00000000"), "case.yml"),
        (lambda text: text + "\nnonsense: [", "case.yml"),
    ],
    ids=["an unknown key", "a wrong hash", "no YAML"],
)
def test_a_wrong_case_leaves_the_old_file(
    spoil: Callable[[str], str], message: str, case: Path, tmp_path: Path, run: Run
) -> None:
    path = tmp_path / "t.db"
    run("build", case, path)
    before = path.read_bytes()
    case.write_text(spoil(case.read_text()))
    result = run("build", case, path, "--text", case.parent)
    assert result.exit_code == 1
    assert message in result.stderr
    assert path.read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["case", "t.db"]


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"a letter to grandmother", "is not an SQLite database"), (None, "does not exist")],
    ids=["somebody's file", "no case file"],
)
def test_what_is_not_ours_is_not_overwritten(
    data: bytes | None, message: str, case: Path, tmp_path: Path, run: Run
) -> None:
    path = tmp_path / "letter"
    if data is None:
        case = tmp_path / "nowhere.yml"
    else:
        path.write_bytes(data)
    result = run("build", case, path)
    assert result.exit_code == 1
    assert message in result.stderr or "nowhere.yml" in result.stderr
    assert (path.read_bytes() if path.exists() else None) == data


def test_somebody_elses_database_is_not_replaced(case: Path, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "theirs.db"
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute("create table letters (id)")
    before = path.read_bytes()
    result = run("build", case, path)
    assert (result.exit_code, path.read_bytes()) == (1, before)
    assert "is a database, but not one of ours. Make it with: hearsay-to-sqlite load NEW.db" in result.stderr


def test_a_file_that_is_being_written_is_not_replaced(case: Path, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "t.db"
    run("build", case, path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("pragma journal_mode = wal")
        other.execute("begin immediate")
        other.execute("insert into techniques (id, name) values ('T1', 'One')")
        result = run("build", case, path)
        assert result.exit_code == 1
        assert "is in use by another program" in result.stderr
        other.commit()
        assert other.execute("select * from techniques").fetchall() == [("T1", "One")]
