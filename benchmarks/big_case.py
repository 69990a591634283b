"""A large invented case, made straight in SQLite through the schema: seeded, nothing stored; and what its pages cost.

``python -m benchmarks big_case`` makes 200,000 statements; ``HEARSAY_STATEMENTS=1000000`` another number.
"""

from __future__ import annotations

import asyncio
import os
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from datasette.app import Datasette

from benchmarks.pages import cpu
from hearsay_to_sqlite.store import kept, schema, search, views
from hearsay_to_sqlite.store.connection import transaction

STATEMENTS = 200_000
PATHS = {
    "overview": "",
    "review": "/review",
    "method": "/method",
    "corrections": "/corrections",
    "actor": "/actor/actor-3",
    "claim": "/claim/claim-3",
    "article": "/article/article-3",
    "discrepancies": "/discrepancies",
}
ACTS = ["assert"] * 8 + ["accuse", "deny", "condemn", "threaten", "predict", "call-for"]
SOURCES = ["named"] * 6 + ["collective", "anonymous", "none", "document"]
STANCES = ["asserts"] * 5 + ["denies", "questions", "withholds"]
WORDS = [
    "the",
    "harbour",
    "ministry",
    "said",
    "dockers",
    "grain",
    "fire",
    "barrels",
    "night",
    "inspector",
    "union",
    "strangers",
    "guards",
    "burned",
    "seven",
]


def write(path: Path, statements: int = STATEMENTS, seed: int = 7) -> None:
    """Write a case of so many statements: a tenth as many articles, a fiftieth as many claims, 200 statements an actor.

    The same numbers and seed give the same rows.
    """
    chance = random.Random(seed)
    with schema.writing(path) as db:
        with transaction(db):
            _fill(db, chance, statements)
        views.bake(db)
        search.rebuild(db)
        kept.keep(db)


def _fill(db: sqlite3.Connection, chance: random.Random, statements: int) -> None:
    articles, actors = statements // 10, max(2, statements // 200)
    claims, outlets = max(1, statements // 50), 200
    many = db.executemany
    many(
        "insert into outlets (id, name) values (?, ?)",
        ((f"outlet-{n}", f"Outlet {n}") for n in range(outlets)),
    )
    many(
        "insert into actors (id, name, kind, origin) values (?, ?, 'person', 'curated')",
        ((f"actor-{n}", f"Actor {n}") for n in range(actors)),
    )
    many(
        "insert into articles (id, title, publisher_id, published_on, wording) values (?, ?, ?, ?, 'original')",
        (
            (f"article-{n}", f"Article {n}", f"outlet-{chance.randrange(outlets)}", _day(chance))
            for n in range(articles)
        ),
    )
    many(
        "insert into claims (id, proposition, claimant_id, origin) values (?, ?, ?, ?)",
        (
            (f"claim-{n}", _words(chance, 8), f"actor-{n % actors}", "curated" if n % 4 else "proposed")
            for n in range(claims)
        ),
    )
    many(ATTRIBUTION, (_attribution(chance, n, articles, actors) for n in range(statements)))
    many(
        "insert or ignore into claim_attributions values (?, ?, ?, 'extracted', 0.9, null)",
        (
            (f"claim-{chance.randrange(claims)}", f"statement-{n}", chance.choice(STANCES))
            for n in range(0, statements, 3)
        ),
    )


ATTRIBUTION = """
insert into attributions (
    id, article_id, source_text, source_kind, cue_text, content_text, quotation, quote_type, wording, act, actor_id,
    target_id, said_on, said_on_basis, method, rule, extraction_confidence, review_status, anchor
) values (?, ?, ?, ?, 'said', ?, ?, ?, 'original', ?, ?, ?, ?, 'explicit', 'extracted', ?, 0.8, ?, 'not-anchored')
"""


def _attribution(chance: random.Random, n: int, articles: int, actors: int) -> tuple[object, ...]:
    act, actor = chance.choice(ACTS), chance.randrange(actors)
    quoted = n % 3 == 0
    words = _words(chance, 12)
    return (
        f"statement-{n}",
        f"article-{n % articles}",
        f"Actor {actor}",
        chance.choice(SOURCES),
        words,
        words if quoted else None,
        "direct" if quoted else "indirect",
        act,
        f"actor-{actor}",
        f"actor-{chance.randrange(actors)}" if act in ("accuse", "threaten", "condemn") else None,
        _day(chance) if n % 2 else None,
        f"rule-{n % 12}",
        "withdrawn" if n % 1000 == 0 else "machine" if n % 5 else "reviewed",
    )


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def _day(chance: random.Random) -> str:
    return f"2021-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"


def run() -> Iterator[tuple[str, str]]:
    """Yield the name and the figure of each measure."""
    statements = int(os.environ.get("HEARSAY_STATEMENTS", STATEMENTS))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.db"
        write(path, statements)
        yield from asyncio.run(measure(path, statements))


async def measure(path: Path, statements: int) -> list[tuple[str, str]]:
    """The median CPU of each page over the file at ``path``, and what it left out for want of time."""
    datasette = Datasette([], immutables=[str(path)], settings={"suggest_facets": False})
    await datasette.invoke_startup()
    figures = []
    stock = await cpu(datasette, "/big/attributions.json?_size=50")
    figures.append((f"stock table page, JSON, 50 of {statements:,} rows", f"{stock * 1000:.1f} ms"))
    for name, page in PATHS.items():
        for form, ending in (("JSON", ".json"), ("HTML", "")):
            took = await cpu(datasette, f"/-/hearsay/big{page}{ending}")
            gap = (await datasette.client.get(f"/-/hearsay/big{page}.json")).json()["left_out"]
            figures.append(
                (f"{name}, {form}", f"{took * 1000:.1f} ms{' without ' + ', '.join(gap) if gap else ''}")
            )
    return figures
