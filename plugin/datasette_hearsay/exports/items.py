"""Rows of Datasette's tables, views and queries as things to pass on: a statement, a claim, or a published verdict."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from .. import quoting
from ..links import Links, web
from ..phrasing import shorten
from ..reading import Row

STATEMENT, CLAIM, REVIEW = "statement", "claim", "review"
NO_VERDICT = "No verdict recorded here"
WORDS_ONLY = "as this query gives the words"
"""What is said beside words of which the row does not tell whether they are a quotation."""

TITLE = 200


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to pass on. ``url`` is absolute; ``day`` a partial date; ``quoted`` whether the text may have quotation
    marks; ``notes`` are sentences that must go with it, such as that only a machine found it."""

    kind: str
    url: str
    title: str
    text: str
    quoted: bool
    day: str | None
    author: str | None
    author_url: str | None
    author_kind: str | None
    article: str | None
    article_url: str | None
    notes: tuple[str, ...]
    row: Row


def kind_of(columns: Collection[str], table: str | None) -> str | None:
    """What rows with these columns are about; None where we cannot tell, or cannot say what must be said with them.

    >>> kind_of(["attribution_id", "speaker", "words"], None), kind_of(["id", "words"], "notes")
    ('statement', None)
    """
    has = set(columns)
    if {"speaker", "words"} <= has and ("attribution_id" in has or (table == "statements" and "id" in has)):
        return STATEMENT
    if "proposition" in has and ("claim_id" in has or (table == "claims" and "id" in has)):
        return CLAIM
    if {"id", "publisher", "claim_reviewed_text", "rating_text"} <= has:
        return REVIEW
    return None


def plain(row: Any, columns: Collection[str]) -> Row:
    """A row of Datasette's as a dictionary; a foreign key that was given its label is its value again."""
    values = {column: row[column] for column in columns}
    return {
        key: value["value"] if isinstance(value, Mapping) and "value" in value else value
        for key, value in values.items()
    }


def read(kind: str, row: Row, links: Links, reviews: Collection[Row] = ()) -> Item:
    """One row as an item. ``reviews`` are the published verdicts on it, where it is a claim."""
    if kind == STATEMENT:
        return _statement(row, links)
    return _claim(row, links, reviews) if kind == CLAIM else _review(row, links)


def _statement(row: Row, links: Links) -> Item:
    if row.get("wording") and {"quotation", "gist", "content_text"} <= row.keys():
        shown = quoting.present(row)
    else:
        shown = {"text": row["words"], "marks": False, "label": WORDS_ONLY}
    text = str(shown["text"] or "")
    notes = [shown["label"]] if shown["label"] else []
    if row.get("review_status") == "machine":
        notes.append("found by machine, not reviewed")
    speaker = shorten(row["speaker"] or quoting.NOBODY)
    words = shorten(text, TITLE)
    return Item(
        kind=STATEMENT,
        url=links.statement(str(row.get("attribution_id") or row.get("id"))),
        title=f"{speaker}: {f'“{words}”' if shown['marks'] else words}",
        text=text,
        quoted=bool(shown["marks"]),
        day=_day(row),
        author=row["speaker"],
        author_url=links.lasting("actor", str(row["speaker_id"])) if row.get("speaker_id") else None,
        author_kind=row.get("speaker_kind"),
        article=row.get("article_title"),
        article_url=links.article(str(row["article_id"])) if row.get("article_id") else None,
        notes=tuple(str(note) for note in notes),
        row=row,
    )


def _claim(row: Row, links: Links, reviews: Collection[Row]) -> Item:
    notes = [f"{review['publisher'] or 'A publisher'}: {review['rating_text']}" for review in reviews]
    origin = row.get("claim_origin") or row.get("origin")
    if origin == "proposed":
        notes.append("proposed by machine: its words are a speaker’s")
    return Item(
        kind=CLAIM,
        url=links.claim(str(row.get("claim_id") or row.get("id"))),
        title=shorten(quoting.titled(row), 300) + ("" if reviews else f" ({NO_VERDICT.lower()})"),
        text=str(row["proposition"]),
        quoted=False,
        day=_day(row),
        author=row.get("claimant"),
        author_url=links.lasting("actor", str(row["claimant_id"])) if row.get("claimant_id") else None,
        author_kind=row.get("claimant_kind"),
        article=None,
        article_url=None,
        notes=tuple(notes if reviews else [NO_VERDICT, *notes]),
        row=row,
    )


def _review(row: Row, links: Links) -> Item:
    page = web(row.get("url")) or links.table("reviews", id=str(row["id"]))
    rating = shorten(row["rating_text"] or "no rating given")
    return Item(
        kind=REVIEW,
        url=page,
        title=f"{shorten(row['publisher'] or 'Publisher not known')}: {rating}",
        text=str(row["claim_reviewed_text"] or ""),
        quoted=False,
        day=_day(row),
        author=row["publisher"],
        author_url=None,
        author_kind="outlet",
        article=None,
        article_url=None,
        notes=("A verdict of its publisher, on its publisher’s own scale",),
        row=row,
    )


def _day(row: Row) -> str | None:
    """The day of a row: when it happened or was said, else when it was published."""
    for column in ("happened_on", "said_on", "published_on"):
        if row.get(column):
            return str(row[column])
    return None
