"""What a sentence became in a copy: which kinds of change, and the words that show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.compare.acting import caused, intended, swapped
from hearsay_to_sqlite.compare.counting import recounted
from hearsay_to_sqlite.compare.naming import generalised, renamed
from hearsay_to_sqlite.compare.offices import reassigned
from hearsay_to_sqlite.compare.phrases import listed, opposites
from hearsay_to_sqlite.compare.polarity import doubted, turned
from hearsay_to_sqlite.compare.quoting import requoted
from hearsay_to_sqlite.compare.respelling import spelt_otherwise
from hearsay_to_sqlite.compare.voices import resourced, sources

MOST_WORDS = 600
"""Longer stretches are no sentences: only the words between their common beginning and end are told apart, as one change."""


Stretches = tuple[int, int, int, int]
"""Start and end of a stretch in a copy, and of the one in the original in whose place it stands."""


@dataclass(frozen=True, slots=True)
class Change:
    """A kind of change between two aligned stretches, why it was called that, and the words that differ.

    ``diff`` lists ``(operation, start, end, copied_start, copied_end)`` in code points of the two texts, with the
    operations of ``difflib``: replace, delete (stands only in the original), insert (stands only in the copy).
    """

    kind: str
    why: str
    diff: tuple[tuple[str, int, int, int, int], ...]


SAME = Change("same", "the same words", ())
"""What is found where nothing differs."""


def classify(here: tuple[Word, ...], there: tuple[Word, ...], text: str, other: str) -> tuple[Change, ...]:
    """Return the changes between a copy's words ``here`` and the original's words ``there``, the gravest first.

    ``text`` and ``other`` are the two stretches, for their numbers and quotation marks. Where nothing shows another
    meaning there is one change, ``reworded`` or ``same``.
    """
    diff = tuple(_diff(here, there))
    if diff and max(len(here), len(there)) > MOST_WORDS:
        return (Change("reworded", "too long to be compared sentence by sentence", diff),)
    kinds: dict[str, str] = {}
    replaced = [(a, b, c, d) for operation, a, b, c, d in diff if operation == "replace"]
    for kind, why in _grave(here, there, text, other, replaced):
        kinds.setdefault(kind, why)
    if not kinds and not diff:
        return (SAME,)
    if not diff:
        # What differs are small words alone, which here turn the meaning.
        diff = tuple(_small(here, there))
    if not kinds:
        kinds["reworded"] = "other words, no sign of another meaning"
    return tuple(Change(kind, why, diff) for kind, why in kinds.items())


def _grave(
    here: tuple[Word, ...], there: tuple[Word, ...], text: str, other: str, replaced: Sequence[Stretches]
) -> Iterator[tuple[str, str]]:
    yield from recounted(text, other, (here, there), replaced)
    yield from turned(here, there)
    yield from swapped(here, there)
    yield from caused(here, there)
    yield from intended(here, there)
    speakers = [source.words for source in (*(sources(text) or ()), *(sources(other) or ()))]
    yield from renamed(here, there, replaced, frozenset().union(*speakers))
    yield from spelt_otherwise(here, there)
    yield from generalised(here, there)
    yield from reassigned(here, there)
    yield from resourced(text, other, (here, there))
    yield from doubted(here, there)
    yield from requoted(text, other)


def _matcher(here: Sequence[Word], there: Sequence[Word]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [word.stem for word in there], [word.stem for word in here], autojunk=False)


def _diff(here: tuple[Word, ...], there: tuple[Word, ...]) -> Iterator[tuple[str, int, int, int, int]]:
    for operation, a, b, c, d in _operations(here, there):
        if not (_only_small(there[a:b]) and _only_small(here[c:d])):
            yield operation, *_stretch(here, c, d), *_stretch(there, a, b)


def _small(here: tuple[Word, ...], there: tuple[Word, ...]) -> Iterator[tuple[str, int, int, int, int]]:
    for operation, a, b, c, d in _operations(here, there):
        yield operation, *_stretch(here, c, d), *_stretch(there, a, b)


def _operations(here: Sequence[Word], there: Sequence[Word]) -> list[tuple[str, int, int, int, int]]:
    if max(len(here), len(there)) <= MOST_WORDS:
        return [found for found in _matcher(here, there).get_opcodes() if found[0] != "equal"]
    least = min(len(here), len(there))
    first = next((n for n in range(least) if here[n].stem != there[n].stem), least)
    last = next((n for n in range(least - first) if here[-1 - n].stem != there[-1 - n].stem), least - first)
    ends = len(there) - last, len(here) - last
    return [("replace", first, ends[0], first, ends[1])] if (first, first) != ends else []


@cache
def _telling() -> frozenset[str]:
    modal = (
        listed("obligation") | listed("attempt") | listed("intention") | listed("some_of") | listed("only")
    )
    return listed("negations") | listed("hedges") | modal | opposites().keys()


def _only_small(found: tuple[Word, ...]) -> bool:
    return all(word.folded in stopwords() and word.folded not in _telling() for word in found)


def _stretch(found: tuple[Word, ...], first: int, last: int) -> tuple[int, int]:
    if first < last:
        return found[first].start, found[last - 1].end
    at = found[first].start if first < len(found) else found[-1].end if found else 0
    return at, at
