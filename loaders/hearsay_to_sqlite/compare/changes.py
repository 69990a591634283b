"""What a sentence became in a copy: which kinds of change, and the words that show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.compare.acting import caused, fulfilled, intended, swapped
from hearsay_to_sqlite.compare.clock import mistimed
from hearsay_to_sqlite.compare.counting import recounted
from hearsay_to_sqlite.compare.details import detailed
from hearsay_to_sqlite.compare.finding import Finding, Operation, operations
from hearsay_to_sqlite.compare.hedging import doubted
from hearsay_to_sqlite.compare.idioms import literal
from hearsay_to_sqlite.compare.naming import renamed
from hearsay_to_sqlite.compare.offices import reassigned
from hearsay_to_sqlite.compare.phrases import listed, opposites
from hearsay_to_sqlite.compare.polarity import turned
from hearsay_to_sqlite.compare.quoting import requoted
from hearsay_to_sqlite.compare.senses import misread, shortened, superlative
from hearsay_to_sqlite.compare.voices import resourced
from hearsay_to_sqlite.compare.wordpairs import Paired, pair

MOST_WORDS = 600
"""Longer stretches are no sentences: only the words between their common beginning and end are told apart, as one change."""


@dataclass(frozen=True, slots=True)
class Change:
    """A kind of change between two aligned stretches, why it was called that, and the words that differ.

    ``diff`` lists ``(operation, start, end, copied_start, copied_end)`` in code points of the two texts, with the
    operations of ``difflib``: replace, delete (stands only in the original), insert (stands only in the copy). Of a
    change of meaning it holds the words that show it alone; of a sentence that is only reworded, all that differs.
    """

    kind: str
    why: str
    diff: tuple[Operation, ...]


SAME = Change("same", "the same words", ())
"""What is found where nothing differs."""


def classify(here: tuple[Word, ...], there: tuple[Word, ...], text: str, other: str) -> tuple[Change, ...]:
    """Return the changes between a copy's words ``here`` and the original's words ``there``, one of each kind.

    ``text`` and ``other`` are the two stretches, for their numbers and quotation marks. Where nothing shows another
    meaning there is one change, ``reworded`` or ``same``.
    """
    if max(len(here), len(there)) > MOST_WORDS:
        diff = tuple(_diff(here, there))
        if diff:
            return (Change("reworded", "too long to be compared sentence by sentence", diff),)
        return (SAME,)
    if text == other:
        return (SAME,)
    paired = pair(here, there)
    kinds: dict[str, list[Finding]] = {}
    findings = list(_findings(paired, text, other)) or list(shortened(paired))
    for found in _apart(findings):
        kinds.setdefault(found.kind, []).append(found)
    if kinds:
        return tuple(_change(kind, found, paired) for kind, found in kinds.items())
    diff = tuple(_diff(here, there))
    if not diff:
        return (SAME,)
    return (Change("reworded", "other words, no sign of another meaning", diff),)


def _apart(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings without those of another meaning whose words are told by another kind already."""
    told = [found for found in findings if found.kind != "meaning-changed"]
    here = {place for found in told for place in found.here}
    there = {place for found in told for place in found.there}
    for found in findings:
        again = (set(found.here) & here or not found.here) and (set(found.there) & there or not found.there)
        if found.kind != "meaning-changed" or not again:
            yield found


def _change(kind: str, found: Sequence[Finding], paired: Paired) -> Change:
    why = "; ".join(dict.fromkeys(one.why for one in found))
    diff = dict.fromkeys(operation for one in found for operation in operations(one, paired))
    return Change(kind, why, tuple(diff))


def _findings(paired: Paired, text: str, other: str) -> Iterator[Finding]:
    yield from recounted(paired, text, other)
    yield from mistimed(paired, text, other)
    yield from turned(paired)
    yield from swapped(paired)
    yield from caused(paired)
    yield from intended(paired)
    yield from fulfilled(paired)
    yield from misread(paired)
    yield from superlative(paired)
    yield from literal(paired)
    yield from detailed(paired)
    yield from renamed(paired)
    yield from reassigned(paired)
    yield from resourced(paired, text, other)
    yield from doubted(paired)
    yield from requoted(paired, text, other)


def _matcher(here: Sequence[Word], there: Sequence[Word]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, [word.stem for word in there], [word.stem for word in here], autojunk=False)


def _diff(here: tuple[Word, ...], there: tuple[Word, ...]) -> Iterator[Operation]:
    for operation, a, b, c, d in _operations(here, there):
        if not (_only_small(there[a:b]) and _only_small(here[c:d])):
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
