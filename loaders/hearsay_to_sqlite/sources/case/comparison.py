"""Accounts of facets, copies and what their wording became: entries to rows."""

from __future__ import annotations

from collections.abc import Mapping

from hearsay_to_sqlite.records import stable_id
from hearsay_to_sqlite.sources.case.entries import CaseFile, Entry
from hearsay_to_sqlite.sources.case.rows import Gathered, taken, unnamed_id
from hearsay_to_sqlite.sources.case.statements import joined
from hearsay_to_sqlite.sources.case.texts import Text, hull, pieces

NO_COPY = "none"
"""The kind of copy that is none."""


def add_comparison(case: CaseFile, texts: Mapping[str, Text], rows: Gathered) -> None:
    """Rows for accounts, copies and wording changes.

    Raises:
        CaseError: An anchor does not fit its text, or two entries without an id say the same.
    """
    curators = case.about.data.get("curated_by")
    met: dict[str, Entry] = {}
    for entry in case["accounts"]:
        _add_account(entry, _id(entry, met), texts[entry.data["article"]], curators, rows)
    for entry in case["copies"]:
        article, origin = entry.data["article"], entry.data["copied_from"]
        _id(entry, met, article, origin)
        pair = {"article_id": article, "copied_from_id": origin, **taken(entry.data, "basis")}
        if entry.data["kind"] == NO_COPY:
            rows.add("not_copies", **pair)
        else:
            columns = taken(entry.data, "kind", "direction", "coverage", "similarity")
            rows.add("copies", **pair, method="curated", **columns)
    for entry in case["wording_changes"]:
        _add_change(entry, _id(entry, met), texts, rows)


def _id(entry: Entry, met: dict[str, Entry], *raw: object) -> str:
    found = entry.id or unnamed_id(entry.section, *(raw or (entry.data,)))
    if found in met:
        first = met[found]
        what = f"The same entry of {entry.section} stands at {first.document.name}:{first.line()}."
        raise entry.error(what, remedy="Remove one of them, or give each an id.")
    met[found] = entry
    return found


def _add_account(entry: Entry, id: str, text: Text, curators: str | None, rows: Gathered) -> None:
    found = pieces(entry, "anchor", text)
    start, end = hull(found)
    decided_by = entry.data.get("decided_by", curators)
    rows.add(
        "accounts",
        id=id,
        facet_id=entry.data["facet"],
        article_id=entry.data["article"],
        attribution_id=entry.data.get("statement"),
        start=start,
        end=end,
        text=joined(found),
        decided_by=decided_by,
        **taken(entry.data, "value", "low", "high", "qualifier", "difference", "note"),
    )


def _add_change(entry: Entry, id: str, texts: Mapping[str, Text], rows: Gathered) -> None:
    start, end = hull(pieces(entry, "anchor", texts[entry.data["article"]]))
    copied_start, copied_end = hull(pieces(entry, "copied_anchor", texts[entry.data["copied_from"]]))
    rows.add(
        "wording_changes",
        id=id,
        article_id=entry.data["article"],
        start=start,
        end=end,
        copied_from_id=entry.data["copied_from"],
        copied_start=copied_start,
        copied_end=copied_end,
        method="curated",
        words_hash=_hash(texts[entry.data["article"]], start, end),
        copied_words_hash=_hash(texts[entry.data["copied_from"]], copied_start, copied_end),
        **taken(entry.data, "similarity", "kind", "why"),
    )


def _hash(text: Text, start: int | None, end: int | None) -> str | None:
    """What tells later whether the same words still stand there; None where the text is not at hand."""
    return None if text.text is None or start is None else stable_id(text.text[start:end])
