"""One claim: who asserts, denies or withholds it, when, in which words; what contradicts it; who published a verdict."""

from __future__ import annotations

from dataclasses import replace

from .. import differences, quoting
from ..exports import items, jsonld
from ..reading import Reader, Row
from . import citing, dressing, noticing
from .page import Ask, Data, Gone, NotFound, Page, next_page, one_more

SQL = (
    "claim",
    "claim_stances",
    "claim_appearances_page",
    "claim_first",
    "claim_relations_of",
    "claim_reviews",
    "claim_framings_of",
    "claim_sightings_of",
    "claim_renderings",
    "claim_same_claims",
    "claim_same_statements",
    "claim_relays",
    noticing.SQL,
    dressing.ROUTES,
)


def build(reader: Reader, ask: Ask) -> Data:
    """Gather the page; its appearances are the list that is paged."""
    id = ask.parts["id"]
    claim = reader.row("claim", id=id)
    notices = noticing.of(reader, "claim", id)
    if claim is None or noticing.are_erasure(notices):
        raise (
            Gone("This claim was withdrawn", notices) if notices else NotFound("There is no claim of this id")
        )
    dressing.addresses(reader.links, claim)
    rows = reader.rows("claim_appearances_page", id=id, size=ask.size + 1, after=ask.after)
    appearances, last = one_more(dressing.statements(reader, rows), ask.size)
    following = None if last is None else ask.after + ask.size
    reviews = reader.rows("claim_reviews", id=id)
    framings = dressing.all_addresses(reader.links, reader.rows("claim_framings_of", id=id))
    relays = dressing.all_addresses(reader.links, reader.rows("claim_relays", id=id))
    data: Data = {
        "title": quoting.titled(claim),
        "url": reader.links.claim(id),
        "claim": claim,
        "verdict": None if reviews else "No verdict recorded here",
        "stances": _stances(reader, id),
        "first": _first(reader, id),
        "appearances": appearances,
        **next_page(reader, ask, following, "claim", id),
        "renderings": renderings(reader, id),
        "related": _claims(reader, "claim_relations_of", id),
        "same_claims": _claims(reader, "claim_same_claims", id),
        "same_statements": dressing.statements(reader, reader.rows("claim_same_statements", id=id)),
        "relays": relays,
        "_steps": _steps(relays),
        "reviews": reviews,
        "framings": framings,
        "sightings": reader.rows("claim_sightings_of", id=id),
        "notices": notices,
        "citation": citing.claim(quoting.titled(claim), id, reader.links.lasting("claim", id)),
        "rows_url": reader.links.table("claim_appearances", claim_id=id),
        "sql_url": reader.sql_url("claim_appearances_page", id=id, size=ask.size, after=ask.after),
        "chart_params": {"claim_id": id},
    }
    # Machines read the address with its host, whichever way the page was asked for.
    item = replace(
        items.read(items.CLAIM, claim, reader.links, reviews), url=reader.links.lasting("claim", id)
    )
    data["_structured"] = jsonld.of_page(item, data, reader.links)
    return data


def _stances(reader: Reader, id: str) -> list[Row]:
    stances = reader.rows("claim_stances", id=id)
    for stance in stances:
        stance["url"] = reader.links.table("claim_appearances", claim_id=id, stance=stance["stance"])
    return stances


def _first(reader: Reader, id: str) -> Row | None:
    first = reader.row("claim_first", id=id)
    return None if first is None else dressing.addresses(reader.links, first)


def _claims(reader: Reader, name: str, id: str) -> list[Row]:
    """The claims that ``name`` finds for this one, each with its title and address."""
    claims = dressing.all_addresses(reader.links, reader.rows(name, id=id))
    for claim in claims:
        claim["title"] = quoting.titled(claim)
    return claims


def _steps(relays: list[Row]) -> list[Data]:
    """The relays, those between the same two together: several statements may have come the same way."""
    steps: dict[tuple[str | None, str, str | None], list[Row]] = {}
    for row in relays:
        steps.setdefault((row["from_name"], row["relation"], row["to_name"]), []).append(row)
    return [{"from": by, "relation": how, "to": to, "rows": rows} for (by, how, to), rows in steps.items()]


def renderings(reader: Reader, id: str) -> list[Data]:
    """Each utterance that several articles render, with what the wording of each changes against the first of them."""
    groups: dict[str, list[Row]] = {}
    for row in dressing.statements(reader, reader.rows("claim_renderings", id=id)):
        groups.setdefault(row["utterance_key"], []).append(row)
    found = []
    for rows in groups.values():
        # What we say in our words is no wording of an article: it differs from all of them.
        worded = [row for row in rows if row["shown"]["kind"] != quoting.GIST]
        first = (worded[0]["shown"]["text"] or "") if worded else ""
        for row in worded[1:]:
            text = row["shown"]["text"] or ""
            _, row["pieces"] = differences.sides(first, text)
            row["called_out"] = differences.called_out(first, text)
        found.append({"speaker": rows[0]["speaker"], "statements": rows})
    return found


PAGE = Page("claim", "/claim/(?P<id>[^/.]+)", SQL, build, ("claim_timeline",))
