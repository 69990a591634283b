"""Names that two texts spell differently: the trace of a way through another script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hearsay_to_sqlite.clean.names import name_key, tokens
from hearsay_to_sqlite.clean.words import Word, stopwords

LEAST_LETTERS = 3
"""A name key shorter than this is shared by too many words to tell anything."""

LEAST_SOUNDS = 2
"""As much of a key is enough where each of the two spellings stands in one of two aligned sentences alone."""


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


def spelt_otherwise(here: Sequence[Word], there: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Yield ``name-changed`` for the first name that a copy spells otherwise: whoever searches for one misses the other.

    A name and its adjective or possessive are no two spellings, nor are those with and without an article.
    """
    mine, theirs = _spellings(here), _spellings(there)
    lost = [name for name in theirs if not any(_inflected(name, other) for other in mine)]
    gained = [name for name in mine if not any(_inflected(name, other) for other in theirs)]
    keys = {name: name_key(name) for name in (*lost, *gained)}
    for before in lost:
        for after in gained:
            if keys[before] == keys[after] and len(keys[before]) >= LEAST_SOUNDS:
                yield "name-changed", f"spelt otherwise: {theirs[before]} / {mine[after]}"
                return


def _spellings(own: Sequence[Word]) -> dict[str, str]:
    """The names, without article and mark, and how they stand there; of two words in a row also both as one."""
    found: dict[str, str] = {}
    for nth, word in enumerate(own):
        if not word.capitalised or word.folded in stopwords():
            continue
        found.setdefault("".join(tokens(word.text)), word.text)
        following = own[nth + 1] if nth + 1 < len(own) else None
        if following and following.capitalised and following.start - word.end == 1:
            found.setdefault(
                "".join(tokens(f"{word.text} {following.text}")), f"{word.text} {following.text}"
            )
    return found


def _inflected(name: str, other: str) -> bool:
    one, longer = sorted((name, other), key=len)
    return longer.startswith(one)
