"""An article's attributions, as the extractor or an import gives them, as rows of their tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay_to_sqlite.records import Attribution, Row, Span

JOIN = " … "
"""What stands between the pieces of a discontinuous span where they are shown as one text."""

TEXT_PARTS = ("source", "cue", "content")


def joined(text: str, spans: Sequence[Span]) -> str | None:
    """The words of all spans, with an ellipsis between them.

    >>> joined("It is not at all true.", (Span(6, 9), Span(17, 21)))
    'not … true'
    """
    return JOIN.join(text[span.start : span.end] for span in spans) or None


def attribution_row(found: Attribution, article_id: str, text: str, wording: str, load_id: int) -> Row:
    """The row of ``attributions``; what later stages and people decide is not among its columns."""
    row: dict[str, object] = {"id": found.id, "article_id": article_id}
    for part in TEXT_PARTS:
        spans: tuple[Span, ...] = getattr(found, part)
        row[f"{part}_text"] = joined(text, spans)
        row[f"{part}_start"] = min((span.start for span in spans), default=None)
        row[f"{part}_end"] = max((span.end for span in spans), default=None)
    return {
        **row,
        "quotation": joined(text, found.quoted),
        "source_kind": found.source_kind,
        "quote_type": found.quote_type,
        "wording": wording,
        "act": found.act,
        "act_basis": found.act_basis,
        "polarity": found.polarity,
        "condition": found.condition,
        "certainty": found.certainty,
        "actor_id": found.actor_id,
        "target_id": found.target_id,
        "nested_in": found.nested_in,
        "repeat_of": found.repeat_of,
        "medium": found.medium,
        "via_actor_id": found.via_actor_id,
        "said_on": found.said_on,
        "said_on_basis": found.said_on_basis,
        "method": found.method,
        "rule": found.rule,
        "extraction_confidence": found.confidence,
        "anchor": "text-match" if found.content else "not-anchored",
        "load_id": load_id,
    }


def span_rows(found: Attribution, text: str) -> Iterator[tuple[object, ...]]:
    """The rows of ``attribution_spans``."""
    for part in (*TEXT_PARTS, "quoted"):
        spans: tuple[Span, ...] = getattr(found, part)
        for n, span in enumerate(spans):
            yield found.id, part, n, span.start, span.end, text[span.start : span.end]


def people_rows(found: Attribution) -> Iterator[tuple[object, ...]]:
    """The rows of ``attribution_actors``: one for each part that somebody has in it."""
    parts = (
        ("speaker", found.actor_id),
        ("on-behalf-of", found.on_behalf_of_id),
        ("target", found.target_id),
    )
    for part, actor_id in parts:
        if actor_id is not None:
            yield found.id, actor_id, part, 0


def found_rows(found: Attribution) -> Iterator[tuple[object, ...]]:
    """The rows of ``_found_actors``: what the people are called, so that ``resolve`` can run again."""
    parts = (
        ("speaker", found.speaker, found.speaker_kind, found.speaker_role),
        ("on-behalf-of", found.on_behalf_of, None, None),
        ("target", found.target, found.target_kind, None),
        ("via", found.via, None, None),
    )
    for part, name, kind, role in parts:
        if name is not None:
            yield found.id, part, name, kind, role
