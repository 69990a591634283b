"""An article's attributions, as the extractor or an import gives them, as rows of their tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay_to_sqlite.records import Attribution, Span

JOIN = " … "
"""What stands between the pieces of a discontinuous span where they are shown as one text."""

TEXT_PARTS = ("source", "cue", "content")

COLUMNS = (
    "id", "article_id", "source_text", "source_start", "source_end", "cue_text", "cue_start", "cue_end",
    "content_text", "content_start", "content_end", "quotation", "source_kind", "quote_type", "act", "act_basis",
    "polarity", "condition", "certainty", "actor_id", "target_id", "nested_in", "repeat_of", "medium", "via_actor_id",
    "said_on", "said_on_basis", "method", "rule", "extraction_confidence", "anchor",
)  # fmt: skip
"""The columns of ``attributions`` that a row from here fills; what later stages and people decide is not among them."""

Values = tuple[object, ...]


def joined(text: str, spans: Sequence[Span]) -> str | None:
    """The words of all spans, with an ellipsis between them.

    >>> joined("It is not at all true.", (Span(6, 9), Span(17, 21)))
    'not … true'
    """
    return JOIN.join([text[span.start : span.end] for span in spans]) or None


def attribution_row(found: Attribution, article_id: str, text: str) -> Values:
    """The row of ``attributions``: the values of COLUMNS."""
    return (
        found.id,
        article_id,
        *_hull(found.source, text),
        *_hull(found.cue, text),
        *_hull(found.content, text),
        joined(text, found.quoted),
        found.source_kind,
        found.quote_type,
        found.act,
        found.act_basis,
        found.polarity,
        found.condition,
        found.certainty,
        found.actor_id,
        found.target_id,
        found.nested_in,
        found.repeat_of,
        found.medium,
        found.via_actor_id,
        found.said_on,
        found.said_on_basis,
        found.method,
        found.rule,
        found.confidence,
        "text-match" if found.content else "not-anchored",
    )


def _hull(spans: tuple[Span, ...], text: str) -> Values:
    """The words of spans, where the first begins and where the last ends."""
    if len(spans) == 1:
        start, end = spans[0].start, spans[0].end
        return text[start:end] or None, start, end
    if not spans:
        return None, None, None
    return joined(text, spans), min(span.start for span in spans), max(span.end for span in spans)


def span_rows(found: Attribution, text: str) -> Iterator[Values]:
    """The rows of ``attribution_spans``."""
    for part in (*TEXT_PARTS, "quoted"):
        spans: tuple[Span, ...] = getattr(found, part)
        for n, span in enumerate(spans):
            yield found.id, part, n, span.start, span.end, text[span.start : span.end]


def people_rows(found: Attribution) -> Iterator[Values]:
    """The rows of ``attribution_actors``: one for each part that somebody has in it."""
    parts = (
        ("speaker", found.actor_id),
        ("on-behalf-of", found.on_behalf_of_id),
        ("target", found.target_id),
    )
    for part, actor_id in parts:
        if actor_id is not None:
            yield found.id, actor_id, part, 0


def found_rows(found: Attribution) -> Iterator[Values]:
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
