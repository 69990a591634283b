"""What a page is: where it stands, what it reads, how its facts are gathered; and the ways in which it can fail."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..reading import Reader, Row
from ..site_charts import OwnChart, Site

Data = dict[str, Any]
"""The facts of one page, as the JSON twin gives them; templates read the same."""

SIZE = 50
LARGEST_SIZE = 1_000


class NotFound(Exception):
    """There is nothing of this id."""


class Gone(Exception):
    """What stood here was withdrawn; ``notices`` say why."""

    def __init__(self, message: str, notices: list[Row]) -> None:
        super().__init__(message)
        self.notices = notices


class Moved(Exception):
    """What was asked for stands at ``url``."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.url = url


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for: the parts of the path, decoded, and the query string's values; what the site's metadata says of
    charts, and those of them that this page shows."""

    parts: Mapping[str, str]
    query: Mapping[str, str]
    site: Site
    own_charts: Sequence[OwnChart]

    @property
    def size(self) -> int:
        """How many items a list gives: ``_size``, within bounds; ``max`` for as many as there may be."""
        return self.size_or(SIZE)

    def size_or(self, usual: int) -> int:
        """The same, for a list that usually gives ``usual`` items."""
        asked = self.query.get("_size", "")
        if asked == "max":
            return LARGEST_SIZE
        return min(_number(asked), LARGEST_SIZE) or usual

    @property
    def after(self) -> int:
        """Where the last list ended: a row's number or how many went before, 0 at the beginning."""
        return _number(self.query.get("_next", ""))

    def text(self, name: str, longest: int = 500) -> str:
        """The value ``name`` of the query string, without spaces round it, and cut; empty where it is not given."""
        return self.query.get(name, "")[:longest].replace("\0", "").strip()


def _number(text: str) -> int:
    """A number of at most nine digits; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


@dataclass(frozen=True, slots=True)
class Page:
    """A kind of page. ``path`` is the regular expression after the database; ``sql`` all that ``build`` may read."""

    name: str
    path: str
    sql: tuple[str, ...]
    build: Callable[[Reader, Ask], Data]
    charts: tuple[str, ...] = field(default=())

    @property
    def template(self) -> str:
        """The template that shows the page."""
        return f"hearsay/{self.name}.html"


def one_more(rows: list[Row], size: int) -> tuple[list[Row], Row | None]:
    """Split a list that was read one item too far into the items and the last of them, if more follow."""
    return (rows[:size], rows[size - 1]) if len(rows) > size else (rows, None)


def next_page(reader: Reader, ask: Ask, number: int | None, *parts: str) -> Data:
    """The keys by which a list goes on: ``next`` and ``next_url``, both null at its end."""
    if number is None:
        return {"next": None, "next_url": None}
    kept = {key: value for key, value in ask.query.items() if key != "_next"}
    return {"next": str(number), "next_url": reader.links.same_format(*parts, **kept, _next=number)}
