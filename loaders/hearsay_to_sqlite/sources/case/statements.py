"""Statements, their spans, their people and their claims: entries to rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hearsay_to_sqlite.clean.anchors import Piece
from hearsay_to_sqlite.sources.case.entries import CaseFile, Entry
from hearsay_to_sqlite.sources.case.rows import Gathered, day, taken
from hearsay_to_sqlite.sources.case.texts import Text, hull, pieces, pieces_inside

JOIN = " … "
PEOPLE = {"actor": "speaker", "on_behalf_of": "on-behalf-of", "target": "target", "addressee": "addressee"}


def add_statements(case: CaseFile, texts: Mapping[str, Text], rows: Gathered) -> None:
    """A row for each statement, and those of its spans, people and claims.

    Raises:
        CaseError: An anchor does not fit its text.
    """
    curators = case.about.data.get("curated_by")
    for entry in case["statements"]:
        text = texts[entry.data["article"]]
        spans = _spans(entry, text)
        rows.add("attributions", **_statement(entry, text, spans), **_review(entry, curators))
        for part, found in spans.items():
            for n, piece in enumerate(found):
                place = {"start": piece.start, "end": piece.end, "text": piece.text}
                rows.add("attribution_spans", attribution_id=entry.id, part=part, n=n, **place)
        _add_people(entry, rows)
        for claim, stance in entry.data.get("claims", {}).items():
            columns = {"claim_id": claim, "stance": stance, "method": "curated", "score": None, "why": None}
            rows.add("claim_attributions", attribution_id=entry.id, **columns)


def _spans(entry: Entry, text: Text) -> dict[str, tuple[Piece, ...]]:
    content = pieces(entry, "content", text)
    return {
        "source": pieces(entry, "source", text),
        "cue": pieces(entry, "cue", text),
        "content": content,
        "quoted": pieces_inside(entry, "quoted", text, content),
    }


def _statement(entry: Entry, text: Text, spans: Mapping[str, tuple[Piece, ...]]) -> dict[str, Any]:
    data = entry.data
    columns = taken(
        data, "id", "source_kind", "gist", "quote_type", "act", "act_basis", "condition", "certainty"
    )
    for part in ("source", "cue", "content"):
        columns[f"{part}_text"] = joined(spans[part])
        columns[f"{part}_start"], columns[f"{part}_end"] = hull(spans[part])
    columns["quotation"] = joined(spans["quoted"])
    if columns["content_text"] is None and data["quote_type"] == "direct":
        columns["content_text"] = columns["quotation"]
    return {
        **columns,
        **taken(data, "nested_in", "repeat_of", "medium", "said_on_basis", "note"),
        "article_id": data["article"],
        "wording": data.get("wording", text.entry.data.get("wording", "unknown")),
        "polarity": data.get("polarity", "positive"),
        "actor_id": _first(data.get("actor")),
        "target_id": _first(data.get("target")),
        "utterance_id": data.get("utterance"),
        "via_actor_id": data.get("via"),
        "said_on": day(data, "said_on"),
        "anchor": text.anchor,
    }


def joined(found: tuple[Piece, ...]) -> str | None:
    """The words of all pieces with an ellipsis between them; None where not all are known.

    >>> joined((Piece(0, 3, "not"), Piece(9, 13, "true")))
    'not … true'
    """
    words = [piece.text for piece in found if piece.text is not None]
    return JOIN.join(words) if words and len(words) == len(found) else None


def _review(entry: Entry, curators: str | None) -> dict[str, Any]:
    return {
        "method": "curated",
        "review_status": entry.data.get("review_status", "reviewed"),
        "reviewed_by": entry.data.get("reviewed_by", curators),
        "reviewed_at": day(entry.data, "reviewed_at"),
    }


def _listed(value: str | list[str] | None) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else value


def _first(value: str | list[str] | None) -> str | None:
    return next(iter(_listed(value)), None)


def _add_people(entry: Entry, rows: Gathered) -> None:
    for key, part in PEOPLE.items():
        for n, actor in enumerate(_listed(entry.data.get(key))):
            capacity = entry.data.get("capacity") if part == "speaker" else None
            columns = {"actor_id": actor, "part": part, "n": n, "capacity": capacity}
            rows.add("attribution_actors", attribution_id=entry.id, **columns)
