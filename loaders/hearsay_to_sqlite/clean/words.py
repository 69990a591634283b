"""The words of a text, folded for comparison: lower case, plain letters, without English inflection."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from hearsay_to_sqlite.clean.names import REMEMBERED, ascii_letters
from hearsay_to_sqlite.vocabulary import read

IDEOGRAPH = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Characters of the scripts without spaces, as the inside of a character class."""

ALONE = re.compile(rf"[{IDEOGRAPH}]")
WORD = re.compile(rf"[{IDEOGRAPH}]|[^\W{IDEOGRAPH}]+(?:[’'-][^\W{IDEOGRAPH}]+)*")
"""A word; of scripts without spaces, each character."""

MIN_STEM = 4
"""A stem keeps at least this many letters, so that "was" and "bring" stay whole."""

ENDINGS = ("ings", "ing", "edly", "ied", "ies", "ed", "es", "ly", "s")


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands (code points, end exclusive), its folded form and its stem."""

    start: int
    end: int
    text: str
    folded: str
    stem: str

    @property
    def capitalised(self) -> bool:
        """Whether the word opens with a capital letter."""
        return self.text[:1].isupper()


@lru_cache(maxsize=REMEMBERED)
def fold(word: str) -> str:
    """Return the word in lower-case ASCII, with straight apostrophes.

    >>> fold("Qaïs"), fold("Don’t")
    ('qais', "don't")
    """
    if ALONE.fullmatch(word):
        # Many characters have one Latin spelling.
        return word
    plain = ascii_letters(word)
    return plain.lower().replace("`", "'")


@lru_cache(maxsize=REMEMBERED)
def stem(folded: str) -> str:
    """Return a folded word without the commonest English endings; crude, and the same for both sides compared.

    >>> stem("attacked"), stem("attacks"), stem("stories"), stem("this")
    ('attack', 'attack', 'stor', 'this')
    """
    word = folded.removesuffix("'s").replace("'", "")
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM:
            return word.removesuffix(ending)
    return word


def words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """Return the words of a text in order; ``offset`` is added to every start and end."""
    found = []
    for match in WORD.finditer(text):
        word = match.group()
        start = match.start() + offset
        found.append(Word(start, start + len(word), word, *_forms(word)))
    return tuple(found)


@lru_cache(maxsize=REMEMBERED)
def _forms(word: str) -> tuple[str, str]:
    folded = fold(word)
    return folded, stem(folded)


@cache
def stopwords() -> frozenset[str]:
    """Return the folded words that carry no content of their own."""
    return frozenset(read("stopwords")["english"].split())


def terms(text: str) -> frozenset[str]:
    """Return the stems of the words that carry content, digits included.

    >>> sorted(terms("The two missiles were shot down by 12 guards."))
    ['12', 'guard', 'missil', 'shot']
    """
    stop = stopwords()
    forms = map(_forms, set(WORD.findall(text)))
    return frozenset(stemmed for folded, stemmed in forms if folded not in stop)
