"""``load --scheduler`` on a real Dask cluster of two processes, one of which is killed in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Content = Callable[[Path], list[str]]

MANY = 120
PATIENCE = 60.0


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[int]]]:
    """The address of a scheduler, and the processes of its two workers."""
    script = Path(__file__).with_name("local_cluster.py")
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=tmp_path,
    ) as process:
        assert process.stdout is not None
        address, *workers = process.stdout.readline().split()
        yield address, [int(worker) for worker in workers]
        process.communicate(timeout=PATIENCE)


def kill_when_there_is_a_shard(folder: Path, worker: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while not list(folder.glob("*.shard")) and time.monotonic() < deadline:
        time.sleep(0.001)
    os.kill(worker, signal.SIGKILL)


@pytest.mark.filterwarnings("default")
def test_a_cluster_writes_what_one_process_writes(
    cluster: tuple[str, list[int]], articles: Path, tmp_path: Path, run: Run, content: Content
) -> None:
    address, workers = cluster
    text = (articles / "harbour.txt").read_text()
    for n in range(MANY):
        (articles / f"more-{n:03}.txt").write_text(f"Part {n}\n\n{text}")
    (articles / "nothing.txt").write_bytes(b"")
    one, many = tmp_path / "one.db", tmp_path / "many.db"
    killer = threading.Thread(
        target=kill_when_there_is_a_shard, args=(tmp_path / ".many.db.shards", workers[0])
    )
    killer.start()
    there = run("load", many, articles, "--scheduler", address)
    killer.join()
    here = run("load", one, articles)
    assert (there.exit_code, there.stdout) == (1, here.stdout)
    assert there.stdout.startswith(f"{MANY + 2} articles, ")
    assert content(many) == content(one)
    assert not (tmp_path / ".many.db.shards").exists()
    with pytest.raises(ProcessLookupError):
        os.kill(workers[0], 0)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--scheduler", "nonsense://"], "no Dask scheduler answers at nonsense://. Check the address"),
        (
            ["--scheduler", "tcp://127.0.0.1:1", "--workers", "2"],
            "--workers and --scheduler exclude one another",
        ),
    ],
    ids=["no address", "both"],
)
def test_misuse(options: list[str], message: str, articles: Path, tmp_path: Path, run: Run) -> None:
    result = run("load", tmp_path / "t.db", articles, *options)
    assert result.exit_code == 2
    assert message in result.stderr


def test_without_dask_the_extra_is_named(
    articles: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = run("load", tmp_path / "t.db", articles, "--scheduler", "tcp://127.0.0.1:1")
    assert result.exit_code == 2
    assert 'pip install "datasette-hearsay[cluster]"' in result.stderr
