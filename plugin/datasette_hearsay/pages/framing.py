"""One framing: the story, the claims said to serve it and by whom, and where it is told."""

from __future__ import annotations

from .. import quoting
from ..reading import Reader
from . import dressing
from .page import Ask, Data, NotFound, Page, next_page, one_more

SQL = (
    "framing",
    "framing_techniques_of",
    "framing_claims",
    "framing_outlets",
    "framing_statements",
    dressing.ROUTES,
)


def build(reader: Reader, ask: Ask) -> Data:
    """Gather the page; the statements that voice the framing are the list that is paged."""
    id = ask.parts["id"]
    framing = reader.row("framing", id=id)
    if framing is None:
        raise NotFound("There is no framing of this name")
    claims = dressing.all_addresses(reader.links, reader.rows("framing_claims", id=id))
    for claim in claims:
        claim["title"] = quoting.titled(claim)
    outlets = reader.rows("framing_outlets", id=id)
    for outlet in outlets:
        outlet["url"] = reader.links.table("framings_by_outlet", framing=id, outlet_id=outlet["outlet_id"])
    found = reader.rows("framing_statements", id=id, size=ask.size + 1, after=ask.after)
    rows, last = one_more(found, ask.size)
    return {
        "title": framing["name"],
        "url": reader.links.framing(id),
        "framing": framing,
        "techniques": reader.rows("framing_techniques_of", id=id),
        "claims": claims,
        "outlets": outlets,
        "statements": dressing.statements(reader, rows),
        **next_page(reader, ask, None if last is None else ask.after + ask.size, "framing", id),
        "sql_url": reader.sql_url("framing_statements", id=id, size=ask.size, after=ask.after),
        "rows_url": reader.links.table("claim_framings", framing=id),
        "chart_params": {"framing": id},
    }


PAGE = Page("framing", "/framing/(?P<id>[^/.]+)", SQL, build, ("framing_by_outlet",))
