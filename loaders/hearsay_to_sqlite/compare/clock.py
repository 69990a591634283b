"""Whether a copy tells another time of day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hearsay_to_sqlite.clean.words import Word
from hearsay_to_sqlite.compare.finding import Finding
from hearsay_to_sqlite.compare.wordpairs import Paired, within
from hearsay_to_sqlite.vocabulary import read

HALF_DAY = 12 * 60
"""Times are compared in minutes, and by the dial: "4 p.m." may be "at four"."""

FIGURES = re.compile(r"\b(\d{1,2})[:h](\d\d)\b")
SPOKEN = re.compile(r"\b(a quarter|quarter|half|\w+(?:-\w+)?) (past|to) (\w+)\b", re.IGNORECASE)
HOURS = re.compile(
    r"\b(?:at|around|by|until|before|after|about|from) (\w+) (?:o'clock|a\.?m\b|p\.?m\b|in the (?:morning|evening|afternoon|night))",
    re.IGNORECASE,
)
PARTS = {"a quarter": 15, "quarter": 15, "half": 30, "five": 5, "ten": 10, "twenty": 20, "twenty-five": 25}


def mistimed(pair: Paired, text: str, other: str) -> Iterator[Finding]:
    """Yield ``number-changed`` where a copy ``text`` tells other times of day than its original ``other``."""
    now, was = dict(_times(text)), dict(_times(other))
    if now and was and not now.keys() & was.keys():
        why = f"{_told(other, was)} became {_told(text, now)}"
        yield Finding("number-changed", why, _places(pair.here, text, now), _places(pair.there, other, was))


def _times(text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """The times of day in a text, in minutes, and where each stands."""
    for match in FIGURES.finditer(text):
        if int(match[1]) < 24 and int(match[2]) < 60:
            yield (60 * int(match[1]) + int(match[2])) % HALF_DAY, match.span()
    for match in SPOKEN.finditer(text):
        hour, part = _hour(match[3]), PARTS.get(match[1].lower())
        if hour is not None and part is not None:
            yield (60 * hour + (part if match[2].lower() == "past" else -part)) % HALF_DAY, match.span()
    for match in HOURS.finditer(text):
        hour = _hour(match[1])
        if hour is not None:
            yield 60 * hour % HALF_DAY, match.span(1)


def _hour(told: str) -> int | None:
    hour = int(told) if told.isdigit() else read("changes")["numbers"].get(told.lower())
    return hour if hour is not None and hour <= 24 else None


def _told(text: str, times: dict[int, tuple[int, int]]) -> str:
    return ", ".join(f"“{text[start:end]}”" for start, end in times.values())


def _places(own: Sequence[Word], text: str, times: dict[int, tuple[int, int]]) -> tuple[int, ...]:
    return tuple(place for places in within(own, text, times.values()) for place in places)
