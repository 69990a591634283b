"""Which words two renderings of the same thing do not share."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Any

TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
LONGEST = 700
"""Texts of more words than this are not compared: the time grows with the square of their length."""

Piece = dict[str, Any]
"""``text``, and whether it is ``changed``: missing from the other side."""


def sides(first: str, second: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces, those marked that the other does not have. Joined, the pieces are the texts.

    >>> sides("not sunk", "sunk")[0]
    [{'text': 'not ', 'changed': True}, {'text': 'sunk', 'changed': False}]
    """
    left, right = TOKEN.findall(first), TOKEN.findall(second)
    if len(left) > LONGEST or len(right) > LONGEST:
        return [{"text": first, "changed": False}], [{"text": second, "changed": False}]
    matcher = SequenceMatcher(
        None, [word.casefold() for word in left], [word.casefold() for word in right], autojunk=False
    )
    ours: list[Piece] = []
    theirs: list[Piece] = []
    for operation, start, end, other_start, other_end in matcher.get_opcodes():
        changed = operation != "equal"
        ours += _piece(left[start:end], changed)
        theirs += _piece(right[other_start:other_end], changed)
    return ours, theirs


def _piece(words: list[str], changed: bool) -> list[Piece]:
    return [{"text": "".join(words), "changed": changed}] if words else []
