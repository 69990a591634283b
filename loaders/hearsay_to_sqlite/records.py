"""What flows through the loaders: frozen dataclasses, and ids that depend on nothing but what they name.

All offsets count Unicode code points into the article's text; ends are exclusive.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol, TypeVar

Row = Mapping[str, Any]
"""One row of one table: column name to value."""

In = TypeVar("In")
Out = TypeVar("Out")


class Each(Protocol):
    """As ``map``, perhaps on several cores or machines; what it calls can be imported by another process."""

    def __call__(self, function: Callable[[In], Out], items: Iterable[In], /) -> Iterator[Out]:
        """``function`` of each item, in the order of the items."""


def stable_id(*raw: object) -> str:
    """Sixteen hexadecimal digits that are the same for the same raw values on every machine.

    >>> stable_id("return-to-chaos", 12, 40)
    'b409c093404d5834'
    """
    joined = "\x1f".join(str(part) for part in raw)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Span(NamedTuple):
    """A stretch of an article's text: start inclusive, end exclusive, in code points."""

    start: int
    end: int


class Passage(NamedTuple):
    """A stretch of an article and what it is: headline, body, caption, pull-quote or boilerplate."""

    start: int
    end: int
    kind: str


class Attribution(NamedTuple):
    """One act of reported speech or thought, as the extractor finds it or an import gives it.

    ``speaker`` is the fullest name of the speaker found in the article ("Kenneth McKenzie" for a "he"), ``speaker_kind``
    the kind of actor it names; ``resolve`` turns both into ``actor_id``. ``nested_in`` and ``repeat_of`` are ids
    of other attributions of the same article.
    """

    id: str
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    quoted: tuple[Span, ...] = ()
    source_kind: str = "none"
    quote_type: str = "indirect"
    act: str = "assert"
    act_basis: str | None = None
    polarity: str = "positive"
    condition: str | None = None
    certainty: str | None = None
    speaker: str | None = None
    speaker_kind: str | None = None
    speaker_role: str | None = None
    on_behalf_of: str | None = None
    target: str | None = None
    target_kind: str | None = None
    actor_id: str | None = None
    on_behalf_of_id: str | None = None
    target_id: str | None = None
    nested_in: str | None = None
    repeat_of: str | None = None
    medium: str | None = None
    via: str | None = None
    via_actor_id: str | None = None
    said_on: str | None = None
    said_on_basis: str | None = None
    method: str = "extracted"
    rule: str | None = None
    confidence: float | None = None


class Mention(NamedTuple):
    """Where an actor is named in an article: ``name`` is the spelling at the span, ``actor`` the fullest name of it."""

    start: int
    end: int
    name: str
    actor: str
    kind: str
    actor_id: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, group, body, government, outlet, class or unnamed source, with the spellings it was met by."""

    id: str
    name: str
    kind: str
    role: str | None = None
    names: tuple[str, ...] = ()
    origin: str = "extracted"


@dataclass(frozen=True, slots=True)
class Article:
    """An article as a source reads it, with whatever the later stages have added.

    ``retrieved_at`` and ``saved_copy`` are of what was fetched: when, and where the copy lies seen from the database's folder.
    ``attributions`` is None until the extractor has run; a source that already knows who said what gives them itself.
    """

    id: str
    title: str
    text: str
    location: str
    source: str
    source_sha256: str
    text_sha256: str
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published_on: str | None = None
    published_on_basis: str | None = None
    language: str | None = None
    encoding: str | None = None
    retrieved_at: str | None = None
    saved_copy: str | None = None
    passages: tuple[Passage, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that was refused: where it stands, why, and at most 64 KiB of the input itself."""

    location: str
    reason: str
    raw: bytes = b""
    line: int | None = None


def refusal(location: str, line: int | None, reason: str) -> str:
    """What is said of a refused input, in one line; reasons that name their location already are whole.

    >>> refusal("a.csv", 3, "no text."), refusal("a.csv", None, "a.csv: damaged.")
    ('a.csv:3: no text.', 'a.csv: damaged.')
    """
    place = location if line is None else f"{location}:{line}"
    return reason if location in reason else f"{place}: {reason}"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a location that the user should know though nothing was refused, such as a column not used.

    The same words from the same source are said once in a run, with all the ``names`` that came with them.
    """

    source: str
    text: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that a source gives ready for their tables, such as those of a case file; upserted in this order.

    ``yielding`` rows, those of an import, never change a row that is there already: a person may have written it.
    """

    tables: Mapping[str, tuple[Row, ...]] = field(default_factory=dict)
    location: str = ""
    yielding: bool = False
