"""JSON-LD and Atom: what tables, views and queries give in them, and what stands in the head of a claim's page."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as xml

import feedparser
import pytest
import pytest_asyncio
from datasette.app import Datasette

from datasette_hearsay import compat
from datasette_hearsay.exports.atom import NAMESPACE, UNDATED

HOSTILE = "</script><script>alert(1)</script>\u0000\u000b\ufffe]]>&"


@pytest_asyncio.fixture
async def site(case_db: Path) -> AsyncIterator[Datasette]:
    """The invented case, as it is."""
    datasette = Datasette([str(case_db)])
    await datasette.invoke_startup()
    yield datasette


async def graph(site: Datasette, path: str) -> dict[str, Any]:
    """The nodes of a JSON-LD answer by their address (reviews by theirs)."""
    response = await site.client.get(path)
    assert response.status_code == 200, response.text[:300]
    assert response.headers["content-type"] == "application/ld+json; charset=utf-8"
    document = response.json()
    assert document["@context"] == "https://schema.org"
    return {node.get("@id") or node["url"]: node for node in document["@graph"]}


async def feed(site: Datasette, path: str) -> xml.Element:
    """The root of an Atom answer, which must have what Atom wants."""
    response = await site.client.get(path)
    assert response.status_code == 200, response.text[:300]
    assert response.headers["content-type"] == "application/atom+xml; charset=utf-8"
    root = xml.fromstring(response.content)
    for node in (root, *root.findall(f"{{{NAMESPACE}}}entry")):
        for tag in ("id", "title", "updated"):
            assert node.findtext(f"{{{NAMESPACE}}}{tag}"), tag
    return root


def entries(root: xml.Element) -> dict[str, dict[str, str]]:
    """Title, day and content of each entry by its id."""
    tags = ("title", "updated", "content")
    return {
        entry.findtext(f"{{{NAMESPACE}}}id", ""): {
            tag: entry.findtext(f"{{{NAMESPACE}}}{tag}", "") for tag in tags
        }
        for entry in root.findall(f"{{{NAMESPACE}}}entry")
    }


BASE = "http://localhost/-/hearsay/small"


@pytest.mark.asyncio
async def test_claims_as_jsonld(site: Datasette) -> None:
    nodes = await graph(site, "/small/claims.jsonld")
    staged = nodes[f"{BASE}/claim/staged"]
    assert staged["@type"] == "Claim"
    assert staged["text"] == "The mayor lit the fire herself."
    assert staged["author"]["url"] == f"{BASE}/actor/marek-dosh"
    assert staged["name"].endswith("(no verdict recorded here)")
    assert staged["disambiguatingDescription"] == "No verdict recorded here"
    review = nodes["https://facts.example/1"]
    assert review["@type"] == "ClaimReview"
    assert review["itemReviewed"] == {"@type": "Claim", "@id": f"{BASE}/claim/guild-did-it"}
    assert review["reviewRating"] == {
        "@type": "Rating",
        "alternateName": "Not proven",
        "ratingValue": 2,
        "bestRating": 5,
        "worstRating": 1,
    }
    assert [node["@type"] for node in nodes.values()].count("ClaimReview") == 1


@pytest.mark.asyncio
async def test_statements_as_jsonld_keep_to_what_is_verbatim(site: Datasette) -> None:
    nodes = await graph(site, "/small/statements.jsonld?_size=max")
    rows = (await site.client.get("/small/statements.json?_shape=array&_size=max")).json()
    assert len(nodes) == len(rows)
    for row in rows:
        verbatim = bool(row["quotation"]) and row["wording"] in ("original", "translated")
        node = nodes[f"{BASE}/statement/{row['id']}"]
        assert node["@type"] == ("Quotation" if verbatim else "CreativeWork"), row["id"]
        machine = row["review_status"] == "machine"
        assert ("found by machine, not reviewed" in node.get("disambiguatingDescription", "")) is machine
    assert {node["@type"] for node in nodes.values()} == {"Quotation", "CreativeWork"}


@pytest.mark.asyncio
async def test_reviews_are_left_out_for_those_who_may_not_see_them(case_db: Path) -> None:
    settings = {"databases": {"small": {"tables": {"reviews": {"allow": False}}}}}
    datasette = Datasette([str(case_db)])
    key = "config" if compat.is_one(datasette) else "metadata"
    datasette = Datasette([str(case_db)], **{key: settings})
    await datasette.invoke_startup()
    nodes = await graph(datasette, "/small/claims.jsonld")
    assert {node["@type"] for node in nodes.values()} == {"Claim"}


@pytest.mark.asyncio
@pytest.mark.parametrize("table", ["claims", "statements"])
async def test_a_feed_reader_reads_every_entry(site: Datasette, table: str) -> None:
    answer = await site.client.get(f"/small/{table}.atom?_size=max")
    read = feedparser.parse(answer.content)
    assert not read.bozo
    assert [entry.id for entry in read.entries] == list(entries(xml.fromstring(answer.content)))
    assert all(entry.link.startswith(BASE) and entry.title for entry in read.entries)


@pytest.mark.asyncio
async def test_claims_as_feed(site: Datasette) -> None:
    root = await feed(site, "/small/claims.atom")
    found = entries(root)[f"{BASE}/claim/attempt"]
    assert found["title"].startswith("Allegation: that the fire was an attempt")
    assert found["title"].endswith("(no verdict recorded here)")
    assert found["updated"] == "2020-03-03T00:00:00Z"
    reviewed = entries(root)[f"{BASE}/claim/guild-did-it"]
    assert "Velia Facts: Not proven" in reviewed["content"]
    assert reviewed["updated"] == UNDATED
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{{{NAMESPACE}}}link")}
    assert links["self"] == "http://localhost/small/claims.atom"
    assert links["alternate"] == "http://localhost/small/claims"


@pytest.mark.asyncio
@pytest.mark.parametrize("path", ["/small/statements", "/small/claim_appearances", "/small/reviews"])
async def test_feed_of(site: Datasette, path: str) -> None:
    rows = (await site.client.get(f"{path}.json?_shape=array&_size=max")).json()
    ids = entries(await feed(site, f"{path}.atom?_size=max"))
    assert rows
    assert len(ids) == len({row.get("attribution_id") or row["id"] for row in rows})


@pytest.mark.asyncio
async def test_feed_of_a_stored_query_and_of_sql(site: Datasette) -> None:
    answered = await feed(site, "/small/who_blames_whom.atom")
    assert entries(answered)
    path = compat.sql_path(site, "small")
    sql = "select 'x' as attribution_id, 'A' as speaker, 'no' as words"
    made = entries(await feed(site, f"{path}.atom?sql={quote(sql)}"))
    assert made == {
        f"{BASE}/statement/x": {
            "title": "A: no",
            "updated": UNDATED,
            "content": "no\n[as this query gives the words]",
        }
    }


@pytest.mark.asyncio
@pytest.mark.parametrize("extension", ["jsonld", "atom"])
async def test_other_columns_are_refused_with_a_reason(site: Datasette, extension: str) -> None:
    response = await site.client.get(f"/small/outlets.{extension}")
    assert response.status_code == 400
    assert "claim_id, proposition" in response.text
    assert f"outlets.{extension}" not in (await site.client.get("/small/outlets")).text
    assert f"claims.{extension}" in (await site.client.get("/small/claims")).text


@pytest.mark.asyncio
async def test_hostile_text_stays_text(case_db: Path) -> None:
    db = sqlite3.connect(case_db)
    db.execute("update claims set proposition = ? || id", [HOSTILE])
    db.execute("update actors set name = ? || id", [HOSTILE])
    db.commit()
    db.close()
    datasette = Datasette([str(case_db)])
    await datasette.invoke_startup()
    assert entries(await feed(datasette, "/small/claims.atom"))
    assert entries(await feed(datasette, "/small/statements.atom"))
    page = (await datasette.client.get("/-/hearsay/small/claim/staged")).text
    assert "<script>alert(1)" not in page
    assert structured(page)["@graph"][0]["text"].startswith("</script>")


def structured(page: str) -> Any:
    """The JSON-LD in the head of a page."""
    match = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert match, page[:2000]
    return json.loads(match.group(1))


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("id", "types"), [("staged", ["Claim"]), ("guild-did-it", ["Claim", "ClaimReview"])], ids=str
)
async def test_head_of_a_claim(site: Datasette, id: str, types: list[str]) -> None:
    page = (await site.client.get(f"/-/hearsay/small/claim/{id}")).text
    nodes = structured(page)["@graph"]
    assert [node["@type"] for node in nodes] == types
    assert nodes[0]["url"] == f"{BASE}/claim/{id}"
    assert {node["url"] for node in nodes[0]["appearance"]} >= {f"{BASE}/article/fire"}
    assert f'<link rel="canonical" href="{BASE}/claim/{id}">' in page


@pytest.mark.asyncio
async def test_canonical_address_behind_a_prefix(case_db: Path) -> None:
    datasette = Datasette([str(case_db)], settings={"base_url": "/prefix/"})
    await datasette.invoke_startup()
    page = (await datasette.client.get("/-/hearsay/small/actor/marek-dosh?_size=1")).text
    assert '<link rel="canonical" href="http://localhost/prefix/-/hearsay/small/actor/marek-dosh">' in page
