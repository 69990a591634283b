"""Dates as programs write them, to partial ISO dates; what can be read in two ways is not read at all."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_tz

from hearsay_to_sqlite.clean.dates import MONTH_NUMBERS

ISO = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?)(?![\d-]))?)?(?:[T ].*)?", re.ASCII | re.DOTALL)
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{2,6}Z?)?", re.ASCII)
SLASHED = re.compile(r"(\d{4})/(\d\d?)/(\d\d?)(?:\s.*)?", re.ASCII)
DOTTED = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})(?:\s.*)?", re.ASCII)
EITHER = re.compile(r"(\d\d?)[/-](\d\d?)[/-](\d{4})(?:\s.*)?", re.ASCII)
DAY_MONTH = re.compile(r"(?:\w+,? )?(\d\d?)(?:st|nd|rd|th)?\.? (\w{3,9})\.?,? (\d{4})(?:\D.*)?")
MONTH_DAY = re.compile(r"(?:\w+,? )?(\w{3,9})\.? (\d\d?)(?:st|nd|rd|th)?,? (\d{4})(?:\D.*)?")
MAX_LENGTH = 80


def day(value: object) -> str | None:
    """The day, month or year that a field of a record means, or None where that cannot be said.

    >>> day("2021-11-07T03:10:00Z"), day("03.10.2017"), day("Sun, 07 Nov 2021 10:00:00 GMT"), day("26 April 2018")
    ('2021-11-07', '2017-10-03', '2021-11-07', '2018-04-26')
    >>> day("07/11/2021") is None, day("2021-13") is None
    (True, True)
    """
    text = " ".join(str(value).split()) if isinstance(value, (str, int)) else ""
    if not text or len(text) > MAX_LENGTH:
        return None
    if match := ISO.fullmatch(text):
        year, month, number = match.groups()
        return _partial(int(year), month and int(month), number and int(number))
    for pattern in (COMPACT, SLASHED):
        if match := pattern.fullmatch(text):
            return _partial(*map(int, match.groups()))
    return _day_first(text) or _with_month_name(text)


def _day_first(text: str) -> str | None:
    if match := DOTTED.fullmatch(text):
        number, month, year = map(int, match.groups())
        return _partial(year, month, number)
    if match := EITHER.fullmatch(text):
        one, other, year = map(int, match.groups())
        # Americans put the month first, everybody else the day: only where one cannot be a month is it clear.
        if one > 12 or one == other:
            return _partial(year, other, one)
        return _partial(year, one, other) if other > 12 else None
    return None


def _with_month_name(text: str) -> str | None:
    if match := DAY_MONTH.fullmatch(text):
        number, month, year = match.groups()
        return _partial(int(year), MONTH_NUMBERS.get(month.lower()), int(number)) or _rfc(text)
    if match := MONTH_DAY.fullmatch(text):
        month, number, year = match.groups()
        return _partial(int(year), MONTH_NUMBERS.get(month.lower()), int(number))
    return _rfc(text)


def _rfc(text: str) -> str | None:
    try:
        parsed = parsedate_tz(text)
    except (ValueError, IndexError, TypeError):
        return None
    return None if parsed is None else _partial(parsed[0], parsed[1], parsed[2])


def _partial(year: int, month: object = None, number: object = None) -> str | None:
    if not 1 <= year <= 9999 or (month is None and number is not None):
        return None
    if month in (None, ""):
        return f"{year:04}"
    try:
        found = date(year, int(str(month)), int(str(number or 1)))
    except ValueError:
        return None
    return found.isoformat() if number else found.isoformat()[:7]
