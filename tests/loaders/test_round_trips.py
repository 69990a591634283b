"""What ``export`` writes, ``load`` reads back to the same rows; and what others write in the same formats."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.loaders.conftest import Query, Run
from tests.loaders.published import small

from hearsay_to_sqlite.cli import cli

Tables = dict[str, set[tuple[object, ...]]]

ABOUT_THE_FILE = frozenset({"loads"})
EXPORTED = {
    "web-annotation": ("attributions", "attribution_spans", "attribution_actors"),
    "claimreview": ("claims", "claim_sightings", "reviews", "review_claims", "events"),
}
"""Of each JSON-LD format, the tables whose rows it is about."""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented case, with all that is found out by comparing in it."""
    path = small(tmp_path_factory.mktemp("small") / "small.db")
    result = CliRunner().invoke(cli, ["compare", str(path)])
    assert result.exit_code == 0, result.output
    return path


@pytest.fixture
def redacted(run: Run, source: Path, tmp_path: Path) -> Path:
    assert run("redact", source, tmp_path / "redacted.db").exit_code == 0
    return tmp_path / "redacted.db"


def tables(path: Path) -> Tables:
    """The rows of every table that is published, without what only counts the rows of one file."""
    found: Tables = {}
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("select name from sqlite_master where type = 'table'").fetchall()
        for (table,) in names:
            if table[0] != "_" and "_fts" not in table and table not in ABOUT_THE_FILE:
                info = connection.execute(
                    "select name, type, pk from pragma_table_info(?)", (table,)
                ).fetchall()
                keys = [(name, kind) for name, kind, key in info if key]
                number = keys[0][0] if len(keys) == 1 and keys[0][1] == "INTEGER" else ""
                columns = ", ".join(f'"{name}"' for name, *_ in info if name not in ("load_id", number))
                found[table] = set(connection.execute(f'select {columns} from "{table}"').fetchall())
    return found


def test_a_data_package_comes_back_whole(run: Run, source: Path, redacted: Path, tmp_path: Path) -> None:
    assert run("export", source, "datapackage", tmp_path / "package").exit_code == 0
    result = run("load", tmp_path / "back.db", tmp_path / "package")
    assert (result.exit_code, result.stderr) == (0, "")
    assert tables(tmp_path / "back.db") == tables(redacted)
    assert sum(map(len, tables(redacted).values())) > 100
    assert run("check", tmp_path / "back.db").exit_code == 0


def test_what_a_machine_found_comes_back(run: Run, articles: Path, tmp_path: Path, query: Query) -> None:
    again = (
        (articles / "harbour.txt")
        .read_text()
        .replace("Monday", "Tuesday")
        .replace("four fires", "seven fires")
    )
    (articles / "again.txt").write_text(again)
    assert run("load", tmp_path / "own.db", articles).exit_code == 0
    options = ("--include-unreviewed",)
    assert run("redact", tmp_path / "own.db", tmp_path / "redacted.db", *options).exit_code == 0
    assert run("export", tmp_path / "own.db", "datapackage", tmp_path / "package", *options).exit_code == 0
    assert run("load", tmp_path / "back.db", tmp_path / "package").exit_code == 0
    assert query(tmp_path / "back.db", "select count(*) > 0 from utterances") == [(1,)]
    assert tables(tmp_path / "back.db") == tables(tmp_path / "redacted.db")


@pytest.mark.parametrize("form", EXPORTED)
def test_what_json_ld_is_about_comes_back(
    run: Run, source: Path, redacted: Path, tmp_path: Path, form: str, query: Query
) -> None:
    assert run("export", source, form, tmp_path / "out.json").exit_code == 0
    result = run("load", tmp_path / "back.db", tmp_path / "out.json")
    assert result.exit_code == 0, result.output
    came, went = tables(tmp_path / "back.db"), tables(redacted)
    if form == "web-annotation":
        shown = {id for (id,) in query(redacted, "select id from statements")}
        went = {table: {row for row in went[table] if row[0] in shown} for table in EXPORTED[form]}
    assert {table: came[table] for table in EXPORTED[form]} == {
        table: went[table] for table in EXPORTED[form]
    }
    assert all(went[table] for table in EXPORTED[form])


@pytest.mark.parametrize("form", ["datapackage", *EXPORTED])
def test_twice_is_once(run: Run, source: Path, tmp_path: Path, form: str) -> None:
    # Known for what it is by any name.
    out = tmp_path / ("out" if form == "datapackage" else "out.2021-11")
    assert run("export", source, form, out).exit_code == 0
    assert run("load", tmp_path / "back.db", out).exit_code == 0
    first = tables(tmp_path / "back.db")
    assert run("load", tmp_path / "back.db", out).exit_code == 0
    assert tables(tmp_path / "back.db") == first


def test_it_joins_what_is_there_and_changes_nothing_of_it(
    run: Run, source: Path, articles: Path, tmp_path: Path
) -> None:
    assert run("load", tmp_path / "own.db", articles).exit_code == 0
    before = tables(tmp_path / "own.db")
    assert run("export", source, "datapackage", tmp_path / "package").exit_code == 0
    assert run("load", tmp_path / "own.db", tmp_path / "package").exit_code == 0
    after = tables(tmp_path / "own.db")
    for table in ("articles", "attributions", "attribution_spans"):
        assert before[table] < after[table]


def broken(package: Path, how: str) -> str:
    """Break a package; what is said about it must name this file."""
    head, file = package / "datapackage.json", package / "data" / "claims.csv"
    described = json.loads(head.read_text())
    [claims] = [one for one in described["resources"] if one["name"] == "claims"]
    if how == "changed":
        file.write_bytes(file.read_bytes() + b"\n")
        return str(file)
    if how == "missing":
        file.unlink()
        return str(file)
    if how == "elsewhere":
        claims["path"] = "../../secret.csv"
    elif how == "strange table":
        claims["name"] = "sqlite-master"
    elif how == "private table":
        claims["name"] = "-state"
    elif how == "strange type":
        claims["schema"]["fields"][0]["type"] = "geopoint"
    elif how == "no columns":
        del claims["schema"]
    else:
        described["resources"] = "all"
    head.write_text(json.dumps(described))
    return str(head) if how in ("elsewhere", "no columns", "no list") else str(file)


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("changed", "it is not the file that the package was written with."),
        ("missing", "it cannot be read (No such file or directory)."),
        ("elsewhere", "leads out of its folder."),
        ("strange table", "sqlite_master is no table of ours"),
        ("private table", "_state is no table of ours"),
        ("strange type", "a value is not of its column's type"),
        ("no columns", "it does not say what the columns of claims are."),
        ("no list", "it lists no resources."),
    ],
)
def test_a_broken_package_is_refused(run: Run, source: Path, tmp_path: Path, how: str, said: str) -> None:
    package = tmp_path / "package"
    assert run("export", source, "datapackage", package).exit_code == 0
    (tmp_path / "secret.csv").write_text("a,b\n1,2\n")
    place = broken(package, how)
    result = run("load", tmp_path / "back.db", package)
    assert result.exit_code == 1
    assert said in result.stderr
    assert place in result.stderr
    assert run("check", tmp_path / "back.db").exit_code == 0


def test_other_peoples_packages_are_folders_like_any(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir()
    (folder / "datapackage.json").write_text('{"profile": "data-package", "resources": []}')
    (folder / "t.csv").write_text("title,url,text\nFire,https://courier.example/f,It burns.\n")
    result = run("load", tmp_path / "back.db", folder)
    assert result.stdout.splitlines()[-1].startswith("1 article")


def annotated(**members: Any) -> dict[str, Any]:
    return {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:a", "type": "Annotation", **members}


QUOTE = {"type": "TextQuoteSelector", "exact": "It was dry that week", "prefix": "said: "}


@pytest.mark.parametrize(
    ("document", "rows"),
    [
        (
            annotated(
                body="https://x.example/post",
                target={"source": "https://courier.example/f", "selector": QUOTE},
            ),
            [("https://courier.example/f", "It was dry that week", None, "assert")],
        ),
        (
            annotated(
                body=[
                    {"type": "TextualBody", "value": "He says it had not rained.", "purpose": "describing"},
                    {"type": "TextualBody", "value": "deny", "purpose": "tagging"},
                ],
                target=[{"source": {"id": "https://courier.example/f"}, "selector": [QUOTE]}],
            ),
            [("https://courier.example/f", "It was dry that week", "He says it had not rained.", "deny")],
        ),
        (
            annotated(bodyValue="A remark on the whole.", target="https://courier.example/f"),
            [("https://courier.example/f", None, "A remark on the whole.", "assert")],
        ),
        (annotated(body="https://x.example/post", target="https://courier.example/f"), []),
        (annotated(bodyValue="x", hearsayRows={"attributions": [{"id": ["no", "cell"]}]}), []),
        (annotated(bodyValue="x", hearsayRows={"sqlite_master": [{"name": "x"}]}), []),
        (annotated(bodyValue="x", hearsayRows={"attributions": [{"id": "x", "article_id": "gone"}]}), []),
    ],
    ids=["quoted", "described", "remark", "nothing", "no-cells", "no-table", "dangling"],
)
def test_annotations_of_others(
    run: Run, tmp_path: Path, document: dict[str, Any], rows: list[object], query: Query
) -> None:
    (tmp_path / "a.jsonld").write_text(json.dumps({"type": "AnnotationPage", "items": [document]}))
    result = run("load", tmp_path / "x.db", tmp_path / "a.jsonld")
    assert result.exit_code == (0 if rows else 1), result.output
    found = "select url, quotation, gist, act from attributions join articles on articles.id = article_id"
    assert query(tmp_path / "x.db", found) == rows
    assert query(tmp_path / "x.db", "select count(*) from rejects") == [(0 if rows else 1,)]


def test_a_claim_without_a_review_is_a_claim(run: Run, tmp_path: Path, query: Query) -> None:
    claim = {
        "@context": "https://schema.org",
        "@type": "Claim",
        "text": "The dam holds.",
        "author": {"@type": "Person", "name": "Ada Quill"},
        "appearance": [{"@type": "NewsArticle", "url": "https://courier.example/dam"}],
    }
    (tmp_path / "c.json").write_text(json.dumps(claim))
    assert run("load", tmp_path / "x.db", tmp_path / "c.json").exit_code == 0
    assert query(tmp_path / "x.db", "select proposition, claimant_id, origin from claims") == [
        ("The dam holds.", "ada-quill", "imported")
    ]
    assert query(tmp_path / "x.db", "select url from claim_sightings") == [("https://courier.example/dam",)]
    assert query(tmp_path / "x.db", "select count(*) from reviews") == [(0,)]


def test_a_torn_line_of_a_large_page_is_refused_by_itself(
    run: Run, source: Path, tmp_path: Path, query: Query
) -> None:
    out = tmp_path / "out.json"
    assert run("export", source, "web-annotation", out).exit_code == 0
    lines = out.read_text(encoding="utf-8").split("\n")
    lines[2] = lines[2][:200]
    out.write_text("\n".join(lines), encoding="utf-8")
    result = run("load", tmp_path / "x.db", out)
    assert (result.exit_code, f"{out}:3" in result.stderr) == (1, True)
    kept = query(tmp_path / "x.db", "select line, length(raw) from rejects")
    assert kept == [(3, 201)]


def test_the_bundled_case_comes_back(run: Run, tmp_path: Path) -> None:
    case = Path(__file__).parents[2] / "cases" / "kadhimi-2021" / "case.yml"
    assert run("build", case, tmp_path / "case.db").exit_code == 0
    assert run("redact", tmp_path / "case.db", tmp_path / "redacted.db").exit_code == 0
    assert run("export", tmp_path / "case.db", "datapackage", tmp_path / "package").exit_code == 0
    assert run("load", tmp_path / "back.db", tmp_path / "package").exit_code == 0
    assert tables(tmp_path / "back.db") == tables(tmp_path / "redacted.db")
