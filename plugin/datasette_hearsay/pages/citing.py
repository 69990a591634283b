"""How to cite what a page shows, in one line; which version of the dataset it was is added to each."""

from __future__ import annotations

import asyncio
from typing import Any

from .. import quoting
from ..phrasing import day, plural, shorten
from ..reading import Row

CASE = "case"
"""The SQL behind the name of the case, which every page may need."""


def statement(statement: Row, url: str) -> str:
    """Speaker, words, article, outlet, day, where in the article they stand, and the address. Marks only where due."""
    shown = statement["shown"]
    text = shorten(shown["text"] or "", 400)
    words = f"“{text}”" if shown["marks"] else text
    label = f" [{shown['label']}]" if shown["label"] else ""
    speaker = shorten(statement["speaker"] or quoting.NOBODY)
    parts = [
        f"{speaker}: {words}{label}",
        shorten(statement["article_title"]),
        shorten(statement["outlet"] or ""),
        day(statement["said_on"] or statement["published_on"]),
    ]
    place = ""
    if statement["content_start"] is not None:
        place = f", characters {statement['content_start']}–{statement['content_end']}"
    return (
        ". ".join(part.rstrip(".") for part in parts if part) + f". Statement {statement['id']}{place}. {url}"
    )


def claim(title: str, id: str, url: str) -> str:
    """The claim as an allegation, its id and its address."""
    return f"{title.rstrip('.')}. Claim {id}. {url}"


def article(row: Row, url: str) -> str:
    """Who wrote it, title, outlet, day, the hash of its text, and the address of its page."""
    parts = [row["byline"], row["title"], row["origin_outlet"] or row["publisher"], day(row["published_on"])]
    text = f". Text SHA-256 {row['text_sha256']}" if row["text_sha256"] else ""
    return ". ".join(shorten(part, 200).rstrip(".") for part in parts if part) + f"{text}. {url}"


def dataset(case: Row, title: str, held: Row, url: str) -> str:
    """The case, who curated it, its licence, the ``texts`` and ``statements`` that are ``held``, and the address of its overview."""
    curator = f"Curated by {case['curated_by']}" if case.get("curated_by") else None
    holds = None
    if held.get("texts"):
        holds = (
            f"Holds {plural(held['texts'], 'text')} and {plural(held.get('statements') or 0, 'statement')}"
        )
    parts = [title, curator, case.get("licence"), holds]
    return ". ".join(shorten(part, 400).rstrip(".") for part in parts if part) + f". {url}"


def page(title: str, case: Row | None, url: str) -> str:
    """Any other page, and the case to which it belongs."""
    line = shorten(title, 200).rstrip(".")
    of = f" {shorten(case['title'], 200).rstrip('.')}." if case and case["title"] != title else ""
    return f"{line}{'' if line.endswith('?') else '.'}{of} {url}"


def versioned(text: str, name: str, sha256: str | None) -> str:
    """The same with the version of the dataset: the hash of its file, where the file does not change."""
    version = f"SHA-256 {sha256}" if sha256 else "which may still change"
    return f"{text} Dataset {name}, {version}."


async def sha256(database: Any) -> str | None:
    """The hash of an immutable database, counted once where nobody counted it beforehand; None for one that may change."""
    if database.is_mutable:
        return None
    if database.cached_hash:
        return str(database.cached_hash)
    found: str | None = await asyncio.get_running_loop().run_in_executor(None, lambda: database.hash)
    return found
