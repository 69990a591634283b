"""``retry``, and a load that finds mended what it refused before."""

from __future__ import annotations

from pathlib import Path

from tests.loaders.conftest import PNG, Query, Run


def test_retry_drops_what_works_now(articles: Path, tmp_path: Path, run: Run, query: Query) -> None:
    path = tmp_path / "t.db"
    text = (articles / "bridge.txt").read_bytes()
    (articles / "bridge.txt").write_bytes(b"")
    (articles / "picture.txt").write_bytes(PNG)
    run("load", path, articles)
    (articles / "bridge.txt").write_bytes(text)
    (articles / "picture.txt").unlink()
    result = run("retry", path)
    assert result.exit_code == 1
    assert result.stdout.startswith("1 article, ")
    # The picture is gone; what was refused of it is still the picture.
    assert query(path, "select location, raw from rejects") == [(str(articles / "picture.txt"), PNG)]
    assert query(path, "select count(*) from articles") == [(2,)]


def test_retry_forgets_that_nothing_came_through_a_pipe(tmp_path: Path, run: Run, query: Query) -> None:
    path = tmp_path / "t.db"
    assert run("load", path, "-", stdin=b"").exit_code == 1
    assert query(path, "select location from rejects") == [("-",)]
    assert run("retry", path).exit_code == 0
    assert query(path, "select location from rejects") == []


def test_retry_without_the_model_of_the_refusal(tmp_path: Path, run: Run) -> None:
    model, text = tmp_path / "model.json", tmp_path / "a.txt"
    for file in (model, text):
        file.write_bytes(b"")
    assert run("load", tmp_path / "t.db", text, "--model", model).exit_code == 1
    model.unlink()
    text.write_text("Bridge stays closed\n\nAnn Lee said that the bridge was closed.\n")
    result = run("retry", tmp_path / "t.db")
    assert result.exit_code == 2
    assert f"the model {model} cannot be read: No such file or directory. Put it back" in result.stderr


def test_retry_reads_with_the_options_of_the_refusal(tmp_path: Path, run: Run, query: Query) -> None:
    path = tmp_path / "t.db"
    mapped, plain, named = tmp_path / "mapped.csv", tmp_path / "plain.csv", tmp_path / "named.dat"
    for table, words in ((mapped, "Wortlaut"), (plain, "text"), (named, "text")):
        table.write_text(f"Titel,{words}\n")
    assert (
        run("load", path, mapped, "--map", "text=Wortlaut", "--map", "title=Titel", "--no-extract").exit_code
        == 1
    )
    assert run("load", path, plain).exit_code == 1
    assert run("load", path, named, "--source", "rows").exit_code == 1
    assert query(path, "select options from rejects order by id") == [
        ('{"extract": false, "mapping": [["text", "Wortlaut"], ["title", "Titel"]]}',),
        (None,),
        ('{"source": "rows"}',),
    ]
    for table, said in (
        (mapped, "Orla Venn said no."),
        (plain, "Lise Brandt said yes."),
        (named, "Tam Hurley said little."),
    ):
        table.write_text(f"{table.read_text()}Fire,{said}\n")
    assert run("retry", path).exit_code == 0
    assert query(
        path,
        "select title, text, (select count(*) from attributions where article_id = articles.id) from articles",
    ) == [
        ("Fire", "Orla Venn said no.", 0),
        ("Lise Brandt said yes.", "Lise Brandt said yes.", 1),
        ("Tam Hurley said little.", "Tam Hurley said little.", 1),
    ]


def test_a_file_that_was_mended_is_refused_no_more(articles: Path, tmp_path: Path, run: Run) -> None:
    path = tmp_path / "t.db"
    text = (articles / "bridge.txt").read_bytes()
    (articles / "bridge.txt").write_bytes(b"")
    run("load", path, articles)
    (articles / "bridge.txt").write_bytes(text)
    assert run("load", path, articles).exit_code == 0
    assert run("rejects", path).stdout == ""
