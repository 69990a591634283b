"""``python -m benchmarks workers [FOLDER] [--articles N] [--sentences N] [--times N]``: what two workers gain in a whole load.

Loads a folder of articles, or invented ones, with one worker and with two by turns, comparing included, on an otherwise
quiet machine of two cores; says for each the median seconds by the clock and of CPU, and articles a second of CPU with what
starting takes taken off. Each database is held against the first: they are the same.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import kills
from benchmarks.generate import write
from benchmarks.measure import Usage, process

WORKERS = (1, 2)


def _load(database: Path, source: Path, *options: str) -> Usage:
    database.unlink(missing_ok=True)
    command = [sys.executable, "-m", "hearsay_to_sqlite.cli", "load", "-s", str(database), str(source)]
    return process([*command, "--allow-rejects", *options])


def trial(folder: Path, source: Path, times: int) -> Iterator[str]:
    """Yield what each number of workers took, and what the second one gained; ``folder`` is for the databases."""
    used: dict[int, list[Usage]] = {workers: [] for workers in WORKERS}
    start = _load(folder / "start.db", source, "--limit", "1").cpu
    for _ in range(times):
        for workers in WORKERS:
            used[workers].append(_load(folder / f"{workers}.db", source, "--workers", str(workers)))
    one, two = (folder / f"{workers}.db" for workers in WORKERS)
    if list(kills.content(one)) != list(kills.content(two)):
        raise AssertionError("two workers wrote other tables than one.")
    articles = kills.articles_in(one)
    median = {
        workers: (statistics.median(run.wall for run in runs), statistics.median(run.cpu for run in runs))
        for workers, runs in used.items()
    }
    for workers, (wall, cpu) in median.items():
        rate = f"{(articles - 1) / (cpu - start):.0f} articles a second of CPU (asked 100)"
        yield f"{workers} workers, {articles} articles: {wall:.2f} s by the clock, {cpu:.2f} s of CPU, {rate}"
    (wall, cpu), (wall_of_two, cpu_of_two) = median.values()
    yield f"clock of one by clock of two: {wall / wall_of_two:.2f} (asked 1.8); CPU of two by that of one: {cpu_of_two / cpu:.2f}"
    yield f"starting takes {start:.2f} s of CPU; median of {times} runs each"


def main(words: list[str]) -> None:
    """Run one trial and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks workers")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--sentences", type=int, default=14)
    parser.add_argument("--times", type=int, default=3)
    wanted = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        source = wanted.folder
        if source is None:
            source = Path(folder) / "articles"
            write(source, wanted.articles, sentences=wanted.sentences)
        for line in trial(Path(folder), source, wanted.times):
            print(line, flush=True)
