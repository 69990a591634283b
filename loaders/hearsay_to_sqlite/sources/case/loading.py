"""A case file to rows, ready for their tables."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hearsay_to_sqlite.records import Rows
from hearsay_to_sqlite.sources.case.actors import add_actors, add_outlets
from hearsay_to_sqlite.sources.case.articles import add_articles, add_mentions
from hearsay_to_sqlite.sources.case.claims import (
    add_claims,
    add_decisions,
    add_framings,
    add_reviews,
    add_utterances,
)
from hearsay_to_sqlite.sources.case.comparison import add_comparison
from hearsay_to_sqlite.sources.case.including import read_case
from hearsay_to_sqlite.sources.case.references import check_references
from hearsay_to_sqlite.sources.case.rows import Gathered, taken
from hearsay_to_sqlite.sources.case.statements import add_statements
from hearsay_to_sqlite.sources.case.texts import read_texts


def load_case(path: Path, text_dir: Path | None) -> Rows:
    """The rows of the case at ``path``, each table after those that it refers to.

    ``text_dir`` holds the articles' files under the names that the case gives; anchors are checked against those that
    are there, and taken as the case gives them (``text-not-at-hand``) for the others.

    Raises:
        CaseError: Anything in the case is wrong; names file, line and remedy.
    """
    case = read_case(path)
    check_references(case)
    texts = read_texts(case, text_dir)
    rows = Gathered()
    rows.add(
        "cases", **taken(case.about.data, "id", "title", "description", "licence", "source", "curated_by")
    )
    add_outlets(case, rows)
    add_actors(case, rows)
    add_articles(case, texts, rows)
    add_mentions(case, texts, rows)
    add_framings(case, rows)
    add_claims(case, rows)
    add_utterances(case, rows)
    add_statements(case, texts, rows)
    add_comparison(case, texts, rows)
    add_reviews(case, rows)
    add_decisions(case, rows)
    return rows.rows(str(path))


def anchor_counts(rows: Rows) -> dict[str, int]:
    """How many statements were found in their texts: ``{"text-match": 180, "text-not-at-hand": 12}``."""
    return dict(Counter(row["anchor"] for row in rows.tables.get("attributions", ())))
