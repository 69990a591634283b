"""Which articles derive from which: rare words bring pairs together, aligned sentences decide.

Direction is claimed only from dates; without them the pair is undirected, and the row says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hearsay_to_sqlite.clean.intervals import order
from hearsay_to_sqlite.clean.sentences import sentences
from hearsay_to_sqlite.clean.words import Word, terms, words
from hearsay_to_sqlite.compare.alignment import Pair, align
from hearsay_to_sqlite.compare.changes import Change, classify
from hearsay_to_sqlite.compare.neighbours import Weights, pairs
from hearsay_to_sqlite.compare.respelling import respelt
from hearsay_to_sqlite.records import Row, Span, stable_id

SHARED_TERMS = 12
"""Two articles are looked at from this many shared rare words on; fewer are shared by any two reports of an event."""

CONTAINED = 0.45
"""... and only where the lighter one has this share of its weight (idf) in common with the other."""

COVERED = 0.4
"""A copy has at least this share of the lighter article's sentences aligned with the other's."""

ALIKE = 0.38
"""... and its aligned sentences are alike to this degree on average (weighted Jaccard)."""

TRIES = 3
"""An article is aligned with so many of its nearest relatives at the most, so that many copies of one text stay cheap."""

VERBATIM = 0.97
"""From this similarity of aligned sentences on a copy is verbatim ..."""

WHOLE = 0.9
"""... and with less than this share of the original's sentences an excerpt."""

RESPELT = 2
"""So many names spelt otherwise, though they sound the same, show that a copy went through another script."""


@dataclass(frozen=True, slots=True)
class Text:
    """An article to compare: its text and the partial ISO date of its publication, if known."""

    id: str
    text: str
    published_on: str | None


@dataclass(frozen=True, slots=True)
class Copy:
    """A pair of articles of which one derives from the other, with their sentences aligned.

    ``coverage`` is the share of the shorter one's sentences that have a counterpart, ``kept`` that of the original's.
    """

    here: Text
    there: Text
    directed: bool
    pairs: tuple[Pair, ...]
    coverage: float
    kept: float
    similarity: float

    def row(self) -> Row:
        """Return the row for the table ``copies``."""
        day = "published later" if self.directed else "which came first is not known"
        return {
            "article_id": self.here.id,
            "copied_from_id": self.there.id,
            "kind": self._kind(),
            "direction": "known" if self.directed else "unknown",
            "coverage": round(self.coverage, 3),
            "similarity": round(self.similarity, 3),
            "basis": f"{self.coverage:.0%} of the sentences have a counterpart in the same order; {day}",
            "method": "extracted",
        }

    def _kind(self) -> str:
        if self.similarity >= VERBATIM:
            return "verbatim" if self.kept >= WHOLE else "excerpt"
        names = (
            respelt(self._words(self.here, pair.here), self._words(self.there, pair.there))
            for pair in self.pairs
            if pair.here and pair.there
        )
        return "back-translation" if len(frozenset().union(*names)) >= RESPELT else "edited"

    def changes(self) -> Iterator[Row]:
        """Yield the rows for the table ``wording_changes``, in the order of the copy."""
        for pair in self.pairs:
            change = self._change(pair)
            yield {
                "id": stable_id(self.here.id, self.there.id, pair.here, pair.there),
                "article_id": self.here.id,
                "start": pair.here and pair.here.start,
                "end": pair.here and pair.here.end,
                "copied_from_id": self.there.id,
                "copied_start": pair.there and pair.there.start,
                "copied_end": pair.there and pair.there.end,
                "similarity": round(pair.similarity, 3),
                "kind": change.kind,
                "diff": change.diff,
                "why": change.why,
                "method": "extracted",
            }

    def _change(self, pair: Pair) -> Change:
        if pair.here is None:
            return Change("omitted", "no counterpart in the copy", ())
        if pair.there is None:
            return Change("added", "no counterpart in the original", ())
        here, there = self._words(self.here, pair.here), self._words(self.there, pair.there)
        return classify(
            here,
            there,
            self.here.text[pair.here.start : pair.here.end],
            self.there.text[pair.there.start : pair.there.end],
        )

    @staticmethod
    def _words(text: Text, span: Span) -> tuple[Word, ...]:
        return words(text.text[span.start : span.end], span.start)


def find(texts: Mapping[str, Text], known: frozenset[tuple[str, str]] = frozenset()) -> Iterator[Copy]:
    """Yield the copies among the texts, each with the one original that it has most in common with.

    An article of which ``known`` (copy, original) names the original is left to those who decided it.
    """
    own = {name: terms(text.text) for name, text in texts.items()}
    weights = Weights.of(own)
    heavy = {name: weights.total(terms_of) for name, terms_of in own.items()}
    decided = {copy for copy, _ in known}
    originals: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for one, other in pairs(own, SHARED_TERMS):
        if (one, other) in known or (other, one) in known:
            continue
        lighter = min(heavy[one], heavy[other])
        shared = weights.total(own[one] & own[other])
        if lighter and shared >= CONTAINED * lighter:
            copy, original = _directed(texts[one], texts[other])
            originals[copy.id].append((-shared / lighter, original.id))
    for name in sorted(originals.keys() - decided):
        nearest = (texts[original] for _, original in sorted(originals[name])[:TRIES])
        copy_found = next(filter(None, (_compare(texts[name], original) for original in nearest)), None)
        if copy_found is not None:
            yield copy_found


def _directed(one: Text, other: Text) -> tuple[Text, Text]:
    """Return the copy and the original: the later article is the copy.

    Where dates do not tell, the shorter is shown as derived from the longer, because copies lose more than they add.
    """
    earlier = order(one.published_on, other.published_on)
    if earlier:
        return (other, one) if earlier < 0 else (one, other)
    first, second = sorted((one, other), key=lambda text: (-len(text.text), text.id))
    return second, first


def _compare(here: Text, there: Text) -> Copy | None:
    """Return the pair as a copy, or None where too little of it is aligned."""
    mine, theirs = sentences(here.text), sentences(there.text)
    if not mine or not theirs:
        return None
    found = align(here.text, mine, there.text, theirs)
    aligned = [pair for pair in found if pair.here and pair.there]
    coverage = min(1.0, len(aligned) / min(len(mine), len(theirs)))
    similarity = sum(pair.similarity for pair in aligned) / len(aligned) if aligned else 0.0
    if coverage < COVERED or similarity < ALIKE:
        return None
    directed = bool(order(here.published_on, there.published_on))
    return Copy(here, there, directed, found, coverage, min(1.0, len(aligned) / len(theirs)), similarity)
