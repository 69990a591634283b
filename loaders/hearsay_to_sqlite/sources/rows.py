"""Tables and lists of articles or of statements: CSV, TSV, JSON and JSON lines, with columns found by name."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay_to_sqlite import vocabulary
from hearsay_to_sqlite.records import Article, Reject, Remark, Rows
from hearsay_to_sqlite.sources import articles, statements
from hearsay_to_sqlite.sources.columns import Columns
from hearsay_to_sqlite.sources.gathering import Gathering
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.tables import DOCUMENTS, LINES, TABLES, Record, begins_json, records

SCORE_TABLE = 30
SCORE_JSON = 20
SCORE_WITHOUT_SUFFIX = 15


class RowsSource:
    """Reads records; each is an article, or a statement where it has words that somebody said."""

    name = "rows"
    describes = "articles or statements in CSV, TSV, JSON or JSON lines, columns by name (--map)"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not."""
        if location.suffix in TABLES:
            return SCORE_TABLE
        if location.suffix in (*LINES, *DOCUMENTS):
            return SCORE_JSON
        return SCORE_WITHOUT_SUFFIX if location.suffix == "" and begins_json(location.head()) else 0

    def read(self, location: Location) -> Iterator[Article | Rows | Reject | Remark]:
        """The articles and statements of a location, and what was refused or not used."""
        columns, gathered = Columns(location.mapping), Gathering(location.name)
        for record in records(location):
            if isinstance(record, Reject):
                yield Reject(location.name, record.reason, record.raw, record.line)
                continue
            yield from self._taken(record, columns, gathered, location)
            if gathered.full:
                yield from gathered.drain()
        yield from gathered.drain()
        yield from columns.left_over(self.name)

    def _taken(
        self, record: Record, columns: Columns, gathered: Gathering, location: Location
    ) -> Iterator[Article | Reject]:
        name, place = self.name, location.name
        if not vocabulary.words("columns", "descriptions").isdisjoint(record.fields):
            yield Reject(
                place, "this describes data, and is none: there is no article in it.", record.raw, record.line
            )
            return
        fields, sha = columns.named(record.fields), articles.digest(record.fields)
        if "words" in fields or "gist" in fields:
            gathered.add(statements.statement(fields, location=place, source=name, source_sha256=sha))
            return
        found = articles.article(fields, location=place, source=name, source_sha256=sha)
        if found is not None:
            yield found
        elif "title" in fields and articles.key(fields) is not None:
            gathered.add(articles.without_text(fields, location=place, source=name))
        else:
            there = ", ".join(map(str, list(record.fields)[:20])) or "none"
            reason = f"no text, no words and no title with an address among its fields ({there}). Name them with --map."
            yield Reject(location.name, reason, record.raw, record.line)
