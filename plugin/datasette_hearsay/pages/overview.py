"""The overview of a case: what it rests on, how its texts descend, where they part, who accuses whom; then figures."""

from __future__ import annotations

from ..reading import Reader, Row
from . import accusations, basis, citing, conflicts, dressing
from .page import Ask, Data, Page

SHOWN = {"size": 24, "outlets": 12}
"""More claims and outlets than these nobody reads in one table; the rows behind it have them all."""
CHARTS = ("statements_by_day", "claims_by_outlet", "framings_by_outlet", "sourcing")
STANCES_CHART = "claims_by_outlet"
SQL = (
    "case",
    "stamp",
    STANCES_CHART,
    "overview_notices",
    *basis.SQL,
    *conflicts.SQL,
    *accusations.SQL,
)
CELL = ("stance", "utterances", "mentions", "independent_articles")
STANCES = ("asserts", "denies", "questions", "withholds")


def build(reader: Reader, ask: Ask) -> Data:
    """Gather the page, in the order in which it is read."""
    case = reader.row("case") or {}
    notices = reader.rows("overview_notices", size=5)
    title = case.get("title") or reader.links.name
    held = basis.basis(reader)
    stamp = (reader.row("stamp") or {}).get("stamp")
    return {
        "title": title,
        "url": reader.links.page(),
        "case": case,
        "basis": held,
        "descent": basis.descent(reader),
        "conflicts": conflicts.overview(reader),
        "accusations": accusations.accusations(reader),
        "stances": stances(reader),
        "notices": notices,
        "stamp": stamp,
        "citation": citing.dataset(case, title, held, reader.links.lasting()),
        "rows_url": reader.links.table("statements"),
        "sql_url": reader.sql_url("overview_basis"),
        "corrections_url": reader.links.page("corrections"),
        "method_url": reader.links.page("method"),
        "chart_params": SHOWN,
    }


def stances(reader: Reader) -> Data:
    """Claims by outlet: which stands were found where. A cell that is not there was not found."""
    rows = reader.rows(STANCES_CHART, **SHOWN)
    claims: dict[str, Row] = {}
    outlets: dict[str | None, str] = {}
    by = ("claim_id", "outlet_id", "stance")
    behind = reader.links.rows("claim_appearances", by)
    for row in rows:
        claim = claims.get(row["claim_id"])
        if claim is None:
            kept = ("claim_id", "proposition", "claim_origin")
            claim = dressing.addresses(reader.links, {**{key: row[key] for key in kept}, "cells": {}})
            claims[row["claim_id"]] = claim
        outlets.setdefault(row["outlet_id"], row["outlet"] or "outlet not known")
        cell = claim["cells"].setdefault(row["outlet_id"] or "", [])
        cell.append({**{key: row[key] for key in CELL}, "url": behind([row[column] for column in by])})
    for claim in claims.values():
        for cell in claim["cells"].values():
            cell.sort(key=lambda found: STANCES.index(found["stance"]))
    named = sorted(outlets.items(), key=lambda outlet: outlet[1])
    return {
        "outlets": [{"outlet_id": id, "outlet": name} for id, name in named],
        "more_outlets": rows[0]["outlets"] - len(outlets) if rows else 0,
        "claims": list(claims.values()),
        "url": reader.links.table("claim_appearances"),
    }


PAGE = Page("overview", "", SQL, build, CHARTS)
