"""What others read of us, by validators that are not ours: structured data in the head of pages, feeds, citation files."""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import feedparser
import pytest
import yaml
from click.testing import CliRunner
from datasette.app import Datasette
from datasette.cli import cli as datasette_cli
from jsonschema import Draft202012Validator
from lxml import etree
from tests.contract.conftest import run
from tests.loaders.published import small

ROOT = Path(__file__).parents[2]
VALIDATORS = os.environ.get("HEARSAY_VALIDATORS", "")
ATOM = etree.RelaxNG(etree.parse(ROOT / "tests" / "fixtures" / "atom.rng"))

EXTRUCT = """
import json, sys, extruct
found = extruct.extract(open(sys.argv[1], encoding="utf-8").read(), base_url="http://localhost/", syntaxes=["json-ld"])
print(json.dumps(found["json-ld"]))
"""

CLAIM_REVIEW: dict[str, Any] = {
    # What Google's documentation of fact checks asks for, and what schema.org calls these members.
    "type": "object",
    "required": ["@type", "claimReviewed", "reviewRating", "url", "author", "itemReviewed"],
    "properties": {
        "claimReviewed": {"type": "string", "minLength": 1},
        "url": {"type": "string", "pattern": "^https?://"},
        "author": {"type": "object", "required": ["@type", "name"]},
        "reviewRating": {
            "type": "object",
            "required": ["@type", "alternateName"],
            "properties": {"@type": {"const": "Rating"}, "ratingValue": {"type": "number"}},
        },
        "itemReviewed": {"type": "object", "required": ["@type"]},
    },
}
CLAIM: dict[str, Any] = {
    "type": "object",
    "required": ["@type", "@id", "name", "text"],
    "properties": {"name": {"pattern": "^Allegation: that "}, "reviewRating": False},
}
CFF: dict[str, Any] = {
    # The Citation File Format 1.2.0, as far as our files use it: nothing else is in them.
    "type": "object",
    "additionalProperties": False,
    "required": ["cff-version", "message", "title", "authors"],
    "properties": {
        "cff-version": {"const": "1.2.0"},
        "message": {"type": "string", "minLength": 1},
        "type": {"enum": ["software", "dataset"]},
        "title": {"type": "string", "minLength": 1},
        "abstract": {"type": "string", "minLength": 1},
        "version": {"type": "string", "minLength": 1},
        "license": {"const": "Apache-2.0"},
        "authors": {
            "type": "array",
            "minItems": 1,
            "uniqueItems": True,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["name"],
                "properties": {"name": {"type": "string", "minLength": 1}},
            },
        },
        "keywords": {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string"}},
        "identifiers": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["type", "value"],
                "properties": {
                    "type": {"enum": ["doi", "url", "swh", "other"]},
                    "value": {"type": "string", "minLength": 1},
                    "description": {"type": "string", "minLength": 1},
                },
            },
        },
    },
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented case, as it may be published."""
    folder = tmp_path_factory.mktemp("valid")
    run("redact", small(folder / "source.db"), folder / "small.db")
    return folder / "small.db"


def got(path: Path, address: str) -> Any:
    async def get() -> Any:
        datasette = Datasette([], immutables=[str(path)])
        await datasette.invoke_startup()
        answer = await datasette.client.get(address)
        assert answer.status_code == 200, answer.text[:300]
        return answer

    return asyncio.run(get())


@pytest.mark.skipif(
    not VALIDATORS, reason="HEARSAY_VALIDATORS names no Python with extruct; make test sets it"
)
@pytest.mark.parametrize(
    ("claim", "types"), [("guild-did-it", ["Claim", "ClaimReview"]), ("staged", ["Claim"])]
)
def test_extruct_finds_claims_and_verdicts_in_the_head(
    case: Path, tmp_path: Path, claim: str, types: list[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text(got(case, f"/-/hearsay/small/claim/{claim}").text, encoding="utf-8")
    command = [VALIDATORS, "-W", "ignore", "-c", EXTRUCT, str(page)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    [document] = json.loads(done.stdout)
    assert document["@context"] == "https://schema.org"
    nodes = document["@graph"]
    assert [node["@type"] for node in nodes] == types
    for node in nodes:
        schema = CLAIM_REVIEW if node["@type"] == "ClaimReview" else CLAIM
        assert [error.message for error in Draft202012Validator(schema).iter_errors(node)] == []


def test_exported_reviews_have_what_search_engines_ask_for(case: Path, tmp_path: Path) -> None:
    out = tmp_path / "claims.json"
    run("export", case, "claimreview", out, "--base", "https://host.example/-/hearsay/small")
    nodes = json.loads(out.read_text(encoding="utf-8"))["@graph"]
    checked = {"ClaimReview": CLAIM_REVIEW, "Claim": CLAIM}
    wrong = [
        (node["@id"], error.message)
        for node in nodes
        if node["@type"] in checked
        for error in Draft202012Validator(checked[node["@type"]]).iter_errors(node)
    ]
    assert {node["@type"] for node in nodes} == {"ClaimReview", "Claim", "CreativeWork"}
    assert wrong == []


FEEDS = ["/small/statements.atom", "/small/claims.atom?_size=2", "/small/reviews.atom"]


@pytest.mark.parametrize("feed", ["export", "export with --base", *FEEDS])
def test_feeds_keep_the_rules_of_rfc_4287(case: Path, tmp_path: Path, feed: str) -> None:
    if feed.startswith("export"):
        out = tmp_path / "feed.atom"
        run("export", case, "atom", out, *(["--base", "https://host.example/x"] if "base" in feed else []))
        raw = out.read_bytes()
    else:
        raw = got(case, feed).content
    document = etree.fromstring(raw)
    assert ATOM.validate(document), str(ATOM.error_log)[:1000]
    parsed = feedparser.parse(raw)
    assert (parsed.bozo, parsed.version) == (False, "atom10")
    ids = [entry.id for entry in parsed.entries]
    assert len(ids) == len(set(ids)) > 0


@pytest.mark.parametrize("wrong", ["<id>x</id>", "<updated>2020</updated>", "<title/><title/>", "<entry/>"])
def test_the_rules_find_what_is_wrong(wrong: str) -> None:
    good = "<id>urn:x:1</id><title>t</title><updated>2020-01-01T00:00:00Z</updated><author><name>a</name></author>"
    feed = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'
    tag = re.match(r"<(\w+)", wrong)
    assert tag is not None
    assert ATOM.validate(etree.fromstring(feed.format(good)))
    bad = re.sub(rf"<{tag.group(1)}>.*?</{tag.group(1)}>", "", good) + wrong
    assert not ATOM.validate(etree.fromstring(feed.format(bad)))


def test_citation_files_are_valid(case: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(datasette_cli, ["hearsay", "publish", str(case), str(tmp_path / "site")])
    assert done.exit_code == 0, done.output
    for path in (ROOT / "CITATION.cff", tmp_path / "site" / "CITATION.cff"):
        cited = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert [error.message for error in Draft202012Validator(CFF).iter_errors(cited)] == [], path
