"""Where a text quotes: pairs of quotation marks, found by a state machine that survives broken typography.

Marks of any style open and close; a mark that can do both is told by what stands beside it and by the state. A
quotation ends with its paragraph at the latest, unless the next paragraph opens with a mark again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

MARK = re.compile("[“”„‟«»\"‘’'`\n](?:(?<=')'|(?<=`)`)?")
"""Begins with a plain set of characters, because ``re`` looks for those fast; ``_is_mark`` has the last word."""
OPENING = frozenset("“„‟«") | {"``", "‘"}
SINGLE = frozenset("‘’'")
STOP = re.compile(r"[.!?…](?=\s)")
MAX_SINGLE = 400
"""A quotation in single marks is never longer; what seems to be is an apostrophe far away."""


class Quote(NamedTuple):
    """A quotation with its marks, in code points. ``closed`` is false where the closing mark is missing."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True


@dataclass(slots=True)
class _Open:
    start: int
    inner: int
    mark: str


def find(text: str) -> list[Quote]:
    """The quotations of a text, in order, none inside another."""
    found: list[Quote] = []
    current: _Open | None = None
    for match in MARK.finditer(text):
        mark = match.group()
        start, end = match.span()
        if mark in "’'`" and not _is_mark(text, mark, start, end):
            continue
        if mark == "\n":
            if current is not None:
                _leave_open(text, current, start, found)
                current = None
        elif current is None:
            if _opens(text, mark, start, end):
                current = _Open(start, end, mark)
        elif mark in SINGLE or current.mark in SINGLE:
            current = _single(text, mark, (start, end), current, found)
        elif mark in OPENING and not (current.mark == "„" and mark == "“"):
            # The earlier quotation was never closed; it is kept up to the end of its sentence.
            _leave_open(text, current, start, found)
            current = _Open(start, end, mark)
        elif mark == '"' and _clearly_opens(text, start, end):
            _leave_open(text, current, start, found)
            current = _Open(start, end, mark)
        else:
            _close(current, start, end, found)
            current = None
    if current is not None:
        _leave_open(text, current, len(text), found)
    return found


def _is_mark(text: str, mark: str, start: int, end: int) -> bool:
    """Whether an apostrophe stands where a quotation may open or close."""
    if mark == "`":
        return False
    before, following = text[start - 1 : start], text[end : end + 1]
    inside = following.isalnum() or following == "_"
    if mark == "'" and inside and not (before.isalnum() or before == "_"):
        return True
    closing = before.isalnum() or (before != "" and before in "_.,!?…")
    return closing and not inside and following != "'"


def _opens(text: str, mark: str, start: int, end: int) -> bool:
    if mark in OPENING:
        return True
    if mark in "”»":
        # Swedish and broken text open with a closing mark, hard against the word and free on the left.
        return _clearly_opens(text, start, end)
    following = text[end : end + 1]
    before = text[start - 1 : start]
    return bool(following) and not following.isspace() and not (before.isalnum() and mark != '"')


def _clearly_opens(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    following = text[end : end + 1]
    return (not before or before.isspace() or before in "([—–-") and (
        following.isalnum() or following in "[…"
    )


def _single(text: str, mark: str, at: tuple[int, int], current: _Open, found: list[Quote]) -> _Open | None:
    start, end = at
    if current.mark not in SINGLE:
        return current
    if mark in SINGLE:
        if mark in "’'" and start - current.start <= MAX_SINGLE and start > current.inner:
            if text[current.inner : start].count(" ") >= 1:
                _close(current, start, end, found)
            return None
        return current
    # A double mark inside single ones: the single mark was an apostrophe.
    return _Open(start, end, mark) if _opens(text, mark, start, end) else None


def _close(current: _Open, start: int, end: int, found: list[Quote]) -> None:
    if start > current.inner:
        found.append(Quote(current.start, end, current.inner, start))


def _leave_open(text: str, current: _Open, limit: int, found: list[Quote]) -> None:
    if current.mark in SINGLE:
        return
    end = limit
    next_line = text[limit : limit + 40].lstrip()
    runs_on = next_line[:1] in OPENING or next_line[:2] in ("''", "``") or next_line[:1] == '"'
    if not (text[limit : limit + 1] == "\n" and runs_on):
        stop = STOP.search(text, current.inner, limit)
        end = stop.end() if stop else limit
    while end > current.inner and text[end - 1].isspace():
        end -= 1
    if end > current.inner:
        found.append(Quote(current.start, end, current.inner, end, closed=False))
