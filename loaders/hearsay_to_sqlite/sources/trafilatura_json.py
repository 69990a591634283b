"""What trafilatura writes with ``--json``: the article of a page, one object or one a line."""

from __future__ import annotations

import re

from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.rows import RowsSource
from hearsay_to_sqlite.sources.tables import DOCUMENTS, LINES, begins_json

SCORE = 66
KEYS = (
    re.compile(rb'"raw_text"\s*:'),
    re.compile(rb'"source-hostname"\s*:'),
    re.compile(rb'"fingerprint"\s*:'),
)


class TrafilaturaSource(RowsSource):
    """Reads trafilatura's JSON, whose fields are a shape of ``columns.yml``."""

    name = "trafilatura"
    describes = "articles that trafilatura has extracted, in its own JSON"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not."""
        head = location.head() if location.suffix in (*LINES, *DOCUMENTS, "") else b""
        return SCORE if begins_json(head) and all(key.search(head) for key in KEYS) else 0
