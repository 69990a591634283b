"""W3C Web Annotations: each statement as a note on its words in its article, by position and by the quoted words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.exports import carried
from hearsay_to_sqlite.exports.addresses import address
from hearsay_to_sqlite.exports.items import Item, filled, write_items
from hearsay_to_sqlite.exports.wanted import Wanted
from hearsay_to_sqlite.exports.wording import WITHDRAWN, sentence

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sha256": "https://schema.org/sha256", **carried.CONTEXT}]
"""With the hash of the text that positions count in: Unicode code points, as the recommendation has it."""


def write(connection: sqlite3.Connection, out: Path, wanted: Wanted) -> int:
    """Write one annotation page; return how many annotations are on it."""
    head = {
        "@context": CONTEXT[0],
        "id": address(wanted.base, "annotations", "statements"),
        "type": "AnnotationPage",
    }
    return write_items(out, head, "items", _annotations(connection, wanted))


def _annotations(connection: sqlite3.Connection, wanted: Wanted) -> Iterator[Item]:
    for row in connection.execute(sql.read("exports/statements")):
        spans = connection.execute(sql.read("exports/spans"), {"id": row["id"]}).fetchall()
        yield {
            "@context": CONTEXT,
            "id": address(wanted.base, "statement", row["id"]),
            "type": "Annotation",
            "motivation": "describing",
            "body": [_text(sentence(row), "describing"), _text(row["act"], "tagging")],
            "target": [_target(row, span, wanted) for span in spans] or [_source(row, wanted)],
            **carried.of_statement(connection, row["id"], row["article_id"]),
        }
    for row in connection.execute(sql.read("exports/withdrawn")):
        yield {
            "@context": CONTEXT,
            "id": address(wanted.base, "statement", row["id"]),
            "type": "Annotation",
            "motivation": "moderating",
            "body": [_text(WITHDRAWN, "moderating")],
            "target": [
                {
                    "id": row["article_url"] or address(wanted.base, "article", row["article_id"]),
                    "type": "Text",
                }
            ],
        }


def _text(value: str, purpose: str) -> Item:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _source(row: sqlite3.Row, wanted: Wanted) -> dict[str, Any]:
    return filled(
        {
            "id": row["article_url"] or address(wanted.base, "article", row["article_id"]),
            "type": "Text",
            "format": "text/plain",
            "language": row["language"],
            "sha256": row["text_sha256"],
        }
    )


def _target(row: sqlite3.Row, span: sqlite3.Row, wanted: Wanted) -> Item:
    position = {"type": "TextPositionSelector", "start": span["start"], "end": span["end"]}
    quote = {"type": "TextQuoteSelector", "exact": span["text"]}
    return {
        "type": "SpecificResource",
        "source": _source(row, wanted),
        "selector": [position, quote] if span["text"] else [position],
    }
