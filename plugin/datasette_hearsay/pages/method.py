"""How the figures of a case came about, and what they cannot tell."""

from __future__ import annotations

from ..reading import Reader
from .page import Ask, Data, Page

SQL = ("case", "method_statements", "method_rules", "method_loads", "overview_basis")


def build(reader: Reader, ask: Ask) -> Data:
    """Gather the page."""
    found = reader.rows("method_statements")
    for row in found:
        row["url"] = reader.links.table(
            "statements", method=row["method"], review_status=row["review_status"], anchor=row["anchor"]
        )
    rules = reader.rows("method_rules")
    for row in rules:
        row["url"] = reader.links.table("statements", method="extracted", rule=row["rule"])
    return {
        "title": "How this was made, and what it cannot know",
        "url": reader.links.page("method"),
        "case": reader.row("case") or {},
        "basis": reader.row("overview_basis") or {},
        "found": found,
        "rules": rules,
        "loads": reader.rows("method_loads"),
        "sql_url": reader.sql_url("method_statements"),
        "rows_url": reader.links.table("statements"),
    }


PAGE = Page("method", "/method", SQL, build)
