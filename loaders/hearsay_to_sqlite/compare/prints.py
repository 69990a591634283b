"""What a text is known again by: its words and its sentences, each as a number."""

from __future__ import annotations

import re
from hashlib import blake2b

from hearsay_to_sqlite.clean.names import REMEMBERED
from hearsay_to_sqlite.clean.sentences import sentences
from hearsay_to_sqlite.clean.words import IDEOGRAPH, WORD, fold, stem, stopwords

MAX_PRINTS = 16_384
"""A text is known by so many of its prints at the most, the smallest: two texts keep the same ones."""

LEAST_WORDS = 5
"""A sentence of fewer different words of content is no print: too many texts have it."""

LONGEST_WORD = 40
"""Letters of the longest word whose print is remembered."""

LARGEST = 2**63 - 1
"""The largest integer of SQLite."""

IDEOGRAPHS = re.compile(rf"(?=([{IDEOGRAPH}]{{2}}))")


def prints(text: str) -> tuple[int, ...]:
    """Return a text's prints in ascending order: above zero for a word of content, below for a sentence.

    Words are folded and stemmed. Two characters of a script without spaces count as a word.
    """
    found: set[int] = set()
    code = _CODES.__getitem__
    for span in sentences(text):
        own = {*map(code, WORD.findall(text, span.start, span.end))}
        own.discard(0)
        found |= own
        if len(own) >= LEAST_WORDS:
            # A sum does not depend on the order of the words, which a copy may have changed.
            found.add(-1 - sum(own) % LARGEST)
    found.update(_code(pair) for pair in _pairs(text))
    return tuple(sorted(sorted(found, key=abs)[:MAX_PRINTS]))


def _pairs(text: str) -> set[str]:
    if text.isascii():
        return set()
    return {match.group(1) for match in IDEOGRAPHS.finditer(text)}


class _Codes(dict[str, int]):
    """The prints of words, made when they are first asked for: a dict answers in half of a cached function's time."""

    def __missing__(self, word: str) -> int:
        if len(self) >= REMEMBERED:
            self.clear()
        code = _code(word)
        if len(word) <= LONGEST_WORD:
            self[word] = code
        return code


_CODES = _Codes()


def _code(word: str) -> int:
    folded = fold(word)
    if folded in stopwords():
        return 0
    return int.from_bytes(blake2b(stem(folded).encode(), digest_size=8).digest(), "big") >> 1
