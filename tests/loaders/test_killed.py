"""A run that is killed leaves a database that opens, passes the checks, and is gone on with."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from click.testing import Result

Run = Callable[..., Result]
Content = Callable[[Path], list[str]]

MANY = 400
SOME = 5
PATIENCE = 60.0


def saved(path: Path) -> int:
    """How many articles a database holds that another process is writing."""
    if not path.exists():
        return 0
    with closing(sqlite3.connect(path)) as connection:
        try:
            (found,) = connection.execute("select count(*) from articles").fetchone()
        except sqlite3.OperationalError:
            # The tables are not there yet.
            return 0
    return int(found)


def forget_runs(path: Path) -> None:
    """Take out which run brought each row: the one that was killed, or the one after it."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("update articles set load_id = null")
        connection.execute("update attributions set load_id = null")


def test_kill_9_in_the_middle_of_a_load(articles: Path, tmp_path: Path, run: Run, content: Content) -> None:
    text = (articles / "harbour.txt").read_text()
    for n in range(MANY):
        (articles / f"{n:03}.txt").write_text(f"Fire number {n} in Port Vale\n\n{text}")
    path = tmp_path / "killed.db"
    command = [sys.executable, "-m", "hearsay_to_sqlite.cli", "load", "--silent", str(path), str(articles)]
    with subprocess.Popen(command) as process:
        deadline = time.monotonic() + PATIENCE
        while saved(path) < SOME and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert SOME <= saved(path) < MANY
    checked = run("check", path)
    assert checked.exit_code == 0, checked.output
    assert "the last run was cut short" in checked.stderr
    assert run("load", path, articles).exit_code == 0
    assert run("check", path).stderr == ""
    whole = tmp_path / "whole.db"
    run("load", whole, articles)
    for each in (path, whole):
        forget_runs(each)
    assert content(path) == content(whole)
    assert sorted(os.listdir(tmp_path)) == ["articles", "killed.db", "whole.db"]


def test_two_loads_at_once_wait_for_one_another(articles: Path, tmp_path: Path, run: Run) -> None:
    text = (articles / "harbour.txt").read_text()
    halves = [tmp_path / "one", tmp_path / "two"]
    for half in halves:
        half.mkdir()
        for n in range(30):
            (half / f"{n}.txt").write_text(f"Fire number {n} in {half.name}\n\n{text}")
    path = tmp_path / "shared.db"
    assert run("load", path, articles).exit_code == 0
    commands = [
        [sys.executable, "-m", "hearsay_to_sqlite.cli", "load", "-s", str(path), str(half)] for half in halves
    ]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for command in commands]
    assert [process.communicate(timeout=PATIENCE)[1] for process in running] == [b"", b""]
    assert [process.returncode for process in running] == [0, 0]
    assert saved(path) == 62
    checked = run("check", path)
    assert (checked.exit_code, checked.stderr) == (0, "")
