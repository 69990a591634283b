"""Adds to rows what every page shows beside them: addresses, how the words may be shown, what nobody reviewed."""

from __future__ import annotations

import json
from collections.abc import Iterable

from .. import kinds, quoting
from ..links import Links
from ..reading import Reader, Row

ROUTES = "article_routes"
"""The SQL that a page which dresses statements must declare."""


LEADS = tuple(
    (column, kind, f"{column.removesuffix('_id')}_url")
    for column, kind in {**kinds.COLUMNS, "supersedes": "article"}.items()
)
"""Columns that hold ids, the kind of page they lead to, and under which key its address stands."""


def statements(reader: Reader, rows: list[Row]) -> list[Row]:
    """Dress rows of the views ``statements``, ``claim_appearances`` or ``blame``; changes and returns them."""
    routes = _routes(reader, rows)
    all_addresses(reader.links, rows)
    for row in rows:
        row.setdefault("id", row.get("attribution_id"))
        row["route"] = routes.get(row["article_id"])
        row["url"] = reader.links.statement(row["id"])
        row["shown"] = quoting.present(row)
        row["sense"] = quoting.sense(row)
        row["said"] = quoting.said(row)
        row["reviewed"] = row.get("review_status") in ("reviewed", "double-reviewed")
    return rows


def addresses(links: Links, row: Row) -> Row:
    """Add ``…_url`` for each id of a page of ours that the row holds; changes and returns it."""
    all_addresses(links, [row])
    return row


def all_addresses(links: Links, rows: list[Row]) -> list[Row]:
    """``addresses`` for each of the rows that one statement gave: they have the same columns."""
    leads = [(column, links.ids(kind), url) for column, kind, url in LEADS if rows and column in rows[0]]
    for row in rows:
        for column, address, url in leads:
            id = row[column]
            if id is not None:
                row[url] = address(str(id))
    return rows


def _routes(reader: Reader, rows: Iterable[Row]) -> dict[str, str]:
    """Through which languages the articles of these rows came, such as ``ar→en``, by article."""
    ids = sorted({row["article_id"] for row in rows if row.get("wording") not in (None, "original")})
    if not ids:
        return {}
    return {row["article_id"]: row["route"] for row in reader.rows(ROUTES, ids=json.dumps(ids))}
