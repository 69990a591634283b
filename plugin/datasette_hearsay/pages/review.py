"""What waits for a person: decisions that no longer fit, proposals, claims and statements that only a machine found."""

from __future__ import annotations

from ..reading import Reader, Row
from .page import Ask, Data, Page, next_page, one_more

SQL = ("review_counts", "review_items")
SUBJECTS = {
    "unreviewed-statement": "statement",
    "proposed-claim": "claim",
    "same-actor": "actor",
    "known-claim": "statement",
}
CANDIDATES = {"same-actor": "actor", "known-claim": "claim"}


def build(reader: Reader, ask: Ask) -> Data:
    """Gather the page; the queue is the list that is paged, ``kind`` keeps to one kind."""
    kind = ask.text("kind")
    found = reader.rows("review_items", kind=kind, size=ask.size + 1, after=ask.after)
    items, last = one_more(found, ask.size)
    counts = reader.rows("review_counts")
    for count in counts:
        count["url"] = reader.links.page("review", kind=count["kind"])
    return {
        "title": "Waiting for a person",
        "url": reader.links.page("review", **({"kind": kind} if kind else {})),
        "kind": kind or None,
        "counts": counts,
        "items": [_linked(reader, item) for item in items],
        **next_page(reader, ask, None if last is None else ask.after + ask.size, "review"),
        "sql_url": reader.sql_url("review_items", kind=kind, size=ask.size, after=ask.after),
        "rows_url": reader.links.table("review_queue", **({"kind": kind} if kind else {})),
    }


def _linked(reader: Reader, item: Row) -> Row:
    subject, candidate = SUBJECTS.get(item["kind"]), CANDIDATES.get(item["kind"])
    item["url"] = reader.links.page(subject, item["subject"]) if subject else None
    item["candidate_url"] = reader.links.page(candidate, item["candidate"]) if candidate else None
    return item


PAGE = Page("review", "/review", SQL, build)
