"""Questions and the answers that each article gives to them."""

from __future__ import annotations

import json

from ..reading import Reader, Row
from .conflicts import facets
from .page import Ask, Data, NotFound, Page, next_page, one_more

COLUMNS = 8
"""A table of more articles than this is no longer read; the answers below it say the same."""

QUESTIONS = 15

SQL = ("discrepancies_facets", "discrepancies_accounts")


def build(reader: Reader, ask: Ask) -> Data:
    """Gather the page; questions are the list that is paged, or ``facet`` names one."""
    asked = ask.text("facet")
    size = ask.size_or(QUESTIONS)
    found = reader.rows("discrepancies_facets", facet=asked, size=size + 1, after=ask.after)
    questions, last = one_more(found, size)
    if asked and not questions:
        raise NotFound("There is no question of this id")
    ids = json.dumps([question["facet_id"] for question in questions])
    rows = reader.rows("discrepancies_accounts", ids=ids)
    by_id = {facet["facet_id"]: facet for facet in facets(reader, rows)}
    listed = [
        {**by_id[question["facet_id"]], "event": question["event"]}
        for question in questions
        if question["facet_id"] in by_id
    ]
    return {
        "title": questions[0]["question"] if asked else "Where the accounts differ",
        "url": reader.links.page("discrepancies", **({"facet": asked} if asked else {})),
        "facet": asked or None,
        "matrix": matrix(listed, rows),
        "facets": listed,
        **next_page(reader, ask, None if last is None else ask.after + size, "discrepancies"),
        "sql_url": reader.sql_url("discrepancies_accounts", ids=ids),
        "rows_url": reader.links.table("discrepancies", **({"facet_id": asked} if asked else {})),
    }


def matrix(listed: list[Data], rows: list[Row]) -> Data | None:
    """The same as a table of questions by articles; None where it would have too many columns to be read."""
    articles = {
        row["article_id"]: {
            "article_id": row["article_id"],
            "title": row["article_title"],
            "outlet": row["outlet"],
            "is_copy": row["root_article_id"] != row["article_id"],
            "url": row["article_url"],
        }
        for row in rows
    }
    if not articles or len(articles) > COLUMNS:
        return None
    cells: dict[str, dict[str, list[Row]]] = {}
    for row in rows:
        cells.setdefault(row["facet_id"], {}).setdefault(row["article_id"], []).append(row)
    columns = sorted(articles.values(), key=lambda article: article["article_id"])
    lines = [
        {
            "facet_id": facet["facet_id"],
            "question": facet["question"],
            "unit": facet["unit"],
            "url": facet["url"],
            "cells": [cells[facet["facet_id"]].get(column["article_id"], []) for column in columns],
        }
        for facet in listed
    ]
    return {"articles": columns, "lines": lines}


PAGE = Page("discrepancies", "/discrepancies", SQL, build)
