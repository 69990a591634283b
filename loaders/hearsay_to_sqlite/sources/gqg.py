"""GDELT's Global Quotation Graph: one line an article, with the words before, in and after each of its quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from hearsay_to_sqlite import vocabulary
from hearsay_to_sqlite.records import Article, Reject, Remark
from hearsay_to_sqlite.sources import articles
from hearsay_to_sqlite.sources.columns import Columns
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.tables import DOCUMENTS, LINES, begins_json, records

SCORE = 70
KEYS = (re.compile(rb'"quotes"\s*:\s*\['), re.compile(rb'"pre"\s*:'), re.compile(rb'"post"\s*:'))


class GqgSource:
    """Reads GQG lines: each is an excerpt, a paragraph a quotation with what stands round it."""

    name = "gqg"
    describes = "GDELT's Global Quotation Graph, one article's quotations a line"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not."""
        head = location.head() if location.suffix in (*LINES, *DOCUMENTS, "") else b""
        return SCORE if begins_json(head) and all(key.search(head) for key in KEYS) else 0

    def read(self, location: Location) -> Iterator[Article | Reject | Remark]:
        """The excerpts of a location, and what was refused."""
        columns = Columns(ignore=("quotes",))
        for record in records(location):
            if isinstance(record, Reject):
                yield Reject(location.name, record.reason, record.raw, record.line)
                continue
            fields = {**columns.named(record.fields), "text": _text(record.fields.get("quotes"))}
            fields["language"] = _language(record.fields.get("lang"))
            sha = articles.digest(record.fields)
            found = articles.article(
                fields, location=location.name, source=self.name, source_sha256=sha, excerpt=True
            )
            if found is None:
                yield Reject(location.name, "there is no quotation in it.", record.raw, record.line)
            else:
                yield found
        yield from columns.left_over(self.name)


def _text(quotes: object) -> str:
    """A paragraph for each quotation; GQG leaves its marks out, and so they are put back."""
    found = (_paragraph(quote) for quote in quotes) if isinstance(quotes, list) else ()
    return "\n\n".join(dict.fromkeys(paragraph for paragraph in found if paragraph))


def _paragraph(quote: object) -> str:
    if not isinstance(quote, Mapping):
        return ""
    pre, words, post = (_line(quote.get(name)) for name in ("pre", "quote", "post"))
    return f"{pre}“{words.strip()}”{post}".strip() if words.strip() else ""


def _line(value: Any) -> str:
    return re.sub(r"\s+", " ", value) if isinstance(value, str) else ""


def _language(name: object) -> str | None:
    known: dict[str, str] = vocabulary.read("languages")
    return known.get(str(name).lower())
