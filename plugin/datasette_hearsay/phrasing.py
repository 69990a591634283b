"""Small things put the way people read them: days, numbers, long titles."""

from __future__ import annotations

import re

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
LONGEST_TITLE = 180


def day(partial: object) -> str:
    """A partial ISO date in words; anything that is none, as it is.

    >>> day("2021-11-07"), day("2021-11"), day("2021"), day("soon"), day(None)
    ('7 November 2021', 'November 2021', '2021', 'soon', '')
    """
    text = "" if partial is None else str(partial)
    match = DATE.match(text)
    if match is None or match.end() < min(len(text), 10):
        return shorten(text)
    year, month, date = match.groups()
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return shorten(text)
    name = MONTHS[int(month) - 1]
    return f"{int(date)} {name} {year}" if date else f"{name} {year}"


def number(value: float | None) -> str:
    """A number with thin spaces between thousands.

    >>> number(1234567), number(2.0), number(0.25), number(None)
    ('1\u202f234\u202f567', '2', '0.25', '')
    """
    if value is None:
        return ""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.2f}".replace(",", "\u202f")
    return f"{int(value):,}".replace(",", "\u202f")


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun.

    >>> plural(1, "article"), plural(2, "article"), plural(0, "body", "bodies")
    ('1 article', '2 articles', '0 bodies')
    """
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def shorten(text: object, longest: int = LONGEST_TITLE) -> str:
    """A text fit for a heading: on one line, and cut after ``longest`` characters with an ellipsis.

    >>> shorten("a  b", 10), shorten("abcdef", 4)
    ('a b', 'abc…')
    """
    line = " ".join(str(text if text is not None else "")[: longest * 4].split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"
