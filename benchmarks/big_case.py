"""A large invented case, made straight in SQLite through the schema: seeded, nothing stored; and what its pages cost.

``python -m benchmarks big_case`` makes 200,000 statements; ``HEARSAY_STATEMENTS=1000000`` another number; ``HEARSAY_CASE=FILE``
measures a file that ``write`` made before, ``HEARSAY_ROUNDS=8`` in less than half the time.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import sqlite3
import statistics
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from datasette.app import Datasette
from datasette.plugins import pm

from benchmarks import big_rows
from benchmarks.asking import Asker
from datasette_hearsay.pages import remembering
from hearsay_to_sqlite.resolve.matching import index
from hearsay_to_sqlite.store import kept, schema, search, views
from hearsay_to_sqlite.store.connection import transaction

STATEMENTS = 200_000
ROUNDS = int(os.environ.get("HEARSAY_ROUNDS", "20"))
"""How often each address is asked; with six addresses a page that is enough for the hundredth part that is slowest."""

PAIRS, WARM = 220, 20
"""How often a page of Datasette's own is asked with and without the plugin, and how many of these are not counted."""

IDS = 6
ENDINGS = {"JSON": ".json", "HTML": ""}
ASKED = ["harbour", "actor 77", "grain fire barrels", "zebra", "inspector strangers", "actor 1999 burned"]
"""Words that stand everywhere, that name one, that stand together, that stand nowhere."""

CLAIMED = [
    "the grain fire in the harbour was set by strangers",
    "inspector said guards burned seven barrels",
    "zebras",
]
"""Claims that are asked for: all claims are made of fifteen words, so each shares some with thousands of others."""


def write(path: Path, statements: int = STATEMENTS, seed: int = 7) -> None:
    """Write a case of so many statements, with its views, its search and what is kept for its pages."""
    with schema.writing(path) as db:
        with transaction(db):
            big_rows.fill(db, statements, seed)
            index.update(db)
        views.bake(db)
        search.rebuild(db)
        kept.keep(db)


def run() -> Iterator[tuple[str, str]]:
    """Yield the name and the figure of each measure."""
    given = os.environ.get("HEARSAY_CASE")
    if given:
        yield from asyncio.run(measure(Path(given)))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.db"
        write(path, int(os.environ.get("HEARSAY_STATEMENTS", STATEMENTS)))
        yield from asyncio.run(measure(path))


def addresses(statements: int) -> dict[str, list[str]]:
    """For each kind of page, addresses of several things, the same each time."""
    chance = random.Random(1)
    numbers = {
        "statement": statements,
        "article": statements // 10,
        "claim": statements // 50,
        "actor": statements // 200,
        "framing": big_rows.FRAMINGS,
    }
    found = {name: [name] for name in ("review", "method", "corrections", "discrepancies")}
    found["overview"] = [""]
    for kind, number in numbers.items():
        # Every thousandth statement is withdrawn, and answers 410.
        some = [n + (n % 1000 == 0) for n in (chance.randrange(number - 1) for _ in range(IDS))]
        found[kind] = [f"{kind}/{kind}-{n}" for n in some]
    copies = [50 * chance.randrange(statements // 500) + 1 for _ in range(IDS)]
    found["compare"] = [f"compare/article-{n}/article-{n - 1}" for n in copies]
    found["facet"] = [f"discrepancies?facet=facet-{n}" for n in range(IDS)]
    for kind, asked in (("search", ASKED), ("match", CLAIMED)):
        found[kind] = [f"{kind}?q={words.replace(' ', '+')}" for words in asked]
    return found


async def measure(path: Path) -> list[tuple[str, str]]:
    """For each page over the file at ``path``: its CPU where nothing of it is kept in memory, and where the same was asked before,
    the slowest hundredth part of each against that of Datasette's own table page; and what it left out for want of time."""
    datasette = Datasette([], immutables=[str(path)], settings={"suggest_facets": False})
    await datasette.invoke_startup()
    asker, base = Asker.of(datasette), f"/-/hearsay/{path.stem}"
    with closing(sqlite3.connect(path)) as db:
        (statements,) = db.execute("select count(*) from attributions").fetchone()
    figures = []
    for name, pages in addresses(statements).items():
        for form, ending in ENDINGS.items():
            own = [f"{base}/{page}".rstrip("/").replace("?", f"{ending}?") for page in pages]
            own = [address if "?" in address else address + ending for address in own]
            gaps: set[str] = set()
            fresh: list[float] = []
            again: list[float] = []
            stock: list[float] = []
            for address in own:
                body = await asker.get(address)
                if ending:
                    gaps.update(json.loads(body)["left_out"])
            for _ in range(ROUNDS * IDS // len(own)):
                for address in own:
                    for memory in (remembering.TWINS, remembering.BODIES):
                        memory.clear()
                    for taken in (fresh, again):
                        await asker.get(address)
                        taken.append(asker.taken[-1])
                    await asker.get(f"/{path.stem}/attributions{ending}?_size=50")
                    stock.append(asker.taken[-1])
            figures.append((f"{name}, {form}", _told(fresh, again, stock, gaps)))
    return figures + await beside(path)


def _told(fresh: list[float], again: list[float], stock: list[float], gaps: set[str]) -> str:
    told = [
        f"{what} {statistics.median(taken) * 1000:5.1f} ms, p99 {_p99(taken) * 1000:5.1f} ms ({_p99(taken) / _p99(stock):.2f})"
        for what, taken in (("fresh", fresh), ("again", again), ("stock", stock))
    ]
    return "; ".join(told) + (f" without {', '.join(sorted(gaps))}" if gaps else "")


def _p99(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=100)[98]


async def beside(path: Path) -> list[tuple[str, str]]:
    """What the plugin costs on pages of Datasette's own: each request with and without it, one after the other."""
    askers = {}
    for ours in (True, False):
        with _plugin(ours):
            site = Datasette([], immutables=[str(path)], memory=True, settings={"suggest_facets": False})
            await site.invoke_startup()
            askers[ours] = Asker.of(site)
    figures = []
    for name, address in (
        ("the home page", "/"),
        ("a database that is not ours", "/_memory"),
        ("a query that is not ours", "/_memory/-/query.json?sql=select+1" if hasattr(Datasette, "add_query") else "/_memory.json?sql=select+1"),
        ("a table of a case, JSON", f"/{path.stem}/attributions.json?_size=50"),
    ):  # fmt: skip
        ratios = []
        for turn in range(PAIRS):
            taken = {}
            # Whichever comes second finds more in the processor's memory.
            for ours in (True, False) if turn % 2 else (False, True):
                with _plugin(ours):
                    await askers[ours].get(address)
                taken[ours] = askers[ours].taken[-1]
            ratios.append(taken[True] / taken[False])
        figures.append((f"{name}: with the plugin by without it", f"{statistics.median(ratios[WARM:]):.3f}"))
    return figures


@contextmanager
def _plugin(there: bool) -> Iterator[None]:
    """Take the plugin away for a while, unless it is to be ``there``."""
    plugin = pm.get_plugin("hearsay")
    if not there:
        pm.unregister(plugin)
    try:
        yield
    finally:
        if not there:
            pm.register(plugin, name="hearsay")
