"""Every page and its JSON twin, on the invented case with and without its articles' text."""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from datasette.app import Datasette

from datasette_hearsay.pages.routes import PAGES

from .conftest import CASE, WITHOUT_TEXT, make_database

PATHS = {
    "overview": "",
    "statement": "/statement/fire-dosh-victim",
    "claim": "/claim/staged",
    "actor": "/actor/marek-dosh",
    "article": "/article/fire",
    "framing": "/framing/self-staged",
    "compare": "/compare/fire-copy/fire",
    "discrepancies": "/discrepancies",
    "search": "/search?q=Torent",
    "match": "/match?q=the+guild+lit+the+fire",
    "review": "/review",
    "corrections": "/corrections",
    "method": "/method",
}
SHAPES = {
    "with-text": (CASE, {}, False),
    "without-text": (WITHOUT_TEXT, {}, False),
    "base-url": (CASE, {"base_url": "/prefix/"}, False),
    "immutable": (CASE, {}, True),
}


def instance(path: Path, settings: dict[str, Any] | None = None, immutable: bool = False) -> Datasette:
    """A Datasette over one file."""
    files = [str(path)]
    return Datasette(
        [] if immutable else files, immutables=files if immutable else [], settings=settings or {}
    )


def twin(path: str) -> str:
    """The path of the JSON twin of a page."""
    page, mark, query = path.partition("?")
    return f"{page}.json{mark}{query}"


@pytest_asyncio.fixture(params=SHAPES.values(), ids=SHAPES.keys())
async def shaped(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Datasette]:
    """The invented case in each shape in which a site may have it."""
    fixtures, settings, immutable = request.param
    datasette = instance(make_database(tmp_path / "small.db", *fixtures), settings, immutable)
    await datasette.invoke_startup()
    yield datasette


@pytest_asyncio.fixture
async def site(case_db: Path) -> AsyncIterator[Datasette]:
    """The invented case, as it is."""
    datasette = instance(case_db)
    await datasette.invoke_startup()
    yield datasette


async def facts(datasette: Datasette, path: str) -> Any:
    """The JSON twin of a page below the invented case, which must be there."""
    response = await datasette.client.get(twin(f"/-/hearsay/small{path}"))
    assert response.status_code == 200, response.text[:500]
    return response.json()


def test_every_page_has_a_path() -> None:
    # A site's own charts come with its metadata: test_site_charts.py.
    assert {page.name for page in PAGES} - {"charts"} == set(PATHS)


@pytest.mark.asyncio
@pytest.mark.parametrize("name", PATHS, ids=str)
async def test_page(shaped: Datasette, name: str) -> None:
    response = await shaped.client.get(f"/-/hearsay/small{PATHS[name]}")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "datasette_vega" not in response.text
    assert "unsafe-eval" not in response.headers["content-security-policy"]
    assert "'unsafe-inline'" not in response.headers["content-security-policy"].split("style-src")[0]
    base = shaped.setting("base_url")
    # The canonical address alone has its host.
    body = re.sub(r'<link rel="canonical" href="http://localhost/[^"]*">', "", response.text)
    ours = re.findall(r'href="([^"]*-/hearsay[^"]*)"', body)
    assert ours
    assert {link for link in ours if not link.startswith(f"{base}-/hearsay")} == set()


@pytest.mark.asyncio
@pytest.mark.parametrize("name", PATHS, ids=str)
async def test_twin(shaped: Datasette, name: str) -> None:
    response = await shaped.client.get(twin(f"/-/hearsay/small{PATHS[name]}"))
    assert response.status_code == 200
    data = response.json()
    assert (data["ok"], data["page"], data["database"], data["left_out"]) == (True, name, "small", [])
    assert data["url"].startswith(f"http://localhost{shaped.setting('base_url')}-/hearsay/small")
    assert not {"spec", "chart_params"} & set(re.findall(r'"(\w+)":', response.text))


@pytest.mark.asyncio
@pytest.mark.parametrize("name", PATHS, ids=str)
async def test_every_link_leads_somewhere(site: Datasette, name: str) -> None:
    """Every address of this site in a twin answers, on whichever Datasette this is."""
    links: set[str] = set()

    def collect(value: Any) -> None:
        if isinstance(value, dict):
            for item in value.values():
                collect(item)
        elif isinstance(value, list):
            for item in value:
                collect(item)
        elif isinstance(value, str) and value.startswith("http://localhost/"):
            links.add(value.removeprefix("http://localhost").partition("#")[0])

    collect(await facts(site, PATHS[name]))
    assert links
    statuses = {link: (await site.client.get(link)).status_code for link in sorted(links)}
    gone = {link for link, status in statuses.items() if status == 410}
    assert {link for link, status in statuses.items() if status not in (200, 410)} == set()
    assert gone <= {"/-/hearsay/small/statement/doubts-union-calm"}


@pytest.mark.asyncio
async def test_list_of_cases(site: Datasette) -> None:
    site.add_memory_database("plain")
    response = await site.client.get("/-/hearsay.json")
    assert response.json()["cases"] == [
        {
            "database": "small",
            "title": "The fire in Port Velia",
            "description": "An invented case for tests.",
            "articles": 3,
            "attributions": 27,
            "url": "http://localhost/-/hearsay/small",
        }
    ]
    page = await site.client.get("/-/hearsay")
    assert 'href="/-/hearsay/small"' in page.text


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("path", "status", "error"),
    [
        ("/-/hearsay/nothing", 404, "There is no such database here"),
        ("/-/hearsay/_internal", 404, "There is no such database here"),
        ("/-/hearsay/plain", 404, "This database holds no attributed statements"),
        ("/-/hearsay/small/statement/nothing", 404, "There is no statement of this id"),
        ("/-/hearsay/small/statement/doubts-union-calm", 410, "This statement was withdrawn"),
        ("/-/hearsay/small/claim/nothing", 404, "There is no claim of this id"),
        ("/-/hearsay/small/actor/nothing", 404, "There is no actor of this id"),
        ("/-/hearsay/small/article/nothing", 404, "There is no such article"),
        ("/-/hearsay/small/framing/nothing", 404, "There is no framing of this name"),
        ("/-/hearsay/small/compare/fire/nothing", 404, "There are no two articles of these ids"),
        ("/-/hearsay/small/discrepancies?facet=nothing", 404, "There is no question of this id"),
    ],
)
async def test_errors_in_both_shapes(site: Datasette, path: str, status: int, error: str) -> None:
    site.add_memory_database("plain")
    page = await site.client.get(path)
    data = await site.client.get(twin(path))
    assert (page.status_code, data.status_code) == (status, status)
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert error in page.text
    for script in re.findall(r"<script>(.*?)</script>", page.text, re.DOTALL):
        digest = b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in page.headers["content-security-policy"]
    assert {key: data.json()[key] for key in ("ok", "error", "status")} == {
        "ok": False,
        "error": error,
        "status": status,
    }


@pytest.mark.asyncio
async def test_a_withdrawn_statement_says_why(site: Datasette) -> None:
    response = await site.client.get("/-/hearsay/small/statement/doubts-union-calm.json")
    assert response.json()["notices"][0]["text"] == "Withdrawn at the union’s request."
    page = await site.client.get("/-/hearsay/small/statement/doubts-union-calm")
    assert "Withdrawn at the union’s request." in page.text


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("id", "instead"),
    [("0c9d5b1e77aa4f02", "fire-torrent-attempt"), ("fire-torrent-pulled", "fire-torrent-knows")],
    ids=["superseded", "repeated"],
)
async def test_what_another_statement_replaces_has_moved(site: Datasette, id: str, instead: str) -> None:
    page = await site.client.get(f"/-/hearsay/small/statement/{id}")
    assert (page.status_code, page.headers["location"]) == (301, f"/-/hearsay/small/statement/{instead}")
    data = await site.client.get(f"/-/hearsay/small/statement/{id}.json")
    assert data.headers["location"].endswith(f"/statement/{instead}.json")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "path",
    ["/actor/ilva-torrent", "/article/fire", "/claim/staged", "/framing/self-staged", "/review"],
    ids=str,
)
async def test_lists_are_paged(site: Datasette, path: str) -> None:
    key = {"/review": "items", "/claim/staged": "appearances"}.get(path, "statements")
    whole = await facts(site, path)
    assert (whole["next"], whole["next_url"]) == (None, None)
    found: list[Any] = []
    url = f"/-/hearsay/small{path}.json?_size=1"
    for _ in range(len(whole[key]) + 1):
        page = (await site.client.get(url)).json()
        assert len(page[key]) == 1
        found += page[key]
        if page["next"] is None:
            break
        url = page["next_url"].removeprefix("http://localhost")
    assert json.dumps(found) == json.dumps(whole[key])
