"""Which words two renderings of the same thing do not share."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from . import vocabulary

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


def called_out(first: str, second: str) -> list[str]:
    """Which changes between two wordings may turn what is said round: ``number-changed``, ``negation-changed``, ``hedge-lost``,
    ``hedge-gained``. Found by single words (English), so it says where to look, not what happened.

    >>> called_out("It reportedly killed 3", "It did not kill 4")
    ['number-changed', 'negation-changed', 'hedge-lost']
    """
    before, after = _signs(first), _signs(second)
    found = [kind for kind in ("number-changed", "negation-changed") if before[kind] != after[kind]]
    lost, gained = before["hedge"] - after["hedge"], after["hedge"] - before["hedge"]
    return found + ["hedge-lost"] * bool(lost) + ["hedge-gained"] * bool(gained)


def _signs(text: str) -> dict[str, Counter[str]]:
    """The words of each kind of sign in a text."""
    words = [word.casefold() for word in TOKEN.findall(text)[: 2 * LONGEST]]
    found = {kind: Counter(word for word in words if word in known) for kind, known in _known().items()}
    found["number-changed"].update(word for word in words if word.isdecimal())
    return found


@cache
def _known() -> dict[str, frozenset[str]]:
    return {kind: frozenset(words.split()) for kind, words in vocabulary.words()["signs"].items()}
