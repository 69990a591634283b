"""``docs/api.md`` names every key of every JSON twin, and no key that is not there."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from datasette.app import Datasette

DOCS = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
COMMON = {
    "ok", "citation", "dataset_sha256", "page", "title", "url", "database", "sql_url", "rows_url", "charts", "own_charts", "left_out", "notices", "next",
    "next_url",
}  # fmt: skip
PAGES = {
    "overview": "",
    "claim": "/claim/militias-did-it",
    "actor": "/actor/ali-shamkhani",
    "article": "/article/return-to-chaos",
    "statement": "/statement/003-kh-member-victim",
    "framing": "/framing/foreign-hand",
    "compare": "/compare/return-to-chaos-copy/return-to-chaos",
    "discrepancies": "/discrepancies",
    "search": "/search",
    "match": "/match",
    "review": "/review",
    "corrections": "/corrections",
    "method": "/method",
}


def documented(page: str) -> set[str]:
    """Return the keys that the documentation gives for a page, besides those of every page."""
    row = re.search(rf"^\| {page} \| `[^`]*` \| (.*) \|$", DOCS, re.MULTILINE)
    assert row, f"docs/api.md has no row for {page}"
    return set(re.findall(r"`(\w+)`", row.group(1)))


def keys(database: Path, path: str) -> set[str]:
    """Return the keys of the JSON at ``path``."""

    async def get() -> set[str]:
        datasette = Datasette([str(database)])
        await datasette.invoke_startup()
        response = await datasette.client.get(path)
        assert response.status_code == 200, response.text[:300]
        return set(response.json())

    return asyncio.run(get())


@pytest.mark.parametrize("page", PAGES)
def test_keys_are_documented(made: dict[str, Path], page: str) -> None:
    found = keys(made["case"], f"/-/hearsay/case{PAGES[page]}.json?q=attack")
    assert found - COMMON == documented(page)
    assert {"ok", "page", "title", "url", "database", "charts", "left_out"} <= found


def test_list_of_cases_is_documented(made: dict[str, Path]) -> None:
    assert keys(made["case"], "/-/hearsay.json") - COMMON == documented("cases")


def test_keys_of_every_page_are_explained() -> None:
    before = DOCS.split("## Page by page")[0]
    assert set(re.findall(r"`(\w+)`", before)) >= COMMON
