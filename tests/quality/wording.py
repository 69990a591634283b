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
from hearsay_to_sqlite.compare.changes import Change, classify

FAITHFUL = frozenset({"same", "reworded"})
QUIET = FAITHFUL | {"name-respelt"}
"""Kinds that are no change of meaning."""


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


@dataclass(frozen=True)
class Blind:
    """Shares in percent: changes named with a reader's kind, those of them marked in a reader's words, faithful pairs alarmed; by kind."""

    named: float
    located: float
    false_alarms: float
    kinds: dict[str, str]


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
        right = found <= QUIET if faithful else pair.kind in found | _as_names(found)
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
    return 100 * sum(not own <= QUIET for own in found) / len(found)


def blind(path: Path, part: str) -> Blind:
    """The figures of one half of the pairs that somebody wrote who did not know the rules."""
    named: Counter[str] = Counter()
    changes: Counter[str] = Counter()
    located = faithful = alarmed = 0
    for row in _rows(path):
        if row["part"] != part:
            continue
        here, there = words(row["copy"]), words(row["original"])
        found = [one for one in classify(here, there, row["copy"], row["original"]) if one.kind not in QUIET]
        faithful += not row["changes"]
        alarmed += bool(found) and not row["changes"]
        for change in row["changes"]:
            same = [one for one in found if one.kind == change["kind"]]
            changes[change["kind"]] += 1
            named[change["kind"]] += bool(same)
            located += any(_touches(one, row, change) for one in same)
    return Blind(
        100 * named.total() / changes.total(),
        100 * located / changes.total(),
        100 * alarmed / faithful,
        {kind: f"{named[kind]}/{changes[kind]}" for kind in sorted(changes)},
    )


def _touches(found: Change, row: dict[str, Any], change: dict[str, str]) -> bool:
    """Whether what is marked overlaps the words in which a reader sees the change."""
    sides = [
        (text.find(told), text.find(told) + len(told)) if told else (-1, -1)
        for text, told in ((row["copy"], change["copy"]), (row["original"], change["original"]))
    ]
    return any(
        min(end, last) > max(start, first)
        for _, *places in found.diff
        for start, end, (first, last) in (
            (places[0], places[1], sides[0]),
            (places[2], places[3], sides[1]),
        )
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _as_names(found: frozenset[str]) -> frozenset[str]:
    """The pairs were read before names spelt otherwise had a kind of their own."""
    return frozenset({"name-changed"}) if "name-respelt" in found else frozenset()
