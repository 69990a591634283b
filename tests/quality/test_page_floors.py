"""What is kept of real pages, and what comes in beside it, against floors that are raised by hand and never lowered in passing."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from hearsay_to_sqlite.records import Article
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.page import PageSource

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))["html.aeb"]
QUOTATION = re.compile(r"“[^“”]{4,400}”|\"[^\"\n]{4,400}\"|«[^«»]{4,400}»")
WORD = re.compile(r"\w+")
SHINGLE = 4
"""Words in a row that are compared, as in the benchmark that the pages come from."""


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Every stretch of some words, as often as it stands in a text."""
    words = WORD.findall(text.lower())
    return Counter(tuple(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))


def folded(text: str) -> str:
    """A text without all that spacing and punctuation may change."""
    return "".join(WORD.findall(text)).lower()


@pytest.mark.shared
def test_pages_with_ground_truth(samples: Path) -> None:
    truth = json.loads((samples / "html" / "aeb_ground_truth.json").read_text(encoding="utf-8"))
    total: Counter[str] = Counter()
    precision = recall = 0.0
    for path in sorted((samples / "html" / "aeb").glob("*.html.gz")):
        found = next(PageSource().read(Location("a.html", None, gzip.decompress(path.read_bytes()))))
        assert isinstance(found, Article)
        body = truth[path.name.removesuffix(".html.gz")]["articleBody"]
        quotations = QUOTATION.findall(body)
        total["pages"] += 1
        total["dated"] += bool(found.published_on)
        total["titled"] += bool(found.title)
        total["quotations"] += len(quotations)
        total["kept"] += sum(folded(one) in folded(found.text) for one in quotations)
        ours, theirs = shingles(found.text), shingles(body)
        both = (ours & theirs).total()
        precision, recall = precision + both / ours.total(), recall + both / theirs.total()
    reached = {
        "titles": 100 * total["titled"] / total["pages"],
        "dates": 100 * total["dated"] / total["pages"],
        "quotations": 100 * total["kept"] / total["quotations"],
        "precision": 100 * precision / total["pages"],
        "recall": 100 * recall / total["pages"],
    }
    print("\nhtml.aeb", {name: round(figure, 1) for name, figure in reached.items()})
    assert (total["pages"], total["quotations"]) == (60, 351)
    assert {name: figure for name, figure in reached.items() if figure < FLOORS[name]} == {}
