"""Loading: against the bare minimum, against trafilatura alone, over workers, and memory as the number of articles grows.

The articles are invented (``generate``), of three lengths; a fifth of their sentences report nothing. Figures are of CPU
(user and system, children counted) unless they say clock.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import samples
from benchmarks.generate import articles, write
from benchmarks.measure import Usage, cpu_of, process

SIZES = {"short": 4, "middling": 14, "long": 50}
"""Sentences of an article, by what such an article is called."""
MANY = int(os.environ.get("HEARSAY_ARTICLES", "1000"))
MEMORY = (10_000, int(os.environ.get("HEARSAY_MANY", "100_000")))
"""Articles whose memory is compared. A million take an hour: HEARSAY_MANY=1000000."""
SHARED = Path(__file__).parent.parent.parent / "shared" / "eval" / "attribution" / "polnear.dev.jsonl"


def run() -> Iterator[tuple[str, str]]:
    """Yield the name and the figure of each measure."""
    folder = Path(tempfile.mkdtemp())
    try:
        for name, sentences in SIZES.items():
            words = sum(len(text.split()) for text in articles(50, sentences=sentences)) // 50
            write(folder / name, MANY, sentences=sentences)
            yield from _throughput(folder, name, f"{words} words")
        if SHARED.exists():
            yield from _real(folder)
        yield from _workers(folder)
        yield from _writing(folder)
        yield from _pages(folder)
        yield from _memory(folder)
    finally:
        shutil.rmtree(folder)


def _load(folder: Path, database: str, source: str, *options: str) -> Usage:
    target = folder / database
    target.unlink(missing_ok=True)
    command = [sys.executable, "-m", "hearsay_to_sqlite.cli", "load", "-s", str(target), str(folder / source)]
    return process([*command, "--allow-rejects", *options])


def _bare(folder: Path, source: str) -> Usage:
    target = folder / "bare.db"
    target.unlink(missing_ok=True)
    return process([sys.executable, "-c", BARE, str(folder / source), str(target)])


BARE = """
import pathlib, sqlite3, sys
connection = sqlite3.connect(sys.argv[2])
connection.execute("create table articles (id integer primary key, text text)")
texts = ((path.read_text("utf-8"),) for path in sorted(pathlib.Path(sys.argv[1]).iterdir()))
connection.executemany("insert into articles (text) values (?)", texts)
connection.commit()
"""


def _throughput(folder: Path, name: str, size: str) -> Iterator[tuple[str, str]]:
    start = _load(folder, "start.db", name, "--limit", "1")
    one = _load(folder, "one.db", name)
    bare = _bare(folder, name)
    rate = f"{(MANY - 1) / (one.cpu - start.cpu):.0f} (start-up: {start.cpu:.1f} s)"
    yield f"articles of {size}: whole load, articles a second of CPU", rate
    yield f"articles of {size}: CPU by that of decode + executemany of the texts", f"{one.cpu / bare.cpu:.0f}"


def _real(folder: Path) -> Iterator[tuple[str, str]]:
    target = folder / "real"
    target.mkdir()
    texts = [json.loads(line)["text"] for line in SHARED.read_text(encoding="utf-8").splitlines()]
    copies = 6
    for number in range(copies):
        for index, text in enumerate(texts):
            # A line of its own makes each copy another text; as copies they are compared with one another too.
            (target / f"{number}-{index}.txt").write_text(f"{text}\n\nEdition {number}.\n", encoding="utf-8")
    words = sum(len(text.split()) for text in texts) // len(texts)
    start = _load(folder, "start.db", "real", "--limit", "1")
    found = _load(folder, "real.db", "real")
    rate = f"{(copies * len(texts) - 1) / (found.cpu - start.cpu):.0f}"
    yield f"{len(texts)} news articles of {words} words on average, {copies} editions each: the same", rate


def _workers(folder: Path) -> Iterator[tuple[str, str]]:
    for options in ((), ("--no-extract",)):
        one = _load(folder, "one.db", "long", *options)
        two = _load(folder, "two.db", "long", "--workers", "2", *options)
        what = "long articles" + (" without extraction" if options else "")
        yield f"{what}: clock of one worker by clock of two", f"{one.wall / two.wall:.2f}"
        yield f"{what}: CPU of two workers by that of one", f"{two.cpu / one.cpu:.2f}"


WRITTEN = (
    "outlets", "articles", "article_locations", "passages", "actors", "actor_names", "mentions", "attributions",
    "attribution_spans", "attribution_actors", "_found_actors", "_extractions",
)  # fmt: skip
"""What the writer writes while it loads; what is derived afterwards is not among it."""


def _writing(folder: Path) -> Iterator[tuple[str, str]]:
    """Compare our writer with bare ``executemany`` of the same rows into the same tables, without further indexes."""
    from hearsay_to_sqlite.run.reading import Task
    from hearsay_to_sqlite.run.work import How, Ready, Whole, results
    from hearsay_to_sqlite.run.writing import Writer
    from hearsay_to_sqlite.sources.locations import expand
    from hearsay_to_sqlite.store import indexes, runs, schema

    how = How()
    locations = expand([str(folder / "middling")])
    found = [item for place in locations for item in results(Whole(Task(place), how))]
    ready = [item for item in found if isinstance(item, Ready)]
    ours = folder / "ours.db"

    def write_ours() -> None:
        ours.unlink(missing_ok=True)
        with schema.writing(ours) as connection:
            indexes.put_off(connection)
            writer = Writer(connection, runs.begin_load(connection, "benchmark"), how)
            for item in ready:
                writer.add(item)
            writer.flush()

    cost = cpu_of(write_ours)
    source = sqlite3.connect(ours)
    rows = {table: source.execute(f"select * from {table}").fetchall() for table in WRITTEN}
    tables = [
        source.execute("select sql from sqlite_master where name = ?", (table,)).fetchone()[0]
        for table in WRITTEN
    ]
    source.close()

    def write_bare(definitions: list[str]) -> None:
        target = folder / "bare-rows.db"
        target.unlink(missing_ok=True)
        connection = sqlite3.connect(target)
        for definition in definitions:
            connection.execute(definition)
        for table, values in rows.items():
            if values:
                marks = ", ".join("?" * len(values[0]))
                connection.executemany(f"insert into {table} values ({marks})", values)
        connection.commit()
        connection.close()

    count = sum(map(len, rows.values()))
    bare = cpu_of(lambda: write_bare(tables))
    columns = {table: len(values[0]) if values else 1 for table, values in rows.items()}
    keyless = [
        f"create table {t} ({', '.join(f'c{n}' for n in range(width))})" for t, width in columns.items()
    ]
    plain = cpu_of(lambda: write_bare(keyless))
    yield f"writing {count:,} rows, a second of CPU", f"{count / cost:,.0f}"
    yield "... by executemany of the same rows into the same tables (asked 0.5)", f"{bare / cost:.2f}"
    yield "... by executemany into tables without any key or check", f"{plain / cost:.2f}"


def _pages(folder: Path) -> Iterator[tuple[str, str]]:
    target = folder / "pages"
    target.mkdir()
    pages = [data for _, data in samples.of("page")]
    for number in range(120):
        page = pages[number % len(pages)].replace(b"</body>", b"<p>Edition %d.</p></body>" % number)
        (target / f"{number}.html").write_bytes(page.replace(b'rel="canonical"', b'rel="other"'))
    ours = _load(folder, "pages.db", "pages")
    bare = process([sys.executable, "-c", TRAFILATURA, str(target)])
    yield "120 saved pages: CPU by that of trafilatura alone", f"{ours.cpu / bare.cpu:.2f}"


TRAFILATURA = """
import pathlib, sys, trafilatura
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    trafilatura.bare_extraction(path.read_bytes(), with_metadata=True)
"""


def _memory(folder: Path) -> Iterator[tuple[str, str]]:
    for what, options in (("stored only", ("--no-extract",)), ("extracted and compared", ())):
        peaks = {}
        for count in MEMORY:
            path = folder / "many.jsonl"
            with path.open("w", encoding="utf-8") as file:
                for number, text in enumerate(articles(count, sentences=1)):
                    file.write(json.dumps({"id": f"a{number}", "text": text}) + "\n")
            peaks[count] = _load(folder, "many.db", "many.jsonl", *options).mib
        few, many = MEMORY
        ratio = f"{peaks[many] / peaks[few]:.2f} ({peaks[few]:.0f} and {peaks[many]:.0f} MiB)"
        yield f"very short articles, {what}: peak memory at {many:,} by that at {few:,} (asked 1.2)", ratio
