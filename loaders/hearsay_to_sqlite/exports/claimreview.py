"""schema.org: a ClaimReview where a publisher stands by a verdict, and otherwise a Claim, which has none."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.exports import carried
from hearsay_to_sqlite.exports.addresses import address
from hearsay_to_sqlite.exports.items import Item, filled, write_items
from hearsay_to_sqlite.exports.wanted import Wanted
from hearsay_to_sqlite.exports.wording import NO_VERDICT, allegation

HEAD = {"@context": ["https://schema.org", carried.CONTEXT]}
PERSON = "person"


def write(connection: sqlite3.Connection, out: Path, wanted: Wanted) -> int:
    """Write one graph; return how many claims and reviews are in it."""
    return write_items(out, HEAD, "@graph", _items(connection, wanted))


def _items(connection: sqlite3.Connection, wanted: Wanted) -> Iterator[Item]:
    for row in connection.execute(sql.read("exports/claims")):
        claim = _claim(connection, row, wanted)
        reviews = connection.execute(sql.read("exports/reviews"), {"claim": row["id"]}).fetchall()
        if not reviews:
            yield {
                **claim,
                "disambiguatingDescription": NO_VERDICT,
                **carried.of_claim(connection, row["id"]),
            }
        for review in reviews:
            item = _review(review, claim, row["proposition"], wanted)
            yield {**item, **carried.of_claim(connection, row["id"])}
    for row in connection.execute(sql.read("exports/withdrawn")):
        yield {
            "@type": "CreativeWork",
            "@id": address(wanted.base, "statement", row["id"]),
            "creativeWorkStatus": "Withdrawn",
            "expires": row["withdrawn_on"],
        }


def _claim(connection: sqlite3.Connection, row: sqlite3.Row, wanted: Wanted) -> dict[str, Any]:
    keys = {"claim": row["id"], "first": row["first_attribution"]}
    articles = connection.execute(sql.read("exports/appearances"), keys).fetchall()
    sightings = connection.execute(sql.read("exports/sightings"), {"claim": row["id"]}).fetchall()
    seen = [
        filled({"@type": "CreativeWork", "url": place["url"], "datePublished": place["published_on"]})
        for place in sightings
    ]
    first = [_article(article, wanted) for article in articles if article["is_first"]]
    first += [
        work for work, place in zip(seen, sightings, strict=True) if place["relation"] == "first-appearance"
    ]
    return filled(
        {
            "@type": "Claim",
            "@id": address(wanted.base, "claim", row["id"]),
            "identifier": row["id"],
            "name": allegation(row["proposition"], row["origin"], row["claimant"]),
            "text": row["proposition"],
            "author": _author(row["claimant"], row["claimant_kind"] == PERSON),
            "datePublished": row["said_on"],
            "firstAppearance": first[0] if first else None,
            "appearance": [_article(article, wanted) for article in articles] + seen,
        }
    )


def _article(row: sqlite3.Row, wanted: Wanted) -> dict[str, Any]:
    return filled(
        {
            "@type": "NewsArticle",
            "@id": address(wanted.base, "article", row["id"]),
            "headline": row["title"],
            "url": row["url"],
            "datePublished": row["published_on"],
            "publisher": _author(row["outlet"], False),
        }
    )


def _author(name: str | None, person: bool) -> Item | None:
    return {"@type": "Person" if person else "Organization", "name": name} if name else None


def _review(row: sqlite3.Row, claim: Item, proposition: str, wanted: Wanted) -> Item:
    rating = {
        "ratingValue": row["rating"],
        "bestRating": row["best"],
        "worstRating": row["worst"],
        "alternateName": row["rating_text"],
    }
    return {
        "@type": "ClaimReview",
        "@id": address(wanted.base, "review", row["id"]),
        "headline": row["headline"],
        "url": row["url"],
        "author": _author(row["author"], True) or _author(row["publisher"], False),
        "publisher": _author(row["publisher"], False),
        "datePublished": row["published_on"],
        "claimReviewed": row["claim_reviewed_text"] or proposition,
        "reviewRating": {"@type": "Rating", **filled(rating)} if filled(rating) else None,
        "itemReviewed": claim,
    }
