"""How each page says to cite it, and that what was cited is still there when the case has been built again."""

from __future__ import annotations

import asyncio
import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from tests.contract.conftest import ARTICLE, CASE, COPY, run
from tests.loaders.published import small

PAGES = (
    "",
    "/statement/fire-dosh-victim",
    "/claim/staged",
    "/actor/marek-dosh",
    "/article/fire",
    "/framing/self-staged",
    "/compare/fire-copy/fire",
    "/discrepancies",
    "/review",
    "/corrections",
    "/method",
)
TEXT = "34687f7635898eb36ceb06d98565c5aa667c534249dbbf905f40aeec2c2c5c69"
CITED = {
    "attributions": "statement",
    "claims": "claim",
    "actors": "actor",
    "articles": "article",
}


def twins(datasette: Datasette, paths: list[str]) -> list[Any]:
    """The HTML and the twin of each page."""

    async def get() -> list[Any]:
        await datasette.invoke_startup()
        found = []
        for path in paths:
            shown = await datasette.client.get(path)
            twin = await datasette.client.get(f"{path}.json")
            assert (shown.status_code, twin.status_code) == (200, 200), path
            found.append((shown.text, twin.json()))
        return found

    return asyncio.run(get())


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented case."""
    return small(tmp_path_factory.mktemp("cited") / "small.db")


def test_every_page_says_how_to_cite_it(case: Path) -> None:
    sha256 = hashlib.sha256(case.read_bytes()).hexdigest()
    paths = [f"/-/hearsay/small{page}" for page in PAGES]
    for path, (shown, twin) in zip(paths, twins(Datasette([], immutables=[str(case)]), paths), strict=True):
        assert twin["dataset_sha256"] == sha256
        assert twin["citation"].endswith(f" http://localhost{path} Dataset small, SHA-256 {sha256}."), path
        assert f"http://localhost{path} Dataset small, SHA-256 {sha256}." in shown
        assert shown.count('<p class="cite"') == 1


RENDERED = "as rendered by Velia Mirror (machine translation, there and back, en→xx, xx→en)"
LINES = [
    (
        "claim/staged",
        "Allegation: that the mayor lit the fire herself; attributed to Marek Dosh. Claim staged.",
    ),
    (
        "article/fire",
        f"A. Penn. Fire at the harbour office. Velia Courier. 4 March 2020. Text SHA-256 {TEXT}.",
    ),
    (
        "statement/copy-dosh-victim",
        f"Marek Dosh: playing the wounded [{RENDERED}]. Fire in the port office. Velia Mirror."
        + " Statement copy-dosh-victim, characters 221–255.",
    ),
    ("discrepancies", "Where the accounts differ. The fire in Port Velia."),
    ("framing/self-staged", "The victim staged it. The fire in Port Velia."),
    ("method", "How this was made, and what it cannot know. The fire in Port Velia."),
    ("corrections", "Corrections and decisions. The fire in Port Velia."),
]


@pytest.mark.parametrize(("page", "line"), LINES, ids=[page for page, _ in LINES])
def test_a_citation_says_what_it_is_of(case: Path, page: str, line: str) -> None:
    [(_, twin)] = twins(Datasette([str(case)]), [f"/-/hearsay/small/{page}"])
    assert twin["dataset_sha256"] is None
    assert twin["citation"] == (
        f"{line} http://localhost/-/hearsay/small/{page} Dataset small, which may still change."
    )


def test_a_dataset_is_cited_with_what_it_holds(case: Path) -> None:
    [(_, twin)] = twins(Datasette([str(case)]), ["/-/hearsay/small"])
    assert twin["citation"].startswith(
        f"The fire in Port Velia. Curated by testers. CC BY 4.0. Holds {held(case)}. http://localhost/"
    )
    assert twin["stamp"] == stamp(case)


def permalinks(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as db:
        return {
            (page, id) for table, page in CITED.items() for (id,) in db.execute(f"select id from {table}")
        }


def held(path: Path) -> str:
    with closing(sqlite3.connect(path)) as db:
        texts, statements = db.execute(
            "select (select count(*) from article_basis), (select count(*) from statements)"
        ).fetchone()
    return f"{texts} texts and {statements} statements"


def stamp(path: Path) -> str:
    with closing(sqlite3.connect(path)) as db:
        return str(db.execute("select stamp from _stamp").fetchone()[0])


def test_a_case_that_is_built_again_keeps_its_permalinks(made: dict[str, Path], tmp_path: Path) -> None:
    again, public = tmp_path / "case.db", tmp_path / "public.db"
    run("build", CASE, again)
    assert permalinks(again) == permalinks(made["case"])
    assert len(permalinks(again)) > 400
    assert stamp(again) == stamp(made["case"])
    run("redact", again, public)
    assert permalinks(public) == permalinks(again)


def test_articles_that_are_loaded_again_in_another_order_keep_theirs(
    made: dict[str, Path], tmp_path: Path
) -> None:
    for name, text in (("a", COPY), ("b", ARTICLE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    again = tmp_path / "again.db"
    run("load", again, tmp_path / "a.txt", tmp_path / "b.txt")
    assert permalinks(again) == permalinks(made["loaded"])
