"""Figures of speech that a copy takes at their word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.compare.akin import ARTICLES, phrase_roots, root
from hearsay_to_sqlite.compare.finding import Finding
from hearsay_to_sqlite.compare.wordpairs import Paired
from hearsay_to_sqlite.vocabulary import read

LEAST_WORDS = 2
"""A single word is no figure of speech that could be told from its plain sense."""


def literal(pair: Paired) -> Iterator[Finding]:
    """Yield ``meaning-changed`` where of a figure of speech of the original some words stand in the copy, but not the figure."""
    for places in _figures(pair.there):
        telling = [nth for nth in places if pair.there[nth].folded not in stopwords()]
        kept = sorted({mate for nth in telling for mate in _own(pair, nth)})
        phrase = {pair.mates_there.get(nth) for nth in telling}
        whole = len(phrase) == 1 and len(telling) > 1
        if kept and not whole and not _among(tuple(root(pair.there[n].folded) for n in telling), pair.here):
            told = " ".join(pair.there[nth].text for nth in places)
            yield Finding("meaning-changed", f"“{told}” was taken at its word", tuple(kept), places)


def _own(pair: Paired, nth: int) -> tuple[int, ...]:
    """What stands for this word alone, not for a phrase that it is part of."""
    return next((link.here for link in pair.links if link.there == (nth,)), ())


def _among(roots: Sequence[str], words: Sequence[Word]) -> bool:
    """Whether all the words of a figure stand among others, in order."""
    rest = iter(root(word.folded) for word in words)
    return all(any(one == other for other in rest) for one in roots)


def _figures(words: Sequence[Word]) -> Iterator[tuple[int, ...]]:
    """The places of the words of each figure of speech, articles apart."""
    there = [(nth, root(word.folded)) for nth, word in enumerate(words) if word.folded not in ARTICLES]
    roots = tuple(found for _, found in there)
    for nth, first in enumerate(roots):
        for phrase in _known().get(first, ()):
            if roots[nth : nth + len(phrase)] == phrase:
                yield tuple(place for place, _ in there[nth : nth + len(phrase)])
                break


@cache
def _known() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The roots of each figure of speech by the first of them, the longest first."""
    known: dict[str, set[tuple[str, ...]]] = {}
    for phrase in read("idioms"):
        roots = phrase_roots(phrase)
        if len(roots) >= LEAST_WORDS:
            known.setdefault(roots[0], set()).add(roots)
    return {first: sorted(found, key=lambda roots: (-len(roots), roots)) for first, found in known.items()}
