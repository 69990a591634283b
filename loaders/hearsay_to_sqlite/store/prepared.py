"""An article with what was found in it, as rows ready to be written: made by any process, written by one."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hearsay_to_sqlite.clean.names import name_key
from hearsay_to_sqlite.records import Actor, Article
from hearsay_to_sqlite.store.attribution_rows import (
    Values,
    attribution_row,
    found_rows,
    people_rows,
    span_rows,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in an article, as rows of each table; ``digest`` is a hash of it before names got their ids."""

    digest: str
    count: int
    actors: tuple[Values, ...]
    names: tuple[Values, ...]
    mentions: tuple[Values, ...]
    attributions: tuple[Values, ...]
    spans: tuple[Values, ...]
    people: tuple[Values, ...]
    called: tuple[Values, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article as its source gave it, and what was found in it; ``found`` is None where nobody has looked.

    ``basis`` is a hash of what it was found from; ``stands`` is how much was found from the same before, which stays.
    """

    article: Article
    found: Found | None
    text_key: str
    basis: str | None = None
    stands: int | None = None


def text_key(text: str) -> str:
    """A hash of a text that is the same however it is spaced and its letters are composed, as another way of saving leaves it."""
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def digest(article: Article) -> str:
    """A hash of what was found in an article, the same on every machine and in every run that finds the same."""
    found = repr((article.id, article.text_sha256, article.mentions, article.attributions))
    return hashlib.sha256(found.encode("utf-8", "surrogatepass")).hexdigest()


def rows_of(article: Article, actors: Sequence[Actor], found: str | None = None) -> Found | None:
    """The rows of an article on which ids of actors are; ``found`` is its ``digest`` before it had them."""
    if article.attributions is None:
        return None
    attributions, text = article.attributions, article.text
    return Found(
        digest=found or digest(article),
        count=len(attributions),
        actors=tuple(actor_rows(actors)),
        names=tuple(name_rows(actors)),
        mentions=tuple(_mentions(article)),
        attributions=tuple(attribution_row(one, article.id, text) for one in attributions),
        spans=tuple(row for one in attributions for row in span_rows(one, text)),
        people=tuple(row for one in attributions for row in people_rows(one)),
        called=tuple(row for one in attributions for row in found_rows(one)),
    )


def actor_rows(actors: Iterable[Actor]) -> Iterator[Values]:
    """The rows of ``actors``."""
    for actor in actors:
        yield actor.id, actor.name, actor.kind, actor.role, actor.origin


def name_rows(actors: Iterable[Actor]) -> Iterator[Values]:
    """The rows of ``actor_names``: each spelling once."""
    for actor in actors:
        for name in dict.fromkeys((actor.name, *actor.names)):
            yield actor.id, name, name_key(name), actor.origin


def _mentions(article: Article) -> Iterator[Values]:
    there = {(one.start, one.end): one for one in article.mentions if one.actor_id is not None}
    for (start, end), one in there.items():
        yield article.id, one.actor_id, one.name, start, end
