"""Numbers in a text: their value, what is said about it, and the noun that is counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from hearsay_to_sqlite.clean.words import Word, stopwords, words
from hearsay_to_sqlite.vocabulary import read

FIGURE = re.compile(r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+(?![\d,])|\d+(?:[.,]\d{1,2})?(?!\d)|\d+")
PIECE = re.compile(rf"(?P<figure>{FIGURE.pattern})(?P<ending>st|nd|rd|th)?|(?P<word>[^\W\d_]+)", re.ASCII)
DASHES = ("-", "–", "—", "to")

NEAR = 4
"""The noun that is counted is among so many words after its number."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number from ``start`` to ``end`` (code points), its bounds as far as the text gives them, and its qualifier.

    ``value`` is the number as a key: numerals and number words of one value have the same; a word such as "dozens",
    which has no value, is its own. ``after`` holds the stems of the words of content that follow.
    """

    start: int
    end: int
    value: str
    low: float | None
    high: float | None
    qualifier: str | None
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    value: float | None
    word: str
    lone: bool = False
    top: float | None = None

    @property
    def key(self) -> str:
        """The number as it is compared: digits, a range with a dash, or the word that has no value."""
        ends = (f"{end:.15g}" for end in (self.value, self.top) if end is not None)
        return "–".join(ends) or self.word


@cache
def _data() -> tuple[Mapping[str, int], Mapping[str, int], frozenset[str], Mapping[str, int]]:
    data = read("changes")
    return data["numbers"], data["scales"], frozenset(data["vague"]), data["ordinals"]


def quantities(text: str, offset: int = 0, *, lone: bool = False) -> tuple[Quantity, ...]:
    """Return the numbers of a text in order; ``offset`` is added to every start and end.

    A ``lone`` "one" is left out unless asked for: it is a pronoun more often than a number.

    >>> [(q.value, q.qualifier, q.after[:1]) for q in quantities("At least twenty-five ships and 1,200 men")]
    [('25', 'at least', ('ship',)), ('1200', None, ('men',))]
    """
    numbers = _ranges(text, [number for number in _numbers(text) if lone or not number.lone])
    own = words(text)
    found = []
    for nth, number in enumerate(numbers):
        limit = numbers[nth + 1].start if nth + 1 < len(numbers) else len(text)
        qualifier, start = _qualifier(text, number.start)
        low, high = _bounds(number, qualifier)
        after = _after(own, number.end, limit)
        found.append(Quantity(start + offset, number.end + offset, number.key, low, high, qualifier, after))
    return tuple(found)


def _ranges(text: str, numbers: list[_Number]) -> list[_Number]:
    """The numbers, with those joined that are the ends of a range ("5–7", "between five and seven")."""
    found: list[_Number] = []
    for number in numbers:
        last = found[-1] if found else None
        if last and last.value is not None and number.value is not None and last.value < number.value:
            between = text[last.end : number.start].strip().lower()
            opened = text[: last.start].lower().rstrip().endswith(("between", "from"))
            if last.top is None and (between in DASHES or (between in ("and", "to") and opened)):
                found[-1] = _Number(last.start, number.end, last.value, "", top=number.value)
                continue
        found.append(number)
    return found


def _after(own: tuple[Word, ...], start: int, limit: int) -> tuple[str, ...]:
    stop = stopwords()
    following = [word.stem for word in own if start <= word.start < limit and word.folded not in stop]
    return tuple(following[:NEAR])


def _bounds(number: _Number, qualifier: str | None) -> tuple[float | None, float | None]:
    if number.value is None:
        return None, None
    low = None if qualifier in ("at most", "fewer than") else number.value
    high = None if qualifier in ("at least", "more than") else number.top or number.value
    return low, high


@cache
def _qualifiers() -> re.Pattern[str]:
    listed = [phrase for phrases in read("changes")["qualifiers"].values() for phrase in phrases]
    longest = sorted(listed, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, longest))})\s+\Z", re.IGNORECASE)


@cache
def _canonical() -> Mapping[str, str]:
    return {phrase: name for name, phrases in read("changes")["qualifiers"].items() for phrase in phrases}


def _qualifier(text: str, start: int) -> tuple[str | None, int]:
    match = _qualifiers().search(text, max(0, start - 24), start)
    if match is None:
        return None, start
    return _canonical()[match.group(1).lower()], match.start()


def _numbers(text: str) -> Iterator[_Number]:
    """Yield the numbers; those of several words are joined ("two hundred and five", "2.5 million")."""
    values, scales, vague, ordinals = _data()
    group: list[tuple[int, int, float, bool]] = []
    for match in PIECE.finditer(text):
        word = (match.group("word") or "").lower()
        value = (
            _figure(match.group("figure")) if match.group("figure") else values.get(word, ordinals.get(word))
        )
        if word == "and" and group and group[-1][2] >= 100:
            continue
        if group and not _joins(text, group[-1], match.start(), value, word in scales):
            yield from _closed(group)
            group = []
        if word in vague:
            yield _Number(match.start(), match.end(), None, word)
        elif word in scales and group:
            first, _, before, _ = group[-1]
            group[-1] = (first, match.end(), before * scales[word], True)
        elif word in ("dozen", "hundred", "thousand", "million"):
            group.append((match.start(), match.end(), float(scales[word]), True))
        elif value is not None:
            group.append((match.start(), match.end(), float(value), bool(match.group("figure"))))
    yield from _closed(group)


def _joins(
    text: str, last: tuple[int, int, float, bool], start: int, value: float | None, scale: bool
) -> bool:
    if text[last[1] : start].strip(" -\u00a0") not in ("", "and"):
        return False
    if scale:
        return True
    _, _, before, figure = last
    tens = before % 100 == 0 or (20 <= before % 100 <= 90 and before % 10 == 0)
    return value is not None and not (figure and before < 100) and tens and value < max(10, before)


def _closed(group: list[tuple[int, int, float, bool]]) -> Iterator[_Number]:
    if group:
        value = sum(part[2] for part in group)
        lone = value == 1 and len(group) == 1 and not group[0][3]
        yield _Number(group[0][0], group[-1][1], value, "", lone)


def _figure(figure: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[, \u00a0\u202f]\d{3})+", figure):
        return float(re.sub(r"\D", "", figure))
    return float(figure.replace(",", "."))
