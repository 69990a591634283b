"""Anchors, after the W3C Web Annotation model: from the exact words or their offsets to one place in a text.

Exactly one place fits, or it is an error that says what was found. Nothing is guessed, and nothing is nearly right.
Offsets count code points; ends are exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

PLACES_SHOWN = 5
WORDS_SHOWN = 60


class Misfit(Exception):
    """An anchor that does not fit its text: what was found, and what to do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what = what
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Selector:
    """What a case file gives of one stretch of text."""

    exact: str | None = None
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text: where it stands and its words, each None where the case file alone does not tell."""

    start: int | None
    end: int | None
    text: str | None


def selectors(value: Any) -> tuple[Selector, ...]:
    """What an anchor of a case file selects, piece by piece.

    >>> selectors(["not true", [3, 9]])[1].end
    9
    """
    if isinstance(value, list) and not _is_offsets(value):
        return tuple(_selector(item) for item in value)
    return (_selector(value),)


def locate(selector: Selector, text: str | None, start: int = 0, end: int | None = None) -> Piece:
    """Where a selector stands in ``text``, between ``start`` and ``end``; without a text, what the selector itself says.

    Raises:
        Misfit: It stands nowhere, in several places, or its offsets and words do not agree.
    """
    if text is None:
        return Piece(selector.start, selector.end, selector.exact)
    if selector.start is not None and selector.end is not None:
        return _checked(selector, selector.start, selector.end, text)
    if selector.exact is None:
        raise Misfit("The anchor has neither words nor offsets.", "Give exact, or start and end.")
    found = [at for at in occurrences(selector.exact, text, start, end) if _framed(selector, at, text)]
    if len(found) == 1:
        return Piece(found[0], found[0] + len(selector.exact), selector.exact)
    raise _misfit(selector.exact, text, found)


def occurrences(exact: str, text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Every place between ``start`` and ``end`` where the words begin, overlapping ones included.

    >>> list(occurrences("na", "banana"))
    [2, 4]
    """
    stop = len(text) if end is None else end
    at = text.find(exact, start, stop)
    while at >= 0:
        yield at
        at = text.find(exact, at + 1, stop)


def _is_offsets(value: list[Any]) -> bool:
    return len(value) == 2 and all(isinstance(item, int) for item in value)


def _selector(value: Any) -> Selector:
    if isinstance(value, str):
        return Selector(exact=value)
    if isinstance(value, list):
        return Selector(start=value[0], end=value[1])
    return Selector(**value)


def _framed(selector: Selector, at: int, text: str) -> bool:
    end = at + len(selector.exact or "")
    return text.endswith(selector.prefix, 0, at) and text.startswith(selector.suffix, end)


def _checked(selector: Selector, start: int, end: int, text: str) -> Piece:
    if not start < end <= len(text):
        what = f"The offsets {start}–{end} do not lie in the text, which has {len(text)} code points."
        raise Misfit(what, "Give start before end, counted in code points.")
    words = text[start:end]
    if selector.exact is not None and words != selector.exact:
        found = _places(list(occurrences(selector.exact, text)))
        what = f"At {start}–{end} the text has {shown(words)}, not {shown(selector.exact)}, which stands {found}."
        raise Misfit(what, "Correct the offsets or the words: they must agree.")
    if not text.endswith(selector.prefix, 0, start) or not text.startswith(selector.suffix, end):
        what = f"The words at {start}–{end} do not stand between the given prefix and suffix."
        raise Misfit(what, "Correct the offsets, or the prefix and suffix.")
    return Piece(start, end, words)


def _misfit(exact: str, text: str, found: list[int]) -> Misfit:
    everywhere = list(occurrences(exact, text))
    if found:
        what = f"The words {shown(exact)} stand {_places(found)}: {len(found)} matches."
        return Misfit(what, "Add a prefix or suffix that only one of them has, or give start and end.")
    if everywhere:
        what = f"The words {shown(exact)} stand {_places(everywhere)}, but not where the anchor puts them."
        return Misfit(what, "Correct the prefix and suffix; quoted words must lie inside the content.")
    what = f"The words {shown(exact)} do not stand in the text: no match."
    return Misfit(
        what, "Copy them from the article character for character, quotation marks and spaces included."
    )


def _places(found: list[int]) -> str:
    if not found:
        return "nowhere"
    more = ", …" if len(found) > PLACES_SHOWN else ""
    return f"at {', '.join(map(str, found[:PLACES_SHOWN]))}{more}"


def shown(words: str) -> str:
    """Words for a message: quoted, and cut where they are long."""
    return repr(words if len(words) <= WORDS_SHOWN else words[: WORDS_SHOWN - 1] + "…")
