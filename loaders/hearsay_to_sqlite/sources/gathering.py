"""Rows of an import, gathered until there are enough to be written together, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hearsay_to_sqlite.records import Row, Rows

ENOUGH = 500
"""Records written in one transaction: more are hardly faster, and are lost together when a run is killed."""

ORDER = (
    "outlets", "actors", "actor_names", "articles", "article_locations", "events", "claims", "claim_sightings",
    "reviews", "review_claims", "utterances", "attributions", "attribution_actors", "attribution_spans",
)  # fmt: skip
"""Tables, each after those that it refers to."""


class Gathering:
    """Gathers rows by table; a row that is there already is not taken twice."""

    def __init__(self, location: str) -> None:
        self.location = location
        self._tables: dict[str, dict[tuple[object, ...], Row]] = {}
        self._records = 0

    def add(self, tables: Mapping[str, Iterable[Row]]) -> None:
        """Take the rows of one record."""
        for table, rows in tables.items():
            there = self._tables.setdefault(table, {})
            for row in rows:
                there.setdefault((*row.keys(), *row.values()), row)
        self._records += 1

    @property
    def full(self) -> bool:
        """Whether what is gathered should be written now."""
        return self._records >= ENOUGH

    def drain(self) -> Iterable[Rows]:
        """What was gathered, once; nothing where nothing was."""
        if self._records:
            tables = {
                table: tuple(self._tables[table].values())
                for table in (*ORDER, *self._tables)
                if table in self._tables
            }
            yield Rows(tables, self.location, yielding=True)
        self._tables, self._records = {}, 0
