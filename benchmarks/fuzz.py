"""``python -m benchmarks fuzz [--format NAME] [--count N] [--first N]``: mutated samples of each format through a whole load.

Each five hundred samples are loaded by a process of their own, into a database of their own, that may have a gibibyte of memory.
A finding is an exception that ends the run, a fault of ours that a run survived, more than five seconds of CPU, more
memory than allowed, or a database that fails its own check afterwards. The same number makes the same sample.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import signal
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import samples
from benchmarks.mutations import mutate
from hearsay_to_sqlite.run import loading, stages
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.store import check, runs, schema

COUNT = 10_000
AT_ONCE = 500
SECONDS = 5.0
"""Seconds of CPU for one sample; a process that does not answer for a minute is killed."""
PATIENCE = 60.0
MEMORY = 1 << 30
FAULTS = ("a fault of ours", "the extractor failed")


class TooSlowError(BaseException):
    """Raised in the middle of a sample that takes too long; no part of the loaders catches it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What went wrong with one sample."""

    number: int
    what: str
    where: str = ""


class Caught:
    """Holds whatever error was raised inside it, of any kind: each is a finding."""

    error: BaseException | None = None

    def __enter__(self) -> None:
        self.error = None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        self.error = error
        return not isinstance(error, (KeyboardInterrupt, SystemExit))

    def findings(self, number: int) -> Iterator[Finding]:
        """The error, if there was one."""
        if self.error is not None:
            said = f"{type(self.error).__name__}: {self.error}"
            yield Finding(number, said[:200], _where(self.error))


def sample(format: str, number: int) -> samples.Sample:
    """The mutated sample of that number."""
    chance = random.Random(f"{format}/{number}")
    known = samples.of(format)
    ending, data = chance.choice(known)
    others = [other for _, other in known] + [samples.of(name)[0][1] for name in ("page", "json", "feed")]
    return ending, mutate(chance, data, others)


def findings(format: str, numbers: range, folder: Path, say: Path | None = None) -> Iterator[Finding]:
    """Load the samples of these numbers one after another into one database, and say what goes wrong.

    ``say`` is a file that always holds the number of the sample at work.
    """
    signal.signal(signal.SIGPROF, _too_slow)
    database, caught = folder / "fuzz.db", Caught()
    with schema.writing(database) as connection:
        load_id = runs.begin_load(connection, "fuzz")
        for number in numbers:
            if say is not None:
                say.write_text(str(number))
            ending, data = sample(format, number)
            path = folder / f"sample-{number}{ending}"
            path.write_bytes(data)
            loader = loading.Loader(connection, load_id)
            refused: list[str] = []
            loader.report = refused.append
            with caught:
                signal.setitimer(signal.ITIMER_PROF, SECONDS)
                loader.load([Location(str(path), path)], loading.Wanted())
            signal.setitimer(signal.ITIMER_PROF, 0)
            path.unlink()
            yield from caught.findings(number)
            yield from (
                Finding(number, said[:300]) for said in refused if any(sign in said for sign in FAULTS)
            )
            if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > MEMORY // 1024:
                yield Finding(number, "more than a gibibyte of memory")
                return
        with caught:
            stages.derive(connection)
        yield from caught.findings(numbers[-1])
        yield from (Finding(numbers[-1], f"check: {problem}") for problem in check.problems(connection))


def _too_slow(number: int, frame: object) -> None:
    raise TooSlowError(f"more than {SECONDS:.0f} s of CPU")


def _where(error: BaseException) -> str:
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if "hearsay_to_sqlite" in frame.filename
    ]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""


def run_all(format: str, first: int, count: int) -> Iterator[Finding]:
    """The findings of so many samples, each five hundred in a process of its own."""
    start, stop = first, first + count
    while start < stop:
        end = min(stop, start + AT_ONCE)
        with tempfile.TemporaryDirectory() as folder:
            say = Path(folder) / "at"
            command = [sys.executable, "-m", "benchmarks.fuzz", format, str(start), str(end), folder]
            try:
                done = subprocess.run(
                    command, check=False, capture_output=True, text=True, timeout=PATIENCE + AT_ONCE * SECONDS
                )
            except subprocess.TimeoutExpired:
                done = None
            for line in (done.stdout if done else "").splitlines():
                yield Finding(**json.loads(line))
            if done is not None and done.returncode == 0:
                start = end
            else:
                at = int(say.read_text()) if say.exists() else start
                why = (
                    "no answer"
                    if done is None
                    else f"the process ended with {done.returncode}: {done.stderr[-300:]}"
                )
                yield Finding(at, why)
                start = at + 1


def main(words: list[str]) -> None:
    """Fuzz the formats that are asked for; say each kind of finding with the first sample that shows it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks fuzz")
    parser.add_argument("--format", choices=samples.FORMATS, action="append")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--first", type=int, default=0)
    wanted = parser.parse_args(words)
    for format in wanted.format or samples.FORMATS:
        kinds: Counter[str] = Counter()
        for finding in run_all(format, wanted.first, wanted.count):
            kind = finding.where or finding.what[:80]
            kinds[kind] += 1
            if kinds[kind] == 1:
                print(f"  {format} {finding.number}: {finding.what} {finding.where}", flush=True)
        print(
            f"{format}: {wanted.count:,} samples, {sum(kinds.values())} findings of {len(kinds)} kinds",
            flush=True,
        )


def _child(format: str, start: str, end: str, folder: str) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (2 * MEMORY, 2 * MEMORY))
    for finding in findings(format, range(int(start), int(end)), Path(folder), Path(folder) / "at"):
        line = {"number": finding.number, "what": finding.what, "where": finding.where}
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    _child(*sys.argv[1:])
