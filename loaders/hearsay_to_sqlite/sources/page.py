"""Saved web pages: the article in them, as trafilatura finds it, and the verdicts that fact-checkers mark up."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from hearsay_to_sqlite.clean.encoding import decode
from hearsay_to_sqlite.clean.outlets import domain
from hearsay_to_sqlite.clean.urls import canonical, page_key
from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Article, Reject, Rows
from hearsay_to_sqlite.sources import limits
from hearsay_to_sqlite.sources.articles import article
from hearsay_to_sqlite.sources.claimreview.finding import in_page
from hearsay_to_sqlite.sources.claimreview.rows import rows
from hearsay_to_sqlite.sources.gathering import Gathering
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.recovery import paragraphs, recovered

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
SCORE = 60
SCORE_BY_SIGN = 40
BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SIGNS = (b"<!doctype html", b"<html")
LOOKED_AT = 1_024
DECLARED = re.compile(rb"<meta[^>]+charset|<\?xml[^>]+encoding", re.IGNORECASE)


class PageSource:
    """Reads saved pages; needs trafilatura, which comes with the extra ``html``."""

    name = "page"
    describes = "saved web pages, one article each (.html; needs the extra html)"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not."""
        if location.suffix in SUFFIXES:
            return SCORE
        start = (
            location.head()[:LOOKED_AT].lower() if location.suffix not in (".txt", ".text", ".json") else b""
        )
        return SCORE_BY_SIGN if any(sign in start for sign in SIGNS) else 0

    def read(self, location: Location) -> Iterator[Article | Rows | Reject]:
        """The article of a page, or why there is none, and the reviews marked up in it.

        Raises RejectedInput for what is no page, and where trafilatura is not installed.
        """
        data = location.read_bytes()
        if len(data) > limits.MAX_PAGE:
            what = f"the page is larger than {limits.MAX_PAGE // 1024 // 1024} MiB."
            raise RejectedInput(what, location=location.name, remedy="Save its text.")
        found = _article(data, location)
        if found is not None:
            yield found
        gathered = Gathering(location.name)
        for review in in_page(_decoded(data)):
            gathered.add(rows(review))
        yield from gathered.drain()
        if found is None:
            yield Reject(location.name, "no main text was found in this page.", data)


def _article(data: bytes, location: Location) -> Article | None:
    try:
        from trafilatura import bare_extraction
        from trafilatura.utils import load_html
    except ImportError as error:
        what = f"reading pages needs trafilatura, which is not here ({error})."
        remedy = "Install it with: pip install 'datasette-hearsay[html]'"
        raise RejectedInput(what, location=location.name, remedy=remedy) from error
    if not data.strip():
        raise RejectedInput("the input is empty.", location=location.name, remedy="Fetch it again.")
    tree = load_html(_as_the_server_says(data, location) or data)
    if tree is None:
        raise RejectedInput("this is no HTML.", location=location.name, remedy="Save the page again.")
    if _depth(tree) > limits.MAX_ELEMENT_DEPTH:
        what = f"its elements stand deeper in one another than {limits.MAX_ELEMENT_DEPTH}."
        raise RejectedInput(what, location=location.name, remedy="Save its text.")
    page = paragraphs(tree)
    found: Any = bare_extraction(tree, with_metadata=True, include_comments=False)
    if found is None:
        return None
    url = _address(found.url, location.url) or canonical(location.url or "")
    fields = {
        "title": found.title,
        "text": recovered(found.text, page),
        "url": url,
        "byline": found.author,
        "published_on": found.date,
        # Without an address, what stands for a site's name is mostly the end of its title.
        "publisher": found.sitename if url else None,
    }
    return article(
        fields,
        location=location.name,
        source=PageSource.name,
        source_sha256=hashlib.sha256(data).hexdigest(),
        whole=True,
    )


def _as_the_server_says(data: bytes, location: Location) -> str | None:
    """The page in the encoding that came with it, where it says no other itself, is not UTF-8, and can be read so."""
    charset = location.fetched.charset if location.fetched else None
    if charset is None or DECLARED.search(data[:LOOKED_AT]) or data.startswith(BYTE_ORDER_MARKS):
        return None
    for encoding in ("utf-8", charset):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _address(url: str | None, fetched_from: str | None) -> str | None:
    """The address that a page gives itself; a front page's is no article's, whatever the page says.

    Of a page whose address is known, another is believed on the same site only, and only where it does not leave out
    what was asked for: else a page could pass for another outlet's, and all pages of a careless site for one.
    """
    address = canonical(url) if url else None
    if not address or not urlsplit(address).path.strip("/"):
        return None
    here = canonical(fetched_from or "")
    if here is None or page_key(here) == page_key(address):
        return address
    ours, theirs = urlsplit(here), urlsplit(address)
    one, other = domain(here) or ours.hostname or "", domain(address) or theirs.hostname or ""
    same_site = one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
    asked_for = set(parse_qsl(ours.query)) - set(parse_qsl(theirs.query))
    return address if same_site and not (asked_for and ours.path == theirs.path) else None


def _depth(tree: HtmlElement) -> int:
    """How deep elements stand in one another, without recursion."""
    from lxml import etree

    deepest = depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _decoded(data: bytes) -> str:
    try:
        return decode(data).text
    except RejectedInput:
        return data.decode("utf-8", "replace")
