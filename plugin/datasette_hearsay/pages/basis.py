"""What a case rests on, and how its texts descend from one another."""

from __future__ import annotations

from ..phrasing import number, plural
from ..reading import Reader, Row
from . import dressing
from .page import Data

SQL = ("overview_basis", "overview_articles", "overview_copies")
ARTICLES = 40


def basis(reader: Reader) -> Data:
    """The numbers behind the first sentence of a case, and that sentence."""
    row = reader.row("overview_basis") or {}
    counts = {key: value or 0 for key, value in row.items() if not key.endswith("_on")}
    if not counts:
        return {"sentence": "How many texts this case rests on took too long to count.", **row}
    return {
        **row,
        **counts,
        "sentence": sentence(counts),
        "articles_url": reader.links.table("article_basis"),
        "statements_url": reader.links.table("statements"),
    }


def sentence(counts: dict[str, int]) -> str:
    """The first sentence of a case.

    >>> sentence(dict(texts=5, independent=4, machine_translated=3, origin_inferred=2, statements=200, reviewed=150))
    'This case rests on 5 texts, 4 of them independent of one another, 3 machine-translated, origin inferred for 2; \
75 % of its 200 statements are marked as reviewed.'
    """
    parts = [plural(counts["texts"], "text")]
    if counts["texts"] > 1:
        same = counts["independent"] == counts["texts"]
        parts.append(
            "each independent of the others"
            if same
            else f"{number(counts['independent'])} of them independent of one another"
        )
    if counts["machine_translated"]:
        parts.append(f"{number(counts['machine_translated'])} machine-translated")
    if counts["origin_inferred"]:
        parts.append(f"origin inferred for {number(counts['origin_inferred'])}")
    rests = f"This case rests on {', '.join(parts)}"
    if not counts["statements"]:
        return f"{rests}; no statement was found in {'it' if counts['texts'] == 1 else 'them'}."
    share = 100 * counts["reviewed"] // counts["statements"]
    reviewed = f"{share} %" if counts["reviewed"] else "none"
    return f"{rests}; {reviewed} of its {plural(counts['statements'], 'statement')} are marked as reviewed."


def descent(reader: Reader) -> Data:
    """The articles as a forest, each copy under what it was copied from, and those without known relation."""
    articles = reader.rows("overview_articles", size=ARTICLES)
    dressing.all_addresses(reader.links, articles)
    by_id = {article["article_id"]: article for article in articles}
    children: dict[str, list[Row]] = {}
    copied: set[str] = set()
    for copy in reader.rows("overview_copies", size=ARTICLES):
        if (
            copy["article_id"] in by_id
            and copy["copied_from_id"] in by_id
            and copy["article_id"] not in copied
        ):
            copied.add(copy["article_id"])
            children.setdefault(copy["copied_from_id"], []).append(copy)

    def node(id: str, above: frozenset[str]) -> Row:
        below = []
        for copy in children.get(id, []):
            if copy["article_id"] in above:
                continue
            compare = reader.links.compare(copy["article_id"], id)
            below.append({**copy, "compare_url": compare, **node(copy["article_id"], above | {id})})
        return {"article": by_id[id], "copies": below}

    trees = [node(id, frozenset()) for id in by_id if id in children and id not in copied]
    alone = [article for id, article in by_id.items() if id not in children and id not in copied]
    return {"trees": trees, "alone": alone, "more_url": reader.links.table("article_basis")}
