"""Numbers as answers to a case's questions: what is found, who decides, and what of it comes again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay_to_sqlite import compare
from hearsay_to_sqlite.compare.facets import accounts
from hearsay_to_sqlite.compare.quantities import quantities
from hearsay_to_sqlite.store import check, schema
from hearsay_to_sqlite.store.connection import transaction

ROWS = (
    'select article_id, value, low, high, text, start, "end", method from accounts order by article_id, start'
)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with schema.writing(tmp_path / "f.db") as found:
        found.execute(
            "insert into facets (id, question, counts) values ('barrels', 'How many barrels?', '[\"barrel\", \"barrels\"]')"
        )
        found.commit()
        yield found


def add(connection: sqlite3.Connection, name: str, text: str) -> None:
    with transaction(connection):
        connection.execute("insert into articles (id, title, text) values (?, ?, ?)", (name, name, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Three barrels fell.", [("3", 3, 3, "Three barrels")], id="word"),
        pytest.param("At least 1,200 barrels.", [("at least 1200", 1200, None, "At least 1,200 barrels")], id="least"),
        pytest.param("Up to ten old barrels.", [("at most 10", None, 10, "Up to ten old barrels")], id="most"),
        pytest.param("Two of the barrels.", [("2", 2, 2, "Two of the barrels")], id="part"),
        pytest.param("Only one barrel fell.", [("only 1", 1, 1, "Only one barrel")], id="one"),
        pytest.param("Between 5 and 7 barrels.", [("5–7", 5, 7, "5 and 7 barrels")], id="range"),
        pytest.param("2.5 million barrels", [("2500000", 2500000, 2500000, "2.5 million barrels")], id="scale"),
        pytest.param("Dozens of barrels.", [("dozens", None, None, "Dozens of barrels")], id="no number"),
        pytest.param("Three men saw barrels.", [], id="of something else"),
        pytest.param("There were three. Barrels fell.", [], id="another sentence"),
        pytest.param("Two barrels. Two barrels.", [("2", 2, 2, "Two barrels")], id="once"),
    ],
)  # fmt: skip
def test_accounts(text: str, expected: list[tuple[object, ...]]) -> None:
    found = list(accounts("f", "a", text, frozenset({"barrel"})))
    assert [(row["value"], row["low"], row["high"], row["text"]) for row in found] == expected
    assert all(text[row["start"] : row["end"]] == row["text"] for row in found)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("two hundred and five cows and six pigs", ["205", "6"], id="and"),
        pytest.param("twenty-one, 21 and 21st", ["21", "21", "21"], id="one value"),
        pytest.param("one of 3.4 percent", ["3.4"], id="pronoun"),
        pytest.param("five officers, twelve hundred men", ["5", "1200"], id="apart"),
    ],
)
def test_values(text: str, values: list[str]) -> None:
    assert [quantity.value for quantity in quantities(text)] == values


def test_accounts_in_a_database(connection: sqlite3.Connection) -> None:
    add(connection, "a", "The guard counted three barrels.")
    compare.run(connection)
    add(connection, "b", "“Four barrels were thrown,” she said.")
    expected = [
        ("a", "3", 3.0, 3.0, "three barrels", 18, 31, "extracted"),
        ("b", "4", 4.0, 4.0, "Four barrels", 1, 13, "extracted"),
    ]
    for _ in range(2):
        compare.run(connection)
        assert connection.execute(ROWS).fetchall() == expected
    assert list(check.problems(connection)) == []
    row = connection.execute(
        "select kind, subject, words, other_words, same_article, found_by from contradictions"
    ).fetchall()
    assert row == [("number", "How many barrels?", "three barrels", "Four barrels", 0, "machine")]


def test_a_persons_account_stands(connection: sqlite3.Connection) -> None:
    add(connection, "a", "The guard counted three barrels.")
    compare.run(connection)
    with transaction(connection):
        connection.execute(
            "insert into accounts (id, facet_id, article_id, value) values ('p', 'barrels', 'a', '30')"
        )
    for _ in range(2):
        compare.run(connection)
        assert connection.execute("select id, method from accounts").fetchall() == [("p", "curated")]
    with transaction(connection):
        connection.execute("delete from accounts")
        connection.execute("update facets set counts = '[\"guard\"]'")
    compare.run(connection)
    assert connection.execute("select value from accounts").fetchall() == []
