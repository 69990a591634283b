"""``export``: each format as others read it, with validators that are not ours, and what must not be in any of them."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import feedparser
import pytest
from jsonschema import Draft4Validator
from referencing import Registry
from referencing.jsonschema import DRAFT4
from tests.loaders.conftest import Run
from tests.loaders.published import CHARGE, WITHDRAWN, leaked, small

ROOT = Path(__file__).parents[2]
VALIDATORS = os.environ.get("HEARSAY_VALIDATORS", "")
FORMATS = ("datapackage", "web-annotation", "claimreview", "stix", "misp", "atom")
OUR_SENTENCE = "coast league accused strangers from across the bay"
"""Speaker, verb and target as we put them, and as the article happens to."""

BASE = "https://host.example/-/hearsay/small"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small(tmp_path_factory.mktemp("small") / "small.db")


def written(run: Run, source: Path, form: str, out: Path, *options: str) -> bytes:
    result = run("export", source, form, out, *options)
    assert result.exit_code == 0, result.output
    files = sorted(out.rglob("*.*")) if out.is_dir() else [out]
    return b"\n".join(file.read_bytes() for file in files if file.is_file())


def document(run: Run, source: Path, form: str, out: Path, *options: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(run, source, form, out, *options))
    return found


@pytest.mark.parametrize("form", FORMATS)
def test_the_gate_holds(run: Run, source: Path, tmp_path: Path, form: str) -> None:
    raw = written(run, source, form, tmp_path / "out", "--base", BASE)
    assert set(leaked(source, raw)) <= {OUR_SENTENCE}
    for secret in (CHARGE, "nothing but calm", "lit by the guild", "Reviewer Quux", "/home/quux", "fire.txt"):
        assert secret.encode() not in raw
    assert WITHDRAWN.encode() in raw


@pytest.mark.parametrize("form", ["datapackage", "web-annotation", "stix", "misp", "atom"])
def test_the_gate_can_be_opened(run: Run, source: Path, tmp_path: Path, form: str) -> None:
    raw = written(run, source, form, tmp_path / "out", "--base", BASE, "--include-unreviewed")
    assert CHARGE.encode() in raw


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_database_gives_the_same_files(run: Run, source: Path, tmp_path: Path, form: str) -> None:
    first = written(run, source, form, tmp_path / "out")
    assert written(run, source, form, tmp_path / "out") == first
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(
    not VALIDATORS, reason="HEARSAY_VALIDATORS names no Python with frictionless; make test sets it"
)
def test_frictionless_finds_the_package_valid(run: Run, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "package"
    written(run, source, "datapackage", out, "--metadata", str(ROOT / "metadata.yml"))
    command = [VALIDATORS, "-m", "frictionless", "validate", "datapackage.json", "--json"]
    report = json.loads(subprocess.run(command, cwd=out, check=False, capture_output=True).stdout)
    assert (
        report["valid"],
        report["errors"],
        [task["errors"] for task in report["tasks"] if task["errors"]],
    ) == (True, [], [])
    assert report["stats"]["tasks"] > 20


def test_the_package_describes_its_tables(run: Run, source: Path, tmp_path: Path) -> None:
    out = tmp_path / "package"
    written(run, source, "datapackage", out, "--metadata", str(ROOT / "metadata.yml"))
    package = json.loads((out / "datapackage.json").read_text())
    assert package["licenses"] == [
        {"title": "CC BY 4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}
    ]
    [attributions] = [resource for resource in package["resources"] if resource["name"] == "attributions"]
    assert attributions["description"]
    assert all(
        field.get("description") for field in attributions["schema"]["fields"] if field["name"] == "act"
    )
    with (out / "data" / "attributions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    [row] = [row for row in rows if row["id"] == "fire-dosh-victim"]
    assert (row["quotation"], row["content_text"]) == ("acting the victim", "")


def test_annotations_give_words_and_places(run: Run, source: Path, tmp_path: Path) -> None:
    page = document(run, source, "web-annotation", tmp_path / "page.json", "--base", BASE)
    [found] = [item for item in page["items"] if item["id"].endswith("/fire-dosh-victim")]
    [target] = found["target"]
    position, quote = target["selector"]
    assert quote == {"type": "TextQuoteSelector", "exact": "acting the victim"}
    assert position["end"] - position["start"] == len("acting the victim")
    assert target["source"]["id"] == "https://courier.example/fire"
    [copied] = [item for item in page["items"] if item["id"].endswith("/copy-dosh-victim")]
    assert copied["body"][0]["value"].startswith(
        "Marek Dosh accused Ilva Torrent: playing the wounded (as rendered by"
    )
    assert [item["motivation"] for item in page["items"] if item["id"].endswith(WITHDRAWN)] == ["moderating"]


@pytest.mark.shared
def test_annotations_keep_the_musts_of_w3c(run: Run, source: Path, tmp_path: Path, seeds: Path) -> None:
    folder = seeds.parent / "samples" / "webannotation"
    files = {
        path.name: path
        for path in (*folder.glob("definitions/*.json"), *folder.glob("annotations/**/*.json"))
    }

    registry: Registry[Any] = Registry().with_contents(
        [(name, json.loads(path.read_text())) for name, path in files.items()], default_specification=DRAFT4
    )
    musts = json.loads((folder / "annotations" / "annotationMusts.test").read_text())["assertions"]
    schemas = [json.loads(files[Path(name).name].read_text()) for name in musts if isinstance(name, str)]
    page = document(run, source, "web-annotation", tmp_path / "page.json")
    wrong = {
        (schema["id"], item["id"])
        for schema in schemas
        for item in page["items"]
        if Draft4Validator(schema, registry=registry).is_valid(item) != (schema["expectedResult"] == "valid")
    }
    assert len(schemas) > 30
    assert wrong == set()


def test_a_verdict_only_where_a_publisher_gives_it(run: Run, source: Path, tmp_path: Path) -> None:
    graph = document(run, source, "claimreview", tmp_path / "claims.json")["@graph"]
    [review] = [item for item in graph if item["@type"] == "ClaimReview"]
    assert review["publisher"] == {"@type": "Organization", "name": "Velia Facts"}
    assert review["reviewRating"] == {
        "@type": "Rating",
        "ratingValue": 2.0,
        "bestRating": 5.0,
        "worstRating": 1.0,
        "alternateName": "Not proven",
    }
    assert review["itemReviewed"]["identifier"] == "guild-did-it"
    claims = {item["identifier"]: item for item in graph if item["@type"] == "Claim"}
    assert set(claims) == {"attempt", "staged", "strangers-did-it"}
    assert all(claim["name"].startswith("Allegation: that ") for claim in claims.values())
    assert {claim["disambiguatingDescription"] for claim in claims.values()} == {"No verdict recorded here."}
    assert "disambiguatingDescription" not in review["itemReviewed"]
    assert claims["staged"]["firstAppearance"]["url"] == "https://courier.example/fire"
    assert {place["url"] for place in claims["staged"]["appearance"]} == {
        "https://courier.example/fire",
        "https://mirror.example/fire",
    }


def test_a_retracted_review_is_no_verdict(run: Run, tmp_path: Path) -> None:
    path = small(tmp_path / "small.db")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("update reviews set retracted_on = '2020-03-10'")
    graph = document(run, path, "claimreview", tmp_path / "claims.json")["@graph"]
    assert "ClaimReview" not in {item["@type"] for item in graph}


def test_the_feed_is_read_without_complaint(run: Run, source: Path, tmp_path: Path) -> None:
    raw = written(run, source, "atom", tmp_path / "feed.atom", "--base", BASE)
    feed = feedparser.parse(raw)
    assert (feed.bozo, feed.version) == (False, "atom10")
    ids = [entry.id for entry in feed.entries]
    assert len(ids) == len(set(ids)) > 20
    assert all(entry.updated.endswith("Z") and entry.title for entry in feed.entries)
    assert (
        f'<at:deleted-entry ref="{BASE}/statement/{WITHDRAWN}" when="2020-03-08T00:00:00Z"/>'.encode() in raw
    )
    # The rendering that went through another language stands without marks, the original with them.
    titles = {entry.id.rsplit("/", 1)[1]: entry.title for entry in feed.entries}
    assert "“acting the victim”" in titles["fire-dosh-victim"]
    assert "“" not in titles["copy-dosh-victim"]


REFUSED = [
    ("a file for a package", "datapackage", "notes.txt", (), "was not made by an export"),
    ("the database itself", "atom", "small.db", (), "is the database itself"),
    ("a folder for a feed", "atom", ".", (), "is a folder"),
    ("no folder", "atom", "no/feed.atom", (), "There is no folder"),
    ("no address", "atom", "feed.atom", ("--base", "javascript:alert(1)"), "is no address on the web"),
    ("no such format", "ris", "x.json", (), "Invalid value for 'FORMAT'"),
]


@pytest.mark.parametrize(
    ("form", "out", "options", "said"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_misuse_is_told(
    run: Run, tmp_path: Path, form: str, out: str, options: tuple[str, ...], said: str
) -> None:
    path = small(tmp_path / "small.db")
    (tmp_path / "notes.txt").write_text("mine")
    result = run("export", path, form, tmp_path / out, *options)
    assert result.exit_code == 2
    assert said in result.stderr.replace("\n", " ")
    assert (tmp_path / "notes.txt").read_text() == "mine"
