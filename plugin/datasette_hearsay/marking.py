"""Cuts a text into segments so that every span on it can be marked in place, also where spans stand in one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch to be marked: code points of the whole text, end exclusive; what it is, and of what."""

    start: int
    end: int
    part: str
    id: str


def segments(text: str, start: int, marks: Sequence[Mark]) -> list[dict[str, Any]]:
    """Cut ``text``, which begins at offset ``start`` of the whole, wherever a mark begins or ends.

    Each segment has ``text``, ``start``, the ``parts`` that cover it, the ``ids`` they belong to, in ``begins`` the ids
    whose first mark begins here, and whether it is ``nested``: part of one statement and in the content of another. Joined, the segments are the text. Marks outside it are cut or left out.

    >>> [(s["text"], s["parts"]) for s in segments("A said B", 0, [Mark(0, 1, "source", "x"), Mark(7, 8, "content", "x")])]
    [('A', ['source']), (' said ', []), ('B', ['content'])]
    """
    end = start + len(text)
    inside = sorted(
        (mark for mark in marks if mark.start < end and mark.end > start and mark.end > mark.start),
        key=lambda mark: (mark.start, -mark.end),
    )
    cuts = {start, end}
    for mark in inside:
        cuts |= {max(mark.start, start), min(mark.end, end)}
    begins: dict[int, list[str]] = {}
    for id, place in {mark.id: mark.start for mark in reversed(inside)}.items():
        begins.setdefault(max(place, start), []).append(id)
    places = sorted(cuts)
    cut: list[dict[str, Any]] = []
    open_marks: list[Mark] = []
    waiting = 0
    for begin, stop in pairwise(places):
        open_marks = [mark for mark in open_marks if mark.end > begin]
        while waiting < len(inside) and inside[waiting].start <= begin:
            if inside[waiting].end > begin:
                open_marks.append(inside[waiting])
            waiting += 1
        cut.append(
            {
                "text": text[begin - start : stop - start],
                "start": begin,
                "parts": list(dict.fromkeys(mark.part for mark in open_marks)),
                "ids": list(dict.fromkeys(mark.id for mark in open_marks)),
                "nested": _nested(open_marks),
                "begins": begins.get(begin, []),
            }
        )
    return cut


def _nested(marks: list[Mark]) -> bool:
    inner = {mark.id for mark in marks}
    return len(inner) > 1 and any(mark.part == "content" for mark in marks)
