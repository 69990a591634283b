"""``python -m benchmarks kills [--articles N] [--kills N] [--workers N] [--seed N]``: kill -9 at random moments of a load.

Each run that is killed must leave a database that passes ``check``, and no process; the last one, left alone, must end with
the tables of a run that nobody disturbed.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.generate import write

PER_RUN = ('INSERT INTO "loads"', 'INSERT INTO "_sqlite_migrations"')
PATIENCE = 30.0
SHORT = 2
"""Sentences of an article."""
ROUNDS = 6
"""So often all kills are tried, each time sooner: how fast a run is on a busy machine is not known beforehand."""


def command(database: Path, folder: Path, workers: int) -> list[str]:
    """The load that is to be killed."""
    words = ("load", "--silent", str(database), str(folder), "--workers", str(workers))
    return [sys.executable, "-m", "hearsay_to_sqlite.cli", *words]


def children(pid: int) -> list[int]:
    """The processes that a process has started and that are still there."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found.append(int(stat.parent.name))
    return found


def is_alive(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def kill(words: list[str], after: float) -> int | None:
    """Run a command and kill it after so many seconds; return its exit code, and wait until what it started is gone.

    Raises AssertionError where something that it started outlives it.
    """
    process = subprocess.Popen(words, stderr=subprocess.DEVNULL)
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        started = children(process.pid)
        process.send_signal(signal.SIGKILL)
        process.wait()
        deadline = time.monotonic() + PATIENCE
        while any(map(is_alive, started)):
            assert time.monotonic() < deadline, f"left over: {started}"
            time.sleep(0.05)
    return process.returncode


def content(database: Path) -> Iterator[str]:
    """Everything in a database but the record of its runs and which of them brought what, as SQL."""
    with closing(sqlite3.connect(":memory:")) as copy:
        with closing(sqlite3.connect(database)) as connection:
            connection.backup(copy)
        for table in ("articles", "attributions"):
            copy.execute(f"update {table} set load_id = null")
        copy.commit()
        yield from (line for line in copy.iterdump() if not line.startswith(PER_RUN))


def articles_in(database: Path) -> int:
    """How many articles a database holds."""
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute("select count(*) from articles").fetchone()[0])


def _left(killed: Path, code: int | None) -> str:
    """What a run with this exit code left; raises AssertionError where the database fails its check."""
    if not killed.exists() or killed.stat().st_size == 0:
        return "before there was a database"
    words = [sys.executable, "-m", "hearsay_to_sqlite.cli", "check", str(killed)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    how = "killed" if code == -signal.SIGKILL else "had ended"
    return f"{how}, {articles_in(killed):,} articles, check passed"


def trial(folder: Path, articles: int, kills: int, workers: int, seed: int) -> Iterator[str]:
    """Load so many articles into one database undisturbed, into another with so many kills; say what each kill left.

    Raises AssertionError where a kill leaves what it must not.
    """
    write(folder / "articles", articles, seed, sentences=SHORT)
    whole, killed = folder / "whole.db", folder / "killed.db"
    begun = time.monotonic()
    subprocess.run(command(whole, folder / "articles", workers), check=True)
    took = time.monotonic() - begun
    yield f"undisturbed: {took:.1f} s"
    chance = random.Random(seed)
    # Each run goes on where the last was killed: together they take as long as one.
    longest = took * 2 / kills
    for _ in range(ROUNDS):
        for left in folder.glob(f"{killed.name}*"):
            left.unlink()
        hits = 0
        for number in range(1, kills + 1):
            moment = chance.uniform(0.02, 0.98) * longest
            code = kill(command(killed, folder / "articles", workers), moment)
            hits += code == -signal.SIGKILL
            yield f"kill {number} after {moment:.1f} s: {_left(killed, code)}"
        if hits == kills:
            break
        longest /= 2
        yield f"{kills - hits} runs had ended before they were killed: all again, killed sooner"
    assert hits == kills, f"{hits} of {kills} runs were there to be killed"
    subprocess.run(command(killed, folder / "articles", workers), check=True)
    assert list(content(killed)) == list(content(whole)), "the tables differ"
    there = sorted(name for name in os.listdir(folder) if name != "articles")
    assert there == ["killed.db", "whole.db"], there
    yield f"after {hits} kills: the tables of {articles:,} articles are equal, nothing is left beside the file"


def main(words: list[str]) -> None:
    """Run one trial and print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks kills")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        for line in trial(Path(folder), wanted.articles, wanted.kills, wanted.workers, wanted.seed):
            print(line, flush=True)
