"""Somebody who asked to be erased is in no published form, by no name; what was withdrawn leaves a tombstone in each."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.loaders.conftest import Query, Run
from tests.loaders.published import CHARGE, WITHDRAWN, small

BASE = "https://host.example/-/hearsay/small"
FORMATS = ("datapackage", "web-annotation", "claimreview", "stix", "misp", "atom")
NAMES = re.compile(r"Mare?i?k[\W_]+Do(?:sh|ch)|Dosh|Doch", re.IGNORECASE)
TOMBSTONES = {"fire-dosh-victim", "copy-dosh-victim", "doubts-dosh-denies", WITHDRAWN}
HASH = "feef6649044863c5"

PLANT = """
insert into notices values ('n9', 'marek-dosh', 'erasure', 'Marek Dosh', 'A request under privacy law.', 'https://example.org/dosh',
    '2020-04-01', '2020-04-02');
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented case, of which one person was erased, a statement withdrawn, and a charge never reviewed."""
    path = small(tmp_path_factory.mktemp("erased") / "small.db")
    with closing(sqlite3.connect(path)) as db:
        db.executescript(PLANT)
    return path


def named(raw: str) -> list[str]:
    """The names of the erased person in a text, without the ids of statements: an address is for good."""
    return NAMES.findall(re.sub(r"[\w-]*(?:fire|copy|doubts|utt)-[\w-]*", "", raw))


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_keeps_out_what_must_stay_out(run: Run, source: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    assert run("export", source, form, out, "--base", BASE).exit_code == 0
    files = sorted(out.rglob("*.*")) if out.is_dir() else [out]
    raw = "\n".join(file.read_text(encoding="utf-8") for file in files if file.is_file())
    assert named(raw) == []
    for words in ("acting the victim", "playing the wounded", "nothing but calm", CHARGE):
        assert words not in raw
    assert {id for id in TOMBSTONES if id in raw} == TOMBSTONES
    assert "strangers from across the bay" in raw or form == "claimreview"


def test_the_copy_holds_nobody_by_that_name(run: Run, source: Path, tmp_path: Path, query: Query) -> None:
    out = tmp_path / "copy.db"
    assert run("redact", source, out).exit_code == 0
    assert named(out.read_bytes().decode("utf-8", "replace")) == []
    assert query(out, "select count(*) from actors where id = 'marek-dosh'") == [(0,)]
    assert query(out, "select target, kind, party, text, url from notices where id = 'n9'") == [
        (f"actor:{HASH}", "erasure", None, "A request under privacy law.", None)
    ]
    gone = query(out, "select id from attributions where review_status = 'withdrawn'")
    assert {id for (id,) in gone} >= TOMBSTONES
    assert query(out, "select claimant_id from claims where id = 'staged'") == [(None,)]
    assert run("check", out).exit_code == 0
    again = tmp_path / "again.db"
    assert run("redact", out, again).exit_code == 0
    assert query(again, "select target from notices where id = 'n9'") == [(f"actor:{HASH}",)]


OTHERS = [
    ("claim", "staged", "select count(*) from claims where id = 'staged'", [(0,)]),
    ("review", "guild-did-it", "select count(*) from reviews", [(0,)]),
    (
        "article",
        "doubts",
        """select title, url, byline, (select count(*) from accounts where article_id = 'doubts'),
        (select count(*) from attributions where article_id = 'doubts' and review_status <> 'withdrawn')
        from articles where id = 'doubts'""",
        [("Withdrawn", None, None, 0, 0)],
    ),
    (
        "statement",
        "fire-lunn-threatens",
        "select quotation, actor_id, review_status from attributions where id = 'fire-lunn-threatens'",
        [(None, None, "withdrawn")],
    ),
]


@pytest.mark.parametrize(("kind", "target", "statement", "rows"), OTHERS, ids=[row[0] for row in OTHERS])
def test_other_things_can_be_erased(
    run: Run,
    tmp_path: Path,
    query: Query,
    kind: str,
    target: str,
    statement: str,
    rows: list[tuple[object, ...]],
) -> None:
    path, out = small(tmp_path / "small.db"), tmp_path / "copy.db"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("insert into notices (id, target, kind) values ('n9', ?, 'erasure')", [target])
    assert run("redact", path, out).exit_code == 0
    assert query(out, statement) == rows
    assert query(out, "select target from notices where id = 'n9'") == [(target,)]
    assert run("check", out).exit_code == 0


@pytest.mark.parametrize(
    "column",
    ["claims.proposition", "articles.title", "wording_changes.why", "notices.text", "cases.description"],
)
def test_a_name_in_a_note_is_told_and_nothing_written(run: Run, tmp_path: Path, column: str) -> None:
    path, out = small(tmp_path / "small.db"), tmp_path / "copy.db"
    table, name = column.split(".")
    with closing(sqlite3.connect(path)) as db:
        db.executescript(PLANT)
        db.execute(f"update {table} set {name} = 'He, marek  DOSH, said so' where rowid = 1")
        db.commit()
    result = run("redact", path, out)
    assert result.exit_code == 1
    assert f"still names somebody who was erased: {column} (1)." in result.stderr
    assert sorted(one.name for one in tmp_path.iterdir()) == ["small.db"]


@pytest.mark.parametrize("command", [("redact",), ("export", "atom")], ids=" ".join)
def test_a_part_of_a_name_is_told(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    path = small(tmp_path / "small.db")
    with closing(sqlite3.connect(path)) as db:
        db.executescript(PLANT)
        db.execute(
            "update wording_changes set why = 'The doshing is Dosh’s own', method = 'curated' where rowid = 1"
        )
        db.execute("update facets set question = 'How many doshes? Not here.' where rowid = 1")
        db.commit()
    result = run(command[0], path, *command[1:], tmp_path / "out")
    assert result.exit_code == 0
    assert (
        "a part of the name of somebody who was erased still stands in attributions.id (6), "
        "wording_changes.why (1): read them\n"
    ) in result.stderr


def test_excerpts_leave_out_a_name(run: Run, tmp_path: Path, query: Query) -> None:
    """Beside a quotation of somebody else, and outside all that anybody says."""
    path, out = small(tmp_path / "small.db"), tmp_path / "out.db"
    assert run("redact", path, out, "--context", 20).exit_code == 0
    before = "select text from excerpts where text like '%will pay%'"
    assert query(out, before) == [("hat “the guild will pay for this”.\n\nT",)]
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(
            """insert into mentions (article_id, actor_id, name, start, "end")
            select id, 'marek-dosh', 'that', instr(text, 'that “the guild') - 1, instr(text, 'that “the guild') + 3
            from articles where id = 'fire'"""
        )
        db.executescript(PLANT)
    assert run("redact", path, out, "--context", 20).exit_code == 0
    [(text,)] = query(out, before)
    assert str(text).startswith(" “the guild will pay for this”.")


def test_a_table_that_nobody_decided_on_stays_inside(run: Run, tmp_path: Path, query: Query) -> None:
    """What a later version adds, whatever it is made of, is not in the copy until somebody names it."""
    path, out = small(tmp_path / "small.db"), tmp_path / "copy.db"
    prose = "condemned the fire and accused the mayor of staging what had happened at night"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("create table _postings (word text primary key, places text)")
        db.execute("insert into _postings values (?, ?)", [prose.replace(" ", "_"), prose])
        db.execute("create virtual table notes_fts using fts5(words)")
        db.execute("insert into notes_fts values (?)", [prose])
        db.execute("alter table articles add column summary text")
        db.execute("update articles set summary = ?", [prose])
        db.execute("create view prose as select places from _postings")
    assert run("redact", path, out).exit_code == 0
    assert prose.encode() in path.read_bytes()
    assert prose.encode() not in out.read_bytes()
    assert b"staging_what" not in out.read_bytes()
    assert (
        query(out, "select name from sqlite_master where name in ('_postings', 'notes_fts', 'prose')") == []
    )
