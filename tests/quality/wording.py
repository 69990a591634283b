"""How many changes of wording are named rightly, and how many faithful sentences are taken for changed ones."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hearsay_to_sqlite.clean.words import words
from hearsay_to_sqlite.compare.changes import classify

FAITHFUL = frozenset({"same", "reworded"})


@dataclass(frozen=True)
class Pair:
    """An original sentence, what became of it, and the kind that a reader gives to that."""

    part: str
    kind: str
    original: str
    copy: str


@dataclass(frozen=True)
class Wording:
    """Shares in percent: changes named rightly, faithful pairs taken for changed, and the pairs that went wrong."""

    named: float
    false_alarms: float
    wrong: tuple[tuple[Pair, frozenset[str]], ...]


def pairs(path: Path, part: str) -> list[Pair]:
    """The pairs of one half of our own file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            Pair(**row)
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if row["part"] == part
        ]


def kinds(original: str, copy: str) -> frozenset[str]:
    """The kinds of change that are found between two sentences."""
    return frozenset(change.kind for change in classify(words(copy), words(original), copy, original))


def measure(path: Path, part: str) -> Wording:
    """The figures of one half."""
    counts: Counter[str] = Counter()
    wrong = []
    for pair in pairs(path, part):
        found = kinds(pair.original, pair.copy)
        faithful = pair.kind in FAITHFUL
        right = found <= FAITHFUL if faithful else pair.kind in found
        counts["faithful" if faithful else "changed"] += 1
        counts["quiet" if faithful else "named"] += right
        if not right:
            wrong.append((pair, found))
    return Wording(
        100 * counts["named"] / counts["changed"],
        100 - 100 * counts["quiet"] / counts["faithful"],
        tuple(wrong),
    )


def alarms(path: Path, faithful: str, value: int) -> float:
    """The share (percent) of pairs marked as faithful, in a file of JSON lines, in which a change of meaning is found."""
    found = [kinds(row["a"], row["b"]) for row in _rows(path) if row[faithful] == value]
    return 100 * sum(not own <= FAITHFUL for own in found) / len(found)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)
