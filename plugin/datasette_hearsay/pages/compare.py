"""Two articles side by side: what became of the wording, the same utterances, and different answers."""

from __future__ import annotations

from .. import differences
from ..reading import Reader, Row
from . import dressing, noticing
from .page import Ask, Data, Gone, NotFound, Page, next_page, one_more

CHANGES = 200
SQL = (
    "compare_articles",
    "compare_copies",
    "compare_changes",
    "compare_statements",
    "compare_accounts",
    noticing.SQL,
    dressing.ROUTES,
)


def build(reader: Reader, ask: Ask) -> Data:
    """Gather the page; changes of wording, in the order of the original, are the list that is paged."""
    pair = {"article": ask.parts["article"], "other": ask.parts["other"]}
    articles = {row["id"]: row for row in reader.rows("compare_articles", **pair)}
    notices = [notice for id in pair.values() for notice in noticing.of(reader, "article", id)]
    if noticing.are_erasure(notices):
        raise Gone("One of these articles was withdrawn", notices)
    if len(articles) < 2:
        raise NotFound("There are no two articles of these ids")
    copy = reader.row("compare_copies", **pair)
    copied, original = (
        (copy["article_id"], copy["copied_from_id"]) if copy else (pair["article"], pair["other"])
    )
    size = ask.size_or(CHANGES)
    found = reader.rows("compare_changes", **pair, size=size + 1, after=ask.after)
    changes, last = one_more(found, size)
    for article in articles.values():
        article["url"] = reader.links.article(article["id"])
    return {
        "title": f"{articles[original]['title']} | {articles[copied]['title']}",
        "url": reader.links.compare(pair["article"], pair["other"]),
        "original": articles[original],
        "copied": articles[copied],
        "descent": copy,
        "counts": _counts(reader, changes, original, copied),
        "changes": [_change(change) for change in changes],
        **next_page(
            reader, ask, None if last is None else ask.after + size, "compare", pair["article"], pair["other"]
        ),
        "utterances": _utterances(reader, original, copied),
        "accounts": _accounts(reader, original, copied),
        "sql_url": reader.sql_url("compare_changes", **pair, size=size, after=ask.after),
        "rows_url": reader.links.table("changed_wording", article_id=copied, copied_from_id=original),
    }


def _counts(reader: Reader, changes: list[Row], original: str, copied: str) -> list[Row]:
    kinds = [change["kind"] for change in changes]
    pair = {"article_id": copied, "copied_from_id": original}
    return [
        {
            "kind": kind,
            "changes": kinds.count(kind),
            "url": reader.links.table("changed_wording", **pair, kind=kind),
        }
        for kind in dict.fromkeys(kinds)
    ]


def _change(change: Row) -> Row:
    """A change with both sides in pieces, where the words of both are in the file."""
    if change["words"] is not None and change["copied_words"] is not None:
        before, after = differences.sides(change["copied_words"], change["words"])
        return {**change, "before": before, "after": after}
    return {**change, "before": None, "after": None}


def _utterances(reader: Reader, original: str, copied: str) -> list[Data]:
    rows = dressing.statements(reader, reader.rows("compare_statements", article=copied, other=original))
    groups: dict[str, Data] = {}
    for row in rows:
        group = groups.setdefault(row["utterance_key"], {"original": [], "copied": []})
        group["original" if row["article_id"] == original else "copied"].append(row)
    return list(groups.values())


def _accounts(reader: Reader, original: str, copied: str) -> list[Data]:
    facets: dict[str, Data] = {}
    for row in reader.rows("compare_accounts", article=copied, other=original):
        dressing.addresses(reader.links, row)
        facet = facets.setdefault(
            row["facet_id"],
            {
                "question": row["question"],
                "unit": row["unit"],
                "url": reader.links.page("discrepancies", facet=row["facet_id"]),
                "original": [],
                "copied": [],
            },
        )
        facet["original" if row["article_id"] == original else "copied"].append(row)
    return [facet for facet in facets.values() if _values(facet["original"]) != _values(facet["copied"])]


def _values(accounts: list[Row]) -> set[str]:
    return {account["value"] for account in accounts}


PAGE = Page("compare", "/compare/(?P<article>[^/.]+)/(?P<other>[^/.]+)", SQL, build)
