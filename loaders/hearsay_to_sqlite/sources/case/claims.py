"""Events, framings, claims, utterances, facets, reviews, notices and decisions: entries to rows."""

from __future__ import annotations

import json
from typing import Any

from hearsay_to_sqlite.sources.case.entries import CaseFile, Entry
from hearsay_to_sqlite.sources.case.rows import Gathered, day, row_number, taken, unnamed_id


def add_framings(case: CaseFile, rows: Gathered) -> None:
    """Events, techniques, and the framings that are linked to them."""
    for entry in case["events"]:
        rows.add(
            "events", date=day(entry.data, "date"), **taken(entry.data, "id", "name", "place", "description")
        )
    for entry in case["techniques"]:
        rows.add("techniques", **taken(entry.data, "id", "name"))
    for entry in case["framings"]:
        rows.add("framings", slug=entry.id, **taken(entry.data, "name", "description"))
        for technique in entry.data.get("techniques", ()):
            rows.add("framing_techniques", framing=entry.id, technique_id=technique)


def add_claims(case: CaseFile, rows: Gathered) -> None:
    """Claims with their relations, framings and sightings."""
    for entry in case["claims"]:
        data = entry.data
        rows.add(
            "claims",
            event_id=data.get("event"),
            claimant_id=data.get("claimant"),
            said_on=day(data, "said_on"),
            origin="curated",
            **taken(data, "id", "proposition", "title", "subtitle", "url", "topic"),
        )
        for relation in data.get("relations", ()):
            columns = taken(relation, "relation", "why")
            rows.add("claim_relations", claim_id=entry.id, other_claim_id=relation["claim"], **columns)
        for tag in data.get("framings", ()):
            rows.add("claim_framings", claim_id=entry.id, **_tag(case, tag))
        for sighting in data.get("sightings", ()):
            rows.add("claim_sightings", claim_id=entry.id, **_sighting(entry, sighting))


def _tag(case: CaseFile, tag: dict[str, Any]) -> dict[str, Any]:
    by = tag.get("tagged_by", case.about.data.get("curated_by", "the curators"))
    status = tag.get("status", "proposed")
    tagged_on = day(tag, "tagged_on")
    return {"tagged_by": by, "tagged_on": tagged_on, "status": status, **taken(tag, "framing", "rationale")}


def _sighting(entry: Entry, sighting: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": row_number(entry.id, sighting),
        "outlet_id": sighting.get("outlet"),
        "article_id": sighting.get("article"),
        "published_on": day(sighting, "published_on"),
        **taken(sighting, "url", "relation"),
    }


def add_utterances(case: CaseFile, rows: Gathered) -> None:
    """Things said once, and the questions that the accounts answer."""
    for entry in case["utterances"]:
        rows.add(
            "utterances",
            actor_id=entry.data.get("actor"),
            said_on=day(entry.data, "said_on"),
            **taken(entry.data, "id", "said_on_basis", "medium", "note"),
            **taken(entry.data, "original_language", "original_text", "original_url"),
        )
    for entry in case["facets"]:
        counts = json.dumps(entry.data["counts"]) if "counts" in entry.data else None
        columns = taken(entry.data, "id", "question", "unit")
        rows.add("facets", event_id=entry.data.get("event"), counts=counts, **columns)


def add_reviews(case: CaseFile, rows: Gathered) -> None:
    """Verdicts that others published, and which claims they are about."""
    for entry in case["reviews"]:
        rows.add(
            "reviews",
            published_on=day(entry.data, "published_on"),
            retracted_on=day(entry.data, "retracted_on"),
            raw=None,
            **taken(entry.data, "id", "headline", "claim_reviewed_text", "publisher", "url", "archived_url"),
            **taken(entry.data, "author", "rating_text", "rating", "best", "worst"),
        )
        by = case.about.data.get("curated_by")
        for claim, relation in entry.data["claims"].items():
            columns = {"claim_id": claim, "relation": relation, "method": "curated", "decided_by": by}
            rows.add("review_claims", review_id=entry.id, **columns)


def add_decisions(case: CaseFile, rows: Gathered) -> None:
    """Decisions, each keyed by the words that it is about, and notices.

    The anchor goes in as JSON with the article's ``text_sha256``: whether it fits is seen when decisions are replayed.
    """
    hashes = {entry.id: entry.data.get("text_sha256") for entry in case["articles"]}
    for entry in case["decisions"]:
        anchor = {**entry.data["anchor"], "text_sha256": hashes[entry.data["anchor"]["article"]]}
        rows.add(
            "decisions",
            id=entry.id or unnamed_id("decision", entry.data),
            anchor=_json(anchor),
            before=_json(entry.data.get("before")),
            after=_json(entry.data.get("after")),
            decided_on=day(entry.data, "decided_on"),
            **taken(entry.data, "kind", "who", "why", "supersedes"),
        )
    for entry in case["notices"]:
        dates = {key: day(entry.data, key) for key in ("received_on", "published_on")}
        rows.add("notices", **dates, **taken(entry.data, "id", "target", "kind", "party", "text", "url"))


def _json(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)
