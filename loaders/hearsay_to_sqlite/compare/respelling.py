"""Names that two texts spell differently: the trace of a way through another script."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay_to_sqlite.clean.names import name_key
from hearsay_to_sqlite.clean.words import Word

LEAST_LETTERS = 3
"""A name key shorter than this is shared by too many words to tell anything."""


def respelt(here: Iterable[Word], there: Iterable[Word]) -> frozenset[tuple[str, str]]:
    """Return the pairs of capitalised words that differ in spelling and agree in name key, folded.

    >>> from hearsay_to_sqlite.clean.words import words
    >>> sorted(respelt(words("General Qassem Vale came"), words("Gen. Qassim Vale came")))
    [('qassem', 'qassim')]
    """
    mine = {word.folded for word in here if word.capitalised}
    theirs = {word.folded for word in there if word.capitalised}
    keys = {name: name_key(name) for name in mine ^ theirs}
    return frozenset(
        (one, other)
        for one in mine - theirs
        for other in theirs - mine
        if keys[one] == keys[other] and len(keys[one]) >= LEAST_LETTERS
    )
