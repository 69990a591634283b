"""Loading plain text: against the bare minimum, against one worker, and memory as the number of articles grows."""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.generate import write
from benchmarks.measure import Usage, cpu_of, process

ARTICLES = 400
MANY = 4000


def run() -> Iterator[tuple[str, str]]:
    """Yield the name and the figure of each measure."""
    folder = Path(tempfile.mkdtemp())
    try:
        write(folder / "few", ARTICLES)
        write(folder / "many", MANY)
        yield from _throughput(folder)
        yield from _memory(folder)
        yield from _writing(folder)
    finally:
        shutil.rmtree(folder)


def _load(folder: Path, database: str, source: str, *options: str) -> Usage:
    target = folder / database
    target.unlink(missing_ok=True)
    return process(
        [
            sys.executable,
            "-m",
            "hearsay_to_sqlite.cli",
            "load",
            "-s",
            str(target),
            str(folder / source),
            *options,
        ]
    )


def _throughput(folder: Path) -> Iterator[tuple[str, str]]:
    start = _load(folder, "start.db", "few", "--limit", "1")
    one = _load(folder, "one.db", "many")
    two = _load(folder, "two.db", "many", "--workers", "2")
    bare = process([sys.executable, "-c", BARE, str(folder / "many"), str(folder / "bare.db")])
    yield (
        "load + extract, articles per second of CPU, start-up taken off",
        f"{MANY / (one.cpu - start.cpu):.0f}",
    )
    yield "CPU of load by CPU of decode + executemany of the texts", f"{one.cpu / bare.cpu:.1f}"
    yield "clock of one worker by clock of two", f"{one.wall / two.wall:.2f}"


BARE = """
import pathlib, sqlite3, sys
connection = sqlite3.connect(sys.argv[2])
connection.execute("create table articles (id integer primary key, text text)")
texts = ((path.read_text("utf-8"),) for path in sorted(pathlib.Path(sys.argv[1]).iterdir()))
connection.executemany("insert into articles (text) values (?)", texts)
connection.commit()
"""


def _memory(folder: Path) -> Iterator[tuple[str, str]]:
    few = _load(folder, "few.db", "few")
    many = _load(folder, "many.db", "many")
    yield (
        f"peak memory at {MANY:,} articles by that at {ARTICLES:,}",
        f"{many.mib / few.mib:.2f} ({many.mib:.0f} MiB)",
    )


def _writing(folder: Path) -> Iterator[tuple[str, str]]:
    """Compare our writer with bare ``executemany`` over the same attribution rows."""
    source = sqlite3.connect(folder / "many.db")
    columns = [row[1] for row in source.execute("pragma table_info(attributions)")]
    rows = source.execute("select * from attributions").fetchall()
    schema = source.execute("select sql from sqlite_master where name = 'attributions'").fetchone()[0]
    source.close()
    marks = ", ".join("?" * len(columns))

    def bare() -> None:
        connection = sqlite3.connect(":memory:")
        connection.execute(schema)
        connection.executemany(f"insert into attributions values ({marks})", rows)
        connection.close()

    yield "bare executemany, attribution rows per second of CPU", f"{len(rows) / cpu_of(bare):.0f}"
