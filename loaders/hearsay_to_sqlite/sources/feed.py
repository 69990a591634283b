"""Feeds: RSS, Atom and JSON Feed, each entry an article, or an excerpt of one where the feed gives a summary only."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hearsay_to_sqlite.clean.days import day
from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Article, Reject, Remark, Rows
from hearsay_to_sqlite.sources import articles, limits
from hearsay_to_sqlite.sources.gathering import Gathering
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.tables import document

SUFFIXES = (".rss", ".atom", ".rdf")
SCORE = 65
SCORE_XML = 5
ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)
JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
USED_XML = frozenset(
    [
        "title",
        "title_detail",
        "content",
        "summary",
        "summary_detail",
        "link",
        "links",
        "id",
        "guidislink",
        "published",
        "published_parsed",
        "updated",
        "updated_parsed",
        "author",
        "author_detail",
        "authors",
        "source",
    ]
)
"""What is taken of an entry, under the names that feedparser gives it."""

USED_JSON = frozenset(
    [
        "id",
        "url",
        "title",
        "content_html",
        "content_text",
        "summary",
        "date_published",
        "date_modified",
        "author",
        "authors",
        "language",
    ]
)
ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


# What feedparser raises over elements that lack what it looks for in them, such as a podcast's chapter without a start,
# and over numbers of characters that are too large to be any.
FAULTS = (AttributeError, LookupError, OverflowError, TypeError, ValueError)


class FeedSource:
    """Reads feeds; what has a title and an address only is named, to be filled in when its page is loaded."""

    name = "feed"
    describes = "RSS, Atom and JSON feeds, one article an entry"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not."""
        if location.suffix in SUFFIXES:
            return SCORE
        head = location.head().replace(b"\x00", b"") if location.suffix in (".xml", ".json", "") else b""
        if JSON_FEED.search(head) or (location.suffix != ".json" and ROOT.search(head)):
            return SCORE
        return SCORE_XML if location.suffix == ".xml" else 0

    def read(self, location: Location) -> Iterator[Article | Rows | Reject | Remark]:
        """The entries of a feed. Raises RejectedInput for one that is broken or holds none."""
        named = "json" if location.head().lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "xml"
        entries, remarks = _json(location) if named == "json" else _xml(location)
        if len(entries) > limits.MAX_ENTRIES:
            what = f"it has more than {limits.MAX_ENTRIES} entries."
            raise RejectedInput(what, location=location.name, remedy="Cut it into parts.")
        gathered = Gathering(location.name)
        for number, entry in enumerate(entries, 1):
            sha = articles.digest(entry)
            found = articles.article(
                entry,
                location=location.name,
                source=self.name,
                source_sha256=sha,
                excerpt=bool(entry["excerpt"]),
            )
            if found is not None:
                yield found
            elif articles.key(entry) and entry["title"]:
                gathered.add(articles.without_text(entry, location=location.name, source=self.name))
            else:
                what = f"entry {number} has no text, and no title with an address."
                yield Reject(location.name, what, json.dumps(entry).encode(), number)
        yield from gathered.drain()
        yield from remarks


def _xml(location: Location) -> tuple[list[dict[str, Any]], list[Remark]]:
    import feedparser

    data = location.read_bytes()
    if ENTITY.search(data.replace(b"\x00", b"")):
        what = "it declares entities of its own, which are never expanded."
        raise RejectedInput(what, location=location.name, remedy="Save it without its DOCTYPE.")
    # A stream: bytes alone might be taken for the name of a file.
    try:
        found = feedparser.parse(io.BytesIO(data))
    except FAULTS as error:
        what = f"this feed is broken: {error}."
        raise RejectedInput(what, location=location.name, remedy="Fetch it again.") from error
    if not found.entries:
        fault = found.get("bozo_exception")
        what = f"this feed is broken: {fault}." if fault else "this feed holds no entry."
        raise RejectedInput(what, location=location.name, remedy="Fetch it again.")
    remarks = _left_over(found.entries, USED_XML)
    if found.bozo:
        remarks.append(Remark(FeedSource.name, "feeds that are not well-formed were read as far as they go."))
    return [_entry(entry, found.feed) for entry in found.entries], remarks


def _left_over(entries: list[Any], used: frozenset[str]) -> list[Remark]:
    """What the entries hold and no article has a place for."""
    names = {
        str(name) for entry in entries if isinstance(entry, Mapping) for name in entry if entry[name]
    } - used
    return [Remark(FeedSource.name, "fields not used", tuple(sorted(names)))] if names else []


def _entry(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> dict[str, Any]:
    content = next((one.get("value") for one in entry.get("content", ()) if one.get("value")), None)
    when = entry.get("published") or entry.get("updated")
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    return {
        "title": entry.get("title"),
        "text": content or entry.get("summary"),
        "excerpt": not content,
        "url": entry.get("link"),
        "id": entry.get("id"),
        "published_on": day(when) or (parsed and "-".join(f"{part:02}" for part in parsed[:3])),
        "byline": entry.get("author"),
        "publisher": (entry.get("source") or {}).get("title") or feed.get("title"),
        "language": feed.get("language"),
    }


def _json(location: Location) -> tuple[list[dict[str, Any]], list[Remark]]:
    found = document(location)
    items = found.get("items") if isinstance(found, Mapping) else None
    if not isinstance(items, list) or not items:
        raise RejectedInput("this feed holds no entry.", location=location.name, remedy="Fetch it again.")
    return [_item(item if isinstance(item, Mapping) else {}, found) for item in items], _left_over(
        items, USED_JSON
    )


def _item(item: Mapping[str, Any], feed: Mapping[str, Any]) -> dict[str, Any]:
    content = item.get("content_html") or item.get("content_text")
    return {
        "title": item.get("title"),
        "text": content or item.get("summary"),
        "excerpt": not content,
        "url": item.get("url"),
        "id": item.get("id"),
        "published_on": item.get("date_published") or item.get("date_modified"),
        "byline": item.get("authors") or item.get("author"),
        "publisher": feed.get("title"),
        "language": item.get("language") or feed.get("language"),
    }
