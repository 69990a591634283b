"""The search page: which matches come first, and that none is lost from page to page."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from datasette.app import Datasette

from datasette_hearsay import reading


def found(words: list[str], *texts: str, size: int = 3) -> list[int]:
    """The numbers of the statements that the search finds, best first, among ``texts`` numbered from 1."""
    db = sqlite3.connect(":memory:")
    db.execute("create virtual table statements_fts using fts5 (words)")
    db.execute("create table statements (fts_pk integer primary key, act, speaker_id)")
    db.execute("create table actors (id, name, kind)")
    db.executemany("insert into statements_fts (words) values (?)", [(text,) for text in texts])
    db.execute("insert into statements select rowid, 'assert', null from statements_fts")
    asked = [f'"{word}"' for word in words]
    params = {"match": " AND ".join(asked), "all": json.dumps(asked), "size": size, "after": 0}
    params |= {"act": "", "speaker_id": ""}
    rows = db.execute(reading.statements()["search_statements"].statement, params).fetchall()
    db.close()
    return [row[0] for row in rows]


MANY = ["the grain"] * 1_100


@pytest.mark.parametrize(
    ("words", "texts", "first"),
    [
        (["seal"], ["a seal and much else beside it", "the seal"], [2, 1]),
        (["grain", "seal"], [*MANY, "much said of grain under seal, and more", "grain seal"], [1102, 1101]),
        (["grain"], [*MANY, "grain"], [1, 2, 3]),
        (["grain", "the"], [*MANY[:3], *(["grain"] * 1_100)], [1, 2, 3]),
        (["nothing"], MANY, []),
    ],
    ids=["the shorter text", "a word that all have is not weighed", "too many", "one rare word", "none"],
)
def test_best_matches_come_first(words: list[str], texts: list[str], first: list[int]) -> None:
    assert found(words, *texts) == first


@pytest.mark.asyncio
async def test_withdrawn_matches_do_not_end_the_list(case_db: Path) -> None:
    db = sqlite3.connect(case_db)
    db.execute("insert into statements_fts (statements_fts) values ('rebuild')")
    ids = [id for (id,) in db.execute("select id from statements where source_text like '%Torrent%'")]
    db.execute("update attributions set review_status = 'withdrawn' where id = ?", (min(ids),))
    db.commit()
    db.close()
    datasette = Datasette([str(case_db)])
    await datasette.invoke_startup()
    whole = (await datasette.client.get("/-/hearsay/small/search.json?q=Torrent")).json()["statements"]
    gathered, url = [], "/-/hearsay/small/search.json?q=Torrent&_size=1"
    while url:
        page = (await datasette.client.get(url)).json()
        gathered += [row["id"] for row in page["statements"]]
        url = (page["next_url"] or "").replace("http://localhost", "")
    assert gathered == [row["id"] for row in whole]
    assert len(gathered) > 2


@pytest.mark.asyncio
async def test_what_is_found_can_be_narrowed(case_db: Path) -> None:
    datasette = Datasette([str(case_db)])
    await datasette.invoke_startup()
    whole = (await datasette.client.get("/-/hearsay/small/search.json?q=fire&_size=max")).json()
    assert [facet["name"] for facet in whole["facets"]] == ["act", "speaker_id"]
    for facet in whole["facets"]:
        assert facet["values"]
        for value in facet["values"]:
            there = [row["id"] for row in whole["statements"] if row[facet["name"]] == value["value"]]
            assert len(there) == value["statements"] < len(whole["statements"])
            page, query = value["url"].removeprefix("http://localhost").split("?")
            narrowed = (await datasette.client.get(f"{page}.json?{query}")).json()
            assert [row["id"] for row in narrowed["statements"]] == there
            [chosen] = [one for found in narrowed["facets"] for one in found["values"] if one["chosen"]]
            assert (chosen["value"], chosen["url"]) == (
                value["value"],
                f"http://localhost{page}?q=fire",
            )
