"""The SQL of the loaders, a file a statement; ``read("compare/articles")`` gives the text of one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def read(name: str) -> str:
    """Return the statement in ``sql/<name>.sql``.

    Raises FileNotFoundError for a name that is not there, which is a mistake in our own code.
    """
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


@cache
def statements(name: str) -> tuple[str, ...]:
    """Return the statements in ``sql/<name>.sql``, which hold no semicolon but those between them."""
    return tuple(part.strip() for part in read(name).split(";") if part.strip())
