"""Corrections, retractions and replies; what people decided; what was withdrawn."""

from __future__ import annotations

from ..reading import Reader, Row
from .page import Ask, Data, Page, next_page, one_more

SQL = ("corrections_notices", "corrections_decisions", "corrections_withdrawn")
PAGES = ("article", "claim", "statement", "actor")


def build(reader: Reader, ask: Ask) -> Data:
    """Gather the page; notices are the list that is paged."""
    found = reader.rows("corrections_notices", size=ask.size + 1, after=ask.after)
    notices, last = one_more(found, ask.size)
    withdrawn = reader.rows("corrections_withdrawn")
    for row in withdrawn:
        row["url"] = reader.links.statement(row["id"])
        row["article_url"] = reader.links.article(row["article_id"])
    return {
        "title": "Corrections and decisions",
        "url": reader.links.page("corrections"),
        "notices": [_linked(reader, notice) for notice in notices],
        **next_page(reader, ask, None if last is None else ask.after + ask.size, "corrections"),
        "decisions": reader.rows("corrections_decisions"),
        "withdrawn": withdrawn,
        "sql_url": reader.sql_url("corrections_notices", size=ask.size, after=ask.after),
        "rows_url": reader.links.table("notices"),
    }


def _linked(reader: Reader, notice: Row) -> Row:
    """A notice with the page of what it is about; the target may have its kind before it."""
    kind, colon, id = notice["target"].partition(":")
    if colon and kind in PAGES:
        notice["target_kind"], notice["target_id"] = kind, id
    else:
        notice["target_id"] = notice["target"]
    known = notice["target_kind"] in PAGES
    notice["target_url"] = reader.links.page(notice["target_kind"], notice["target_id"]) if known else None
    return notice


PAGE = Page("corrections", "/corrections", SQL, build)
