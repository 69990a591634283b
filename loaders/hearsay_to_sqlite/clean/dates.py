"""Dates as newspapers write them, to partial ISO dates.

A partial date is an interval ("2021-11" is the whole month), never a false instant.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12}  # fmt: skip
MONTH_NUMBERS = {**{month: number for number, month in enumerate(MONTHS, 1)}, **SHORT}
ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        1,
    )
}
COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
DAYS = {"day": 1, "week": 7}
TIME_WORDS = frozenset(
    {*MONTHS, *WEEKDAYS, *(f"{month}." for month in SHORT), "today", "yesterday", "tomorrow", "tonight"}
    - {"may", "march"}
)

_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
DATE = re.compile(
    rf"\b(?P<iso>{_YEAR.replace('year', 'y')}-(?P<m>\d\d)(?:-(?P<d>\d\d))?)\b"
    rf"|\b{_MONTH}\s?(?P<day>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:,?\s+{_YEAR})?"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.replace('month', 'month2')}(?:,?\s+{_YEAR.replace('year', 'year2')})?"
    rf"|\b(?P<ordinal>{'|'.join(ORDINALS)}) of (?:last )?{_MONTH.replace('month', 'month3')}(?:,?\s+{_YEAR.replace('year', 'year3')})?"
    rf"|\b(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    rf"|\b(?P<count>\d{{1,2}}|(?i:{'|'.join(COUNTS)})) (?P<unit>day|week|month|year)s? ago\b"
    rf"|\b[Ll]ast (?P<last>month|year)\b"
    rf"|\b(?P<relative>today|yesterday|tonight)\b"
)

YEAR = re.compile(r"[12][09][0-9]{2}")
MONTH_LIKE = re.compile("[JFMASOND](?:an|eb|ar|pr|ay|u[nlg]|ep|ct|ov|ec)")
SEEN_FROM_A_DAY = ("day", "night", " ago", "ast month", "ast year")
"""What a date has in it that only somebody who knows the day of publication can tell, months aside."""


def parse(value: str | None) -> date | None:
    """The first day of a partial ISO date; None when there is none.

    >>> parse("2021-11"), parse("soon")
    (datetime.date(2021, 11, 1), None)
    """
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _made(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def resolve(match: re.Match[str], anchor: date | None) -> tuple[str, str] | None:
    """A match of ``DATE`` as (partial ISO date, basis), seen from the day of publication; None when it cannot be told.

    A day without a year is the last one before ``anchor``; a weekday is the last one on or before it. The basis is
    ``explicit`` where a day and month are given, ``weekday``, or ``inferred`` ("yesterday", "two days ago", "last month").
    """
    groups = match.groupdict()
    if groups["iso"]:
        return (groups["iso"], "explicit") if parse(groups["iso"]) else None
    month = groups["month"] or groups["month2"] or groups["month3"]
    if month:
        number = MONTH_NUMBERS[month.rstrip(".").lower()]
        day = int(groups["day"] or groups["day2"] or ORDINALS[groups["ordinal"]])
        year = groups["year"] or groups["year2"] or groups["year3"]
        return _day(number, day, int(year) if year else None, anchor)
    if anchor is None:
        return None
    unit = groups["unit"] or groups["last"]
    if unit:
        return _before(anchor, _count(groups["count"]), unit), "inferred"
    if groups["weekday"]:
        back = (anchor.weekday() - WEEKDAYS.index(groups["weekday"].lower())) % 7
        return (anchor - timedelta(days=back)).isoformat(), "weekday"
    back = 1 if groups["relative"] == "yesterday" else 0
    return (anchor - timedelta(days=back)).isoformat(), "inferred"


def _count(word: str | None) -> int:
    """The number before "days ago"; "last" has none and is one."""
    if word is None:
        return 1
    return COUNTS.get(word.lower()) or int(word)


def _before(anchor: date, count: int, unit: str) -> str:
    """The day so many days or weeks before ``anchor``, or the month or year so many before its own."""
    if unit in DAYS:
        return (anchor - timedelta(days=count * DAYS[unit])).isoformat()
    if unit == "year":
        return f"{anchor.year - count:04}"
    months = 12 * anchor.year + anchor.month - 1 - count
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _day(month: int, day: int, year: int | None, anchor: date | None) -> tuple[str, str] | None:
    if year is not None:
        made = _made(year, month, day)
        return (made, "explicit") if made else None
    if anchor is None:
        return None
    made = _made(anchor.year, month, day)
    # News looks back: what would lie more than a week ahead was last year.
    if made is not None and date.fromisoformat(made) > anchor + timedelta(days=7):
        made = _made(anchor.year - 1, month, day)
    return (made, "explicit") if made else None


def full_date(text: str, start: int, end: int) -> date | None:
    """The first date named in ``text[start:end]``, if it can be told from itself alone."""
    if YEAR.search(text, start, end) is None:
        return None
    first = DATE.search(text, start, end)
    found = resolve(first, None) if first is not None else None
    return parse(found[0]) if found is not None else None


def _may_tell(text: str, start: int, end: int) -> bool:
    if MONTH_LIKE.search(text, start, end) is not None:
        return True
    return any(text.find(sign, start, end) >= 0 for sign in SEEN_FROM_A_DAY)


def first_date(text: str, start: int, end: int, anchor: date | None) -> tuple[str, str] | None:
    """The first date named in ``text[start:end]`` that can be told, as (partial ISO date, basis)."""
    # The pattern is a long one, and most stretches of a text hold nothing like a date.
    if YEAR.search(text, start, end) is None and (anchor is None or not _may_tell(text, start, end)):
        return None
    for match in DATE.finditer(text, start, end):
        found = resolve(match, anchor)
        if found is not None:
            return found
    return None
