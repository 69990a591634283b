"""Progress: a bar with rate and time left on a real terminal, nothing of it anywhere else."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.generate import write
from click.testing import Result

from hearsay_to_sqlite.cli.progress import Progress

Run = Callable[..., Result]

BAR = re.compile(r"[#.]{20} \d+ %  [\d,]+ articles")


def on_a_terminal(words: list[str]) -> tuple[int, str]:
    """The exit code of a command whose standard error is a terminal, and what it wrote there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "hearsay_to_sqlite.cli", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b""
        # A terminal whose other end is closed ends with an error.
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:
            pass
        os.close(ours)
        process.wait()
    return process.returncode, shown.decode()


def test_a_bar_on_a_terminal(tmp_path: Path) -> None:
    write(tmp_path / "articles", 250)
    (tmp_path / "articles" / "empty.txt").write_bytes(b"")
    code, shown = on_a_terminal(["load", str(tmp_path / "t.db"), str(tmp_path / "articles")])
    lines = [line.rstrip() for line in re.split(r"[\r\n]", shown)]
    assert code == 1
    assert any(BAR.match(line) for line in lines), lines
    assert "comparing" in lines
    assert (
        f"{tmp_path / 'articles' / 'empty.txt'}: the input is empty. Leave it out, or fetch it again."
        in lines
    )
    # In the end the line is empty, and the cursor at its beginning.
    assert re.search(r"\r *\r$", shown)


def test_silent_on_a_terminal(articles: Path, tmp_path: Path) -> None:
    assert on_a_terminal(["load", "--silent", str(tmp_path / "t.db"), str(articles)]) == (0, "")


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_nothing_of_it_elsewhere(options: list[str], articles: Path, tmp_path: Path, run: Run) -> None:
    result = run("load", tmp_path / "t.db", articles, *options)
    assert (result.exit_code, result.stderr, result.stdout.count("\n")) == (0, "", 1)


def test_no_time_left_where_nobody_knows_it(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("hearsay_to_sqlite.cli.progress.EVERY", 0)
    watch = Progress(said.append, [str(articles), "-"])
    watch(str(articles / "harbour.txt"), 1)
    watch("-", 2)
    assert said == ["1 articles", "2 articles"]
