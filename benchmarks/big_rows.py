"""The rows of a large invented case, article by article: texts with statements in their places, and everything that pages show."""

from __future__ import annotations

import random
import sqlite3
from itertools import islice
from typing import Any

PER_ARTICLE = 10
BATCH = 2_000
OUTLETS, FACETS, ACCOUNTS, FRAMINGS = 200, 200, 12, 12
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
KINDS = ["number-changed", "negation-changed", "hedge-lost", "reworded", "name-changed", "omitted"]
Rows = dict[str, list[tuple[Any, ...]]]

INSERTS = {
    "articles": """insert into articles (id, title, publisher_id, published_on, published_on_basis, language, wording, text)
        values (?, ?, ?, ?, 'metadata', 'en', 'original', ?)""",
    "copies": "insert into copies values (?, ?, 'edited', 'known', 0.9, 0.95, 'the same sentences', 'extracted')",
    "roots": "insert into _article_roots values (?, ?)",
    "passages": "insert into passages values (?, ?, ?, ?, ?)",
    "utterances": "insert into utterances (id, actor_id, said_on, said_on_basis) values (?, ?, ?, 'explicit')",
    "attributions": """insert into attributions (
            id, article_id, source_text, source_kind, source_start, source_end, cue_text, cue_start, cue_end, content_text,
            content_start, content_end, quotation, quote_type, wording, act, actor_id, target_id, utterance_id, said_on,
            said_on_basis, method, rule, extraction_confidence, review_status, anchor
        ) values (?, ?, ?, ?, ?, ?, 'said', ?, ?, ?, ?, ?, ?, ?, 'original', ?, ?, ?, ?, ?, ?, 'extracted', ?, 0.8, ?, 'text-match')""",
    "spans": "insert into attribution_spans values (?, ?, 0, ?, ?, ?)",
    "parts": "insert into attribution_actors values (?, ?, ?, 'unknown', 0)",
    "mentions": """insert into mentions (article_id, actor_id, name, start, "end") values (?, ?, ?, ?, ?)""",
    "claims": "insert or ignore into claim_attributions values (?, ?, ?, 'extracted', 0.9, null)",
    "changes": """insert into wording_changes (
            id, article_id, start, "end", copied_from_id, copied_start, copied_end, similarity, kind, why, method
        ) values (?, ?, ?, ?, ?, ?, ?, 0.8, ?, 'seen side by side', 'extracted')""",
}
"""What is written for each article, in the order of their references."""


def fill(db: sqlite3.Connection, statements: int, seed: int) -> None:
    """Write a case of so many statements: a tenth as many articles, one in fifty a copy of the one before it; a fiftieth as
    many claims, 200 statements an actor. The same numbers and seed give the same rows."""
    chance = random.Random(seed)
    articles, actors, claims = statements // PER_ARTICLE, max(2, statements // 200), max(2, statements // 50)
    _known(db, chance, actors, claims)
    numbers = iter(range(articles))
    while batch := list(islice(numbers, BATCH)):
        rows: Rows = {name: [] for name in INSERTS}
        for number in batch:
            _article(rows, chance, number, actors, claims)
        for name, statement in INSERTS.items():
            db.executemany(statement, rows[name])
    _comparisons(db, chance, articles, claims)


def _known(db: sqlite3.Connection, chance: random.Random, actors: int, claims: int) -> None:
    """What articles refer to: outlets, actors with their spellings, claims."""
    many = db.executemany
    many(
        "insert into outlets (id, name) values (?, ?)",
        ((f"outlet-{n}", f"Outlet {n}") for n in range(OUTLETS)),
    )
    many(
        "insert into actors (id, name, kind, origin) values (?, ?, 'person', 'curated')",
        ((f"actor-{n}", f"Actor {n}") for n in range(actors)),
    )
    many(
        "insert into actor_names values (?, ?, ?, 'extracted')",
        ((f"actor-{n}", name, f"ktr {n}") for n in range(actors) for name in (f"Actor {n}", f"Aktor {n}")),
    )
    many(
        "insert into claims (id, proposition, claimant_id, origin) values (?, ?, ?, ?)",
        (
            (f"claim-{n}", words(chance, 8), f"actor-{n % actors}", "curated" if n % 4 else "proposed")
            for n in range(claims)
        ),
    )


def words(chance: random.Random, count: int) -> str:
    """So many words."""
    return " ".join(chance.choices(WORDS, k=count))


def _day(chance: random.Random) -> str:
    return f"2021-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"


def _article(rows: Rows, chance: random.Random, number: int, actors: int, claims: int) -> None:
    """One article with its statements; where it is a copy, its utterances are those of the one before it."""
    id, copied = f"article-{number}", f"article-{number - 1}" if number % 50 == 1 else None
    title = f"Article {number}"
    text = f"{title}\n\n"
    rows["passages"].append((id, 0, 0, len(title), "headline"))
    for place in range(PER_ARTICLE):
        before = len(text)
        text += _statement(
            rows, chance, id, number * PER_ARTICLE + place, before, bool(copied), actors, claims
        )
        rows["passages"].append((id, place + 1, before, len(text), "body"))
        if copied and place < len(KINDS):
            change = (
                f"change-{number}-{place}",
                id,
                before,
                len(text) - 2,
                copied,
                before,
                len(text) - 2,
                KINDS[place],
            )
            rows["changes"].append(change)
    rows["articles"].append((id, title, f"outlet-{chance.randrange(OUTLETS)}", _day(chance), text))
    if copied:
        rows["copies"].append((id, copied))
        rows["roots"].append((id, copied))


def _statement(
    rows: Rows,
    chance: random.Random,
    article: str,
    n: int,
    start: int,
    copied: bool,
    actors: int,
    claims: int,
) -> str:
    """One statement with its spans, mention and claim; return its sentence, which begins at ``start``."""
    id, act, actor = f"statement-{n}", chance.choice(ACTS), chance.randrange(actors)
    name = f"{'Aktor' if n % 7 == 0 else 'Actor'} {actor}"
    said, quoted = words(chance, 12), n % 3 == 0
    sentence = f"{name} said “{said}”." if quoted else f"{name} said {said}."
    cue = start + len(name) + 1
    content = cue + len("said ") + quoted
    end = content + len(said)
    utterance = f"utterance-{n - PER_ARTICLE * copied}" if copied or n // PER_ARTICLE % 50 == 0 else None
    day = _day(chance) if n % 2 else None
    if utterance and not copied:
        rows["utterances"].append((utterance, f"actor-{actor}", day))
    target = f"actor-{chance.randrange(actors)}" if act in ("accuse", "threaten", "condemn") else None
    rows["attributions"].append(
        (
            id, article, name, chance.choice(SOURCES), start, start + len(name), cue, cue + 4, said, content, end,
            said if quoted else None, "direct" if quoted else "indirect", act, f"actor-{actor}", target, utterance, day,
            day and "explicit", f"rule-{n % 12}",
            "withdrawn" if n % 1000 == 0 else "machine" if n % 5 else "reviewed",
        )
    )  # fmt: skip
    spans = [
        ("source", start, start + len(name), name),
        ("cue", cue, cue + 4, "said"),
        ("content", content, end, said),
    ]
    if quoted:
        spans.append(("quoted", content, end, said))
    rows["spans"] += [(id, *span) for span in spans]
    rows["parts"].append((id, f"actor-{actor}", "speaker"))
    if target:
        rows["parts"].append((id, target, "target"))
    rows["mentions"].append((article, f"actor-{actor}", name, start, start + len(name)))
    if n % 3 == 0:
        rows["claims"].append((f"claim-{chance.randrange(claims)}", id, chance.choice(STANCES)))
    return f"{sentence}\n\n"


def _comparisons(db: sqlite3.Connection, chance: random.Random, articles: int, claims: int) -> None:
    """Questions with different answers, framings, contradicting claims, published verdicts, notices."""
    many = db.executemany
    many(
        "insert into facets (id, question, unit) values (?, ?, 'barrels')",
        ((f"facet-{n}", f"How many in case {n}?") for n in range(FACETS)),
    )
    many(
        """insert into accounts (id, facet_id, article_id, value, low, difference, decided_by)
        values (?, ?, ?, ?, ?, 'conflict', 'tester')""",
        (
            (f"account-{n}-{k}", f"facet-{n}", f"article-{chance.randrange(articles)}", str(value), value)
            for n in range(FACETS)
            for k in range(ACCOUNTS)
            for value in [chance.randrange(2, 6)]
        ),
    )  # fmt: skip
    many(
        "insert into framings values (?, ?, 'A story.')",
        ((f"framing-{n}", f"Framing {n}") for n in range(FRAMINGS)),
    )
    many(
        "insert into claim_framings values (?, ?, 'tester', '2022', 'It fits.', 'agreed')",
        ((f"claim-{n}", f"framing-{n // 10 % FRAMINGS}") for n in range(0, claims, 10)),
    )
    many(
        "insert into claim_relations values (?, ?, 'contradicts', null)",
        ((f"claim-{n}", f"claim-{n + 1}") for n in range(0, claims - 1, 20)),
    )
    many(
        "insert into reviews (id, publisher, url, rating_text, published_on) values (?, 'Checkers', 'https://checkers.example/', 'Mostly so', ?)",
        ((f"review-{n}", _day(chance)) for n in range(0, claims, 40)),
    )
    many(
        "insert into review_claims values (?, ?, 'same', 'imported', null)",
        ((f"review-{n}", f"claim-{n}") for n in range(0, claims, 40)),
    )
