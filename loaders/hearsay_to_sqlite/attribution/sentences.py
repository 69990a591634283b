"""Sentences with their offsets: never across a line, never inside a quotation that closes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from hearsay_to_sqlite.attribution.quotes import Quote
from hearsay_to_sqlite.vocabulary import read

BREAK = re.compile(r"[.!?…\n](?:(?<=\n)\n*|[.!?…]*[\"”»’')\]]*)")
"""What may end a sentence; the pattern begins with a plain set of characters, because ``re`` looks for those fast."""
JOINED = re.compile(r"[a-z]{2}\.[A-Z][a-z]")
"""A full stop without its space."""
TAG = re.compile(
    r"\s+(?:[A-Z][\w.’'-]*\s+){1,5}(?:said|says|asked|asks|wrote|writes|tweeted|added|adds|told|replied|exclaimed)\b"
)
"""What follows a quoted question when the sentence goes on: “Why?” Ann Smith asked."""
MAX_SENTENCE = 8000
"""Characters. A longer stretch without a full stop is cut, so that no work inside a sentence can grow without end."""


@cache
def _abbreviation() -> re.Pattern[str]:
    """What the text before a full stop closes with where the stop ends no sentence."""
    known = "|".join(map(re.escape, read("abbreviations")["before_a_name"].split()))
    return re.compile(rf"(?:^|[\s(“\"‘.-])(?:[A-Z]|[A-Z](?:\.[A-Z])+|{known})$")


@cache
def _longest() -> int:
    """So many letters right before a full stop are a word that is longer than any abbreviation."""
    return 1 + max(map(len, read("abbreviations")["before_a_name"].split()))


def split(
    text: str, quotes: list[Quote], start: int = 0, stop: int | None = None
) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of ``text[start:stop]``, white space at the edges left out, in order."""
    stop = len(text) if stop is None else stop
    nth = 0
    for match in BREAK.finditer(text, start, stop):
        at, end = match.span()
        if text[at] != "\n":
            spaced = end >= stop or text[end].isspace()
            if not spaced and not (end == at + 1 and JOINED.match(text, max(0, at - 2), stop)):
                continue
            while nth < len(quotes) and quotes[nth].end <= at:
                nth += 1
            if nth < len(quotes) and quotes[nth].start < at and end < quotes[nth].end:
                continue
            if not _ends(text, at, end):
                continue
        first, last = _trimmed(text, start, end)
        if last - first > MAX_SENTENCE:
            yield from _pieces(text, first, last)
        elif last > first:
            yield first, last
        start = end
    yield from _pieces(text, *_trimmed(text, start, stop))


def _ends(text: str, at: int, end: int) -> bool:
    following = text[end : end + 12].lstrip()[:1]
    if following.islower():
        return False
    if text[at] != "." or end - at > 1:
        return not (text[at] in "?!" and end - at > 1 and TAG.match(text, end))
    if at > _longest() and text[at - _longest() : at].isalpha():
        return True
    return _abbreviation().search(text, max(0, at - 12), at) is None or not text[end : end + 2].strip()


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start + 1, start + MAX_SENTENCE) + 1 or start + MAX_SENTENCE
        yield start, cut
        start = cut
    if end > start:
        yield start, end
