"""ninjs, the IPTC's news in JSON, versions 1 to 3: what agencies deliver to newsrooms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from hearsay_to_sqlite.records import Article, Reject, Remark
from hearsay_to_sqlite.sources import articles
from hearsay_to_sqlite.sources.columns import Columns
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.tables import DOCUMENTS, LINES, begins_json, records

SCORE = 68
VERSION = re.compile(rb'"(?:version[cC]reated|first[cC]reated|content[cC]reated|pub[sS]tatus|uri)"\s*:')
BODY = re.compile(rb'"(?:bodies|body_text|body_xhtml|body_html)"\s*:')

USED = (
    "uri standard type headlines headline bodies body_text body_xhtml body_html by byline language versioncreated "
    "firstcreated contentcreated title located associations renditions copyrightholder copyrightnotice usageterms "
    "pubstatus urgency version profile mimetype representationtype charcount wordcount slugline ednote"
)
"""Fields that are taken, or say nothing of who said what."""

PLAIN = ("text/plain", "plain")


class NinjsSource:
    """Reads ninjs items and lists of them."""

    name = "ninjs"
    describes = "ninjs, the IPTC's news in JSON, versions 1 to 3"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not."""
        head = location.head() if location.suffix in (*LINES, *DOCUMENTS, "") else b""
        return SCORE if begins_json(head) and BODY.search(head) and VERSION.search(head) else 0

    def read(self, location: Location) -> Iterator[Article | Reject | Remark]:
        """The articles of a location, and what was refused."""
        columns = Columns(ignore=tuple(USED.split()))
        for record in records(location):
            if isinstance(record, Reject):
                yield Reject(location.name, record.reason, record.raw, record.line)
                continue
            columns.named(record.fields)
            item = {str(name).lower(): value for name, value in record.fields.items()}
            found = articles.article(
                _fields(item),
                location=location.name,
                source=self.name,
                source_sha256=articles.digest(record.fields),
            )
            if found is None:
                yield Reject(location.name, "this item has no body of text.", record.raw, record.line)
            else:
                yield found
        yield from columns.left_over(self.name)


def _fields(item: Mapping[str, Any]) -> dict[str, Any]:
    headline = _main(item.get("headlines")) or {}
    created = item.get("firstcreated") or item.get("contentcreated") or item.get("versioncreated")
    return {
        "title": headline.get("value") or item.get("headline") or item.get("title"),
        "text": _body(item),
        "id": item.get("uri"),
        "url": item.get("url"),
        "published_on": item.get("versioncreated") or created,
        "byline": item.get("by") or item.get("byline"),
        "publisher": item.get("copyrightholder"),
        "language": item.get("language"),
    }


def _body(item: Mapping[str, Any]) -> object:
    """The body in markup, which keeps paragraphs apart, else in plain text."""
    given = item.get("bodies")
    listed = given if isinstance(given, list) else []
    bodies = [one for one in listed if isinstance(one, Mapping) and one.get("value")]
    marked = [one for one in bodies if str(one.get("contentType", one.get("contenttype"))) not in PLAIN]
    chosen = _main(marked) or _main(bodies) or {}
    return chosen.get("value") or item.get("body_xhtml") or item.get("body_html") or item.get("body_text")


def _main(parts: object) -> Mapping[str, Any] | None:
    found = [one for one in parts if isinstance(one, Mapping)] if isinstance(parts, list) else []
    return next((one for one in found if one.get("role") == "main"), found[0] if found else None)
