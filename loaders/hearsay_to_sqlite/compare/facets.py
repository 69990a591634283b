"""Numbers that answer a case's questions: found where a facet says which nouns it counts."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Sequence

from hearsay_to_sqlite.clean.sentences import sentences
from hearsay_to_sqlite.clean.words import Word, stem, stopwords, words
from hearsay_to_sqlite.compare.quantities import Quantity, quantities
from hearsay_to_sqlite.records import Row, stable_id
from hearsay_to_sqlite.sql import read

BETWEEN = 3
"""So many words may stand between a number and the noun that it counts, one of them with content ("three of his tall guards")."""

PARTITIVE = frozenset(
    {"of", "the", "his", "her", "its", "their", "these", "those", "our", "my", "more", "other"}
)
"""Words without content that may stand between a number and its noun."""

CLAUSE = re.compile(r"[,;:.!?()“”\"]")


def run(connection: sqlite3.Connection) -> int:
    """Add the accounts of articles that were not looked at yet; return how many accounts the machine has found.

    An article of which a person gave an account of a facet is left to that person.
    """
    connection.execute(read("compare/drop_accounts"))
    for facet, counts in connection.execute(
        "select id, counts from facets where counts is not null order by id"
    ).fetchall():
        nouns = frozenset(stem(noun.lower()) for noun in json.loads(counts))
        seen = connection.execute("select n from _counted where facet_id = ? and counts = ?", (facet, counts))
        (after,) = seen.fetchone() or (0,)
        last = after
        for n, article, text in connection.execute(
            "select n, id, text from articles where text is not null and n > ? order by n", (after,)
        ):
            last = n
            rows = list(accounts(facet, article, text, nouns))
            connection.executemany(read("compare/keep_account"), rows)
        connection.execute(read("compare/keep_counted"), (facet, counts, last))
    connection.execute(read("compare/link_accounts"))
    connection.execute(read("compare/drop_accounts"))
    (found,) = connection.execute("select count(*) from accounts where method = 'extracted'").fetchone()
    return int(found)


def accounts(facet: str, article: str, text: str, nouns: frozenset[str]) -> Iterator[Row]:
    """Yield a row for each number in a text that counts one of the nouns (stems); each answer once.

    >>> [row["value"] for row in accounts("f", "a", "At least three of his dogs and one dog barked.", frozenset({"dog", "dogs"}))]
    ['at least 3', '1']
    """
    if not any(noun in text.lower() for noun in nouns):
        return
    met: set[str] = set()
    for span in sentences(text):
        stretch = text[span.start : span.end]
        own = words(stretch, span.start)
        for quantity in quantities(stretch, span.start, lone=True):
            noun = _noun(text, quantity, own, nouns)
            if noun is None:
                continue
            value = " ".join(filter(None, (quantity.qualifier, quantity.value)))
            if value in met:
                continue
            met.add(value)
            yield {
                "id": stable_id("account", facet, article, value),
                "facet_id": facet,
                "article_id": article,
                "value": value,
                "low": quantity.low,
                "high": quantity.high,
                "qualifier": quantity.qualifier,
                "start": quantity.start,
                "end": noun.end,
                "text": text[quantity.start : noun.end],
            }


def _noun(text: str, quantity: Quantity, own: Sequence[Word], nouns: frozenset[str]) -> Word | None:
    """The noun that a number counts, if it is one of these: "three armed drones", "three of the drones"."""
    following = [word for word in own if word.start >= quantity.end][: BETWEEN + 1]
    described = 0
    for word in following:
        if CLAUSE.search(text, quantity.end, word.start):
            return None
        if word.stem in nouns:
            return word
        described += word.folded not in PARTITIVE
        if described > 1 or (word.folded in stopwords() and word.folded not in PARTITIVE):
            return None
    return None
