"""A MISP event: claims as narratives, articles as news media, statements and labels as annotations with their authors.

Objects follow the templates of misp-objects. Nothing is an indicator, no galaxy or tag puts a technique on anybody.
"""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hearsay_to_sqlite import sql, vocabulary
from hearsay_to_sqlite.exports.addresses import address, seconds
from hearsay_to_sqlite.exports.case import Case
from hearsay_to_sqlite.exports.items import Item, write_items
from hearsay_to_sqlite.exports.wanted import Wanted
from hearsay_to_sqlite.exports.wording import (
    NO_VERDICT,
    WITHDRAWN,
    allegation,
    label,
    sentence,
    technique_url,
    verdict,
)

Objects = Iterator[Item]
Values = Iterable[tuple[str, str | None]]
"""Names of a template's attributes, each with a value or None."""

UNDEFINED_THREAT, COMPLETED, THIS_ORGANISATION = "4", "2", "0"
"""MISP's codes: no threat is rated, nothing waits to be analysed, and whoever imports it decides whom to tell."""

UNKNOWN = "outlet not known"


def write(connection: sqlite3.Connection, out: Path, wanted: Wanted) -> int:
    """Write one event; return how many objects are in it."""
    event = Event(Case.read(connection), wanted.base)
    return write_items(out, event.head(), "Object", _objects(connection, event), inside="Event")


@dataclass(frozen=True, slots=True)
class Event:
    """One export: its case, and where its pages are."""

    case: Case
    base: str | None

    def head(self) -> Item:
        """What MISP wants to know of an event before its objects."""
        return {
            "uuid": self.case.uuid("event", "all"),
            "info": self.case.title,
            "date": self.case.when[:10],
            "timestamp": self.stamp,
            "threat_level_id": UNDEFINED_THREAT,
            "analysis": COMPLETED,
            "distribution": THIS_ORGANISATION,
            "published": False,
            "Orgc": {"name": self.case.author, "uuid": self.case.uuid("producer", self.case.author)},
            "Tag": [{"name": "tlp:clear"}],
        }

    @property
    def stamp(self) -> str:
        """When the data were made, in seconds of the epoch."""
        return str(seconds(self.case.when))

    def object(
        self, template: str, kind: str, id: str, values: Values, references: Iterable[Item] = (), **more: Any
    ) -> dict[str, Any]:
        """An object by a template of misp-objects; attributes without a value are left out."""
        known = vocabulary.read("exports")["misp_templates"][template]
        own = self.case.uuid(kind, id)
        given = [(name, value) for name, value in values if value]
        return {
            "name": template,
            "template_uuid": known["uuid"],
            "template_version": str(known["version"]),
            "meta-category": "misc",
            "description": known["description"],
            "uuid": own,
            "timestamp": self.stamp,
            "distribution": "5",
            "Attribute": [self._attribute(own, known["types"], n, *pair) for n, pair in enumerate(given)],
            "ObjectReference": [{**reference, "object_uuid": own} for reference in references],
            **more,
        }

    def _attribute(self, owner: str, types: Item, n: int, name: str, value: str) -> Item:
        kind = types[name]
        return {
            "uuid": str(uuid.uuid5(uuid.UUID(owner), f"{n}/{name}")),
            "object_relation": name,
            "type": kind,
            "category": "External analysis" if kind == "link" else "Other",
            "value": value,
            "to_ids": False,
            "disable_correlation": kind == "text",
            "timestamp": self.stamp,
            "distribution": "5",
        }

    def reference(self, relation: str, kind: str, id: str, of: str, comment: str = "") -> Item:
        """A reference of the object ``of`` to another."""
        referenced = self.case.uuid(kind, id)
        return {
            "uuid": str(uuid.uuid5(uuid.UUID(referenced), f"{relation}/{of}")),
            "referenced_uuid": referenced,
            "relationship_type": relation,
            "comment": comment,
            "timestamp": self.stamp,
        }

    def page(self, kind: str, id: str) -> str | None:
        """The page of a thing, where pages are published."""
        return address(self.base, kind, id) if self.base else None


def _objects(connection: sqlite3.Connection, event: Event) -> Objects:
    yield event.object("annotation", "terms", "all", [("type", "Disclaimer"), ("text", event.case.terms)])
    yield from _articles(connection, event)
    yield from _claims(connection, event)
    yield from _labels(connection, event)
    yield from _statements(connection, event)
    for row in connection.execute(sql.read("exports/withdrawn")):
        values = [("text", WITHDRAWN), ("ref", event.page("statement", row["id"]))]
        yield event.object("annotation", "statement", row["id"], values, deleted=True)


def _articles(connection: sqlite3.Connection, event: Event) -> Objects:
    for row in connection.execute(sql.read("exports/articles")):
        values = [
            ("title", row["title"]),
            ("source", row["outlet"] or UNKNOWN),
            ("link", row["article_url"]),
            ("link", event.page("article", row["id"])),
        ]
        derived = [
            event.reference(
                "derived-from" if copy["direction"] == "known" else "related-to",
                "article", copy["copied_from_id"], row["id"], f"{copy['kind']} ({copy['method']})",
            )
            for copy in connection.execute(sql.read("exports/copies"), {"article": row["id"]})
        ]  # fmt: skip
        yield event.object("news-media", "article", row["id"], values, derived)


def _claims(connection: sqlite3.Connection, event: Event) -> Objects:
    for row in connection.execute(sql.read("exports/claims")):
        reviews = connection.execute(sql.read("exports/reviews"), {"claim": row["id"]}).fetchall()
        said = f"{allegation(row['proposition'], row['origin'], row['claimant'])}. {'' if reviews else NO_VERDICT}"
        values = [
            ("narrative-summary", said.strip()),
            ("external-references", event.page("claim", row["id"])),
        ]
        yield event.object("narrative", "claim", row["id"], values)
        for review in reviews:
            id = f"{review['id']}/{row['id']}"
            told = [("type", "Annotation"), ("text", verdict(review)), ("ref", review["url"])]
            about = [event.reference("annotates", "claim", row["id"], id)]
            yield event.object("annotation", "review", id, told, about)


def _labels(connection: sqlite3.Connection, event: Event) -> Objects:
    for row in connection.execute(sql.read("exports/labels")):
        id = f"{row['claim_id']}/{row['framing']}/{row['tagged_by']}"
        gone = row["status"] == "withdrawn"
        techniques = [] if gone else [one for one in (row["technique_ids"] or "").split(",") if one]
        values = [
            ("type", "Annotation"),
            ("text", label(row)),
            *(("ref", technique_url(technique)) for technique in techniques),
        ]
        about = [event.reference("annotates", "claim", row["claim_id"], id)]
        yield event.object("annotation", "label", id, values, about, **({"deleted": True} if gone else {}))


def _statements(connection: sqlite3.Connection, event: Event) -> Objects:
    for row in connection.execute(sql.read("exports/statements")):
        stances = connection.execute(sql.read("exports/stances"), {"id": row["id"]}).fetchall()
        values = [
            ("type", "Annotation"),
            ("format", "text"),
            ("text", f"{sentence(row)}."),
            ("ref", event.page("statement", row["id"])),
            ("ref", row["article_url"]),
        ]
        references = [
            event.reference("extracted-from", "article", row["article_id"], row["id"]),
            *(
                event.reference("annotates", "claim", stance["claim_id"], row["id"], stance["stance"])
                for stance in stances
            ),
        ]
        yield event.object("annotation", "statement", row["id"], values, references)
