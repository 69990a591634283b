"""How to cite a statement, in one line."""

from __future__ import annotations

from ..phrasing import day, shorten
from ..reading import Row


def citation(statement: Row, url: str) -> str:
    """Speaker, words, article, outlet, day, where in the article they stand, and the address. Marks only where due."""
    shown = statement["shown"]
    text = shorten(shown["text"] or "", 400)
    words = f"“{text}”" if shown["marks"] else text
    label = f" [{shown['label']}]" if shown["label"] else ""
    speaker = shorten(statement["speaker"] or "Source not given")
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
