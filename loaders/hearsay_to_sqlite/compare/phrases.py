"""Finding the words and phrases of a list in a text, folded; the lists are those of ``vocabulary/changes.yml``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from hearsay_to_sqlite.clean.words import Word
from hearsay_to_sqlite.vocabulary import read


def listed(key: str) -> frozenset[str]:
    """Return the words and phrases of one list."""
    return _listed(key)


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(read("changes")[key])


@cache
def opposites() -> Sequence[tuple[frozenset[str], frozenset[str]]]:
    """Return the pairs of sides of one matter."""
    return tuple((frozenset(one), frozenset(other)) for one, other in read("changes")["opposites"])


@cache
def equivalents() -> dict[str, frozenset[str]]:
    """Return for each word all the words that may stand for it, itself among them."""
    found: dict[str, frozenset[str]] = {}
    for group in read("changes")["equivalents"]:
        for word in group:
            found[word] = found.get(word, frozenset()) | frozenset(group)
    return found


def same_thing(one: str, other: str) -> bool:
    """Whether two folded words are the same or may stand for each other."""
    return one == other or other in equivalents().get(one, ())


def found(words: Sequence[Word], phrases: Iterable[str]) -> dict[str, int]:
    """Return which of the phrases stand among the words, and at which word the first of each begins."""
    at: dict[str, list[int]] = {}
    for nth, word in enumerate(words):
        at.setdefault(word.folded, []).append(nth)
    there: dict[str, int] = {}
    for phrase in phrases:
        parts = phrase.split()
        for nth in at.get(parts[0], ()):
            if all(
                nth + step < len(words) and words[nth + step].folded == part
                for step, part in enumerate(parts)
            ):
                there.setdefault(phrase, nth)
                break
    return there
