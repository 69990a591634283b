"""What was withdrawn or erased is gone on every route, in HTML and JSON, and its notices say why without saying who."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from tests.contract.conftest import run
from tests.contract.test_walk import walk
from tests.loaders.published import WITHDRAWN, small

PLANT = """
insert into notices (id, target, kind, party, text, published_on) values
    ('e1', 'marek-dosh', 'erasure', 'Marek Dosh', 'A request under privacy law.', '2020-04-02'),
    ('e2', 'article:doubts', 'erasure', 'Bay Herald', 'Taken back by its publisher.', '2020-04-03'),
    ('e3', 'strangers-did-it', 'erasure', 'A court', 'By order of a court.', '2020-04-04');
"""
GONE = {
    f"statement/{WITHDRAWN}": "Withdrawn at the union’s request.",
    "statement/fire-dosh-victim": None,
    "actor/marek-dosh": "A request under privacy law.",
    "article/doubts": "Taken back by its publisher.",
    "claim/strangers-did-it": "By order of a court.",
    "compare/doubts/fire": "Taken back by its publisher.",
    "compare/fire-copy/doubts": "Taken back by its publisher.",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The redacted copy of a case in which several things were erased."""
    folder = tmp_path_factory.mktemp("gone")
    source, out = small(folder / "source.db"), folder / "small.db"
    with closing(sqlite3.connect(source)) as db:
        db.executescript(PLANT)
    run("redact", source, out)
    return out


def answers(path: Path, addresses: list[str]) -> list[Any]:
    async def get() -> list[Any]:
        datasette = Datasette([], immutables=[str(path)])
        await datasette.invoke_startup()
        return [await datasette.client.get(address) for address in addresses]

    return asyncio.run(get())


@pytest.mark.parametrize("page", GONE)
def test_it_is_gone_on_every_route(site: Path, page: str) -> None:
    home = f"/-/hearsay/small/{page}"
    found = answers(site, [home, f"{home}/", f"{home}.json", f"{home}.json?_size=1", f"{home}?_next=1"])
    assert [answer.status_code for answer in found] == [410] * 5
    said = GONE[page]
    html, twin = found[0].text, found[2].json()
    assert twin["ok"] is False
    assert said in [notice["text"] for notice in twin.get("notices", [])] if said else "notices" not in twin
    assert said is None or said in html
    for answer in found:
        assert "Dosh" not in answer.text.replace("marek-dosh", "")


def test_rows_hold_no_more_than_the_pages(site: Path) -> None:
    """Datasette's own pages show the row of a tombstone, which has neither words nor people."""
    addresses = [
        "/small/attributions.json?_shape=array&id=fire-dosh-victim",
        "/small/statements.json?_shape=array&id=fire-dosh-victim",
        "/small/actors.json?_shape=array&id=marek-dosh",
        "/small/claims.json?_shape=array&id=strangers-did-it",
        "/small/articles.json?_shape=array&id=doubts",
    ]
    tombstone, *gone, article = [answer.json() for answer in answers(site, addresses)]
    assert [rows for rows in gone if rows] == []
    kept = {key for key, value in tombstone[0].items() if value is not None}
    assert kept.isdisjoint(
        {"quotation", "gist", "content_text", "source_text", "actor_id", "target_id", "note"}
    )
    assert (article[0]["title"], article[0]["url"]) == ("Withdrawn", None)


def test_the_site_links_to_nothing_but_answers(site: Path) -> None:
    datasette = Datasette([], immutables=[str(site)], settings={"suggest_facets": False})
    seen, _ = asyncio.run(walk(datasette, ["/-/hearsay/small", "/-/hearsay/small/corrections"], 150))
    assert set(seen.values()) <= {200, 301, 302, 410}
    gone = {path for path, status in seen.items() if status == 410}
    assert any("/actor/" in path for path in gone)
    assert not any("dosh" in path and "/actor/" in path for path in seen)


def test_the_corrections_page_says_that_and_not_who(site: Path) -> None:
    [page, twin] = answers(site, ["/-/hearsay/small/corrections", "/-/hearsay/small/corrections.json"])
    assert "A request under privacy law." in page.text
    assert "Marek" not in page.text
    found = {notice["id"]: notice for notice in twin.json()["notices"]}
    assert (found["e1"]["target_kind"], found["e1"]["party"]) == ("actor", None)
    assert set(found) == {"n1", "n2", "e1", "e2", "e3"}
