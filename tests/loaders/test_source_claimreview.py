"""ClaimReview in all its shapes: which claims, sightings and reviews come of it, with ratings as they are given."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from hearsay_to_sqlite.records import Reject, Remark, Rows
from hearsay_to_sqlite.sources import limits, registry
from hearsay_to_sqlite.sources.claimreview.finding import in_page, reviews
from hearsay_to_sqlite.sources.claimreview.rows import rows
from hearsay_to_sqlite.sources.claimreview.source import ClaimReviewSource
from hearsay_to_sqlite.sources.locations import Location

FIXTURES = Path(__file__).parent.parent / "fixtures" / "claimreview"

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]

REVIEW = ("headline", "publisher", "author", "url", "rating_text", "rating", "best", "worst", "published_on")
CLAIM = ("proposition", "claimant_id", "said_on", "origin")

EXPECTED: dict[str, dict[str, list[tuple[object, ...]]]] = {
    "alone.json": {
        "claims": [("The harbour guild burned the granary.", "orla-venn", "2021-11-08", "imported")],
        "reviews": [
            (
                "No, the harbour guild did not burn the granary",
                "Vale Check",
                None,
                "https://www.valecheck.example/2021/granary",
                "False",
                5.0,
                1.0,
                5.0,
                "2021-11-09",
            )
        ],
    },
    "graph.json": {
        "claims": [("Four fires were lit.", "harbour-guild", None, "imported")],
        "reviews": [
            (None, "Vale Check", None, "https://valecheck.example/fires", "Unproven", -1.0, -1.0, -1.0, None)
        ],
    },
    "datafeed.json": {
        "claims": [("The bridge is safe.", "social-media-users", None, "imported")],
        "reviews": [
            (None, "Vale Check", "Ann Lee", "https://valecheck.example/bridge", "Half true", *[None] * 4),
            (None, "Vale Check", None, "https://valecheck.example/lost", None, *[None] * 4),
        ],
    },
    "lines.jsonl": {
        "claims": [("The bridge is safe.", None, None, "imported")],
        "reviews": [
            (None, "Vale Check", None, "https://valecheck.example/bridge", None, 2.5, None, None, None)
        ],
    },
    "google.json": {
        "claims": [("The bridge is safe.", "lise-brandt", "2021-10-01", "imported")],
        "reviews": [
            (
                "Is it?",
                "Vale Check",
                None,
                "https://valecheck.example/bridge",
                "Mostly false",
                *[None] * 3,
                "2021-10-03",
            ),
            (None, "Port Facts", None, "https://portfacts.example/1", "True", *[None] * 4),
        ],
    },
    "claimskg.csv": {
        "claims": [
            ("Four fires were lit.", "harbour-guild", "2021-11-06", "imported"),
            ("The bell rang.", None, None, "imported"),
        ],
        "reviews": [
            (
                "On the fires",
                "valecheck",
                None,
                "https://valecheck.example/g",
                "Misleading",
                3.0,
                5.0,
                1.0,
                "2021-11-09",
            ),
            (
                None,
                "valecheck",
                "Ann Lee",
                "https://valecheck.example/h",
                "True",
                *[None] * 3,
                "2021-11-10",
            ),
        ],
    },
    "vclaim.json": {
        "claims": [("The bell rang.", None, None, "imported")],
        "reviews": [("Did the bell ring?", None, "Ann Lee", None, None, *[None] * 3, "2018-04-26")],
    },
}


def read(name: str) -> list[Rows | Reject | Remark]:
    return list(ClaimReviewSource().read(Location(name, FIXTURES / name)))


def table(items: list[Rows | Reject | Remark], name: str) -> list[dict[str, Any]]:
    return [dict(row) for item in items if isinstance(item, Rows) for row in item.tables.get(name, ())]


@pytest.mark.parametrize("name", EXPECTED)
def test_claims_and_reviews(name: str) -> None:
    assert registry.best(Location(name, FIXTURES / name)).name == "claimreview"
    items = read(name)
    assert {
        "claims": [tuple(row[column] for column in CLAIM) for row in table(items, "claims")],
        "reviews": [tuple(row[column] for column in REVIEW) for row in table(items, "reviews")],
    } == EXPECTED[name]


def test_where_a_claim_was_seen() -> None:
    seen = table(read("alone.json"), "claim_sightings")
    assert [(row["url"], row["outlet_id"], row["published_on"], row["relation"]) for row in seen] == [
        ("https://x.com/orla_venn_example", "x", None, "claimant"),
        ("https://courier.example/1", "courier-example", "2021-11-07", "first-appearance"),
        ("https://www.reuters.com/granary", "reuters", None, "appearance"),
    ]


def test_who_made_a_claim() -> None:
    found = [table(read(name), "actors") for name in ("alone.json", "graph.json", "datafeed.json")]
    assert [(row["name"], row["kind"], row["origin"]) for rows in found for row in rows] == [
        ("Orla Venn", "person", "imported"),
        ("Harbour guild", "body", "imported"),
        ("Social media users", "class", "imported"),
    ]


def test_an_id_that_came_with_a_claim_is_kept() -> None:
    (claim,) = table(read("vclaim.json"), "claims")
    assert (claim["id"], claim["title"], claim["subtitle"]) == (
        "vclaim-vale-1",
        "Did the bell ring?",
        "It did.",
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "datafeed.json",
            [Reject, "this review has neither a claim (claimReviewed) nor an address nor a headline.", 1],
        ),
        ("lines.jsonl", [Reject, "there is neither a ClaimReview nor a Claim in it.", 2]),
        ("claimskg.csv", [Remark, "fields not used", None]),
    ],
)
def test_what_is_refused_or_left_over(name: str, expected: list[object]) -> None:
    (item,) = [item for item in read(name) if not isinstance(item, Rows)]
    said = item.reason if isinstance(item, Reject) else getattr(item, "text", None)
    assert [type(item), said, getattr(item, "line", None)] == expected


def test_reviews_of_one_claim_are_loaded_once(
    tmp_path: Path, run: Run, query: Query, content: Callable[[Path], list[str]]
) -> None:
    path = tmp_path / "t.db"
    result = run("load", path, FIXTURES)
    assert (result.exit_code, result.stdout) == (
        1,
        "0 articles, 0 attributions, 2 rejected, 8 claims, 10 reviews\n",
    )
    before = content(path)
    run("load", path, FIXTURES)
    assert content(path) == before
    assert query(path, "select count(*) from claim_sightings") == [(3,)]
    assert query(path, "select count(*) from reviews where raw is null") == [(0,)]
    assert run("check", path).exit_code == 0


def test_a_page_with_scripts() -> None:
    review = json.dumps({"@type": "ClaimReview", "claimReviewed": "The bell\nrang."}).replace("\\n", "\n")
    page = f'<script type="application/ld+json">{{broken</script><SCRIPT type="application/ld+json">{review};</SCRIPT>'
    assert [found["claimReviewed"] for found in in_page(page)] == ["The bell\nrang."]


def test_what_stands_too_deep_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    deep = {"a": {"b": {"@type": "ClaimReview", "claimReviewed": "x"}}}
    assert len(list(reviews(deep))) == 1
    monkeypatch.setattr(limits, "MAX_DEPTH", 1)
    assert list(reviews(deep)) == []


@pytest.mark.parametrize(
    "review",
    [
        {"claimReviewed": ["x", None], "author": 7, "itemReviewed": [], "reviewRating": "5"},
        {"claimReviewed": {"name": "x"}, "author": [[]], "reviewRating": {"ratingValue": "1e999999"}},
        {
            "claimReviewed": "x\x00",
            "url": {"a": 1},
            "itemReviewed": {"author": ["y" * 900], "appearance": [1, {}]},
        },
        {"claimReviewed": "x", "itemReviewed": "https://courier.example/1", "datePublished": ["soon"]},
    ],
)
def test_odd_values_become_no_facts(review: dict[str, Any]) -> None:
    (found,) = rows(review)["reviews"]
    assert (found["rating"], found["published_on"], found["url"]) == (None, None, None)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.json", "0 articles, 0 attributions, 0 rejected, 13 claims, 14 reviews\n"),
        ("claimskg_csv/*.csv", "0 articles, 0 attributions, 0 rejected, 342 claims, 459 reviews\n"),
    ],
)
def test_the_samples(pattern: str, expected: str, samples: Path, tmp_path: Path, run: Run) -> None:
    result = run("load", tmp_path / "t.db", samples / "claimreview" / pattern)
    assert (result.exit_code, result.stdout) == (0, expected)


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        " {} ;\n",
        "<!-- {} -->",
        "//<![CDATA[\n{};\n//]]>",
        "<![CDATA[{}]]>;",
        " " * 300_000 + "{}" + " " * 300_000,
    ],
    ids=["plain", "semicolon", "comment", "hidden from HTML", "CDATA", "endless spaces"],
)
def test_a_verdict_in_a_page_is_read_whatever_stands_round_it(around: str) -> None:
    script = '<script type="application/ld+json">'
    verdict = around.replace("{}", '{"@type": "ClaimReview", "claimReviewed": "The dam holds."}')
    page = f"<p>{script}x]</script>{script}{verdict}</SCRIPT>" + script * 30_000
    assert [found["claimReviewed"] for found in in_page(page)] == ["The dam holds."]
