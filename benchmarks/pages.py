"""Our pages against the stock table page over the same rows, in the same process and run."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from datasette.app import Datasette

from benchmarks.generate import write

ARTICLES = 2000
REQUESTS = 15


def run() -> Iterator[tuple[str, str]]:
    """Yield the name and the figure of each measure."""
    folder = Path(tempfile.mkdtemp())
    try:
        write(folder / "articles", ARTICLES)
        database = folder / "bench.db"
        command = [sys.executable, "-m", "hearsay_to_sqlite.cli", "load", "-s"]
        subprocess.run([*command, str(database), str(folder / "articles")], check=True)
        yield from asyncio.run(_measure(database))
    finally:
        shutil.rmtree(folder)


async def _measure(database: Path) -> list[tuple[str, str]]:
    connection = sqlite3.connect(database)
    [rows] = connection.execute("select count(*) from attributions").fetchone()
    ids = {
        kind: connection.execute(f"select id from {table} order by id limit 1").fetchone()[0]
        for kind, table in (
            ("statement", "attributions"),
            ("actor", "actors"),
            ("article", "articles"),
            ("claim", "claims"),
        )
    }
    connection.close()
    datasette = Datasette([], immutables=[str(database)], settings={"suggest_facets": False})
    await datasette.invoke_startup()
    stock = await cpu(datasette, "/bench/attributions.json?_size=50")
    figures = [(f"stock table page (JSON, 50 of {rows:,} rows), ms of CPU", f"{stock * 1000:.1f}")]
    base = "/-/hearsay/bench"
    paths = {"overview": "", "search": "/search?q=granary"} | {
        kind: f"/{kind}/{identity}" for kind, identity in ids.items()
    }
    for name, path in paths.items():
        page, _, query = path.partition("?")
        for form, ending in (("HTML", ""), ("JSON", ".json")):
            took = await cpu(datasette, f"{base}{page}{ending}" + (f"?{query}" if query else ""))
            figures.append(
                (f"{name}, {form}, by the stock table page", f"{took / stock:.2f} ({took * 1000:.1f} ms)")
            )
    return figures


async def cpu(datasette: Datasette, path: str) -> float:
    """Return the median seconds of CPU of a request, after one to warm up.

    Raises RuntimeError when the page does not answer, because the time of an error means nothing.
    """
    taken = []
    for _ in range(REQUESTS + 1):
        # os.times() counts in steps of 10 ms, which is as long as a page may take.
        before = time.process_time()
        response = await datasette.client.get(path)
        after = time.process_time()
        if response.status_code != 200:
            raise RuntimeError(f"{path} answers {response.status_code}")
        taken.append(after - before)
    return statistics.median(taken[1:])
