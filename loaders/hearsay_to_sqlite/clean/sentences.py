"""Where the sentences of a text stand. A line break always ends one, so that headlines never run into the body."""

from __future__ import annotations

import re
from functools import cache

from hearsay_to_sqlite.records import Span
from hearsay_to_sqlite.vocabulary import read

END = re.compile(r"(?:[.!?…؟。！？]+[\"”’»')\]]*)(?=\s|$)|[。！？]")
"""A full stop and its like, with the marks that close behind it, before white space or the end."""

OPENS = re.compile(r"\s*[\"“‘«'(\[—–-]*\s*(\S)")
LAST_WORD = re.compile(r"[^\s\"“‘«(\[]+\Z")
INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")
LINE = re.compile(r"[^\r\n\u2028\u2029]+")


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(read("abbreviations")["before_a_name"].split())


def sentences(text: str, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Return the sentences of ``text[start:end]`` in order (code points, end exclusive), without white space round them.

    >>> [(s.start, s.end) for s in sentences("Mr. Vale left. He said so.")]
    [(0, 14), (15, 26)]
    >>> [(s.start, s.end) for s in sentences("He said no. They left.")]
    [(0, 11), (12, 22)]
    """
    found = []
    for line in LINE.finditer(text, start, len(text) if end is None else end):
        first = line.start()
        for mark in END.finditer(text, line.start(), line.end()):
            if _ends(text, mark, line.end()):
                found.append((first, mark.end()))
                first = mark.end()
        found.append((first, line.end()))
    return tuple(span for a, b in found if (span := _trimmed(text, a, b)) is not None)


def _ends(text: str, mark: re.Match[str], limit: int) -> bool:
    """Whether a mark ends its sentence: not after an abbreviation, and not before a word that goes on in small letters."""
    follows = OPENS.match(text, mark.end(), limit)
    if follows is None:
        return True
    if follows.group(1).islower():
        return False
    if not mark.group().startswith(".") or mark.group().startswith(".."):
        return True
    word = LAST_WORD.search(text, max(0, mark.start() - 24), mark.start())
    if word is None:
        return True
    last = word.group()
    initials = INITIALS.fullmatch(last) is not None
    return not initials and last not in _abbreviations()


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    inner = piece.strip()
    if not inner:
        return None
    first = start + len(piece) - len(piece.lstrip())
    return Span(first, first + len(inner))
