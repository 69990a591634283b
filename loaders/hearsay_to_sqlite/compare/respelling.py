"""Names that two texts spell differently: the trace of a way through another script."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from hearsay_to_sqlite.clean.names import REMEMBERED, name_key
from hearsay_to_sqlite.clean.words import Word
from hearsay_to_sqlite.vocabulary import read

LEAST_LETTERS = 3
"""A name key shorter than this is shared by too many words to tell anything."""

LEAST_SOUNDS = 4
"""From so many consonants on, one that is left out or put in leaves a name what it was."""

LONG = 5
"""Names of so many letters that differ in one of them are one name."""

SWALLOWED = "tdnhrs"
"""Consonants that may not be heard beside others."""

VOWELS = re.compile(r"[aeiouy]+")
DOUBLED = re.compile(r"(.)\1+")


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


@lru_cache(maxsize=REMEMBERED)
def one_name(one: str, other: str) -> bool:
    """Whether two folded words may be one name, written down by ear twice: its consonants in kin, its syllables in number.

    >>> one_name("tarek", "tariq"), one_name("brouwick", "bruvik"), one_name("terrazin", "tarzan")
    (True, True, False)
    """
    if _one_letter_apart(one, other):
        return True
    if _syllables(one) != _syllables(other):
        return False
    return any(
        _like(_sounds(one.replace("w", heard)), _sounds(other.replace("w", heard)), one, other)
        # A "w" is heard as "v" or as "u".
        for heard in (("v", "u") if "w" in one + other else ("v",))
    )


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether two long names differ in a single letter or the order of two, and begin alike or nearly so."""
    shorter, longer = sorted((one.removesuffix("'s"), other.removesuffix("'s")), key=len)
    if len(shorter) < LONG or len(longer) - len(shorter) > 1:
        return False
    first = next((n for n, letter in enumerate(shorter) if letter != longer[n]), len(shorter))
    if not first and not any(shorter[0] in like and longer[0] in like for like in read("sounds")["first"]):
        return False
    same_length = len(shorter) == len(longer)
    exchanged = shorter[first : first + 2] == longer[first : first + 2][::-1]
    return shorter[first + same_length :] == longer[first + 1 :] or (
        exchanged and shorter[first + 2 :] == longer[first + 2 :]
    )


def _like(mine: str, theirs: str, one: str, other: str) -> bool:
    if mine == theirs:
        return True
    if not mine or not theirs or mine[0] != theirs[0]:
        return False
    if len(mine) == len(theirs):
        return sum(not _kin(a, b) for a, b in zip(mine, theirs, strict=True)) == 0
    shorter, longer = sorted((mine, theirs), key=len)
    return (
        len(longer) - len(shorter) == 1
        and len(longer) >= LEAST_SOUNDS
        and any(
            longer[:n] + longer[n + 1 :] == shorter
            and longer[n] in SWALLOWED
            and _clustered(longer[n], one, other)
            for n in range(len(longer))
        )
    )


def _clustered(sound: str, one: str, other: str) -> bool:
    """Whether a consonant stands beside another one, where it is easily not heard."""
    return any(re.search(f"[^aeiouy]{sound}|{sound}[^aeiouy]", name) for name in (one, other))


def _syllables(folded: str) -> int:
    """How many runs of vowels there are, an open end of the word apart."""
    return len(VOWELS.findall(VOWELS.sub("a", re.sub(r"w(?![aeiouy])", "u", folded)).rstrip("ah")))


@lru_cache(maxsize=REMEMBERED)
def _sounds(folded: str) -> str:
    word = folded.removesuffix("'s")
    for written, sound in read("sounds")["written"].items():
        word = re.sub(written, sound, word)
    first = "a" if word[:1] in "aeiouy" else word[:1]
    return DOUBLED.sub(r"\1", first + re.sub(r"[^b-df-hj-np-tvxzSJ]", "", word[1:]))


def _kin(one: str, other: str) -> bool:
    return one == other or any(one in kin and other in kin for kin in read("sounds")["kin"])
