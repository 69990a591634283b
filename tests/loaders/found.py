"""What the tests of the extractor share: an article out of a text, and what is found in it as plain rows."""

from __future__ import annotations

from hearsay_to_sqlite.attribution import find
from hearsay_to_sqlite.records import Article, Attribution, Passage, Span


def article(text: str, published_on: str | None = None, passages: tuple[Passage, ...] = ()) -> Article:
    """An article of this text, of which nothing else is known."""
    return Article(
        "a1",
        "A title",
        text,
        "a.txt",
        "text",
        "0" * 64,
        "0" * 64,
        published_on=published_on,
        passages=passages,
    )


def found(text: str, published_on: str | None = None) -> tuple[Attribution, ...]:
    """The attributions of a text."""
    attributions = find(article(text, published_on)).attributions
    assert attributions is not None
    return attributions


def words(text: str, spans: tuple[Span, ...]) -> str:
    """The words of spans, pieces apart."""
    return " | ".join(text[span.start : span.end] for span in spans)


def rows(text: str) -> list[tuple[str | None, str, str]]:
    """Speaker, cue and content of each attribution of a text."""
    return [(one.speaker, words(text, one.cue), words(text, one.content)) for one in found(text)]
