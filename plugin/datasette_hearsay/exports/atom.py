"""A feed (Atom 1.0) of what a table, view or query gives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as xml

from .items import Item

NAMESPACE = "http://www.w3.org/2005/Atom"
UNDATED = "1970-01-01T00:00:00Z"
"""Atom wants a date; this one, with the category ``undated``, stands for none."""
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


def feed(items: Sequence[Item], title: str, url: str, page: str, following: str | None) -> bytes:
    """The feed as UTF-8. ``url`` is its own address, ``page`` what it is a feed of, ``following`` where it goes on."""
    root = xml.Element("feed", xmlns=NAMESPACE)
    _add(root, "id", url)
    _add(root, "title", title)
    _add(root, "updated", max((moment(item.day) for item in items), default=UNDATED))
    for rel, address in (("self", url), ("alternate", page), ("next", following)):
        if address:
            xml.SubElement(root, "link", rel=rel, href=_clean(address))
    _add(xml.SubElement(root, "author"), "name", "datasette-hearsay")
    for item in items:
        _entry(xml.SubElement(root, "entry"), item)
    whole: bytes = xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return whole


def _entry(entry: xml.Element, item: Item) -> None:
    _add(entry, "id", item.url)
    _add(entry, "title", item.title)
    _add(entry, "updated", moment(item.day))
    xml.SubElement(entry, "link", rel="alternate", href=_clean(item.url))
    if item.author:
        _add(xml.SubElement(entry, "author"), "name", item.author)
    categories = [item.kind, *(["undated"] if moment(item.day) == UNDATED else []), *item.notes]
    for category in categories:
        xml.SubElement(entry, "category", term=_clean(category))
    words = f"“{item.text}”" if item.quoted else item.text
    source = f"\n\nIn: {item.article}" if item.article else ""
    said_with_it = "".join(f"\n[{note}]" for note in item.notes)
    _add(entry, "content", f"{words}{said_with_it}{source}")


def moment(day: str | None) -> str:
    """The first moment of a partial date, as Atom writes it; of none, that of 1970.

    >>> moment("2021-11"), moment("soon")
    ('2021-11-01T00:00:00Z', '1970-01-01T00:00:00Z')
    """
    match = DATE.match(day or "")
    if match is None:
        return UNDATED
    year, month, date = match.groups()
    return f"{year}-{month or '01'}-{date or '01'}T00:00:00Z"


def _add(parent: xml.Element, tag: str, text: str) -> None:
    xml.SubElement(parent, tag).text = _clean(text)


def _clean(text: str) -> str:
    """Without what XML cannot hold."""
    return NOT_XML.sub("\ufffd", text)
