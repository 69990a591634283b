"""ClaimReviews wherever they stand in JSON: alone, in lists, in an ``@graph``, in a DataFeed, in Google's answers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hearsay_to_sqlite.sources import limits

TYPE = "claimreview"
CLAIM = "claim"
SCRIPT = re.compile(r"<script[^>]{0,400}application/ld\+json[^>]{0,400}>", re.IGNORECASE)
END = re.compile("</script", re.IGNORECASE)

FENCES = (("//<![CDATA[", "//]]>"), ("<![CDATA[", "]]>"), ("<!--", "-->"))
"""What pages put round a script to hide it from old readers of HTML or XML."""


def reviews(found: Any) -> Iterator[Mapping[str, Any]]:
    """Every ClaimReview in a JSON value, in order, with what it refers to by ``@id`` put in its place.

    What stands deeper than limits.MAX_DEPTH is not looked at.
    """
    nodes = list(_objects(found))
    known = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    for node in nodes:
        if isinstance(node.get("claimReview"), list) and isinstance(node.get("text"), str):
            yield from _of_google(node)
        elif is_review(node):
            yield {name: _referred(value, known) for name, value in node.items()}


def claims(found: Any) -> Iterator[Mapping[str, Any]]:
    """Every Claim with a text in a JSON value, in order."""
    return (node for node in _objects(found) if CLAIM in _types(node) and isinstance(node.get("text"), str))


def is_review(node: Mapping[str, Any]) -> bool:
    """Whether an object is a ClaimReview: by its type, or by what it holds where the type was lost."""
    types = _types(node)
    if TYPE in types:
        return True
    return not types and "claimReviewed" in node and ("reviewRating" in node or "author" in node)


def in_page(html: str) -> Iterator[Mapping[str, Any]]:
    """Every ClaimReview in the JSON-LD of a page; a script that is no JSON holds none."""
    for script in _scripts(html):
        try:
            # Line breaks inside strings are common, and no reason to lose a verdict.
            yield from reviews(json.loads(_unfenced(script), strict=False))
        except (ValueError, RecursionError):
            continue


def _scripts(html: str) -> Iterator[str]:
    # No pattern from start to end: where ends are missing, each start would be looked for to the end of the page.
    start = SCRIPT.search(html)
    while start is not None and (end := END.search(html, start.end())) is not None:
        yield html[start.end() : end.start()]
        start = SCRIPT.search(html, end.end())


def _unfenced(script: str) -> str:
    """A script without what is put round it, and without a semicolon at its end.

    >>> _unfenced(" //<![CDATA[ {} //]]> ; "), _unfenced("<!-- {}; -->")
    ('{}', '{}')
    """
    plain = script.strip().removesuffix(";").rstrip()
    for opening, closing in FENCES:
        plain = plain.removeprefix(opening).removesuffix(closing).strip()
    return plain.removesuffix(";").rstrip()


def _objects(found: Any) -> Iterator[Mapping[str, Any]]:
    waiting: list[tuple[Any, int]] = [(found, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > limits.MAX_DEPTH:
            continue
        if isinstance(value, Mapping):
            yield value
            waiting.extend((one, depth + 1) for one in reversed(list(value.values())))
        elif isinstance(value, list):
            waiting.extend((one, depth + 1) for one in reversed(value))


def _referred(value: Any, known: Mapping[str, Any]) -> Any:
    if isinstance(value, Mapping) and set(value) == {"@id"}:
        return known.get(str(value["@id"]), value)
    return [_referred(one, known) for one in value] if isinstance(value, list) else value


def _types(node: Mapping[str, Any]) -> set[str]:
    """The names of an object's types, without the vocabulary that they are from, in lower case."""
    types = node.get("@type", node.get("type"))
    names = types if isinstance(types, list) else [types]
    return {re.split(r"[/:#]", str(name))[-1].lower() for name in names if name is not None}


def _of_google(claim: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The reviews of a claim as ``claims:search`` answers, in schema.org's terms."""
    for review in claim["claimReview"]:
        if isinstance(review, Mapping):
            yield {
                "claimReviewed": claim["text"],
                "itemReviewed": {
                    "author": {"name": claim.get("claimant")},
                    "datePublished": claim.get("claimDate"),
                },
                "author": review.get("publisher"),
                "name": review.get("title"),
                "url": review.get("url"),
                "datePublished": review.get("reviewDate"),
                "inLanguage": review.get("languageCode"),
                "reviewRating": {"alternateName": review.get("textualRating")},
            }
