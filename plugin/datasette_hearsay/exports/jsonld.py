"""Claims, statements and published verdicts in schema.org's words. A verdict is there only where somebody published one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..links import Links, web
from ..reading import Row
from .items import CLAIM, REVIEW, Item

CONTEXT = "https://schema.org"
Node = dict[str, Any]

TYPES = {"person": "Person", "group": "Organization", "body": "Organization", "outlet": "Organization"} | {
    "government": "GovernmentOrganization"
}
"""What schema.org calls our kinds of actor; a class of people or somebody unnamed has no type there."""


def document(items: Iterable[Item], reviews: Mapping[str, list[Row]]) -> Node:
    """Everything in one graph. ``reviews`` are the verdicts on each claim by its address."""
    graph: list[Node] = []
    for item in items:
        if item.kind == REVIEW:
            graph.append(review(item.row, {"@type": "Claim", "text": item.text}))
            continue
        graph.append(claim(item) if item.kind == CLAIM else statement(item))
        graph += verdicts(reviews.get(item.url, ()), item.url)
    return {"@context": CONTEXT, "@graph": graph}


def claim(item: Item, appearances: Iterable[Node] = (), first: Node | None = None) -> Node:
    """A claim, with the texts in which it appears where they are known."""
    found = {
        "@type": "Claim",
        "@id": item.url,
        "url": item.url,
        "name": item.title,
        "text": item.text,
        "author": _party(item),
        "datePublished": item.day,
        "disambiguatingDescription": "; ".join(item.notes),
        "appearance": list(appearances),
        "firstAppearance": first,
    }
    return _without_empty(found)


def statement(item: Item) -> Node:
    """A statement: a quotation where the words are verbatim, else a work that says what was said."""
    words = {"@type": "Quotation", "text": item.text, "spokenByCharacter": _party(item)}
    rendering = {"@type": "CreativeWork", "abstract": item.text, "creator": _party(item)}
    found = {
        **(words if item.quoted else rendering),
        "@id": item.url,
        "url": item.url,
        "name": item.title,
        "dateCreated": item.day,
        "disambiguatingDescription": "; ".join(item.notes),
        "isPartOf": text(item.article, item.article_url),
    }
    return _without_empty(found)


def text(title: str | None, url: str | None) -> Node | None:
    """An article that stands in the file."""
    return _without_empty({"@type": "Article", "name": title, "url": url}) if url else None


def verdicts(reviews: Iterable[Row], claim_url: str) -> list[Node]:
    """The reviews of a claim itself; one of a related claim, or one that was retracted, is no verdict on it."""
    return [
        review(row, {"@type": "Claim", "@id": claim_url})
        for row in reviews
        if row.get("relation", "same") == "same" and not row.get("retracted_on")
    ]


def review(row: Row, reviewed: Node) -> Node:
    """A published verdict on its publisher's own scale."""
    rating = {
        "@type": "Rating",
        "alternateName": row["rating_text"],
        "ratingValue": row.get("rating"),
        "bestRating": row.get("best"),
        "worstRating": row.get("worst"),
    }
    found = {
        "@type": "ClaimReview",
        "url": web(row.get("review_web") or row.get("url")),
        "name": row.get("headline"),
        "claimReviewed": row["claim_reviewed_text"],
        "author": _without_empty({"@type": "Organization", "name": row["publisher"] or row.get("author")}),
        "datePublished": row.get("published_on"),
        "reviewRating": _without_empty(rating),
        "itemReviewed": reviewed,
    }
    return _without_empty(found)


def of_page(item: Item, data: Row, links: Links) -> Node:
    """The head of a claim's page, from the facts of the page: the claim, where it appears, the verdicts on it."""
    texts = {row["article_id"]: row["article_title"] for row in data["appearances"]}
    appearances = [text(title, links.lasting("article", id)) for id, title in texts.items()]
    first = data["first"]
    node = claim(
        item,
        [found for found in appearances if found],
        text(first["article_title"], links.lasting("article", first["article_id"])) if first else None,
    )
    return {"@context": CONTEXT, "@graph": [node, *verdicts(data["reviews"], item.url)]}


def _party(item: Item) -> Node | None:
    if not item.author and not item.author_url:
        return None
    kind = TYPES.get(item.author_kind or "")
    return _without_empty({"@type": kind, "name": item.author, "url": item.author_url})


def _without_empty(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [], {})}
