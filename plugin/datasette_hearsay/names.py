"""What remains of a name when its spelling is set aside: the loaders' rules, which a contract test holds these equal to."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler

_APOSTROPHES = re.compile(r"['`\u2018\u2019\u02bb\u02bc\u02be\u02bf]")
_POSSESSIVE = re.compile(r"['\u2019]s?$|['\u2019]s(?=\s*$)")
_TOKEN = re.compile(r"[a-z0-9]+")
_ARTICLES = frozenset({"al", "el", "the"})
_SOUNDS = (("gh", "k"), ("dh", "z"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"))
_VOWELS = re.compile(r"[aeiouwy]+")
_DOUBLES = re.compile(r"(.)\1+")


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """The consonants of each word of a name, folded so that transliterations of one name meet.

    >>> key("Orla Venn") == key("Tarla Venn")
    False
    >>> key("Qais Dhafer") == key("Ghais Zafir")
    True
    """
    plain = anyascii(_APOSTROPHES.sub("", _POSSESSIVE.sub("", name.strip()))).lower()
    found = _TOKEN.findall(plain.replace(".", ""))
    return " ".join(_skeleton(token) for token in [t for t in found if t not in _ARTICLES] or found)


def _skeleton(token: str) -> str:
    for spelled, sound in _SOUNDS:
        token = token.replace(spelled, sound)
    first = "a" if token[0] in "aeiou" else token[0]
    return _DOUBLES.sub(r"\1", first + _VOWELS.sub("", token[1:]))


def likeness(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1: the likeness of the pair of words that differs most.

    >>> likeness("Raad Hashim", "Ra'ad Hashem"), likeness("Ann", "Ann Smith")
    (1.0, 0.0)
    """
    ours, theirs = key(one).split(), key(other).split()
    if not ours or not theirs:
        return 0.0
    if len(ours) != len(theirs):
        return 1.0 if "".join(ours) == "".join(theirs) else 0.0
    return min(JaroWinkler.similarity(a, b) for a, b in zip(ours, theirs, strict=True))
