"""How long an answer may be kept, what is kept in memory, and the jump menu of Datasette 1.0."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from datasette_hearsay import compat, jumping

PATHS = ["", ".json", "/claim/staged", "/claim/staged.json", "/review?_size=1"]


async def immutable(path: Path) -> Datasette:
    """An instance that holds the file to be final."""
    datasette = Datasette([], immutables=[str(path)])
    await datasette.invoke_startup()
    return datasette


@pytest.mark.asyncio
@pytest.mark.parametrize("path", PATHS)
async def test_what_is_known_is_not_sent_again(case_db: Path, path: str) -> None:
    site = await immutable(case_db)
    first = await site.client.get(f"/-/hearsay/small{path}")
    assert first.status_code == 200
    assert first.headers["cache-control"] == "max-age=5"
    again = await site.client.get(
        f"/-/hearsay/small{path}", headers={"If-None-Match": f'"other", {first.headers["etag"]}'}
    )
    assert (again.status_code, again.text) == (304, "")
    assert again.headers["etag"] == first.headers["etag"]


@pytest.mark.asyncio
async def test_what_stays_is_not_searched_for_garbage(case_db: Path) -> None:
    await immutable(case_db)
    assert gc.get_freeze_count() > 10_000


@pytest.mark.asyncio
async def test_each_address_and_reader_has_its_own_tag(case_db: Path) -> None:
    site = await immutable(case_db)
    cookie = {"ds_actor": site.sign({"a": {"id": "ann"}}, "actor")}
    answers = [await site.client.get(f"/-/hearsay/small{path}") for path in PATHS]
    answers.append(await site.client.get("/-/hearsay/small", cookies=cookie))
    assert answers[-1].headers["cache-control"].startswith("private")
    assert len({answer.headers["etag"] for answer in answers}) == len(answers)


@pytest.mark.asyncio
async def test_another_file_has_another_tag(case_db: Path) -> None:
    site = await immutable(case_db)
    first = (await site.client.get("/-/hearsay/small.json")).headers["etag"]
    os.utime(case_db, (1, 1))
    assert (await site.client.get("/-/hearsay/small.json")).headers["etag"] != first


@pytest.mark.asyncio
async def test_what_may_change_and_what_is_not_there_is_not_kept(case_db: Path) -> None:
    mutable = Datasette([str(case_db)])
    await mutable.invoke_startup()
    for site, path, status in (
        (mutable, "/-/hearsay/small", 200),
        (await immutable(case_db), "/-/hearsay/small/claim/nothing", 404),
    ):
        answer = await site.client.get(path)
        assert answer.status_code == status
        assert "etag" not in answer.headers


@pytest.mark.asyncio
async def test_a_page_with_a_gap_is_not_kept(case_db: Path) -> None:
    site = await immutable(case_db)
    # Only ours: Datasette's own reading at its start keeps its time.
    site._settings["sql_time_limit_ms"] = 0
    answer = await site.client.get("/-/hearsay/small/method.json")
    assert answer.json()["left_out"]
    assert "etag" not in answer.headers


@pytest.mark.asyncio
async def test_jump_menu(case_db: Path) -> None:
    site = await immutable(case_db)
    if not compat.is_one(site):
        assert "jump" not in (await site.client.get("/small")).text
        return
    found = (await site.client.get("/-/jump.json?q=dosh")).json()
    assert "/-/hearsay/small/actor/marek-dosh" in str(found)
    # One at a time: the menu shows the first few of what a word finds.
    for page, label in jumping.PAGES.items():
        pages = str((await site.client.get("/-/jump.json", params={"q": label})).json())
        assert f"'/-/hearsay/small/{page}".rstrip("/") + "'" in pages
    urls = [item["url"] for item in found["matches"] if "/-/hearsay" in item["url"]]
    assert {(await site.client.get(url)).status_code for url in urls} == {200}


@pytest.mark.asyncio
async def test_jump_menu_keeps_to_what_may_be_seen(case_db: Path) -> None:
    refused: dict[str, Any] = {"databases": {"small": {"tables": {"statements": {"allow": False}}}}}
    one = compat.is_one(Datasette())
    site = Datasette([str(case_db)], **{"config" if one else "metadata": refused})
    await site.invoke_startup()
    answer = await site.client.get("/-/jump.json?q=dosh")
    assert answer.status_code == (200 if one else 404)
    assert "/-/hearsay/small" not in answer.text
