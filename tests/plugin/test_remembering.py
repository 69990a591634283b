"""What is kept of a file that does not change: the same answer, for those alone who may see it, and within bounds."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette

from datasette_hearsay import compat, reading
from datasette_hearsay.pages import remembering

BASE = "/-/hearsay/small"
PATHS = ["", "/claim/staged", "/actor/marek-dosh", "/search?q=fire"]


def twin(path: str) -> str:
    """The address of the JSON twin."""
    page, mark, query = path.partition("?")
    return f"{BASE}{page}.json{mark}{query}"


@pytest.mark.asyncio
async def test_an_answer_that_is_kept_is_the_same_and_nothing_is_read_for_it(
    case_db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Datasette([], immutables=[str(case_db)])
    await site.invoke_startup()
    addresses = [address for path in PATHS for address in (BASE + path, twin(path))]
    first = [(await site.client.get(address)).text for address in addresses]
    monkeypatch.setattr(reading, "Reader", None)
    assert [(await site.client.get(address)).text for address in addresses] == first


@pytest.mark.asyncio
async def test_a_file_that_may_change_is_read_each_time(case_db: Path) -> None:
    site = Datasette([str(case_db)])
    await site.invoke_startup()
    assert "Marek Dosh" in (await site.client.get(f"{BASE}/actor/marek-dosh")).text
    db = sqlite3.connect(case_db)
    db.execute("update actors set name = 'Another Name' where id = 'marek-dosh'")
    db.commit()
    db.close()
    for ending in ("", ".json"):
        assert "Another Name" in (await site.client.get(f"{BASE}/actor/marek-dosh{ending}")).text


@pytest.mark.asyncio
async def test_what_one_reader_saw_is_kept_from_who_may_not_see_it(case_db: Path) -> None:
    one = compat.is_one(Datasette())
    config = {"databases": {"small": {"allow": {"id": "root"}, "allow_sql": {"id": "root"}}}}
    site = Datasette([], immutables=[str(case_db)], **{"config" if one else "metadata": config})
    await site.invoke_startup()
    root = {"ds_actor": site.sign({"a": {"id": "root"}}, "actor")}
    for path in (BASE, f"{BASE}.json"):
        statuses = [
            (await site.client.get(path, cookies=cookies)).status_code for cookies in (root, {}, root, {})
        ]
        assert statuses == [200, 403, 200, 403]


@pytest.mark.asyncio
async def test_links_that_a_reader_may_not_follow_are_not_anothers(case_db: Path) -> None:
    one = compat.is_one(Datasette())
    config = {"databases": {"small": {"allow_sql": {"id": "root"}}}}
    site = Datasette([], immutables=[str(case_db)], **{"config" if one else "metadata": config})
    await site.invoke_startup()
    root = {"ds_actor": site.sign({"a": {"id": "root"}}, "actor")}
    urls = [
        (await site.client.get(f"{BASE}.json", cookies=cookies)).json()["sql_url"]
        for cookies in (root, {}, root)
    ]
    assert [url is None for url in urls] == [False, True, False]


def test_the_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "MOST", 10)
    monkeypatch.setattr(remembering, "LARGEST", 5)
    memory = remembering.Memory()
    for name in "abc":
        memory.keep(name, remembering.Ready("1234"))
    memory.keep("d", remembering.Ready("123456"))
    memory.keep(None, remembering.Ready("1"))
    assert [name for name in (*"abcd", None) if memory.find(name)] == ["b", "c"]
    assert memory.characters == 8
    memory.find("b")
    memory.keep("e", remembering.Ready("1234"))
    assert list(memory.kept) == ["b", "e"]
