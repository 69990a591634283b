"""What the extractor reaches on annotated news: AR F1 in all and by quote type, recall of reporting words, calibration, speakers."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hearsay_to_sqlite.attribution import find
from hearsay_to_sqlite.attribution.learned import Model
from hearsay_to_sqlite.clean.names import tokens
from hearsay_to_sqlite.records import Article, Span

WORD = re.compile(r"\w+")
TYPES = ("all", "direct", "mixed", "indirect")
LIKE = 0.5
"""Jaccard of the words of two contents from which on they are the same."""
Row = Mapping[str, Any]


@dataclass
class Figures:
    """Counts over documents, by quote type, and the figures (in percent) that they give."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def f1(self, what: str, kind: str = "all") -> float:
        """F1 of ``contents`` (the words are right) or ``both`` (the source is right too), for one quote type."""
        precision = self._share(f"{what}-found", "found", kind)
        recall = self._share(f"{what}-gold", "gold", kind)
        return 200 * precision * recall / (precision + recall) if precision + recall else 0.0

    def share(self, part: str, whole: str) -> float:
        """One count as a percentage of another."""
        return 100 * self._share(part, whole, "all")

    def core(self) -> float:
        """F1 of what a reader would list: recall over the core statements, precision over all that are annotated."""
        precision, recall = self.share("both-found", "found"), self.share("core-right", "core")
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def _share(self, part: str, whole: str, kind: str) -> float:
        return self.counts[part, kind] / max(1, self.counts[whole, kind])

    def add(self, what: str, kind: str, right: bool = True) -> None:
        """Count something for its quote type and for all."""
        self.counts[what, "all"] += right
        self.counts[what, kind] += right


@dataclass(frozen=True)
class Words:
    """Which word of a text stands at each of its code points."""

    at: Mapping[int, int]

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of a text."""
        found = enumerate(WORD.finditer(text))
        return cls({at: nth for nth, match in found for at in range(match.start(), match.end())})

    def touched(self, spans: Iterable[Sequence[int]]) -> frozenset[int]:
        """The numbers of the words that spans touch."""
        return frozenset(self.at[at] for begin, end in spans for at in range(begin, end) if at in self.at)


def pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    """Spans as the annotated files write them."""
    return [[span.start, span.end] for span in spans]


def predicted(text: str, model: Model | None = None) -> list[Row]:
    """What the extractor finds, as the annotated files write it."""
    found = find(Article("a", "t", text, "l", "text", "0", "0"), model).attributions or ()
    return [
        {
            "source": pairs(one.source),
            "content": pairs(one.content),
            "type": one.quote_type,
            "speaker": one.speaker,
            "confidence": one.confidence,
            "kind": one.source_kind,
        }
        for one in found
    ]


def matched(words: Words, gold: Sequence[Row], found: Sequence[Row]) -> Iterator[tuple[Row, Row, bool]]:
    """Pairs that are the same attribution by their content, the likest first, and whether their sources agree."""
    ours, theirs = ([words.touched(one["content"]) for one in listed] for listed in (found, gold))
    likeness = sorted(
        (
            (len(want & have) / len(want | have), -i, -j)
            for i, want in enumerate(theirs)
            for j, have in enumerate(ours)
            if want & have
        ),
        reverse=True,
    )
    used: tuple[set[int], set[int]] = set(), set()
    for like, i, j in likeness:
        if like >= LIKE and -i not in used[0] and -j not in used[1]:
            used[0].add(-i)
            used[1].add(-j)
            want, have = (words.touched(one["source"]) for one in (gold[-i], found[-j]))
            yield gold[-i], found[-j], bool(want & have) if want else not have


def count(text: str, gold: Sequence[Row], found: Sequence[Row], total: Figures, cues: frozenset[str]) -> None:
    """Add one document to the figures."""
    words = Words.of(text)
    gold = [one for one in gold if words.touched(one["content"])]
    found = [one for one in found if words.touched(one["content"])]
    for one in gold:
        total.add("gold", one.get("type", "indirect"))
        total.add("reporting", "cue", _reports(text, one, cues))
        total.add("core", "core", one.get("core", False))
    for one in found:
        total.add("found", one["type"])
    for want, have, agree in matched(words, gold, found):
        for what, right in (("contents", True), ("both", agree)):
            total.add(f"{what}-gold", want.get("type", "indirect"), right)
            total.add(f"{what}-found", have["type"], right)
        total.add("reporting-found", "cue", _reports(text, want, cues))
        total.add("core-right", "core", agree and want.get("core", False))
        names = (want.get("actor") or {}).get("names", ())
        if names and agree:
            total.add("actors", "actor")
            total.add("actors-right", "actor", same_actor(have["speaker"], names))


def _reports(text: str, one: Row, cues: frozenset[str]) -> bool:
    said = {word.lower() for begin, end in one.get("cue", ()) for word in WORD.findall(text[begin:end])}
    return not said.isdisjoint(cues)


def same_actor(speaker: str | None, names: Iterable[str]) -> bool:
    """Whether the speaker's words all stand in one of the names that the annotation gives for whom it means."""
    ours = set(tokens(speaker or ""))
    return any(ours and (ours <= {*tokens(name)} or {*tokens(name)} <= ours) for name in names)


def documents(path: Path) -> list[Row]:
    """The annotated texts of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def measure(
    path: Path, model: Model | None = None, cues: frozenset[str] = frozenset(), authors: bool = True
) -> Figures:
    """The figures of a whole file; without ``authors``, what is found to be an article's own voice is left out."""
    total = Figures()
    for one in documents(path):
        found = [row for row in predicted(one["text"], model) if authors or row["kind"] != "author"]
        count(one["text"], one["attributions"], found, total, cues)
    return total


def calibration(path: Path) -> dict[int, tuple[int, float, float]]:
    """For each tenth of confidence: how many finds, how sure they said to be, and the share that was right (percent)."""
    seen: dict[int, list[tuple[float, bool]]] = {}
    for one in documents(path):
        words = Words.of(one["text"])
        found = predicted(one["text"])
        right = {id(have) for _, have, agree in matched(words, one["attributions"], found) if agree}
        for have in found:
            seen.setdefault(round(10 * have["confidence"]), []).append(
                (have["confidence"], id(have) in right)
            )
    return {
        tenth: (
            len(rows),
            100 * sum(sure for sure, _ in rows) / len(rows),
            100 * sum(good for _, good in rows) / len(rows),
        )
        for tenth, rows in sorted(seen.items())
    }
