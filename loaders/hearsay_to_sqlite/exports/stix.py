"""A STIX 2.1 bundle: who spoke, in which article, which words; claims as allegations; labels as their authors' opinions.

Plain JSON, written object by object: the stix2 library keeps a bundle in memory as a whole. A statement is a Note on its
speaker and its article, never a finding about either: no relationship leads from an identity to a technique.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from hearsay_to_sqlite import sql, vocabulary
from hearsay_to_sqlite.exports import stix_objects as stix
from hearsay_to_sqlite.exports.case import Case
from hearsay_to_sqlite.exports.items import Item, write_items
from hearsay_to_sqlite.exports.stix_objects import Bundle
from hearsay_to_sqlite.exports.wanted import Wanted
from hearsay_to_sqlite.exports.wording import NO_VERDICT, WITHDRAWN, allegation, label, sentence, verdict

Objects = Iterator[Item]


def write(connection: sqlite3.Connection, out: Path, wanted: Wanted) -> int:
    """Write one bundle; return how many objects are in it."""
    bundle = Bundle.of(Case.read(connection), wanted)
    head = {"type": "bundle", "id": bundle.id("bundle", "bundle", "all")}
    return write_items(out, head, "objects", _objects(connection, bundle))


def _objects(connection: sqlite3.Connection, bundle: Bundle) -> Objects:
    yield from stix.markings(bundle)
    yield bundle.producer()
    yield bundle.report()
    yield from _identities(connection, bundle)
    yield from _techniques(connection, bundle)
    yield from _reports(connection, bundle)
    yield from _claims(connection, bundle)
    yield from _labels(connection, bundle)
    yield from _statements(connection, bundle)
    yield from _withdrawn(connection, bundle)


def _identities(connection: sqlite3.Connection, bundle: Bundle) -> Objects:
    classes = vocabulary.read("exports")["identity_classes"]
    for row in connection.execute("select id, name, kind, role from actors order by n"):
        role = [row["role"]] if row["role"] else []
        references = [bundle.page("actor", row["id"])]
        yield bundle.object(
            "identity", "actor", row["id"],
            name=row["name"], identity_class=classes[row["kind"]], roles=role, external_references=references,
        )  # fmt: skip
    for row in connection.execute("select id, name, url from outlets order by id"):
        site = [{"source_name": row["name"], "url": row["url"]}] if row["url"] else []
        yield bundle.object(
            "identity", "outlet", row["id"],
            name=row["name"], identity_class="organization", external_references=site,
        )  # fmt: skip


def _techniques(connection: sqlite3.Connection, bundle: Bundle) -> Objects:
    for row in connection.execute(sql.read("exports/techniques")):
        yield {
            **bundle.object("attack-pattern", "technique", row["id"], name=row["name"]),
            "external_references": [stix.technique(row["id"])],
            "object_marking_refs": [stix.TLP, bundle.disarm],
        }


def _reports(connection: sqlite3.Connection, bundle: Bundle) -> Objects:
    """One report an article. It refers to its case and outlet: notes refer to it, or it would grow with its article."""
    for row in connection.execute(sql.read("exports/articles")):
        known = [part for part in (row["outlet"], row["published_on"]) if part]
        where = f" ({', '.join(known)})" if known else ""
        text = f" SHA-256 of its text: {row['text_sha256']}." if row["text_sha256"] else ""
        outlet = [bundle.id("identity", "outlet", row["outlet_id"])] if row["outlet_id"] else []
        yield bundle.object(
            "report", "article", row["id"],
            name=row["title"],
            description=f"What this article{where} reports of who said what.{text}",
            published=bundle.when,
            object_refs=[bundle.id("report", "case", "all"), *outlet],
            external_references=bundle.article(row),
        )  # fmt: skip
        yield from _copies(connection, bundle, row["id"])


def _copies(connection: sqlite3.Connection, bundle: Bundle, article: str) -> Objects:
    for row in connection.execute(sql.read("exports/copies"), {"article": article}):
        pair = f"{row['article_id']}/{row['copied_from_id']}"
        yield bundle.object(
            "relationship", "copy", pair,
            relationship_type="derived-from" if row["direction"] == "known" else "related-to",
            source_ref=bundle.id("report", "article", row["article_id"]),
            target_ref=bundle.id("report", "article", row["copied_from_id"]),
            description=f"{row['kind']} ({row['method']})",
        )  # fmt: skip


def _claims(connection: sqlite3.Connection, bundle: Bundle) -> Objects:
    for row in connection.execute(sql.read("exports/claims")):
        reviews = connection.execute(sql.read("exports/reviews"), {"claim": row["id"]}).fetchall()
        said = allegation(row["proposition"], row["origin"], row["claimant"])
        about = [bundle.id("identity", "actor", row["claimant_id"])] if row["claimant_id"] else []
        yield bundle.object(
            "note", "claim", row["id"],
            abstract=said,
            content=f"{said}. {'' if reviews else NO_VERDICT}".strip(),
            authors=[bundle.case.author],
            object_refs=about or [bundle.producer_id],
            external_references=[bundle.page("claim", row["id"])],
        )  # fmt: skip
        for review in reviews:
            url = review["url"]
            yield bundle.object(
                "note", "review", f"{review['id']}/{row['id']}",
                content=verdict(review),
                authors=[review["author"] or review["publisher"]],
                object_refs=[bundle.id("note", "claim", row["id"])],
                external_references=[{"source_name": review["publisher"], "url": url}] if url else [],
            )  # fmt: skip


def _labels(connection: sqlite3.Connection, bundle: Bundle) -> Objects:
    """Framings and their techniques, each as the note of whoever tagged the claim; one that was taken back is revoked."""
    for row in connection.execute(sql.read("exports/labels")):
        techniques = [id for id in (row["technique_ids"] or "").split(",") if id]
        patterns = [bundle.id("attack-pattern", "technique", id) for id in techniques]
        gone = row["status"] == "withdrawn"
        yield bundle.object(
            "note", "label", f"{row['claim_id']}/{row['framing']}/{row['tagged_by']}",
            content="This label was withdrawn by its author." if gone else label(row),
            authors=[row["tagged_by"]],
            object_refs=[bundle.id("note", "claim", row["claim_id"]), *([] if gone else patterns)],
            revoked=gone or None,
        )  # fmt: skip


def _statements(connection: sqlite3.Connection, bundle: Bundle) -> Objects:
    for row in connection.execute(sql.read("exports/statements")):
        people = dict.fromkeys(
            id for id in (row["speaker_id"], row["on_behalf_of_id"], row["target_id"]) if id
        )
        claims = connection.execute(sql.read("exports/stances"), {"id": row["id"]}).fetchall()
        stands = [
            f"It {stance['stance']}: {allegation(stance['proposition'], stance['origin'])}."
            for stance in claims
        ]
        yield bundle.object(
            "note", "statement", row["id"],
            content="\n".join([f"{sentence(row)}.", *stands]),
            authors=[bundle.finder(row)],
            object_refs=[
                bundle.id("report", "article", row["article_id"]),
                *(bundle.id("identity", "actor", id) for id in people),
                *(bundle.id("note", "claim", claim["claim_id"]) for claim in claims),
            ],
            labels=[row["act"], *(["not-reviewed"] if row["review_status"] == "machine" else [])],
            external_references=[bundle.page("statement", row["id"]), *bundle.article(row)],
        )  # fmt: skip


def _withdrawn(connection: sqlite3.Connection, bundle: Bundle) -> Objects:
    for row in connection.execute(sql.read("exports/withdrawn")):
        yield bundle.object(
            "note", "statement", row["id"],
            content=WITHDRAWN,
            object_refs=[bundle.id("report", "article", row["article_id"])],
            external_references=[bundle.page("statement", row["id"])],
            revoked=True,
        )  # fmt: skip
