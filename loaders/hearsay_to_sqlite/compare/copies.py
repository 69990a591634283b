"""Whether of two articles one derives from the other: aligned sentences decide, and say how."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hearsay_to_sqlite.clean.sentences import sentences
from hearsay_to_sqlite.clean.words import Word, terms, words
from hearsay_to_sqlite.compare.alignment import MAX_SENTENCES, Pair, align, within_reach
from hearsay_to_sqlite.compare.changes import SAME, Change, classify
from hearsay_to_sqlite.compare.direction import Direction, Text, direct
from hearsay_to_sqlite.compare.respelling import respelt
from hearsay_to_sqlite.records import Row, Span, stable_id

SHARED_TERMS = 10
"""Two articles whose aligned sentences share fewer words of content are too short to tell a copy by."""

TELLING = 0.2
"""Sentences less alike than this may be a pair in a copy, but do not show that it is one."""

COVERED = 0.4
"""A copy has at least this share of the lighter article's sentences aligned with the other's."""

ALIKE = 0.38
"""... and its aligned sentences are alike to this degree on average (weighted Jaccard)."""

VERBATIM = 0.97
"""From this similarity of aligned sentences on a copy is verbatim ..."""

WHOLE = 0.9
"""... and with less than this share of the original's sentences an excerpt."""

RESPELT = 2
"""So many names spelt otherwise, though they sound the same, show that a copy went through another script."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A pair of articles of which one derives from the other, with their sentences aligned.

    ``taken`` is the share of the copy's sentences that have a counterpart, ``kept`` that of the original's.
    """

    found: Direction
    pairs: tuple[Pair, ...]
    taken: float
    kept: float
    similarity: float

    @property
    def coverage(self) -> float:
        """The share of sentences with a counterpart, in the one of the two where it is larger."""
        return max(self.taken, self.kept)

    def row(self) -> Row:
        """Return the row for the table ``_pairs``."""
        return {
            "article_id": self.found.copy.id,
            "copied_from_id": self.found.original.id,
            "kind": self._kind(),
            "direction": "known" if self.found.known else "unknown",
            "coverage": round(self.coverage, 3),
            "similarity": round(self.similarity, 3),
            "taken": round(self.taken, 3),
            "kept": round(self.kept, 3),
            "basis": f"{self.coverage:.0%} of the sentences have a counterpart in the same order; {self.found.basis}",
            "aligned": json.dumps(
                [
                    [pair.here.start, pair.here.end, pair.there.start, pair.there.end]
                    for pair in self.pairs
                    if pair.here and pair.there
                ]
            ),
        }

    def _both(self) -> Iterator[tuple[Pair, tuple[tuple[Word, ...], tuple[Word, ...]]]]:
        for pair in self.pairs:
            if pair.here and pair.there:
                yield (
                    pair,
                    (_words(self.found.copy, pair.here), _words(self.found.original, pair.there)),
                )

    def _kind(self) -> str:
        if self.similarity >= VERBATIM:
            return "verbatim" if self.kept >= WHOLE else "excerpt"
        names = (respelt(here, there) for _, (here, there) in self._both())
        return "back-translation" if len(frozenset().union(*names)) >= RESPELT else "edited"

    def changes(self) -> Iterator[Row]:
        """Yield the rows for the table ``wording_changes``, in the order of the copy."""
        for pair in self.pairs:
            for change in self._changes(pair):
                yield self._row(pair, change)

    def _row(self, pair: Pair, change: Change) -> Row:
        here, there = self.found.copy, self.found.original
        return {
            "id": stable_id(here.id, there.id, pair.here, pair.there, change.kind),
            "article_id": here.id,
            "start": pair.here and pair.here.start,
            "end": pair.here and pair.here.end,
            "copied_from_id": there.id,
            "copied_start": pair.there and pair.there.start,
            "copied_end": pair.there and pair.there.end,
            "similarity": round(pair.similarity, 3),
            "kind": change.kind,
            "diff": json.dumps(change.diff),
            "why": change.why,
            "method": "extracted",
            "words_hash": pair.here and stable_id(here.text[pair.here.start : pair.here.end]),
            "copied_words_hash": pair.there and stable_id(there.text[pair.there.start : pair.there.end]),
        }

    def _changes(self, pair: Pair) -> tuple[Change, ...]:
        here, there = self.found.copy, self.found.original
        if pair.here is None:
            return (Change("omitted", "no counterpart in the copy", ()),)
        if pair.there is None:
            return (Change("added", "no counterpart in the original", ()),)
        text = here.text[pair.here.start : pair.here.end]
        other = there.text[pair.there.start : pair.there.end]
        if text == other:
            # Most sentences of most copies: there is nothing to look for.
            return (SAME,)
        return classify(_words(here, pair.here), _words(there, pair.there), text, other)


def _words(text: Text, span: Span) -> tuple[Word, ...]:
    return words(text.text[span.start : span.end], span.start)


def compared(texts: tuple[Text, Text]) -> Copy | None:
    """Return the pair as a copy, or None where too little of it is aligned."""
    found = direct(*texts)
    mine, theirs = (_sentences(text.text) for text in (found.copy, found.original))
    if not mine or not theirs:
        return None
    at_most = within_reach(found.copy.text, mine, found.original.text, theirs, TELLING)
    if at_most[0] < COVERED * len(mine) and at_most[1] < COVERED * len(theirs):
        return None
    pairs = align(found.copy.text, mine, found.original.text, theirs)
    aligned = [pair for pair in pairs if pair.here and pair.there and pair.similarity >= TELLING]
    covered = [
        _covered(mine, [pair.here for pair in aligned]),
        _covered(theirs, [pair.there for pair in aligned]),
    ]
    similarity = sum(pair.similarity for pair in aligned) / len(aligned) if aligned else 0.0
    if max(covered) < COVERED or similarity < ALIKE or not _enough(found, aligned):
        return None
    return Copy(found, pairs, covered[0], covered[1], similarity)


@lru_cache(maxsize=8)
def _sentences(text: str) -> tuple[Span, ...]:
    """The sentences that are compared. A text is compared with several others in turn."""
    return sentences(text)[:MAX_SENTENCES]


def _covered(spans: Sequence[Span], aligned: Sequence[Span | None]) -> float:
    """The share of a text's sentences that stand in its aligned stretches."""
    starts = {span.start for span in spans}
    stretches = [span for span in aligned if span]
    inside = sum(any(span.start <= start < span.end for span in stretches) for start in starts)
    return inside / len(spans)


def _enough(found: Direction, aligned: list[Pair]) -> bool:
    shared: set[str] = set()
    for pair in aligned:
        if pair.here and pair.there:
            here = found.copy.text[pair.here.start : pair.here.end]
            shared |= terms(here) & terms(found.original.text[pair.there.start : pair.there.end])
    return len(shared) >= SHARED_TERMS


def verified(texts: tuple[Text, Text]) -> Row | None:
    """Return the row for ``_pairs``, or None where the two are no kin; for a worker to do."""
    found = compared(texts)
    return None if found is None else found.row()


def changes(texts: tuple[Text, Text]) -> list[Row]:
    """Return what the wording of a verified pair became, as rows for ``wording_changes``; for a worker to do."""
    found = compared(texts)
    return [] if found is None else list(found.changes())
