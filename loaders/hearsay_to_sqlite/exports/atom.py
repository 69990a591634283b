"""An Atom feed of statements, in which what was withdrawn stands as a deleted entry (RFC 6721)."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import BinaryIO
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.exports.addresses import address, moment
from hearsay_to_sqlite.exports.wanted import Wanted
from hearsay_to_sqlite.exports.wording import sentence

ATOM = "http://www.w3.org/2005/Atom"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feed:
    """Elements written one after the other; whatever XML cannot hold is replaced."""

    def __init__(self, file: BinaryIO) -> None:
        self.xml = XMLGenerator(file, "utf-8", short_empty_elements=True)
        self.xml.startDocument()

    def start(self, name: str, **attributes: str) -> None:
        """Open an element."""
        values = {key.replace("_", ":"): _clean(value) for key, value in attributes.items()}
        self.xml.startElement(name, AttributesImpl(values))

    def end(self, name: str) -> None:
        """Close an element, and begin a line."""
        self.xml.endElement(name)
        self.xml.characters("\n")

    def put(self, name: str, text: str = "", **attributes: str) -> None:
        """A whole element."""
        self.start(name, **attributes)
        self.xml.characters(_clean(text))
        self.end(name)


def _clean(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)


def write(connection: sqlite3.Connection, out: Path, wanted: Wanted) -> int:
    """Write the feed; return how many entries it has, deleted ones among them."""
    with out.open("wb") as file:
        feed = Feed(file)
        feed.start("feed", xmlns=ATOM, xmlns_at=TOMBSTONES)
        _head(feed, connection, wanted)
        count = 0
        for row in connection.execute(sql.read("exports/statements")):
            _entry(feed, row, wanted)
            count += 1
        for row in connection.execute(sql.read("exports/withdrawn")):
            when = moment(row["withdrawn_on"], row["reviewed_at"], row["loaded_at"])
            feed.put("at:deleted-entry", ref=address(wanted.base, "statement", row["id"]), when=when)
            count += 1
        feed.end("feed")
    return count


def _head(feed: Feed, connection: sqlite3.Connection, wanted: Wanted) -> None:
    case = connection.execute("select title, licence, curated_by from cases order by id").fetchone()
    (newest,) = connection.execute("select max(started_at) from loads").fetchone()
    feed.put("id", wanted.base or address(None, "feed", "statements"))
    feed.put("title", f"Who said what: {case['title']}" if case else "Who said what")
    feed.put("subtitle", "Each entry says who is reported to have said something, never that it is true.")
    feed.put("updated", moment(newest))
    if case and case["licence"]:
        feed.put("rights", case["licence"])
    feed.start("author")
    feed.put("name", (case["curated_by"] if case else None) or "datasette-hearsay")
    feed.end("author")
    if wanted.base:
        feed.put("link", rel="alternate", href=wanted.base)


def _entry(feed: Feed, row: sqlite3.Row, wanted: Wanted) -> None:
    text = sentence(row)
    page = address(wanted.base, "statement", row["id"])
    feed.start("entry")
    feed.put("id", page)
    feed.put("title", text if len(text) <= 160 else text[:159] + "…", type="text")
    feed.put("updated", moment(row["reviewed_at"], row["published_on"], row["said_on"], row["loaded_at"]))
    if row["published_on"]:
        feed.put("published", moment(row["published_on"]))
    if wanted.base:
        feed.put("link", rel="alternate", href=page)
    if row["article_url"]:
        feed.put("link", rel="via", href=row["article_url"])
    feed.put("category", term=row["act"])
    feed.put("summary", text, type="text")
    feed.end("entry")
