"""Dates as newspapers write them, seen from a day of publication (Wednesday 6 March 2024)."""

from __future__ import annotations

from datetime import date

import pytest

from hearsay_to_sqlite.clean.dates import first_date, parse

PUBLISHED = date(2024, 3, 6)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on March 2", ("2024-03-02", "explicit")),
        ("on 2 March 2022", ("2022-03-02", "explicit")),
        ("on the second of last March", ("2024-03-02", "explicit")),
        ("on Nov. 7", ("2023-11-07", "explicit")),
        ("on Nov.7", ("2023-11-07", "explicit")),
        ("March 9", ("2024-03-09", "explicit")),
        ("on Monday", ("2024-03-04", "weekday")),
        ("on Wednesday", ("2024-03-06", "weekday")),
        ("yesterday", ("2024-03-05", "inferred")),
        ("2024-02-30, or 2024-02-28", ("2024-02-28", "explicit")),
        ("in 2023-11", ("2023-11", "explicit")),
        ("February 31", None),
        ("it may march on", None),
    ],
)
def test_first_date(text: str, expected: tuple[str, str] | None) -> None:
    assert first_date(text, 0, len(text), PUBLISHED) == expected


@pytest.mark.parametrize("text", ["on Monday", "on March 2", "yesterday"])
def test_without_a_day_of_publication_nothing_is_guessed(text: str) -> None:
    assert first_date(text, 0, len(text), None) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2021-11-07T10:00", date(2021, 11, 7)),
        ("2021", date(2021, 1, 1)),
        ("2021-13", None),
        ("soon", None),
        (None, None),
    ],
)
def test_parse(value: str | None, expected: date | None) -> None:
    assert parse(value) == expected
