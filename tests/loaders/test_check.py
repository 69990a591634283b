"""``check`` finds each kind of damage, and nothing in a sound file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result
from sqlite_utils import Database

from hearsay_to_sqlite.clean.text import counted
from hearsay_to_sqlite.store import schema

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]

ROOT = Path(__file__).parents[2]
CASE = ROOT / "tests" / "fixtures" / "case"

ANY = "(select min(id) from attributions)"
OTHER = f"(select min(id) from attributions where article_id != (select article_id from attributions where id = {ANY}))"

DAMAGE = [
    (
        "a text that changed",
        "update articles set text = replace(text, 'fires', 'flames')",
        "articles",
        "text_sha256 is",
    ),
    (
        "a text cut short",
        "update articles set text = substr(text, 1, 60)",
        "articles",
        "the text has 60 code points",
    ),
    (
        "words beside their offsets",
        'update attribution_spans set start = start - 1, "end" = "end" - 1 where part = \'cue\'',
        "attribution_spans",
        "the text has “",
    ),
    ("a span outside the text", 'update passages set "end" = 99999', "passages", "is not inside the text of"),
    ("a name that is not there", "update mentions set name = 'Nobody'", "mentions", "not “Nobody”"),
    (
        "words that are not the spans'",
        "update attributions set content_text = 'Something else'",
        "attributions",
        "content_text is not what its spans say",
    ),
    (
        "offsets of no span",
        "update attributions set cue_start = 0",
        "attributions",
        "its offsets are not those",
    ),
    (
        "an anchor without a span",
        f"delete from attribution_spans where part = 'content' and attribution_id = {ANY}",
        "attributions",
        "its anchor is text-match, but it has no content span",
    ),
    (
        "inside itself",
        f"update attributions set nested_in = id where id = {ANY}",
        "attributions",
        "nested_in leads back",
    ),
    (
        "a repeat of itself",
        f"update attributions set repeat_of = id where id = {ANY}",
        "attributions",
        "repeat_of leads",
    ),
    (
        "inside one of another article",
        f"update attributions set nested_in = {OTHER} where id = {ANY}",
        "attributions",
        "must name a statement of the same article",
    ),
    (
        "superseded by what is superseded",
        "update attributions set superseded_by = id",
        "attributions",
        "must name a statement of the same article that stands itself",
    ),
    ("a circle of versions", "update articles set supersedes = id", "articles", "supersedes leads back"),
    (
        "another speaker",
        "update attributions set actor_id = null where actor_id is not null",
        "attributions",
        "actor_id or target_id is not the first",
    ),
    (
        "a reference to nothing",
        "update mentions set actor_id = 'nobody'",
        "mentions",
        "refers to a row of actors",
    ),
    (
        "search that lags behind",
        "update articles set title = 'Zebra'",
        "articles_fts",
        "does not hold what it indexes",
    ),
    (
        "the same text twice",
        "update articles set text_sha256 = (select min(text_sha256) from articles)",
        "articles",
        "another article has the same text",
    ),
]


def test_a_sound_file_passes(loaded: Path, run: Run, query: Query) -> None:
    (found,) = query(loaded, "select count(*) from attributions")[0]
    before = loaded.read_bytes()
    result = run("check", loaded)
    assert (result.exit_code, result.output) == (0, f"2 articles, {found} attributions, 0 problems\n")
    assert loaded.read_bytes() == before


@pytest.mark.parametrize(
    ("damage", "table", "what"), [row[1:] for row in DAMAGE], ids=[row[0] for row in DAMAGE]
)
def test_damage_is_found(damage: str, table: str, what: str, loaded: Path, run: Run) -> None:
    with closing(sqlite3.connect(loaded)) as connection, connection:
        assert connection.execute(damage).rowcount > 0
    result = run("check", loaded)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["table", "id", "what"]
    assert any(line.startswith(f"{table} ") and what in line for line in lines[1:-1]), result.stdout
    assert lines[-1].endswith(counted(len(lines) - 2, "problems"))
    problems = json.loads(run("check", loaded, "--json").stdout)
    assert any(problem["table"] == table and what in problem["what"] for problem in problems)


def test_a_file_without_text_is_held_against_the_articles(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "t.db"
    assert run("build", CASE / "case.yml", path).exit_code == 0
    alone = run("check", path)
    assert alone.exit_code == 0
    assert "the text of 1 article is not here, so their quotations were not checked" in alone.stderr
    against = run("check", path, "--text", CASE)
    assert (against.exit_code, against.stderr) == (0, "")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            'update attribution_spans set start = start + 1, "end" = "end" + 1 where start > 0'
        )
    wrong = run("check", path, "--text", CASE)
    assert wrong.exit_code == 1
    assert "attribution_spans" in wrong.stdout
    assert run("check", path, "--text", tmp_path / "nowhere").exit_code == 1


def test_a_damaged_file_is_an_error_with_a_remedy(loaded: Path, run: Run) -> None:
    data = bytearray(loaded.read_bytes())
    data[4096 : len(data) - 4096] = bytes(len(data) - 8192)
    loaded.write_bytes(data)
    result = run("check", loaded)
    assert result.exit_code == 1
    assert "damaged" in result.output or "the file" in result.output


def test_a_file_whose_making_was_cut_short_is_no_problem(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "t.db"
    with closing(sqlite3.connect(path)) as connection:
        schema.migrations().apply(Database(connection))
    result = run("check", path)
    assert (result.exit_code, result.stdout) == (0, "0 articles, 0 attributions, 0 problems\n")
    assert "the last run was cut short" in result.stderr
