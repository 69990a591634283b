"""One statement: the words in their context, who reported whom, how it was found, and how to cite it."""

from __future__ import annotations

from .. import marking, quoting
from ..reading import Reader, Row
from . import citing, dressing, noticing
from .page import Ask, Data, Gone, Moved, NotFound, Page

CONTEXT = 320
"""So many characters before and after the words are shown with them."""

LONGEST_WORD = 40
"""Context is cut at the next space, but at no more characters than these from where it would have been cut."""

SQL = (
    "statement",
    "statement_elsewhere",
    "statement_spans",
    "statement_context",
    "statement_excerpts",
    "statement_claims",
    "statement_actors",
    "statement_accounts",
    "statement_related",
    noticing.SQL,
    dressing.ROUTES,
)


def build(reader: Reader, ask: Ask) -> Data:
    """Gather the page. A withdrawn statement is Gone, one that another replaces has Moved there."""
    id = ask.parts["id"]
    row = reader.row("statement", id=id)
    notices = noticing.of(reader, "statement", id)
    if row is None or noticing.are_erasure(notices):
        raise _missing(reader, id, notices)
    (statement,) = dressing.statements(reader, [row])
    spans = reader.rows("statement_spans", id=id)
    related = reader.rows(
        "statement_related", id=id, nested_in=row["nested_in"], utterance_id=row["utterance_id"]
    )
    dressing.statements(reader, related)
    return {
        "title": f"{statement['speaker'] or quoting.NOBODY} {statement['said']}",
        "url": statement["url"],
        "statement": statement,
        "context": _context(reader, statement, spans),
        "spans": spans,
        "actors": dressing.all_addresses(reader.links, reader.rows("statement_actors", id=id)),
        "claims": _claims(reader, id),
        "accounts": _accounts(reader, id),
        "related": related,
        "notices": notices,
        "citation": citing.statement(statement, reader.links.lasting("statement", id)),
        "sql_url": reader.sql_url("statement", id=id),
        "rows_url": reader.links.table("statements", id=id),
        "spans_url": reader.links.table("attribution_spans", attribution_id=id),
    }


def _missing(reader: Reader, id: str, notices: list[Row]) -> Exception:
    found = reader.row("statement_elsewhere", id=id)
    if found is not None and found["instead"] is not None:
        return Moved(reader.links.same_format("statement", found["instead"]))
    if notices or (found is not None and found["review_status"] == "withdrawn"):
        return Gone("This statement was withdrawn", notices)
    return NotFound("There is no statement of this id")


def _claims(reader: Reader, id: str) -> list[Row]:
    claims = dressing.all_addresses(reader.links, reader.rows("statement_claims", id=id))
    for claim in claims:
        claim["title"] = quoting.titled(claim)
    return claims


def _accounts(reader: Reader, id: str) -> list[Row]:
    accounts = reader.rows("statement_accounts", id=id)
    for account in accounts:
        account["url"] = reader.links.page("discrepancies", facet=account["facet_id"])
    return accounts


def _context(reader: Reader, statement: Row, spans: list[Row]) -> Data | None:
    """The text round the statement's spans, in segments; None where neither text nor excerpt is in the file."""
    starts = [span["start"] for span in spans if span["start"] is not None]
    ends = [span["end"] for span in spans if span["end"] is not None]
    if not starts:
        return None
    start, end = max(0, min(starts) - CONTEXT), max(ends) + CONTEXT
    article = statement["article_id"]
    found = reader.row("statement_context", id=article, start=start, length=min(end - start, 8 * CONTEXT))
    if found is None:
        found = reader.row("statement_excerpts", id=article, start=min(starts), end=max(ends))
        if found is None:
            return None
        start = found["start"]
    text, start = _whole_words(found["text"], start, min(starts) - start, found.get("text_length"))
    marks = [
        marking.Mark(span["start"], span["end"], span["part"], statement["id"])
        for span in spans
        if span["start"] is not None
    ]
    return {
        "start": start,
        "end": start + len(text),
        "cut_before": start > 0,
        "cut_after": found.get("text_length") is not None and start + len(text) < found["text_length"],
        "segments": marking.segments(text, start, marks),
    }


def _whole_words(text: str, start: int, before: int, whole: int | None) -> tuple[str, int]:
    """The text from its first whole word to its last, and where in the article it begins now.

    ``before`` is how many of its code points stand before the statement; ``whole`` is the length of the article, None for
    an excerpt, which was cut with care already. Where a script has no spaces, all stays.
    """
    if whole is None:
        return text, start
    if start + len(text) < whole and not text[-1:].isspace():
        kept = text.rpartition(" ")[0]
        text = kept if len(kept) > len(text) - LONGEST_WORD else text
    if start > 0:
        space = text.find(" ", 0, min(LONGEST_WORD, max(before, 0)))
        text, start = text[space + 1 :], start + space + 1
    return text, start


PAGE = Page("statement", "/statement/(?P<id>[^/.]+)", SQL, build)
