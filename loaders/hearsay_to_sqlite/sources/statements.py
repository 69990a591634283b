"""Rows of statements, one act of reported speech each, as somebody else has gathered them."""

from __future__ import annotations

from typing import Any

from hearsay_to_sqlite import vocabulary
from hearsay_to_sqlite.clean.days import day
from hearsay_to_sqlite.clean.names import name_key, plain_slug
from hearsay_to_sqlite.clean.text import one_line
from hearsay_to_sqlite.records import Row, stable_id
from hearsay_to_sqlite.sources.articles import Fields, key, without_text, words

ACCUSING = "accuse"


def statement(fields: Fields, *, location: str, source: str, source_sha256: str) -> dict[str, list[Row]]:
    """The rows of one statement, imported: its article without text, its speaker, and its words.

    A statement without an article's address stands in an article of its own, named by the statement.
    """
    if key(fields) is None:
        title = words(fields.get("title")) or words(fields.get("words"))
        fields = {**fields, "id": f"statement:{source_sha256}", "title": title}
    rows = without_text(fields, location=location, source=source)
    article = str(rows["articles"][0]["id"])
    said, gist = words(fields.get("words")), words(fields.get("gist"))
    speaker, target = one_line(words(fields.get("speaker"))), one_line(words(fields.get("target")))
    number = stable_id(article, "statement", speaker, said, gist)
    row: dict[str, Any] = {
        "id": number,
        "article_id": article,
        "source_text": speaker or None,
        "source_kind": "named" if speaker else "none",
        "content_text": said or None,
        "quotation": said or None,
        "gist": gist or None,
        "quote_type": "direct" if said else "indirect",
        "act": _act(fields, target),
        "actor_id": plain_slug(speaker) if speaker else None,
        "target_id": plain_slug(target) if target else None,
        "medium": words(fields.get("medium")) or None,
        "said_on": day(fields.get("said_on")),
        "said_on_basis": "metadata" if day(fields.get("said_on")) else None,
        "method": "imported",
        "anchor": "not-anchored",
    }
    cast = [(speaker, "speaker"), (target, "target")]
    people = [(name, part) for name, part in cast if name]
    rows["actors"] = [actor(name) for name, _ in people]
    rows["actor_names"] = [spelling(name) for name, _ in people]
    rows["attributions"] = [row]
    rows["attribution_actors"] = [
        {"attribution_id": number, "actor_id": plain_slug(name), "part": part, "n": 0}
        for name, part in people
    ]
    return rows


def actor(name: str, kind: str = "person") -> Row:
    """The row of an actor that an import names."""
    return {"id": plain_slug(name), "name": name, "kind": kind, "origin": "imported"}


def spelling(name: str) -> Row:
    """The row of the name by which an import knows an actor."""
    return {"actor_id": plain_slug(name), "name": name, "key": name_key(name), "basis": "imported"}


def _act(fields: Fields, target: str) -> str:
    act = "-".join(words(fields.get("act")).lower().replace("_", " ").split())
    if act in vocabulary.words("columns", "acts"):
        return act
    return ACCUSING if target and not act else "assert"
