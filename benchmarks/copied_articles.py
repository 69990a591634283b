"""Invented articles of which some are copies of earlier ones, in five kinds; the same for the same seed.

The words are made of syllables and drawn by a power law, so that a few are in every article and most are rare. Several
articles tell of one event: they share its names, numbers, subject words and quotations without being copies. A copy
"translated and back" is imitated: other words of the same sense, other function words, names respelt, parts of
sentences moved, sentences joined and split, so that only a third to a half of the pairs of neighbouring words survive.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

KINDS = ("verbatim", "excerpted", "edited", "translated and back", "merged")
EVERY = 20
"""One article in so many is a copy."""

CONCEPTS = 40_000
NAMES = 12_000
FUNCTION = [
    "the", "of", "and", "to", "in", "that", "a", "for", "on", "with", "was", "by", "as", "at", "from",
    "has", "had", "were", "which", "it", "its", "after", "before", "but",
]  # fmt: skip
VERBS = ["said", "told", "added", "stressed", "announced", "warned", "insisted", "reported"]
DIGITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
]  # fmt: skip
ONSETS = [
    "b", "br", "c", "ch", "d", "dr", "f", "fl", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl",
    "qu", "r", "s", "sh", "st", "t", "th", "tr", "v", "w", "z",
]  # fmt: skip
VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "oo", "ou"]
CODAS = ["n", "r", "s", "l", "t", "m", "nd", "rk", "st", "ck", "sh"]

Sentence = list[str]


@dataclass(frozen=True, slots=True)
class Made:
    """An article: its number, its text, and which kind of copy it is of which earlier ones."""

    number: int
    text: str
    kind: str | None
    sources: tuple[int, ...]


def articles(count: int, seed: int = 1) -> Iterator[Made]:
    """Yield ``count`` articles in order; every ``EVERY``-th is a copy, the kinds in turn."""
    for number in range(count):
        if number % EVERY != EVERY - 1:
            yield Made(number, _text(_chance(seed, number), _original(seed, number)), None, ())
            continue
        kind = KINDS[number // EVERY % len(KINDS)]
        sources, sentences = _copy(_chance(seed, number), seed, number, kind)
        yield Made(number, _text(_chance(seed, -number), sentences), kind, sources)


def surviving(count: int, seed: int = 1) -> float:
    """The share of neighbouring words of an article that are still neighbours after the way there and back."""
    kept = total = 0
    for number in range(count):
        before = _original(seed, number * EVERY)
        after = _back_translated(_chance(seed, number), before)
        pairs = {pair for sentence in before for pair in itertools.pairwise(sentence)}
        left = {pair for sentence in after for pair in itertools.pairwise(sentence)}
        kept, total = kept + len(pairs & left), total + len(pairs)
    return kept / total


def _chance(seed: int, number: int) -> random.Random:
    return random.Random(f"{seed}/{number}")


@lru_cache(maxsize=200_000)
def _forms(concept: int) -> tuple[str, ...]:
    """The words of one sense: one for a quarter of the senses, up to three for the others."""
    chance = random.Random(f"sense {concept}")
    return tuple(_word(chance, 1 + (concept > 200)) for _ in range(chance.choice((1, 2, 2, 3))))


@lru_cache(maxsize=50_000)
def _name(number: int) -> str:
    return _word(random.Random(f"name {number}"), 2).capitalize()


def _word(chance: random.Random, syllables: int) -> str:
    parts = (chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(syllables))
    return "".join(parts) + chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS)


def _rank(chance: random.Random, count: int) -> int:
    """A number below ``count``, small ones far more often (as words in a text)."""
    return int(count * chance.random() ** 4)


@dataclass(frozen=True, slots=True)
class _Event:
    names: Sequence[str]
    subjects: Sequence[str]
    numbers: Sequence[str]
    quotations: Sequence[Sentence]


@lru_cache(maxsize=4096)
def _event(seed: int, number: int) -> _Event:
    chance = random.Random(f"{seed}/event {number}")
    names = [_name(_rank(chance, NAMES)) for _ in range(chance.randint(4, 9))]
    subjects = [chance.choice(_forms(chance.randrange(CONCEPTS))) for _ in range(chance.randint(15, 30))]
    numbers = [str(chance.choice((chance.randint(2, 12), chance.randint(13, 2000)))) for _ in range(5)]
    blank = _Event(names, subjects, numbers, ())
    quotations = [_sentence(chance, blank, chance.randint(8, 14)) for _ in range(3)]
    return _Event(names, subjects, numbers, quotations)


def _event_of(seed: int, number: int) -> _Event:
    # One event in a hundred is told of by hundreds of articles.
    chance = _chance(seed, number)
    return _event(
        seed, number // 500 * 500 if chance.random() < 0.1 else number // 5 * 5 + chance.randrange(3)
    )


def _sentence(chance: random.Random, event: _Event, length: int) -> Sentence:
    found = []
    for _ in range(length):
        kind = chance.random()
        if kind < 0.42:
            found.append(chance.choice(FUNCTION))
        elif kind < 0.5:
            found.append(chance.choice(event.names))
        elif kind < 0.53:
            found.append(chance.choice(event.numbers))
        elif kind < 0.66:
            found.append(chance.choice(event.subjects))
        else:
            found.append(chance.choice(_forms(_rank(chance, CONCEPTS))))
    return found


@lru_cache(maxsize=64)
def _original(seed: int, number: int) -> list[Sentence]:
    chance, event = _chance(seed, number), _event_of(seed, number)
    found = [_sentence(chance, event, 7)]
    for _ in range(chance.randint(8, 22)):
        if chance.random() < 0.12:
            said = chance.choice(event.quotations)
            found.append(["“", *said, "”", chance.choice(event.names), chance.choice(VERBS)])
        else:
            found.append(_sentence(chance, event, chance.randint(10, 26)))
    return found


def _source(chance: random.Random, number: int) -> int:
    while True:
        found = chance.randrange(number)
        if found % EVERY != EVERY - 1:
            return found


def _copy(chance: random.Random, seed: int, number: int, kind: str) -> tuple[tuple[int, ...], list[Sentence]]:
    first = _source(chance, number)
    before = _original(seed, first)
    event = _event_of(seed, first)
    headline = _sentence(chance, event, 7)
    if kind == "verbatim":
        return (first,), [headline, *before[1:]]
    if kind == "excerpted":
        length = max(4, round(len(before) * chance.uniform(0.3, 0.6)))
        start = chance.randint(0, len(before) - length)
        return (first,), before[start : start + length]
    if kind == "edited":
        return (first,), [headline, *_edited(chance, event, before[1:])]
    if kind == "translated and back":
        return (first,), _back_translated(chance, before)
    second = _source(chance, number)
    return (first, second), [headline, *_merged(chance, event, before, _original(seed, second))]


def _edited(chance: random.Random, event: _Event, before: Sequence[Sentence]) -> Iterator[Sentence]:
    for sentence in before:
        if chance.random() < 0.2:
            continue
        if chance.random() < 0.4:
            sentence = [
                chance.choice(_forms(_rank(chance, CONCEPTS))) if chance.random() < 0.2 else word
                for word in sentence
            ]
            sentence = sentence[: max(5, round(len(sentence) * chance.uniform(0.7, 1)))]
        yield sentence
        if chance.random() < 0.15:
            yield _sentence(chance, event, 15)


def _merged(
    chance: random.Random, event: _Event, one: Sequence[Sentence], other: Sequence[Sentence]
) -> list[Sentence]:
    parts = [source[1 : 1 + round(len(source) * chance.uniform(0.5, 0.7))] for source in (one, other)]
    own = [_sentence(chance, event, 15) for _ in range(2)]
    return [*parts[0], *own, *parts[1]]


@lru_cache(maxsize=1)
def _senses() -> dict[str, tuple[str, ...]]:
    return {form: forms for forms in map(_forms, range(CONCEPTS)) for form in forms}


def _back_translated(chance: random.Random, before: Sequence[Sentence]) -> list[Sentence]:
    names: dict[str, str] = {}
    found: list[Sentence] = []
    for sentence in before:
        if chance.random() < 0.04:
            continue
        after = [new for word in sentence for new in _rendered(chance, word, names)]
        if chance.random() < 0.35 and len(after) > 8:
            cut = chance.randint(3, len(after) - 3)
            after = after[cut:] + after[:cut]
        if found and chance.random() < 0.12:
            found[-1] = [*found[-1], "and", *after]
        elif len(after) > 16 and chance.random() < 0.12:
            found += [after[: len(after) // 2], after[len(after) // 2 :]]
        else:
            found.append(after)
    return found


def _rendered(chance: random.Random, word: str, names: dict[str, str]) -> list[str]:
    """What a word comes back as: none, one or two words."""
    if word in FUNCTION:
        kind = chance.random()
        return [] if kind < 0.15 else [chance.choice(FUNCTION)] if kind < 0.5 else [word]
    if word[0].isupper():
        if word not in names:
            names[word] = _respelt(chance, word) if chance.random() < 0.4 else word
        return [names[word]]
    if word.isdigit():
        spelt = int(word) < len(DIGITS) and chance.random() < 0.5
        return [DIGITS[int(word)] if spelt else word]
    added = [chance.choice(FUNCTION)] if chance.random() < 0.06 else []
    if word in VERBS:
        return [chance.choice(VERBS), *added]
    forms = _senses().get(word, (word,))
    return [chance.choice(forms) if chance.random() < 0.6 else word, *added]


def _respelt(chance: random.Random, name: str) -> str:
    at = [place for place, letter in enumerate(name) if letter in "aeiou"]
    place = chance.choice(at)
    return name[:place] + chance.choice("aeiou") + name[place + 1 :]


def _text(chance: random.Random, sentences: Sequence[Sentence]) -> str:
    lines = []
    paragraph: list[str] = []
    for nth, sentence in enumerate(sentences):
        line = " ".join(sentence).replace("“ ", "“").replace(" ”", "”")
        line = line[:2].upper() + line[2:] if line.startswith("“") else line[0].upper() + line[1:]
        if nth == 0:
            lines.append(line)
            continue
        paragraph.append(line + ".")
        if chance.random() < 0.5:
            lines.append(" ".join(paragraph))
            paragraph = []
    return "\n\n".join([*lines, " ".join(paragraph)]).strip() + "\n"
