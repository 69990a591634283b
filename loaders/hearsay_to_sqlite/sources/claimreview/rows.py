"""From a ClaimReview to rows: the claim, where it was seen, and the verdict on its publisher's own scale."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from hearsay_to_sqlite import vocabulary
from hearsay_to_sqlite.clean.days import day
from hearsay_to_sqlite.clean.markup import plain
from hearsay_to_sqlite.clean.names import name_key, plain_slug
from hearsay_to_sqlite.clean.outlets import outlet
from hearsay_to_sqlite.clean.text import one_line
from hearsay_to_sqlite.clean.urls import canonical
from hearsay_to_sqlite.records import Row, stable_id
from hearsay_to_sqlite.sources.articles import words

MAX_RAW = 64 * 1024
"""Characters kept of a review as it came."""

MAX_NAME = 120
"""Code points: a longer claimant is a sentence, not a name."""

NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?", re.ASCII)
ORGANISATIONS = (
    "organization",
    "newsmediaorganization",
    "corporation",
    "ngo",
    "governmentorganization",
    "brand",
)

Found = Mapping[str, Any]


def rows(review: Found) -> dict[str, list[Row]]:
    """The rows of a review; of one that leaves out its claim, the review alone; none where it says nothing at all."""
    proposition = one_line(plain(words(review.get("claimReviewed"))))
    item = _first(review.get("itemReviewed"))
    proposition = proposition or one_line(plain(words(item.get("text") or item.get("name"))))
    verdict = _review(review, proposition)
    if not proposition:
        return {"reviews": [verdict]} if verdict["url"] or verdict["headline"] else {}
    found = _of_claim(proposition, item)
    claim = found["claims"][0]["id"]
    link = {"review_id": verdict["id"], "claim_id": claim, "relation": "same", "method": "imported"}
    return {**found, "reviews": [verdict], "review_claims": [link]}


def claim_rows(item: Found) -> dict[str, list[Row]]:
    """The rows of a Claim that nobody has reviewed; none where it has no text."""
    proposition = one_line(plain(words(item.get("text"))))
    return _of_claim(proposition, item) if proposition else {}


def _of_claim(proposition: str, item: Found) -> dict[str, list[Row]]:
    author = _first(item.get("author"))
    claimant = _claimant(author)
    claim = words(item.get("identifier"))[:MAX_NAME]
    claim = claim or stable_id("claim", proposition, claimant["id"] if claimant else "")
    sightings = list(_sightings(claim, item, author))
    return {
        "outlets": [place.pop("outlet") for place in sightings if place["outlet"]],
        "actors": [claimant] if claimant else [],
        "actor_names": [_spelling(claimant)] if claimant else [],
        "claims": [_claim(claim, proposition, item, claimant)],
        "claim_sightings": [{name: place[name] for name in place if name != "outlet"} for place in sightings],
    }


def _claim(number: str, proposition: str, item: Found, claimant: Row | None) -> Row:
    return {
        "id": number,
        "proposition": proposition,
        "title": one_line(words(item.get("headline"))) or None,
        "subtitle": one_line(words(item.get("alternativeHeadline"))) or None,
        "url": _address(item),
        "claimant_id": claimant["id"] if claimant else None,
        "said_on": day(item.get("datePublished")),
        "origin": "imported",
    }


def _review(review: Found, proposition: str) -> Row:
    rating = _first(review.get("reviewRating"))
    text = words(rating.get("alternateName")) or words(rating.get("name"))
    value = rating.get("ratingValue")
    author, publisher = _first(review.get("author")), _first(review.get("publisher"))
    if not publisher and str(author.get("@type")).lower() != "person":
        author, publisher = {}, author
    name = words(publisher.get("name"))
    return {
        "id": stable_id("review", canonical(words(review.get("url"))) or "", name, proposition),
        "headline": plain(words(review.get("headline")) or words(review.get("name"))) or None,
        "claim_reviewed_text": proposition or None,
        "publisher": name or None,
        "url": canonical(words(review.get("url"))),
        "author": None if words(author.get("name")) in ("", name) else words(author.get("name")),
        # A word where a number belongs is the verdict's text.
        "rating_text": text or (words(value) if number(value) is None else "") or None,
        "rating": number(value),
        "best": number(rating.get("bestRating")),
        "worst": number(rating.get("worstRating")),
        "published_on": day(review.get("datePublished")),
        "raw": json.dumps(review, ensure_ascii=True, sort_keys=True)[:MAX_RAW],
    }


def number(value: object) -> float | None:
    """A rating's number as it is given, whichever way its scale runs; None where it is not one number.

    >>> number("-1"), number(4.5), number("3 of 5"), number("")
    (-1.0, 4.5, None, None)
    """
    text = words(value)
    return float(text) if NUMBER.fullmatch(text) else None


def _claimant(author: Found) -> Row | None:
    name = one_line(plain(words(author.get("name"))))
    if not name or len(name) > MAX_NAME:
        return None
    kind = "person"
    if name.lower() in vocabulary.words("claimants", "several"):
        kind = "class"
    elif str(author.get("@type")).lower() in ORGANISATIONS:
        kind = "body"
    return {"id": plain_slug(name), "name": name, "kind": kind, "origin": "imported"}


def _spelling(actor: Row) -> Row:
    name = str(actor["name"])
    return {"actor_id": actor["id"], "name": name, "key": name_key(name), "basis": "imported"}


def _sightings(claim: str, item: Found, author: Found) -> Iterator[dict[str, Any]]:
    """Where the claim was seen, each place once."""
    places = [(item, "item-reviewed"), (author, "claimant")]
    for name, relation in (("firstAppearance", "first-appearance"), ("appearance", "appearance")):
        places.extend((place, relation) for place in _all(item.get(name)))
    seen = set()
    for place, relation in places:
        url = _address(place)
        if url is not None and url not in seen:
            seen.add(url)
            where = outlet(None, url)
            yield {
                "claim_id": claim,
                "url": url,
                "outlet_id": where.id if where else None,
                "published_on": day(place.get("datePublished")),
                "relation": relation,
                "outlet": asdict(where) if where else None,
            }


def _address(place: Found) -> str | None:
    for name in ("url", "@id", "sameAs"):
        value = place.get(name)
        for one in value if isinstance(value, list) else [value]:
            address = canonical(one) if isinstance(one, str) else None
            if address is not None:
                return address
    return None


def _all(value: object) -> list[Found]:
    found = value if isinstance(value, list) else [value]
    return [
        one if isinstance(one, Mapping) else {"url": one, "name": one}
        for one in found
        if isinstance(one, (Mapping, str)) and one
    ]


def _first(value: object) -> Found:
    return next(iter(_all(value)), {})
