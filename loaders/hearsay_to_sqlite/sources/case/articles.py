"""Articles, where they were published, how they were translated, what they name: entries to rows."""

from __future__ import annotations

from collections.abc import Mapping

from hearsay_to_sqlite.clean import passages
from hearsay_to_sqlite.clean.anchors import shown
from hearsay_to_sqlite.sources.case.entries import CaseFile, Entry
from hearsay_to_sqlite.sources.case.rows import Gathered, day, row_number, taken
from hearsay_to_sqlite.sources.case.texts import Text


def add_articles(case: CaseFile, texts: Mapping[str, Text], rows: Gathered) -> None:
    """A row for each article, its locations, translation steps and, where its text is at hand, its passages."""
    for entry in case["articles"]:
        _add_article(entry, texts[str(entry.id)], rows)


def _add_article(entry: Entry, text: Text, rows: Gathered) -> None:
    data = entry.data
    rows.add(
        "articles",
        publisher_id=data.get("publisher"),
        origin_outlet_id=data.get("origin"),
        published_on=day(data, "published_on"),
        wording=data.get("wording", "unknown"),
        text=text.text,
        text_length=data.get("text_length") if text.text is None else len(text.text),
        text_sha256=text.text_sha256,
        source_sha256=text.source_sha256,
        encoding=text.encoding,
        source="case",
        **taken(data, "id", "title", "url", "origin_basis", "byline", "published_on_basis", "language"),
        **taken(data, "supersedes", "note"),
    )
    location = data.get("url", data.get("file"))
    rows.add(
        "article_locations",
        id=row_number(entry.id, location),
        article_id=entry.id,
        location=location,
        archived_url=data.get("archived_url"),
        retrieved_at=day(data, "retrieved_at"),
        source_sha256=text.source_sha256,
        text_sha256=text.text_sha256,
    )
    for step, translation in enumerate(data.get("translations", ()), 1):
        columns = taken(translation, "from_language", "to_language", "by", "basis")
        rows.add("article_translations", article_id=entry.id, step=step, **columns)
    if text.text is not None:
        for n, passage in enumerate(passages.split(text.text)):
            columns = {"start": passage.start, "end": passage.end, "kind": passage.kind}
            rows.add("passages", article_id=entry.id, n=n, **columns)


def add_mentions(case: CaseFile, texts: Mapping[str, Text], rows: Gathered) -> None:
    """A row for each place where an article names an actor.

    Raises:
        CaseError: The text at hand has other words at a place.
    """
    for entry in case["mentions"]:
        article, name = texts[entry.data["article"]], entry.data["name"]
        for n, start in enumerate(entry.data["at"]):
            end = start + len(name)
            if article.text is not None and article.text[start:end] != name:
                what = f"At {start}–{end} the text has {shown(article.text[start:end])}, not {shown(name)}."
                raise entry.error(what, "at", n, remedy="Correct the offset or the name.")
            columns = {"start": start, "end": end, "name": name, "actor_id": entry.data["actor"]}
            number = row_number(article.entry.id, start, end, entry.data["actor"])
            rows.add("mentions", id=number, article_id=article.entry.id, **columns)
