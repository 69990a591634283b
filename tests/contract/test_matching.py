"""The plugin finds the claims that the loaders find: two copies of one rule, because neither package imports the other."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from datasette.app import Datasette
from hypothesis import given
from hypothesis import strategies as st

from datasette_hearsay import matching as shown
from hearsay_to_sqlite.resolve.matching import terms
from hearsay_to_sqlite.resolve.matching.finding import Finder
from hearsay_to_sqlite.store import schema

TEXTS = [
    "The attack was staged by the prime minister himself",
    "Foreign think tanks are behind the drone attack on the residence!",
    "At least three of his bodyguards were wounded, 12 were not #Baghdad @someone https://example.org/x",
    "militias",
    "بغداد",
    "港務大臣",
    "…",
]


async def answers(database: Path, texts: list[str]) -> list[list[dict[str, Any]]]:
    """Return what the page's JSON twin answers to each text."""
    datasette = Datasette([str(database)])
    await datasette.invoke_startup()
    found = []
    for text in texts:
        response = await datasette.client.get(f"/-/hearsay/case/match.json?q={quote(text)}")
        assert response.status_code == 200, response.text[:300]
        found.append(response.json()["matches"])
    return found


def test_the_page_answers_as_the_command_does(made: dict[str, Path]) -> None:
    connection = schema.open_for_reading(made["case"])
    expected = [Finder(connection).matches(text, 10) for text in TEXTS]
    connection.close()
    found = asyncio.run(answers(made["case"], TEXTS))
    assert [[(match["claim_id"], match["score"]) for match in matches] for matches in found] == [
        [(match.claim_id, match.score) for match in matches] for matches in expected
    ]
    assert any(expected)
    for matches, wanted in zip(found, expected, strict=True):
        for match, one in zip(matches, wanted, strict=True):
            assert one.why.startswith("shares " + ", ".join(match["shared"]))


@given(st.text(max_size=60))
def test_any_text_has_the_same_words(text: str) -> None:
    assert shown.words(text) == terms.words(text)
    assert [*map(shown.term, shown.words(text))] == [*map(terms.term, terms.words(text))]


@pytest.mark.parametrize("text", ["It’s `odd`", "O'Neil's", "Ａ１２３", "İstanbul", "ﬁre"])
def test_odd_words_are_the_same(text: str) -> None:
    assert shown.words(text) == terms.words(text)


def test_the_same_words_have_no_content() -> None:
    assert shown.common() == terms.common()
