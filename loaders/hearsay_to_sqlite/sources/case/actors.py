"""Outlets, actors, their names and affiliations: entries to rows."""

from __future__ import annotations

from hearsay_to_sqlite.clean.names import name_key
from hearsay_to_sqlite.sources.case.entries import CaseFile, Entry
from hearsay_to_sqlite.sources.case.rows import Gathered, day, row_number, taken


def add_outlets(case: CaseFile, rows: Gathered) -> None:
    """A row for each outlet, and one for each fact about it."""
    for entry in case["outlets"]:
        rows.add("outlets", **taken(entry.data, "id", "name", "url", "country", "language", "kind"))
        for fact in entry.data.get("facts", ()):
            since, until = day(fact, "since"), day(fact, "until")
            rows.add(
                "outlet_facts",
                id=row_number(entry.id, fact["property"], fact["value"], since),
                outlet_id=entry.id,
                since=since,
                until=until,
                **taken(fact, "property", "value", "source_url"),
            )


def add_actors(case: CaseFile, rows: Gathered) -> None:
    """A row for each actor, one for each spelling (the shown name is one of them), one for each affiliation.

    Affiliations come after all actors: they refer to any of them.
    """
    for entry in case["actors"]:
        columns = taken(entry.data, "id", "name", "kind", "role", "country", "wikidata", "description")
        rows.add("actors", origin="curated", **columns)
        for name in dict.fromkeys([entry.data["name"], *entry.data.get("names", ())]):
            rows.add("actor_names", actor_id=entry.id, name=name, key=name_key(name), basis="curated")
        _add_affiliations(entry, rows)


def _add_affiliations(entry: Entry, rows: Gathered) -> None:
    for affiliation in entry.data.get("affiliations", ()):
        organisation, role = affiliation["organisation"], affiliation.get("role")
        rows.add(
            "affiliations",
            id=row_number(entry.id, organisation, role),
            actor_id=entry.id,
            organisation_id=organisation,
            role=role,
            since=day(affiliation, "since"),
            until=day(affiliation, "until"),
        )
