"""What every object of a STIX bundle has: an id that is always the same, its producer, its markings, where it stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hearsay_to_sqlite.exports.addresses import address
from hearsay_to_sqlite.exports.case import SOURCE, Case
from hearsay_to_sqlite.exports.items import Item, filled
from hearsay_to_sqlite.exports.wanted import Wanted
from hearsay_to_sqlite.exports.wording import technique_url

TLP = "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"
"""TLP:WHITE, whose object the standard gives (STIX 2.1, 7.2.1.4): what is exported here is published."""

TLP_WHITE = {
    "type": "marking-definition",
    "spec_version": "2.1",
    "id": TLP,
    "created": "2017-01-20T00:00:00.000Z",
    "definition_type": "tlp",
    "name": "TLP:WHITE",
    "definition": {"tlp": "white"},
}
MACHINE = "machine (not reviewed)"


@dataclass(frozen=True, slots=True)
class Bundle:
    """One export: its case, when it was made (to the millisecond, as the standard has it), where its pages are."""

    case: Case
    when: str
    base: str | None

    @classmethod
    def of(cls, case: Case, wanted: Wanted) -> Bundle:
        """The bundle of a case."""
        return cls(case, case.when.replace("Z", ".000Z"), wanted.base)

    def id(self, type: str, kind: str, id: str) -> str:
        """The id of an object: the same for the same thing of the same case, whenever it is exported."""
        return f"{type}--{self.case.uuid(kind, id)}"

    @property
    def producer_id(self) -> str:
        """The id of whoever answers for the case."""
        return self.id("identity", "producer", self.case.author)

    @property
    def terms(self) -> str:
        """The id of the marking that says under which licence this may be used."""
        return self.id("marking-definition", "licence", "case")

    @property
    def disarm(self) -> str:
        """The id of the marking that DISARM's names carry."""
        return self.id("marking-definition", "licence", "DISARM")

    def object(self, type: str, kind: str, id: str, **properties: Any) -> dict[str, Any]:
        """An object with what all have; properties that say nothing are left out."""
        return filled(
            {
                "type": type,
                "spec_version": "2.1",
                "id": self.id(type, kind, id),
                "created_by_ref": self.producer_id,
                "created": self.when,
                "modified": self.when,
                **properties,
                "object_marking_refs": [TLP, self.terms],
            }
        )

    def producer(self) -> Item:
        """Whoever answers for the case. Nobody made them, so they name no maker."""
        made = self.object(
            "identity", "producer", self.case.author, name=self.case.author, identity_class="unknown"
        )
        return {key: value for key, value in made.items() if key != "created_by_ref"}

    def report(self) -> Item:
        """The case. Its articles refer to it, so that this does not grow with their number."""
        return self.object(
            "report", "case", "all",
            name=self.case.title,
            description=self.case.terms,
            published=self.when,
            object_refs=[self.producer_id],
            external_references=[{"source_name": SOURCE, "url": self.base}] if self.base else [],
        )  # fmt: skip

    def page(self, kind: str, id: str) -> Item:
        """Where a thing stands: its page, or its stable name where nothing is published."""
        place = address(self.base, kind, id)
        known = {"url": place} if self.base else {"description": place}
        return {"source_name": SOURCE, "external_id": id, **known}

    def article(self, row: sqlite3.Row) -> list[Item]:
        """Where the article of a row stands: our page of it, and its own address."""
        url, outlet = row["article_url"], row["outlet"]
        own = [{"source_name": outlet or row["article_title"], "url": url}] if url else []
        return [self.page("article", row["article_id"]), *own]

    def finder(self, row: sqlite3.Row) -> str:
        """Who answers for a statement: the curator, or the machine until somebody reviewed it."""
        return MACHINE if row["review_status"] == "machine" else self.case.author


def technique(id: str) -> Item:
    """Where the DISARM framework describes a technique."""
    return {"source_name": "DISARM", "external_id": id, "url": technique_url(id)}


def markings(bundle: Bundle) -> Iterator[Item]:
    """Who may see this, under which licence it stands, and under which the names of techniques."""
    yield TLP_WHITE
    for id, name, statement in (
        (bundle.terms, "Licence", bundle.case.terms),
        (bundle.disarm, "DISARM Foundation", "Names of techniques: CC BY-SA 4.0, DISARM Foundation"),
    ):
        yield {
            "type": "marking-definition",
            "spec_version": "2.1",
            "id": id,
            "created": bundle.when,
            "definition_type": "statement",
            "name": name,
            "definition": {"statement": statement},
        }
