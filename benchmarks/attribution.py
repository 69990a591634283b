"""The extractor: the whole command against a regular expression for quotations, and texts that are hard to read."""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import process

SHARED = Path(__file__).parent.parent.parent / "shared" / "eval" / "attribution"
TIMES = 5
LONGER = 20
"""How many times as long the input is by which memory is seen to stay level."""
TRAIN = ("hearsay_to_sqlite.cli", "train", "-s")
MEGABYTE = 1_000_000
HARD = {"quotation marks": '"', "“said”": "said ", "no full stop": "the house stood on the hill "}


def run() -> Iterator[tuple[str, str]]:
    """Yield the name and the figure of each measure."""
    # As at a user's: Python keeps what it has compiled, so that the first of several runs is the slow one.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        if SHARED.is_dir():
            yield from _against_a_pattern(Path(folder))
        yield from _hard_texts(Path(folder))


def _command(script: Path, path: Path, *options: str) -> list[str]:
    """The command with standard input from a file; it is this process that a shell would put there."""
    script.write_text(
        f"import sys\nsys.stdin = open({str(path)!r})\n"
        f"from hearsay_to_sqlite.cli import cli\ncli(['attributions', '-', *{options!r}])\n",
        encoding="utf-8",
    )
    return [sys.executable, str(script)]


def _against_a_pattern(folder: Path) -> Iterator[tuple[str, str]]:
    data = SHARED / "polnear.dev.jsonl"
    ours = _command(folder / "ours.py", data)
    pattern = [sys.executable, str(SHARED / "baseline_regex.py"), str(data)]
    pairs = [(process(ours).cpu, process(pattern).cpu) for _ in range(TIMES)]
    cost = statistics.median(cpu for cpu, _ in pairs)
    yield "whole command over 84 articles, start-up included", f"{cost:.2f} s of CPU"
    ratio = statistics.median(theirs / our for our, theirs in pairs)
    yield "speed as a share of the quotations-and-“said” pattern's (asked 0.5)", f"{ratio:.2f}"
    longer = folder / "longer.jsonl"
    longer.write_bytes(data.read_bytes() * LONGER)
    short, long = process(ours).mib, process(_command(folder / "longer.py", longer)).mib
    yield f"memory over 84 articles, and over {84 * LONGER}", f"{short:.0f} and {long:.0f} MiB"
    model = str(folder / "model.json")
    fitting = process([sys.executable, "-m", *TRAIN, model, str(SHARED / "polnear.train.jsonl")])
    yield "fitting a model to 840 articles", f"{fitting.cpu:.0f} s of CPU"
    judging = _command(folder / "judging.py", data, "--model", model)
    ratio = statistics.median(process(pattern).cpu / process(judging).cpu for _ in range(TIMES))
    yield "speed with the model as a share of the pattern's (asked 0.2)", f"{ratio:.2f}"


def _hard_texts(folder: Path) -> Iterator[tuple[str, str]]:
    for name, unit in HARD.items():
        cost = {}
        for size in (1, 10):
            path = folder / f"{size}.jsonl"
            text = unit * (size * MEGABYTE // len(unit))
            path.write_text(json.dumps({"doc_id": "hard", "text": text}), encoding="utf-8")
            cost[size] = process(_command(folder / "hard.py", path)).cpu
        yield (
            f"10 MB of {name}: seconds of CPU, and how often those of 1 MB",
            f"{cost[10]:.1f} s, {cost[10] / cost[1]:.1f}×",
        )
