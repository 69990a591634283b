"""How well and how fast copies are found: recall by kind, precision, CPU, memory, and what a few new articles cost."""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from benchmarks import copied_articles, measure
from hearsay_to_sqlite.store import schema

ARTICLES = int(os.environ.get("HEARSAY_COPIES", "100000"))
WORKERS = 2
NEW = 100
"""Articles that come later."""

RUN = (
    "import sys, sqlite3; from pathlib import Path;"
    "from hearsay_to_sqlite.store import schema; from hearsay_to_sqlite.compare import relatives;"
    "from hearsay_to_sqlite.run.parallel import processes\n"
    "if __name__ == '__main__':\n"
    "    with processes(int(sys.argv[2])) as each, schema.writing(Path(sys.argv[1])) as connection:\n"
    "        relatives.run(connection, each)"
)


def run() -> Iterator[tuple[str, str]]:
    """Plant copies among many articles and look for them."""
    yield "neighbouring words that survive the way there and back", f"{copied_articles.surviving(50):.0%}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copies.db"
        made = copied_articles.articles(ARTICLES + NEW)
        planted = _fill(path, made, ARTICLES)
        used = measure.process([sys.executable, "-c", RUN, str(path), str(WORKERS)])
        yield (
            f"{ARTICLES} articles, {WORKERS} workers",
            f"{used.wall:.0f} s, {used.cpu:.0f} s of CPU, {used.mib:.0f} MiB",
        )
        yield from _figures(path, planted)
        more = _fill(path, made, NEW)
        used = measure.process([sys.executable, "-c", RUN, str(path), "1"])
        yield f"{NEW} more articles, {len(more)} of them copies", f"{used.cpu:.1f} s of CPU"


def _fill(path: Path, made: Iterator[copied_articles.Made], count: int) -> dict[tuple[int, int], str]:
    planted = {}
    with schema.writing(path) as connection, connection:
        _watch(connection)
        for _, one in zip(range(count), made, strict=False):
            digest = sha256(one.text.encode()).hexdigest()
            connection.execute(
                "insert into articles (n, id, title, text, text_sha256, source_sha256) values (?, ?, ?, ?, ?, ?)",
                (one.number + 1, f"{one.number:07}", "made", one.text, digest, digest),
            )
            planted.update({(one.number, source): one.kind or "" for source in one.sources})
    return planted


def _watch(connection: sqlite3.Connection) -> None:
    """Keep what is proposed, which is forgotten once it was looked at."""
    connection.execute("create table if not exists seen (n, candidate)")
    connection.execute(
        "create trigger if not exists watch after insert on _proposed "
        "begin insert into seen values (new.n - 1, new.candidate - 1); end"
    )


def _figures(path: Path, planted: dict[tuple[int, int], str]) -> Iterator[tuple[str, str]]:
    connection = sqlite3.connect(path)
    proposed = set(connection.execute("select n, candidate from seen"))
    pairs = {
        (max(int(one), int(other)), min(int(one), int(other)))
        for one, other in connection.execute("select article_id, copied_from_id from copies")
    }
    connection.close()
    most = max(Counter(n for n, _ in proposed).values(), default=0)
    yield "proposals", f"{len(proposed)}, at most {most} an article"
    for kind in copied_articles.KINDS:
        own = {pair for pair, its in planted.items() if its == kind}
        yield (
            f"{kind}: recall of proposals, after verification ({len(own)} pairs)",
            f"{len(own & proposed) / len(own):.4f} {len(own & pairs) / len(own):.4f}",
        )
    # Two copies of one article are kin as well.
    sources: dict[int, set[int]] = {}
    for copy, source in planted:
        sources.setdefault(copy, set()).add(source)
    true = {(a, b) for a, b in pairs if sources.get(a, {a}) & sources.get(b, {b})}
    yield f"precision after verification ({len(pairs)} pairs)", f"{len(true) / max(1, len(pairs)):.4f}"
