"""Names of people and bodies: what remains of them when spelling is set aside, and how alike two of them are.

Measured on names transliterated from Arabic and Persian: keys whose weakest pair of tokens reaches 0.88 are the same
name in another spelling; below that it is a suggestion at best.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from hearsay_to_sqlite.vocabulary import words

SAME = 0.88
"""From here on two spellings are taken for one name (given that both are full names)."""
ROUNDING = 1e-9
"""Sums of fractions are off by less."""

REMEMBERED = 1 << 14
"""Words whose forms are remembered: most of those that a text has, and as many in a small run as in a large one."""

_APOSTROPHES = re.compile(r"['`\u2018\u2019\u02bb\u02bc\u02be\u02bf]")
_POSSESSIVE = re.compile(r"['\u2019]s?$|['\u2019]s(?=\s*$)")
_TOKEN = re.compile(r"[a-z0-9]+")
_ARTICLES = frozenset({"al", "el", "the"})
_DIGRAPHS = (("gh", "k"), ("dh", "z"), ("ph", "f"))
_LETTERS = str.maketrans("qc", "kk")
SIGNS = str.maketrans({
    **dict.fromkeys("‐‑‒–—―·", "-"),
    **dict.fromkeys("‘’‚‛´", "'"),
    **dict.fromkeys("“”„‟", '"'),
    **dict(zip("\xa0«»…•§€£°", (" ", "<<", ">>", "...", "*", "S", "EUR", "GBP", "deg"), strict=True)),
    **dict(zip("øØłŁđĐðÐħĦı", "oOlLdDdDhHi", strict=True)),
    **dict(zip("ßæÆœŒþÞ", ("ss", "ae", "Ae", "oe", "Oe", "th", "Th"), strict=True)),
})  # fmt: skip
"""Common signs and letters as the table of all scripts has them, too."""
_VOWELS = re.compile(r"[aeiouwy]+")
_NO_VOWELS = str.maketrans("", "", "aeiouwy")
_DOUBLES = re.compile(r"(.)\1+")


def ascii_letters(text: str) -> str:
    """The text in the nearest ASCII letters.

    >>> ascii_letters("Qaïs")
    'Qais'
    """
    if text.isascii():
        return text
    # Accents, signs of print and some letters go without the table of all scripts, which gives the same and takes a while to load.
    decomposed = unicodedata.normalize("NFD", text)
    plain = "".join([sign for sign in decomposed if not "\u0300" <= sign <= "\u036f"]).translate(SIGNS)
    if plain.isascii():
        return plain
    # Imported where it is needed: most names are ASCII, and start-up is short.
    from anyascii import anyascii

    return anyascii(text)


def without_possessive(name: str) -> str:
    """The name without a closing ’s or apostrophe.

    >>> without_possessive("Iran's")
    'Iran'
    """
    return _POSSESSIVE.sub("", name) if "'" in name or "\u2019" in name else name


@lru_cache(maxsize=REMEMBERED)
def tokens(name: str) -> tuple[str, ...]:
    """The name's words in ASCII lower case, without articles, apostrophes and possessive.

    >>> tokens("Abu Ala' al-Wala\u2019i")
    ('abu', 'ala', 'walai')
    """
    # Most names have none of it, and thousands are folded in a run.
    if name.isascii() and name.isalnum():
        return (name.lower(),)
    plain = name.lower() if name.isascii() and "'" not in name and "`" not in name else _folded(name)
    found = _TOKEN.findall(plain.replace(".", ""))
    return tuple([token for token in found if token not in _ARTICLES]) or tuple(found)


def _folded(name: str) -> str:
    return ascii_letters(_APOSTROPHES.sub("", without_possessive(name.strip()))).lower()


def _sounds(token: str) -> str:
    if "h" in token:
        for spelled, sound in _DIGRAPHS:
            token = token.replace(spelled, sound)
    return token.replace("ck", "k").translate(_LETTERS)


@lru_cache(maxsize=REMEMBERED)
def _skeleton(token: str) -> str:
    # A leading vowel counts, as "a": without it Ali and Lee would be one name.
    sounds = _sounds(token)
    first = "a" if sounds[0] in "aeiou" else sounds[0]
    return _DOUBLES.sub(r"\1", first + sounds[1:].translate(_NO_VOWELS))


@lru_cache(maxsize=REMEMBERED)
def name_key(name: str) -> str:
    """The consonants of each word of a name, folded so that transliterations of one name meet.

    >>> name_key("Mustafa al-Kadhimi") == name_key("Mustafa Al-Kazemi")
    True
    """
    return " ".join([_skeleton(token) for token in tokens(name)])


def _vowel_class(match: re.Match[str]) -> str:
    run = match.group()
    if any(vowel in run for vowel in "eiy"):
        return "i"
    return "u" if any(vowel in run for vowel in "ouw") else "a"


def name_slug(name: str) -> str:
    """An id that depends on the name alone, and is the same for its usual transliterations.

    Vowels are kept, in three classes, so that two names that share only their consonants stay apart.

    >>> name_slug("Ismail Qaani"), name_slug("Esmail Ghaani")
    ('ismil-kani', 'ismil-kani')
    """
    folded = (_DOUBLES.sub(r"\1", _VOWELS.sub(_vowel_class, _sounds(token))) for token in tokens(name))
    return "-".join(folded) or "unnamed"


def plain_slug(name: str) -> str:
    """The name's words, readable, joined by hyphens; for bodies, whose spellings the vocabulary joins.

    >>> plain_slug("The Electricity Ministry")
    'electricity-ministry'
    """
    return "-".join(tokens(name))[:80] or "unnamed"


def same_name(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1: the likeness of the pair of words that differs most.

    Names with different numbers of words are alike (1) only when they differ in spacing, else not at all (0).

    >>> same_name("Raad Hashim", "Ra'ad Hashem")
    1.0
    """
    ours, theirs = name_key(one).split(), name_key(other).split()
    if not ours or not theirs:
        return 0.0
    if len(ours) != len(theirs):
        return 1.0 if "".join(ours) == "".join(theirs) else 0.0
    if ours == theirs:
        return 1.0
    from rapidfuzz.distance import JaroWinkler

    return min(JaroWinkler.similarity(a, b) for a, b in zip(ours, theirs, strict=True))


def is_same_name(one: str, other: str) -> bool:
    """Whether two spellings are taken for one name: whether ``same_name`` reaches ``SAME``.

    >>> is_same_name("Raad Hashim", "Ra'ad Hashem"), is_same_name("Raad Hashim", "Raad Karim")
    (True, False)
    """
    ours, theirs = name_key(one).split(), name_key(other).split()
    # Told by their letters alone for nearly all names, so that what measures likeness need not be loaded.
    if len(ours) == len(theirs) and any(_reach(a, b) < SAME for a, b in zip(ours, theirs, strict=True)):
        return False
    return same_name(one, other) >= SAME


def _reach(one: str, other: str) -> float:
    """The most that the Jaro-Winkler likeness of two words can be, by the letters that they have in common."""
    if one == other:
        return 1.0
    common = sum([min(one.count(letter), other.count(letter)) for letter in {*one}])
    jaro = (common / len(one) + common / len(other) + 1) / 3 if common else 0.0
    # At most four letters of a common beginning count, each as a tenth.
    begun = 0.4 if one[0] == other[0] else 0.0
    return jaro + begun * (1 - jaro) + ROUNDING


def without_titles(name: str) -> str:
    """The name without the honorifics and ranks before it.

    >>> without_titles("Gen. Ann Smith")
    'Ann Smith'
    """
    rest = name.split()
    titles = words("honorifics", "titles")
    while len(rest) > 1 and rest[0].rstrip(".").lower() in titles:
        rest = rest[1:]
    return " ".join(rest)
