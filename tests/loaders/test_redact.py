"""``redact``: what is in the copy, and above all what is not, in any byte of it."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.loaders.conftest import Query, Run
from tests.loaders.published import CHARGE, WITHDRAWN, leaked, small

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.resolve.matching import index as matching

ROOT = Path(__file__).parents[2]
CASE = ROOT / "cases" / "kadhimi-2021" / "case.yml"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return small(tmp_path / "small.db")


@pytest.fixture
def copy(source: Path, tmp_path: Path, run: Run) -> Path:
    out = tmp_path / "copy.db"
    result = run("redact", source, out)
    assert result.exit_code == 0, result.output
    return out


def test_no_prose_in_any_byte(source: Path, copy: Path) -> None:
    assert leaked(source, source.read_bytes()) != []
    assert leaked(source, copy.read_bytes()) == []


@pytest.mark.shared
@pytest.mark.parametrize("options", [(), ("--include-unreviewed",)], ids=["gate", "no-gate"])
def test_no_prose_of_the_five_articles(
    tmp_path: Path, run: Run, seeds: Path, options: tuple[str, ...]
) -> None:
    source, out = tmp_path / "case.db", tmp_path / "out.db"
    assert run("build", CASE, source, "--text", seeds, "--extract").exit_code == 0
    assert run("redact", source, out, *options).exit_code == 0
    assert leaked(source, out.read_bytes()) == []
    assert run("check", out, "--text", seeds).output.endswith(" 0 problems\n")


def test_search_knows_no_word_that_went(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection:
        words = set()
        for table in ("statements_fts", "claims_fts", "actors_fts", "articles_fts"):
            connection.execute(f"create virtual table temp.vocab_{table} using fts5vocab(main, {table}, row)")
            words |= {term for (term,) in connection.execute(f"select term from vocab_{table}")}
    # Stems of "plainly", "complained" and "brigade": they stand in prose only.
    assert words.isdisjoint({"plainli", "complain", "brigad"})
    assert {"victim", "torrent"} <= words


def test_nothing_in_free_pages(copy: Path, query: Query) -> None:
    assert query(copy, "pragma freelist_count") == [(0,)]
    assert not [path for path in copy.parent.iterdir() if path.name.startswith((".copy", "copy.db-"))]


@pytest.mark.parametrize(
    "secret",
    ["/home/quux", "Reviewer Quux", "broken.txt", "fire.txt", "nothing but calm", "lit by the guild"],
)
def test_names_and_places_stay_inside(source: Path, copy: Path, secret: str) -> None:
    assert secret.encode() in source.read_bytes()
    assert secret.encode() not in copy.read_bytes()


ROWS = [
    ("select count(*) from articles where text is not null", [(0,)]),
    ("select count(*) from passages", [(0,)]),
    ("select count(*) from rejects", [(0,)]),
    ("select count(*) from proposals", [(0,)]),
    ("select count(*) from wording_changes where diff is not null", [(0,)]),
    ("select count(*) from accounts where text is not null or decided_by is not null", [(0,)]),
    ("select count(*) from attribution_spans where part <> 'quoted' and text is not null", [(0,)]),
    ("select distinct command from loads", [("load",)]),
    ("select id from claims where origin = 'proposed'", []),
    (f"select count(*) from claim_attributions where attribution_id = '{CHARGE}'", [(0,)]),
    ("select id from attributions where id in ('pulled', 'inside', 'b5517e9fd0c64a18')", []),
    (
        f"select quotation, gist, actor_id, review_status from attributions where id = '{WITHDRAWN}'",
        [(None, None, None, "withdrawn")],
    ),
    (
        "select quotation, content_text, gist from attributions where id = 'fire-dosh-victim'",
        [("acting the victim", None, "That the mayor staged the fire.")],
    ),
    ("select count(*) from notices", [(2,)]),
]


@pytest.mark.parametrize(("statement", "rows"), ROWS, ids=[statement[:60] for statement, _ in ROWS])
def test_what_is_there(copy: Path, query: Query, statement: str, rows: list[tuple[object, ...]]) -> None:
    assert query(copy, statement) == rows


def test_it_says_what_was_left_out(copy: Path, query: Query) -> None:
    [(note,)] = query(copy, "select value from _state where key = 'redacted'")
    assert json.loads(str(note)) == {
        "context": 0,
        "include_unreviewed": False,
        "keep_indirect": False,
        "left_out": {"dependent": 2, "unreviewed": 1, "withdrawn": 1},
    }


def test_it_says_how_large_the_copy_is(source: Path, tmp_path: Path, run: Run, query: Query) -> None:
    out = tmp_path / "copy.db"
    found = json.loads(run("redact", source, out, "--json").stdout)
    assert found["bytes"] == out.stat().st_size
    assert found["tables"]["attributions"] == found["attributions"] == 26
    for table, rows in found["tables"].items():
        assert query(out, f"select count(*) from {table}") == [(rows,)]
    assert f"copy.db: {found['bytes']:,} bytes, " in run("redact", source, out).stderr


def test_only_what_is_named_is_copied(copy: Path, query: Query) -> None:
    """Whatever table a migration adds is empty in the copy, until somebody names it in sql/redact."""
    in_python = {"excerpts", "_state"}
    indexed = {"_match_pending", "_match_runs", "_match_segments", "_match_terms"}
    steps = "".join(file.read_text(encoding="utf-8") for file in (sql.FOLDER / "redact").glob("*.sql"))
    tables = {
        str(name)
        for (name,) in query(copy, "select name from sqlite_master where type = 'table'")
        if "_fts" not in str(name) and not str(name).startswith("sqlite_")
    }
    undecided = {
        name
        for name in tables - in_python - indexed
        if not re.search(rf"into out\.{re.escape(name)}\s", steps)
    }
    assert undecided >= {"rejects", "passages", "proposals", "vectors", "_kept_rows"}
    assert [name for name in sorted(undecided) if query(copy, f"select count(*) from {name}") != [(0,)]] == []


def test_what_matching_knows_is_what_the_copy_holds(copy: Path, query: Query) -> None:
    """Made again from the copy alone, its index of claims is the same: nothing in it came from what stayed out."""
    tables = ("_match_terms", "_match_segments", "_match_runs")
    before = {table: query(copy, f"select * from {table} order by 1, 2") for table in tables}
    assert before["_match_terms"] != []
    with closing(sqlite3.connect(copy)) as connection, connection:
        matching.rebuild(connection)
    assert {table: query(copy, f"select * from {table} order by 1, 2") for table in tables} == before


def test_the_copy_holds_its_own_rules(copy: Path, run: Run) -> None:
    result = run("check", copy)
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (
        0,
        "3 articles, 26 attributions, 0 problems",
    )


def test_every_view_answers(copy: Path, query: Query) -> None:
    views = [str(name) for (name,) in query(copy, "select name from sqlite_master where type = 'view'")]
    assert "statements" in views
    for view in views:
        query(copy, f"select * from {view}")


def test_the_gate_can_be_opened(source: Path, tmp_path: Path, run: Run, query: Query) -> None:
    out = tmp_path / "open.db"
    assert run("redact", source, out, "--include-unreviewed").exit_code == 0
    assert query(out, f"select id from attributions where id = '{CHARGE}'") == [(CHARGE,)]


def test_indirect_words_can_be_kept(source: Path, tmp_path: Path, run: Run, query: Query) -> None:
    out = tmp_path / "indirect.db"
    assert run("redact", source, out, "--keep-indirect").exit_code == 0
    rows = query(out, "select content_text from attributions where id = 'fire-torrent-attempt'")
    assert rows == [("the fire was an attempt on her life",)]


def test_context_stays_round_quotations(
    loaded: Path, articles: Path, tmp_path: Path, run: Run, query: Query
) -> None:
    out = tmp_path / "context.db"
    assert run("redact", loaded, out, "--context", 9).exit_code == 0
    rows = query(out, "select text from excerpts")
    assert rows
    assert all("life" in str(text) or "bread" in str(text) for (text,) in rows)
    [(worst,)] = query(
        out,
        'select max(held * 4 <= text_length) from (select text_length, sum("end" - start) as held from excerpts '
        "join articles on articles.id = article_id group by article_id)",
    )
    assert worst == 1
    assert run("check", out, "--text", articles).exit_code == 0


def test_doing_it_twice_gives_the_same_file(source: Path, copy: Path, run: Run) -> None:
    first = copy.read_bytes()
    assert run("redact", source, copy).exit_code == 0
    assert copy.read_bytes() == first


def test_a_copy_can_be_redacted_again(copy: Path, tmp_path: Path, run: Run) -> None:
    again = tmp_path / "again.db"
    assert run("redact", copy, again).exit_code == 0
    assert run("check", again).exit_code == 0


def test_the_source_is_never_the_target(source: Path, run: Run) -> None:
    before = source.read_bytes()
    result = run("redact", source, source)
    assert result.exit_code == 2
    assert "is the database itself" in result.stderr
    assert source.read_bytes() == before


def test_a_file_of_others_is_not_replaced(source: Path, tmp_path: Path, run: Run) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("mine")
    assert run("redact", source, other).exit_code == 1
    assert other.read_text() == "mine"


def test_the_source_is_only_read(source: Path, tmp_path: Path, run: Run) -> None:
    before = source.read_bytes()
    with closing(sqlite3.connect(source)) as other:
        # Somebody else is about to write: whoever asked for more than to read would wait for them.
        other.execute("begin immediate")
        assert run("redact", source, tmp_path / "copy.db").exit_code == 0
        other.rollback()
    assert source.read_bytes() == before


def test_a_title_that_is_no_headline_is_cut(tmp_path: Path, run: Run, query: Query) -> None:
    source, out, text = tmp_path / "one.db", tmp_path / "out.db", tmp_path / "one.txt"
    text.write_text(
        "The two ferries that had been tied up since the storm left the harbour on Monday, said the pilot. "
        * 3
    )
    assert run("load", source, text).exit_code == 0
    [(title,)] = query(source, "select title from articles")
    assert str(title).startswith("The two ferries that had been tied up since the storm left")
    assert run("redact", source, out).exit_code == 0
    assert query(out, "select title from articles") == [("The two ferries that had been tied…",)]
    assert leaked(source, out.read_bytes()) == []
