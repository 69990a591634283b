"""The blocks of a plain text: its lines, or its paragraphs where the lines are hard-wrapped."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
BULLET = re.compile(r"\s*[•·▪◦‣■●○►▶✓✔*–—-]\s+")
WORD = re.compile(r"\w+")

WRAP_WIDTH = 100
"""Wider lines were not wrapped by hand."""

WRAPPED_SHARE = 0.5
"""In a hard-wrapped text at least this share of the lines runs on in the next line."""


@dataclass(slots=True)
class Block:
    """A stretch of text that stands by itself: offsets in code points without the white space and the bullet round it."""

    start: int
    end: int
    text: str
    bullet: bool
    _folded: str | None = None

    @property
    def words(self) -> list[str]:
        """Its words in lower case."""
        return WORD.findall(self.text.lower())

    @property
    def folded(self) -> str:
        """Its text for pattern matching: lower case, straight apostrophes, single spaces."""
        if self._folded is None:
            self._folded = " ".join(self.text.lower().replace("’", "'").split())
        return self._folded


def blocks(text: str) -> list[Block]:
    """Cut a text at its newlines, or at its blank lines where single newlines only wrap.

    >>> [block.text for block in blocks("Title\\n\\n • One thing.\\n")]
    ['Title', 'One thing.']
    """
    lines = [(match.start(), match.end()) for match in LINE.finditer(text) if match.group().strip()]
    stretches = _joined(text, lines) if _wrapped(text, lines) else lines
    return list(_trimmed(text, stretches))


def _run_on(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether a line follows another without a blank line between them, and is no item of a list."""
    return text[before[1] : after[0]].strip("\r") in ("\n", "") and BULLET.match(text, *after) is None


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    if len(lines) < 4 or max(end - start for start, end in lines) > WRAP_WIDTH:
        return False
    pairs = list(itertools.pairwise(lines))
    # A list of short sentences is no wrapped text: a wrapped line mostly breaks off inside a sentence.
    run_on = sum(_run_on(text, *pair) and text[pair[0][1] - 1] not in ".!?…:" for pair in pairs)
    return run_on / len(pairs) >= WRAPPED_SHARE


def _joined(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined = lines[:1]
    for line in lines[1:]:
        if _run_on(text, joined[-1], line):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined


def _trimmed(text: str, stretches: list[tuple[int, int]]) -> Iterator[Block]:
    for start, end in stretches:
        piece = text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        bullet = BULLET.match(text, start, end)
        if bullet is not None:
            start = bullet.end()
        yield Block(start, end, text[start:end], bullet is not None)
