"""Partial ISO 8601 dates as what they are: intervals. ``2021-11`` is the whole of that month."""

from __future__ import annotations

import calendar
import re
from datetime import date

PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?", re.ASCII)


def interval(partial: str | None) -> tuple[date, date] | None:
    """Return the first and the last day that a partial ISO date stands for, or None if it is no such date.

    >>> interval("2021-02")
    (datetime.date(2021, 2, 1), datetime.date(2021, 2, 28))
    """
    match = PARTIAL.fullmatch(partial or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        last = date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    except ValueError:
        return None
    return first, last


def order(one: str | None, other: str | None) -> int:
    """Return -1 if ``one`` lies wholly before ``other``, 1 if wholly after, and 0 where that cannot be said.

    >>> order("2021-11-07", "2021-11-08"), order("2021-11", "2021-11-08"), order(None, "2021")
    (-1, 0, 0)
    """
    mine, theirs = interval(one), interval(other)
    if mine is None or theirs is None:
        return 0
    return -1 if mine[1] < theirs[0] else 1 if theirs[1] < mine[0] else 0
