"""A load that is killed, interrupted, or finds the disk full: the database opens, passes its checks, and is gone on with."""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from benchmarks import kills
from benchmarks.generate import write
from click.testing import Result

Run = Callable[..., Result]

MANY = 200
PATIENCE = 60.0
SMALL = 4_000_000
"""Bytes: less than the database of MANY articles takes."""

ENGLISH = (
    "The men who were there said that it was not the first fire, and that they would not go back with their boats. "
    * 9
)
READING = "select count(*) >= 5 from articles"
COMPARING = f"select count(*) = {MANY} from articles"


def test_kill_9_at_random_moments(tmp_path: Path) -> None:
    *_, last = kills.trial(tmp_path, articles=60, kills=2, workers=2, seed=1)
    assert last.startswith("after 2 kills: the tables of 60 articles are equal")


def test_workers_that_are_copies_of_a_process_write_what_it_writes(tmp_path: Path) -> None:
    write(tmp_path / "articles", 40)
    made = [tmp_path / "1.db", tmp_path / "2.db"]
    for workers, path in enumerate(made, 1):
        # In a process of its own: one that has threads, as this one may, is not copied.
        subprocess.run(kills.command(path, tmp_path / "articles", workers), check=True)
    # No worker that reads in the database outlives it: nothing is left beside the file.
    assert sorted(os.listdir(tmp_path)) == ["1.db", "2.db", "articles"]
    one, two = (list(kills.content(path)) for path in made)
    assert two == one


@pytest.mark.parametrize(("workers", "when"), [(2, READING), (1, COMPARING)], ids=["workers", "comparing"])
def test_ctrl_c(workers: int, when: str, tmp_path: Path, run: Run) -> None:
    write(tmp_path / "articles", MANY)
    path = tmp_path / "t.db"
    # As on a terminal: the signal goes to all processes of the command.
    process = subprocess.Popen(
        kills.command(path, tmp_path / "articles", workers),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + PATIENCE
    while not holds(path, when) and time.monotonic() < deadline:
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)
    stdout, stderr = process.communicate(timeout=PATIENCE)
    assert (process.returncode, stdout) == (130, "")
    assert stderr == "\nStopped. Run the same command again: it goes on where it stopped.\n"
    assert goes_on(tmp_path, run) == MANY


def test_a_full_disk(tmp_path: Path, run: Run) -> None:
    # Plainly English: else the model of languages is unpacked first, into a temporary file that is as limited.
    for path in write(tmp_path / "articles", MANY):
        path.write_text(f"{path.read_text()}\n{ENGLISH}")
    process = subprocess.run(
        kills.command(tmp_path / "t.db", tmp_path / "articles", 2),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL)),
    )
    assert process.returncode == 1
    assert "Traceback" not in process.stderr
    assert process.stderr.startswith(f"Error: {tmp_path / 't.db'} ")
    assert 0 < kills.articles_in(tmp_path / "t.db") < MANY
    assert goes_on(tmp_path, run) == MANY


def holds(path: Path, statement: str) -> bool:
    """Whether a database that another process is writing answers yes."""
    if not path.exists():
        return False
    with closing(sqlite3.connect(path)) as connection:
        try:
            return bool(connection.execute(statement).fetchone()[0])
        except sqlite3.OperationalError:
            return False


def goes_on(folder: Path, run: Run) -> int:
    """Check the database that was left, and load again; return how many articles it holds then."""
    path, whole = folder / "t.db", folder / "whole.db"
    checked = run("check", path)
    assert checked.exit_code == 0, checked.output
    for each in (path, whole):
        assert run("load", each, folder / "articles").exit_code == 0
    assert list(kills.content(path)) == list(kills.content(whole))
    assert sorted(os.listdir(folder)) == ["articles", "t.db", "whole.db"]
    return kills.articles_in(path)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_was_found_from_the_same_is_not_looked_for_again(
    workers: int, articles: Path, loaded: Path, run: Run
) -> None:
    def state() -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(loaded)) as connection:
            return connection.execute(
                "select digest, basis, found from _extractions order by article_id"
            ).fetchall()

    def spoil(assignment: str) -> None:
        with closing(sqlite3.connect(loaded)) as connection, connection:
            connection.execute(f"update _extractions set {assignment}")

    before = state()
    # A mark that whoever looks again must overwrite.
    spoil("digest = 'spoilt'")
    result = run("load", loaded, articles, "--workers", workers)
    assert (
        result.stdout == f"2 articles, {sum(int(str(row[2])) for row in before)} attributions, 0 rejected\n"
    )
    assert [row[0] for row in state()] == ["spoilt", "spoilt"]
    # As left by other rules.
    spoil("digest = 'spoilt', basis = 'of other rules'")
    run("load", loaded, articles, "--workers", workers)
    assert state() == before
    spoil("basis = null")
    assert json.loads(run("load", loaded, articles, "--json").stdout)["changed"] == 0
    assert state() == before
