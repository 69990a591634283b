"""From the fields of a record to an article, by names of ours; every format that carries articles ends here."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from hearsay_to_sqlite.clean.days import day
from hearsay_to_sqlite.clean.language import detect
from hearsay_to_sqlite.clean.markup import plain
from hearsay_to_sqlite.clean.outlets import outlet
from hearsay_to_sqlite.clean.passages import split, title
from hearsay_to_sqlite.clean.text import one_line, shorten
from hearsay_to_sqlite.clean.urls import canonical, page_key
from hearsay_to_sqlite.records import Article, Row, stable_id

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
"""What JSON can hold and SQLite cannot: NUL, at which its functions stop, and halves of surrogate pairs."""

MAX_TITLE = 300
MAX_BYLINE = 300
ID_LENGTH = 16
"""Digits of the record's SHA-256 that make the id of an article without address, as for plain text."""

Fields = Mapping[str, Any]
"""A record by our names of fields: title, text, url, published_on, byline, publisher, language, id."""


def digest(record: object) -> str:
    """The SHA-256 of a record, whatever the order of its fields."""
    return hashlib.sha256(json.dumps(record, sort_keys=True, default=str).encode()).hexdigest()


def key(fields: Fields) -> str | None:
    """What tells the article from others: its page, however it is addressed, else the id that its publisher gave it."""
    return (
        page_key(words(fields.get("url")))
        or page_key(words(fields.get("id")))
        or words(fields.get("id"))
        or None
    )


def article(
    fields: Fields,
    *,
    location: str,
    source: str,
    source_sha256: str,
    excerpt: bool = False,
    whole: bool = False,
) -> Article | None:
    """The article that a record holds, or None where it has no text; ``whole`` if it is all there is at its location.

    An ``excerpt`` is an article of its own, so that it never takes the place of the whole text at the same address.
    """
    text = words(fields.get("text"))
    text = text if whole else plain(text)
    if not text.strip():
        return None
    name = key(fields)
    number = stable_id(name) if name else source_sha256[:ID_LENGTH]
    number = stable_id(number, "excerpt") if excerpt else number
    passages = split(text)
    published_on = day(fields.get("published_on"))
    return Article(
        id=number,
        title=_title(fields) or title(text, passages),
        text=text,
        location=location if whole else f"{location}#{number}",
        source=source,
        source_sha256=source_sha256,
        text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        url=canonical(words(fields.get("url"))),
        publisher=one_line(words(fields.get("publisher"))) or None,
        byline=_byline(fields),
        published_on=published_on,
        published_on_basis=published_on and "metadata",
        language=_language(fields) or detect(text),
        passages=passages,
    )


def without_text(fields: Fields, *, location: str, source: str) -> dict[str, list[Row]]:
    """Rows for an article whose text is not at hand: it can be named, dated and linked, and filled in later."""
    name = key(fields)
    if name is None:
        return {}
    url = canonical(words(fields.get("url")))
    publisher = outlet(one_line(words(fields.get("publisher"))) or None, url)
    published_on = day(fields.get("published_on"))
    number = stable_id(name)
    row = {
        "id": number,
        "title": _title(fields) or url or name,
        "url": url,
        "publisher_id": publisher.id if publisher else None,
        "byline": _byline(fields),
        "published_on": published_on,
        "published_on_basis": published_on and "metadata",
        "language": _language(fields),
        "source": source,
    }
    return {
        "outlets": [asdict(publisher)] if publisher else [],
        "articles": [row],
        "article_locations": [{"article_id": number, "location": f"{location}#{number}", "url": url}],
    }


def words(value: object) -> str:
    """A field as text: a list's items joined by commas, an object's name, and nothing for nothing.

    >>> words(["Ann Lee", {"name": "Tom Hay"}]), words(None), words(7)
    ('Ann Lee, Tom Hay', '', '7')
    """
    if isinstance(value, str):
        return UNSTORABLE.sub("\ufffd", value).strip()
    if isinstance(value, Mapping):
        return words(value.get("name") or value.get("value"))
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(words, value)))
    return "" if value is None or isinstance(value, bool) else str(value)


def _title(fields: Fields) -> str:
    return shorten(plain(words(fields.get("title"))), MAX_TITLE)


def _byline(fields: Fields) -> str | None:
    return shorten(plain(words(fields.get("byline"))), MAX_BYLINE) or None


def _language(fields: Fields) -> str | None:
    code = words(fields.get("language")).replace("_", "-").split("-")[0].lower()
    return code if len(code) in (2, 3) and code.isalpha() else None
