"""What the rows of a case are gathered in, and the ids of those that a case file leaves unnamed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from hearsay_to_sqlite.records import Row, Rows, stable_id

TABLES = (
    "cases",
    "outlets",
    "outlet_facts",
    "actors",
    "actor_names",
    "affiliations",
    "articles",
    "article_locations",
    "article_translations",
    "passages",
    "mentions",
    "events",
    "techniques",
    "framings",
    "framing_techniques",
    "claims",
    "claim_relations",
    "claim_framings",
    "claim_sightings",
    "utterances",
    "attributions",
    "attribution_spans",
    "attribution_actors",
    "claim_attributions",
    "facets",
    "accounts",
    "copies",
    "not_copies",
    "wording_changes",
    "reviews",
    "review_claims",
    "decisions",
    "notices",
)
"""Every table that a case fills, each after those that it refers to."""


class Gathered:
    """Rows by table, in the order in which they were added."""

    def __init__(self) -> None:
        self._rows: dict[str, list[Row]] = {table: [] for table in TABLES}

    def add(self, table: str, **columns: Any) -> None:
        """Add one row of a table."""
        self._rows[table].append(columns)

    def rows(self, location: str) -> Rows:
        """Everything gathered; tables without rows are left out."""
        return Rows({table: tuple(found) for table, found in self._rows.items() if found}, location)


def taken(data: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    """The given keys of an entry as columns of the same names, None where the entry has no such key."""
    return {key: data.get(key) for key in keys}


def day(data: Mapping[str, Any], key: str) -> str | None:
    """A date of an entry as text: YAML reads a bare year as a number.

    >>> day({"since": 2021}, "since")
    '2021'
    """
    value = data.get(key)
    return None if value is None else str(value)


def unnamed_id(*raw: object) -> str:
    """An id for an entry without one, from what the file says of it."""
    return stable_id(*(json.dumps(part, sort_keys=True, ensure_ascii=False) for part in raw))


def row_number(*raw: object) -> int:
    """A whole number for a table whose rows are numbered, the same for the same row on every machine."""
    return int(unnamed_id(*raw)[:12], 16)
