"""``load``, ``rejects`` and the stages, as a user runs them."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from tests.loaders.conftest import PNG, Content, Query, Run


def test_load_says_what_it_did(articles: Path, tmp_path: Path, run: Run, query: Query) -> None:
    path = tmp_path / "t.db"
    result = run("load", path, articles)
    (found,) = query(path, "select count(*) from attributions")[0]
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        f"2 articles, {found} attributions, 0 rejected\n",
        "",
    )
    assert query(path, "select title, language, encoding, source from articles order by title") == [
        ("Bridge stays closed", "en", "utf-8", "text"),
        ("Harbour ministry blames saboteurs for granary blaze", "en", "utf-8", "text"),
    ]
    assert query(
        path, "select command, articles, attributions, rejected, ended_at is not null from loads"
    ) == [(f"load {articles}", 2, found, 0, 1)]
    assert sorted(os.listdir(tmp_path)) == ["articles", "t.db"]


def test_load_says_which_languages_it_does_not_read(tmp_path: Path, run: Run, query: Query) -> None:
    french, english = tmp_path / "fr.txt", tmp_path / "en.txt"
    french.write_text(
        "Le pont est fermé\n\nLe maire du village a annoncé mardi que le pont resterait fermé jusqu’au printemps, parce que les "
        "travaux n’ont pas encore commencé. « Nous attendons les pierres », a déclaré le maire aux habitants de la vallée.\n",
        encoding="utf-8",
    )
    english.write_text("The mayor said the bridge was closed. She said that it would open in May.\n" * 4)
    codes = tmp_path / "codes.txt"
    codes.write_text("0x1f 0x33 ff ee dd cc bb aa 00 11 22 " * 20)
    path = tmp_path / "t.db"
    result = run("load", path, french, english, codes)
    line = "extraction: only English is read; hardly any statement is found in what is"
    said = f"{line} in no language, as codes are: {codes}\n{line} written in “fr”: {french}\n"
    assert (result.exit_code, result.stderr) == (0, said)
    assert run("load", path, english).stderr == ""
    assert query(path, "select json_extract(counts, '$.unread') from loads") == [(2,), (None,)]
    assert run("load", tmp_path / "plain.db", french, "--no-extract").stderr == ""


def test_the_statements_have_their_speakers(loaded: Path, query: Query) -> None:
    assert ("Orla Venn", "Nobody who loves this city would burn its bread,") in query(
        loaded, "select speaker, quotation from statements"
    )
    assert ("Tam Hurley", "four fires were lit") in query(
        loaded, "select speaker, content_text from statements"
    )


def test_loading_twice_changes_nothing_but_loads(
    articles: Path, loaded: Path, run: Run, query: Query, content: Content
) -> None:
    before = content(loaded)
    result = run("load", loaded, articles, "--json")
    counts = json.loads(result.stdout)
    assert (counts["articles"], counts["changed"], counts["rejected"]) == (2, 0, 0)
    assert content(loaded) == before
    assert query(loaded, "select count(*) from loads") == [(2,)]


def test_two_workers_write_what_one_writes(
    articles: Path, tmp_path: Path, run: Run, content: Content
) -> None:
    text = (articles / "harbour.txt").read_text()
    for n in range(20):
        (articles / f"more-{n:02}.txt").write_text(f"Part {n}\n\n{text}")
    (articles / "more-10.txt").write_bytes(PNG)
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    for path, workers in ((one, 1), (two, 2)):
        result = run("load", path, articles, "--workers", workers)
        assert result.stdout.startswith("21 articles, ")
        assert result.stdout.endswith(" 1 rejected\n")
    assert content(one) == content(two)


def test_a_database_in_the_folder_that_is_loaded_is_no_article(articles: Path, run: Run) -> None:
    for _ in range(2):
        assert run("load", articles / "here.db", articles).exit_code == 0


@pytest.mark.parametrize("stage", ["extract", "resolve", "compare"])
def test_a_stage_again_changes_nothing(
    stage: str, loaded: Path, run: Run, query: Query, content: Content
) -> None:
    before = content(loaded)
    (found,) = query(loaded, "select count(*) from attributions")[0]
    result = run(stage, loaded)
    assert (result.exit_code, result.stdout) == (0, f"2 articles, {found} attributions, 0 rejected\n")
    assert content(loaded) == before


def test_extract_finds_what_load_was_told_not_to(
    articles: Path, loaded: Path, tmp_path: Path, run: Run, query: Query
) -> None:
    path = tmp_path / "later.db"
    assert run("load", path, articles, "--no-extract").stdout == "2 articles, 0 attributions, 0 rejected\n"
    run("extract", path)
    statement = "select id, content_text, actor_id from attributions order by id"
    assert query(path, statement) == query(loaded, statement)


@pytest.mark.parametrize(
    ("options", "expected"),
    [(["--limit", "1"], 1), (["--limit", "5"], 2), (["--since", "2031"], 2), (["--source", "text"], 2)],
    ids=["limit", "limit above", "no date is kept", "source"],
)
def test_options_of_load(
    options: list[str], expected: int, articles: Path, tmp_path: Path, run: Run, query: Query
) -> None:
    path = tmp_path / "t.db"
    assert run("load", path, articles, *options).exit_code == 0
    assert query(path, "select count(*) from articles") == [(expected,)]


def test_standard_input_is_one_article(articles: Path, tmp_path: Path, run: Run, query: Query) -> None:
    path = tmp_path / "t.db"
    for name in ("harbour.txt", "bridge.txt", "harbour.txt"):
        assert run("load", path, "-", stdin=(articles / name).read_bytes()).exit_code == 0
    assert query(path, "select title, supersedes from articles order by n") == [
        ("Harbour ministry blames saboteurs for granary blaze", None),
        ("Bridge stays closed", None),
    ]


def test_what_cannot_be_read_is_kept_and_the_run_goes_on(
    articles: Path, tmp_path: Path, run: Run, query: Query
) -> None:
    path = tmp_path / "t.db"
    (articles / "empty.txt").write_bytes(b"")
    (articles / "picture.txt").write_bytes(PNG)
    (articles / "sound.mp3").write_bytes(b"ID3")
    result = run("load", path, articles)
    assert result.exit_code == 1
    assert result.stdout.endswith("attributions, 3 rejected\n")
    assert query(path, "select count(*) from articles") == [(2,)]
    nobody = "no source reads this kind of input. Save it as plain text, or name a source with --source."
    reasons = [
        (str(articles / "empty.txt"), "the input is empty. Leave it out, or fetch it again.", b""),
        (str(articles / "picture.txt"), "this is a PNG picture, not text. Save it as plain text first.", PNG),
        (
            str(articles / "sound.mp3"),
            f"{articles / 'sound.mp3'}: {nobody}",
            b"",
        ),
    ]
    assert query(path, "select location, reason, raw from rejects order by location") == reasons
    assert all(reason in result.stderr for _, reason, _ in reasons)
    assert [line.split(": ")[0] for line in run("rejects", path).stdout.splitlines()] == [
        row[0] for row in reasons
    ]
    again = run("load", path, articles, "--allow-rejects", "--silent")
    assert (again.exit_code, again.output) == (0, "")
    assert query(path, "select location, reason, raw from rejects order by location") == reasons


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["load", "t.db"], 2, "Missing argument 'LOCATION...'"),
        (["load", "t.db", "nothere.txt"], 1, "nothere.txt: there is no such file or folder. Check the path."),
        (["load", "t.db", "no*.txt"], 1, "no*.txt: no file matches this pattern."),
        (
            ["load", "t.db", "-", "--since", "soon"],
            2,
            "'soon' is no date. Write 2021-11-07, 2021-11 or 2021.",
        ),
        (["load", "t.db", "-", "--limit", "0"], 2, "0 is not in the range x>=1"),
        (
            ["load", "t.db", "-", "--source", "smell"],
            2,
            "there is no source 'smell'. Choose one of: ",
        ),
        (["load", ".", "-"], 2, "is a directory"),
        (["extract", "t.db"], 1, "t.db does not exist. Make it with: hearsay-to-sqlite load t.db LOCATION…"),
        (["check", "t.db"], 1, "t.db does not exist."),
        (["rejects", "t.db"], 1, "t.db does not exist."),
        (["sing"], 2, "No such command 'sing'"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_misuse_and_failure(
    words: list[str], code: int, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(*words, stdin="Some text that somebody wrote.")
    assert result.exit_code == code
    assert message in result.stderr
    assert result.stdout == ""


def test_a_finished_file_opens_from_a_read_only_folder(loaded: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "published"
    folder.mkdir()
    path = shutil.copy(loaded, folder)
    os.chmod(path, stat.S_IRUSR)
    os.chmod(folder, stat.S_IRUSR | stat.S_IXUSR)
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            assert connection.execute("select count(*) from statements").fetchone()[0] > 0
        assert run("check", path).exit_code == 0
        assert os.listdir(folder) == ["loaded.db"]
    finally:
        os.chmod(folder, stat.S_IRWXU)


def test_loaded_articles_fill_the_search_tables(loaded: Path, query: Query) -> None:
    assert query(
        loaded,
        "select attributions.quotation from statements_fts join attributions on attributions.n = statements_fts.rowid"
        " where statements_fts match 'burning bread venn'",
    ) == [("Nobody who loves this city would burn its bread,",)]
    assert query(loaded, "select count(*) from articles_fts where articles_fts match 'granary'") == [(1,)]
