"""Hundreds of random query strings at every route, seeded: whatever is asked, no answer is a failure of ours."""

from __future__ import annotations

import os
import random
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import pytest_asyncio
from datasette.app import Datasette

from datasette_hearsay import compat

from .test_pages import PATHS

KEYS = [
    "q",
    "_size",
    "_next",
    "kind",
    "facet",
    "type",
    "_shape",
    "_format",
    "id",
    "_sort",
    "format",
    "",
    "database",
    "_x[]",
]
ODD = [
    "", "0", "-1", "max", "1e9", "9" * 30, "\x00", "\u202e", "𝟗", "٣", "\ud7ff", "\ufffe", "'", '"', "*", "()", "NEAR(", "a:b",
    "<script>", "%", "%%", "{{7*7}}", "../..", "null", "a" * 3000, "🔥" * 200, ";drop table claims", "x y z", "--", "\\", "~2F",
]  # fmt: skip
BROKEN = [
    "%",
    "%zz",
    "%ff%fe",
    "=&=&=",
    "&&&",
    "q=%c3%28",
    "_next=%00",
    "_size=%e2%82",
    "a=1;b=2",
    "?",
    "#",
    "q=a+b%2",
]
EXPECTED = {200, 301, 302, 400, 404, 410, 414, 431}
EACH = int(os.environ.get("HEARSAY_EACH", "14"))
"""How often each route is asked; ``HEARSAY_EACH=360`` asks ten thousand questions in all."""


CHART: dict[str, Any] = {
    "plugins": {
        "datasette-hearsay": {
            "charts": {"one": {"title": "T", "sql": "select :q as q, :id as id", "spec": {"mark": "bar"}}}
        }
    }
}


@pytest_asyncio.fixture
async def site(case_db: Path) -> AsyncIterator[Datasette]:
    """The invented case, as it is."""
    one = compat.is_one(Datasette())
    datasette = Datasette([str(case_db)], **{"config" if one else "metadata": CHART})
    await datasette.invoke_startup()
    yield datasette


def asked(chance: random.Random) -> str:
    """A random query string: known and unknown keys, several times, with odd values, or one that is broken itself."""
    if chance.random() < 0.2:
        return chance.choice(BROKEN)
    return "&".join(
        f"{quote(chance.choice(KEYS))}={quote(chance.choice(ODD).encode('utf-8', 'surrogatepass'))}"
        for _ in range(chance.randrange(1, 5))
    )


ROUTES = {
    **{name: f"/-/hearsay/small{path.partition('?')[0]}" for name, path in PATHS.items()},
    "cases": "/-/hearsay",
    "charts": "/-/hearsay/small/charts/one",
}


@pytest.mark.asyncio
@pytest.mark.parametrize("name", ROUTES)
async def test_no_query_string_is_an_error_of_ours(site: Datasette, name: str) -> None:
    chance = random.Random(name)
    answered = {}
    for ending in ("", ".json"):
        for _ in range(EACH):
            path = f"{ROUTES[name]}{ending}?{asked(chance)}"
            answered[path] = (await site.client.get(path)).status_code
    assert {path: status for path, status in answered.items() if status not in EXPECTED} == {}
    assert 200 in answered.values()


@pytest.mark.asyncio
@pytest.mark.parametrize("kind", ["statement", "claim", "actor", "article", "framing", "compare"])
async def test_no_id_is_an_error_of_ours(site: Datasette, kind: str) -> None:
    chance = random.Random(kind)
    for _ in range(EACH):
        ids = [quote(chance.choice(ODD), safe="") or "~" for _ in range(2 if kind == "compare" else 1)]
        path = f"/-/hearsay/small/{kind}/{'/'.join(ids)}"
        for ending in ("", ".json"):
            assert (await site.client.get(path + ending)).status_code in EXPECTED, path + ending
