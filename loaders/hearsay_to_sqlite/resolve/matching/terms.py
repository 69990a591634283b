"""What of a text is compared: stems of its words, its numbers, its negations, and runs of letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from hearsay_to_sqlite.clean.words import fold, stem, stopwords
from hearsay_to_sqlite.vocabulary import read

LONGEST = 20_000
"""Code points of a text that are compared; what comes after them is not."""

LONGEST_WORD = 40
"""Letters of a word that are compared, so that a run of a million letters is no term of a million letters."""

LONGEST_TERM = 6
"""Letters of a stem that count: of 6 and 7 and whole stems this did best on the debates and no worse on the tweets."""

RUN = 5
"""Letters in a sequence, spaces included: of 4, 5 and 6 this did best on both dev sets."""

REMEMBERED = 262_144
"""Words whose folded form is remembered."""

_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/)\S+", re.IGNORECASE)
_TAG = re.compile(r"[#@](\w{1,200})")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z])(?=[A-Z][a-z])|_")
_THOUSANDS = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3}(?!\d))")
# Scripts without spaces between words are taken as pairs of characters.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_UNSPACED}]+|[^\W{_UNSPACED}]+(?:['’][^\W{_UNSPACED}]+)*")
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")
_NUMBER = re.compile(r"\d+")


def words(text: str) -> list[str]:
    """Return the folded words of a text in order: addresses dropped, tags taken apart, thousands joined.

    >>> words("Über 10,000 at #StopTheSteal, https://example.org/x")
    ['uber', '10000', 'at', 'stop', 'the', 'steal']
    """
    return [*map(_FOLDED.__getitem__, _tokens(text))]


def written(text: str) -> dict[str, str]:
    """Return how a text writes those of its folded words that hold other letters than ASCII's, where it first does.

    >>> written("Über 10,000 at Łódź")
    {'lodz': 'Łódź', 'uber': 'Über'}
    """
    return {_FOLDED[token]: token for token in reversed(_tokens(text)) if not token.isascii()}


def _tokens(text: str) -> list[str]:
    plain = text[:LONGEST]
    small = plain.lower()
    # Most texts have none of these, and a million times looking in vain takes longer than all the rest.
    if "://" in small or "www." in small or "pic.twitter" in small:
        plain = _ADDRESS.sub(" ", plain)
    if "#" in plain or "@" in plain:
        plain = _TAG.sub(lambda match: " " + _HUMP.sub(" ", match.group(1)) + " ", plain)
    if "," in plain or not plain.isascii():
        plain = _THOUSANDS.sub("", plain)
    if plain.isascii():
        return _WORD.findall(plain)
    found: list[str] = []
    for word in _WORD.findall(plain):
        if not word.isascii() and _IS_UNSPACED.match(word):
            found.extend([word[at : at + 2] for at in range(len(word) - 1)] or [word])
        else:
            found.append(word)
    return found


class _Folded(dict[str, str]):
    """Words as they are compared, made when they are first asked for."""

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        folded = word
        if word.isascii() or not _IS_UNSPACED.match(word):
            folded = fold(word[:LONGEST_WORD]).removesuffix("'s").replace("'", "")
        if len(word) <= LONGEST_WORD:
            self[word] = folded
        return folded


_FOLDED = _Folded()


@lru_cache(maxsize=262_144)
def term(word: str) -> str:
    """Return what stands for a folded word in the index: the first letters of its stem; a number whole.

    >>> term("government"), term("governing"), term("20211107")
    ('govern', 'govern', '20211107')
    """
    found = stem(word)
    return found[:LONGEST_TERM] if found.isalpha() and found.isascii() else found


def line(found: Iterable[str]) -> str:
    """Return folded words as one line, a space at either end."""
    return f" {' '.join(found)} "


def runs(line: str) -> frozenset[str]:
    """Return every sequence of five letters of a line, across the spaces between its words."""
    # A set made in one go, and then frozen, takes a third of the time of one made from a generator.
    return frozenset({line[at : at + RUN] for at in range(max(1, len(line) - RUN + 1))})


def numbers(found: list[str]) -> frozenset[str]:
    """Return the numbers among folded words, in digits; "one" is left out, because it is more often a pronoun.

    >>> sorted(numbers(["three", "of", "12", "one"]))
    ['12', '3']
    """
    values = _vocabulary()[0]
    return frozenset(
        word.lstrip("0") or "0" if _NUMBER.fullmatch(word) else values[word]
        for word in found
        if word in values or _NUMBER.fullmatch(word)
    )


def negations(found: list[str]) -> frozenset[str]:
    """Return the words among folded words that turn a statement round."""
    return _vocabulary()[1].intersection(found)


@cache
def common() -> frozenset[str]:
    """Return the terms of English function words."""
    return frozenset(map(term, stopwords()))


@cache
def _vocabulary() -> tuple[dict[str, str], frozenset[str]]:
    data = read("changes")
    counted = {word: str(value) for word, value in data["numbers"].items() if word != "one"}
    return counted, frozenset(word.replace("'", "") for word in data["negations"])
