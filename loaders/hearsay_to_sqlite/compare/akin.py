"""What two words may have in common: a root, a group of words and phrases that may stand for each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from hearsay_to_sqlite.clean.names import REMEMBERED
from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.vocabulary import folder, read

LEAST_ROOT = 4
"""A root keeps at least so many letters."""

LEAST_INFLECTED = 3
"""So many letters are left of an inflected form."""

ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my", "your"})
"""Words that may stand inside a phrase without making it another one."""


@cache
def _irregular() -> Mapping[str, str]:
    known = {}
    for word in read("roots")["own"]:
        plural = f"{word[:-1]}ies" if word.endswith("y") and word[-2] not in "aeiou" else f"{word}s"
        known.update({word: word, plural: word, f"{word}es": word})
    for base, forms in read("roots")["irregular"].items():
        known.update(dict.fromkeys((base, *forms.split()), base))
    return known


@cache
def _endings(key: str) -> Sequence[str]:
    return sorted(set(read("roots")[key]), key=len, reverse=True)


@lru_cache(maxsize=REMEMBERED)
def root(folded: str) -> str:
    """Return what a folded word has in common with the words made from it; crude, the same for both sides compared.

    >>> root("sank") == root("sinking"), root("investigators") == root("investigation"), root("decision") == root("decided")
    (True, True, True)
    """
    word = folded.removesuffix("'s").replace("'", "").replace("-", "")
    irregular = _irregular()
    if word in irregular:
        return irregular[word]
    if word in stopwords():
        return word
    word = _without(word, "inflections", LEAST_INFLECTED)
    while True:
        known = irregular.get(word) or irregular.get(f"{word}e")
        if known is not None:
            return known
        shorter = _without(word, "endings", LEAST_ROOT)
        if shorter == word or shorter in stopwords():
            found = _mutated(word)
            return folded if found in stopwords() else found
        word = shorter


def _without(word: str, key: str, least: int) -> str:
    for ending in _endings(key):
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith(("ss", "eed")):
            rest = word.removesuffix(ending)
            # "stopped", "running"
            doubled = ending in ("ed", "ing", "ings") and rest[-1] == rest[-2] and rest[-1] not in "sl"
            return rest[:-1] if doubled else rest
    return word


def _mutated(word: str) -> str:
    if word[-1:] in "eyi" and len(word) > LEAST_INFLECTED:
        word = word[:-1]
    if word[-2:] == "ss":
        word = word[:-1]
    for before, after in read("roots")["mutations"].items():
        if word.endswith(before) and len(word) - len(before) + len(str(after)) >= LEAST_INFLECTED:
            return word.removesuffix(before) + str(after)
    return word


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Phrases (as roots) that may stand for each other: the groups of each, and for a first root the longer ones."""

    groups: Mapping[tuple[str, ...], frozenset[int]]
    longer: Mapping[str, Sequence[tuple[str, ...]]]


@cache
def thesaurus() -> Thesaurus:
    """Return what ``vocabulary/synonyms/`` list."""
    known: dict[tuple[str, ...], set[int]] = {}
    for nth, group in enumerate(group for file in folder("synonyms") for group in file):
        for phrase in group:
            known.setdefault(phrase_roots(phrase), set()).add(nth)
    longer: dict[str, list[tuple[str, ...]]] = {}
    for roots in known:
        if len(roots) > 1:
            longer.setdefault(roots[0], []).append(roots)
    return Thesaurus(
        {roots: frozenset(found) for roots, found in known.items()},
        {first: sorted(found, key=lambda roots: (-len(roots), roots)) for first, found in longer.items()},
    )


def phrase_roots(phrase: str) -> tuple[str, ...]:
    """Return the roots of the words of a phrase, without articles."""
    return tuple(root(word) for word in phrase.lower().replace("one's ", "").split() if word not in ARTICLES)


def phrases(words: Sequence[Word]) -> Iterator[tuple[tuple[int, ...], frozenset[int]]]:
    """Yield the places of each word or phrase of the thesaurus among the words, with its groups."""
    there = [(nth, root(word.folded)) for nth, word in enumerate(words) if word.folded not in ARTICLES]
    roots = tuple(found for _, found in there)
    known = thesaurus()
    for nth, first in enumerate(roots):
        groups = known.groups.get((first,))
        if groups:
            yield (there[nth][0],), groups
        for phrase in known.longer.get(first, ()):
            if roots[nth : nth + len(phrase)] == phrase:
                yield tuple(place for place, _ in there[nth : nth + len(phrase)]), known.groups[phrase]
