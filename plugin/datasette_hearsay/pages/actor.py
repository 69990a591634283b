"""One actor: what they said, on which claims, whom they accuse and who accuses them, and how their name is spelt."""

from __future__ import annotations

from ..charts import LIMIT
from ..reading import Reader, Row, statements
from . import dressing, noticing
from .page import Ask, Data, Gone, NotFound, Page, next_page, one_more

STATEMENTS = 20
ACCUSATIONS = 6
"""So many are shown in each direction; the link after them leads to all."""

CHART = "actor_acts_chart"

SQL = (
    "actor",
    CHART,
    "actor_affiliations",
    "actor_claims",
    "actor_statements",
    "actor_spellings",
    "actor_blame",
    noticing.SQL,
    dressing.ROUTES,
)


def build(reader: Reader, ask: Ask) -> Data:
    """Gather the page; statements are the list that is paged. An unnamed source is never added up."""
    id = ask.parts["id"]
    actor = reader.row("actor", id=id)
    notices = noticing.of(reader, "actor", id)
    if actor is None or noticing.are_erasure(notices):
        raise (
            Gone("This actor was withdrawn", notices) if notices else NotFound("There is no actor of this id")
        )
    size = ask.size_or(STATEMENTS)
    rows = reader.rows("actor_statements", id=id, size=size + 1, after=ask.after)
    said, last = one_more(rows, size)
    dressing.statements(reader, said)
    named = actor["kind"] != "anonymous"
    return {
        "title": actor["name"],
        "url": reader.links.actor(id),
        "actor": actor,
        "affiliations": dressing.all_addresses(reader.links, reader.rows("actor_affiliations", id=id)),
        "acts": _acts(reader, id) if named else [],
        "claims": _claims(reader, id) if named else [],
        "statements": said,
        **next_page(reader, ask, None if last is None else last["fts_pk"], "actor", id),
        **_blame(reader, id),
        "spellings": _spellings(reader, id),
        "notices": notices,
        "rows_url": reader.links.table("statements", speaker_id=id),
        "sql_url": reader.sql_url("actor_statements", id=id, size=size, after=ask.after),
        "chart_params": {"actor_id": id if named else ""},
    }


def _acts(reader: Reader, id: str) -> list[Row]:
    # As the chart asks for them, so that they are counted once.
    acts = reader.of(statements()[CHART], {"actor_id": id, "limit": LIMIT}, LIMIT)
    for act in acts:
        act["url"] = reader.links.table("statements", speaker_id=id, act=act["act"], polarity=act["polarity"])
    return acts


def _claims(reader: Reader, id: str) -> list[Row]:
    claims = dressing.all_addresses(reader.links, reader.rows("actor_claims", id=id))
    for claim in claims:
        claim["url"] = reader.links.table(
            "claim_appearances", claim_id=claim["claim_id"], speaker_id=id, stance=claim["stance"]
        )
    return claims


def _blame(reader: Reader, id: str) -> Data:
    rows = dressing.statements(reader, reader.rows("actor_blame", id=id, size=ACCUSATIONS))
    by = [row for row in rows if row["direction"] == "by"]
    against = [row for row in rows if row["direction"] == "against"]
    blame = {"act__in": "accuse,insinuate,threaten", "polarity": "positive"}
    return {
        "accuses": by,
        "accuses_total": by[0]["in_this_direction"] if by else 0,
        "accuses_url": reader.links.table("statements", speaker_id=id, **blame),
        "accused_by": against,
        "accused_by_total": against[0]["in_this_direction"] if against else 0,
        "accused_by_url": reader.links.table("statements", target_id=id, **blame),
    }


def _spellings(reader: Reader, id: str) -> list[Row]:
    spellings = reader.rows("actor_spellings", id=id)
    for spelling in spellings:
        spelling["url"] = reader.links.table("spellings", actor_id=id, name=spelling["name"])
    return spellings


PAGE = Page("actor", "/actor/(?P<id>[^/.]+)", SQL, build, (CHART,))
