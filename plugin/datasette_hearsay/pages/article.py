"""One article: its text with every statement marked in place, or its quotations in order; and where it comes from."""

from __future__ import annotations

from .. import marking
from ..reading import Reader, Row
from . import citing, dressing, noticing
from .page import Ask, Data, Gone, NotFound, Page, next_page, one_more

STATEMENTS = 200
LONGEST_TEXT = 200_000
"""So many characters of a text are shown and marked; whoever needs more has the row."""

SQL = (
    "article",
    "article_passages",
    "article_statements",
    "article_claims",
    "article_spans",
    "article_excerpts",
    "article_copies",
    "article_accounts",
    "article_sourcing",
    "article_places",
    noticing.SQL,
    dressing.ROUTES,
)


def build(reader: Reader, ask: Ask) -> Data:
    """Gather the page; statements, in the order of the text, are the list that is paged."""
    id = ask.parts["id"]
    article = reader.row("article", id=id, longest=LONGEST_TEXT)
    notices = noticing.of(reader, "article", id)
    if article is None or noticing.are_erasure(notices):
        raise Gone("This article was withdrawn", notices) if notices else NotFound("There is no such article")
    size = ask.size_or(STATEMENTS)
    rows, last = one_more(reader.rows("article_statements", id=id, size=size + 1, after=ask.after), size)
    statements = _with_claims(reader, id, dressing.statements(reader, rows))
    text = article.pop("text")
    return {
        "title": article["title"],
        "url": reader.links.article(id),
        "article": dressing.addresses(reader.links, article),
        "passages": [] if text is None else passages(reader, id, text),
        "cut": text is not None and article["text_length"] > len(text),
        "excerpts": reader.rows("article_excerpts", id=id) if text is None else [],
        "statements": statements,
        "_by_id": {row["id"]: row for row in statements},
        **next_page(reader, ask, None if last is None else ask.after + size, "article", id),
        "copies": _copies(reader, id),
        "accounts": _accounts(reader, id),
        "sourcing": reader.row("article_sourcing", id=id),
        "places": reader.rows("article_places", id=id),
        "notices": notices,
        "citation": citing.article(article, reader.links.lasting("article", id)),
        "rows_url": reader.links.table("statements", article_id=id),
        "sql_url": reader.sql_url("article_statements", id=id, size=size, after=ask.after),
        "chart_params": {"article_id": id},
    }


def passages(reader: Reader, id: str, text: str) -> list[Data]:
    """The text, whole, in passages; each is cut into segments by the spans that begin and end in it."""
    marks = [
        marking.Mark(span["start"], span["end"], span["part"], span["attribution_id"])
        for span in reader.rows("article_spans", id=id)
    ]
    found = []
    place = 0
    for passage in reader.rows("article_passages", id=id):
        start, end = max(passage["start"], place), min(passage["end"], len(text))
        if start > place:
            found.append(_passage(text, place, start, "body", marks))
        if end > start:
            found.append(_passage(text, start, end, passage["kind"], marks))
            place = end
    if place < len(text):
        found.append(_passage(text, place, len(text), "body", marks))
    return found


def _with_claims(reader: Reader, id: str, statements: list[Row]) -> list[Row]:
    """Put into each statement its ``claims``, with the stand that it takes."""
    claims: dict[str, list[Row]] = {}
    for row in dressing.all_addresses(reader.links, reader.rows("article_claims", id=id)):
        claims.setdefault(row["attribution_id"], []).append(row)
    for statement in statements:
        statement["claims"] = claims.get(statement["id"], [])
    return statements


def _passage(text: str, start: int, end: int, kind: str, marks: list[marking.Mark]) -> Data:
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    return {
        "kind": kind,
        "start": start,
        "end": end,
        "segments": marking.segments(text[start:end], start, inside),
    }


def _copies(reader: Reader, id: str) -> list[Row]:
    copies = dressing.all_addresses(reader.links, reader.rows("article_copies", id=id))
    for copy in copies:
        pair = (id, copy["article_id"]) if copy["direction_of"] == "from" else (copy["article_id"], id)
        copy["compare_url"] = reader.links.compare(*pair)
    return copies


def _accounts(reader: Reader, id: str) -> list[Row]:
    accounts = dressing.all_addresses(reader.links, reader.rows("article_accounts", id=id))
    for account in accounts:
        account["url"] = reader.links.page("discrepancies", facet=account["facet_id"])
    return accounts


PAGE = Page("article", "/article/(?P<id>[^/.]+)", SQL, build, ("article_sources",))
