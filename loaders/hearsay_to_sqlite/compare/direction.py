"""Which of two like articles is the copy: said only where something shows it, and by what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from hearsay_to_sqlite.clean.intervals import order

CREDIT = 240
"""A text names whom it took its words from within so many characters of its beginning or end, or in its byline."""

AS_LONG = 0.9
"""A text that has this share of another's length is as complete."""

LEAST_NAME = 3
"""A shorter name of an outlet may stand in any text."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article to compare: its text, and what may tell whether it came before another.

    ``published_on`` is a partial ISO date, ``byline`` and ``outlet`` are as the article has them, ``translated`` says
    whether it is recorded as a translation; ``n`` is its number in the database.
    """

    id: str
    text: str
    published_on: str | None = None
    byline: str | None = None
    outlet: str | None = None
    translated: bool = False
    n: int = 0


class Direction(NamedTuple):
    """Which is shown as the copy of which, whether that is known, and by what."""

    copy: Text
    original: Text
    known: bool
    basis: str


def direct(one: Text, other: Text) -> Direction:
    """Return which of two is the copy.

    Dates come first, then one that credits the other's outlet, then one that is recorded as a translation. Where
    none of these tells, the direction counts as unknown: the shorter is shown as derived from the longer, because
    copies lose more than they add, and of texts about as long the one that came into the database later.
    """
    earlier = order(one.published_on, other.published_on)
    if earlier:
        copy, original = (other, one) if earlier < 0 else (one, other)
        return Direction(
            copy, original, True, f"published later ({copy.published_on}, after {original.published_on})"
        )
    for copy, original in ((one, other), (other, one)):
        if _credits(copy, original) and not _credits(original, copy):
            return Direction(copy, original, True, f"it credits {original.outlet}")
    for copy, original in ((one, other), (other, one)):
        if copy.translated and not original.translated:
            return Direction(copy, original, True, "it is recorded as a translation, the other is not")
    shown = "the less complete is shown as the copy"
    original, copy = sorted((one, other), key=lambda text: (-len(text.text), text.n, text.id))
    if len(copy.text) >= AS_LONG * len(original.text):
        shown = "they are about as long"
        original, copy = sorted((one, other), key=lambda text: (text.n, text.id))
    return Direction(copy, original, False, f"which came first is not known; {shown}")


def _credits(text: Text, other: Text) -> bool:
    name = other.outlet or ""
    if len(name) < LEAST_NAME or name == text.outlet:
        return False
    edges = "\n".join((text.byline or "", text.text[:CREDIT], text.text[-CREDIT:]))
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", edges) is not None
