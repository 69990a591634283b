"""One thing that a copy changed: of which kind, why it is called that, and the words that show it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hearsay_to_sqlite.clean.words import Word
from hearsay_to_sqlite.compare.wordpairs import Paired

Operation = tuple[str, int, int, int, int]
"""What happened (``replace``, ``delete``, ``insert``), start and end in the copy, start and end in the original."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A kind of change, why it was called that, and the places of the words of the copy and of the original that show it."""

    kind: str
    why: str
    here: tuple[int, ...] = ()
    there: tuple[int, ...] = ()


def shown(words: Sequence[Word], places: Iterable[int]) -> str:
    """The words at these places, in quotation marks."""
    return ", ".join(f"“{words[place].text}”" for place in sorted(places))


def operations(found: Finding, pair: Paired) -> list[Operation]:
    """Return where the words of a finding stand, as ``difflib`` would put it, in code points of the two texts."""
    mine = _runs(pair.here, found.here)
    theirs = _runs(pair.there, found.there)
    both = min(len(mine), len(theirs))
    replaced = [("replace", *one, *other) for one, other in zip(mine, theirs, strict=False)]
    inserted = [("insert", *one, *_beside(found.here, pair.mates_here, pair.there)) for one in mine[both:]]
    deleted = [
        ("delete", *_beside(found.there, pair.mates_there, pair.here), *other) for other in theirs[both:]
    ]
    return [*replaced, *inserted, *deleted]


def _runs(words: Sequence[Word], places: Iterable[int]) -> list[tuple[int, int]]:
    """Where the words stand; those that follow each other are one stretch."""
    runs: list[list[int]] = []
    for place in sorted(set(places)):
        if runs and place == runs[-1][1] + 1:
            runs[-1][1] = place
        else:
            runs.append([place, place])
    return [(words[first].start, words[last].end) for first, last in runs]


def _beside(
    places: Sequence[int], mates: Mapping[int, tuple[int, ...]], words: Sequence[Word]
) -> tuple[int, int]:
    """The point of the other text after what stands for the word before these."""
    for place in range(min(places) - 1, -1, -1):
        if place in mates:
            at = words[max(mates[place])].end
            return at, at
    at = words[0].start if words else 0
    return at, at
