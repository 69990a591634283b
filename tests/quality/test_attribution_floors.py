"""The extractor's figures on annotated news, against floors that are raised by hand and never lowered in passing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hearsay_to_sqlite.attribution import find
from hearsay_to_sqlite.records import Article, Span

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
SHARED = HERE.parent.parent.parent / "shared" / "eval" / "attribution"
WORD = re.compile(r"\w+")
Spans = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Score:
    """Counts over documents, and the F1 scores (in percent) that they give."""

    gold: int = 0
    predicted: int = 0
    contents: int = 0
    both: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.gold + other.gold,
            self.predicted + other.predicted,
            self.contents + other.contents,
            self.both + other.both,
        )

    @property
    def j50(self) -> float:
        """F1 of contents whose words overlap with a Jaccard of at least one half."""
        return 200 * self.contents / max(1, self.gold + self.predicted)

    @property
    def ar(self) -> float:
        """F1 of those whose source is right as well."""
        return 200 * self.both / max(1, self.gold + self.predicted)


def _words(starts: Mapping[int, int], spans: Spans) -> frozenset[int]:
    return frozenset(
        n for begin, end in spans for n in (starts.get(at) for at in range(begin, end)) if n is not None
    )


def score(text: str, gold: Iterable[Mapping[str, Any]], predicted: Iterable[Mapping[str, Any]]) -> Score:
    """Compare two lists of attributions of one text; each has ``source`` and ``content`` spans in code points."""
    places = {
        at: nth for nth, match in enumerate(WORD.finditer(text)) for at in range(match.start(), match.end())
    }
    ours, theirs = (
        [
            (content, _words(places, one["source"]))
            for one in listed
            if (content := _words(places, one["content"]))
        ]
        for listed in (predicted, gold)
    )
    pairs = sorted(
        (
            (len(want & have) / len(want | have), -i, -j)
            for i, (want, _) in enumerate(theirs)
            for j, (have, _) in enumerate(ours)
            if want & have
        ),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_ours: set[int] = set()
    both = 0
    for likeness, i, j in pairs:
        if likeness < 0.5:
            break
        if i in used_gold or j in used_ours:
            continue
        used_gold.add(i)
        used_ours.add(j)
        wanted, had = theirs[-i][1], ours[-j][1]
        both += bool(wanted & had) if wanted else not had
    return Score(len(theirs), len(ours), len(used_gold), both)


def pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def predicted(text: str) -> list[dict[str, Any]]:
    found = find(Article("a", "t", text, "l", "text", "0", "0")).attributions
    assert found is not None
    return [{"source": pairs(one.source), "content": pairs(one.content)} for one in found]


def measure(path: Path) -> Score:
    total = Score()
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        total += score(document["text"], document["attributions"], predicted(document["text"]))
    return total


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        pytest.param("gum.dev", HERE, id="GUM"),
        pytest.param("polnear.dev", SHARED, id="PolNeAR", marks=pytest.mark.shared),
    ],
)
def test_figures_do_not_fall(name: str, folder: Path) -> None:
    total = measure(folder / f"{name}.jsonl")
    floors = FLOORS[name]
    print(
        f"{name}: gold {total.gold}, found {total.predicted}, AR F1 {total.ar:.1f}, content F1 {total.j50:.1f}"
    )
    assert {key: getattr(total, key) >= floor for key, floor in floors.items()} == dict.fromkeys(
        floors, True
    ), f"{name}: AR {total.ar:.1f}, j50 {total.j50:.1f}, floors {floors}"


def test_the_measure_itself() -> None:
    text = "Ann said it was late."
    gold = [{"source": [[0, 3]], "content": [[9, 20]]}]
    assert score(text, gold, gold) == Score(1, 1, 1, 1)
    assert score(text, gold, [{"source": [], "content": [[9, 20]]}]) == Score(1, 1, 1, 0)
    assert score(text, gold, [{"source": [[0, 3]], "content": [[4, 8]]}]) == Score(1, 1, 0, 0)
