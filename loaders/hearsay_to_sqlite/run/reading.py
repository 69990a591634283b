"""The pure part of a run: from a location to the articles in it, with their attributions. Any process can do it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hearsay_to_sqlite import attribution
from hearsay_to_sqlite.clean.intervals import order
from hearsay_to_sqlite.clean.urls import canonical, page_key
from hearsay_to_sqlite.errors import InputError, UsageError
from hearsay_to_sqlite.records import Article, Reject, Remark, Rows, stable_id
from hearsay_to_sqlite.sources import registry
from hearsay_to_sqlite.sources.locations import Location

if TYPE_CHECKING:
    from hearsay_to_sqlite.attribution.learned import Model

Item = Article | Rows | Reject | Remark

# A fault of ours that one text brings to light must not end a run over a million others.
FAULTS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Task:
    """One location and what is wanted of it. Articles published wholly before ``since`` are passed over."""

    location: Location
    source: str | None = None
    extract: bool = True
    since: str | None = None
    model: str | None = None
    """Path of a trained model; each process reads it once."""
    refused: Reject | None = None
    """Why there is nothing to be read, where that is known already."""


def items(task: Task) -> Iterator[Item]:
    """Everything in a location with what is found in it; otherwise as ``given``."""
    for item in given(task):
        yield extracted(item, task.model) if isinstance(item, Article) and task.extract else item


def given(task: Task) -> Iterator[Item]:
    """Everything in a location, one thing at a time; what cannot be used comes as a Reject, so that the run goes on.

    Raises UsageError where the source is unknown.
    """
    chosen = registry.named(task.source) if task.source else None
    if task.refused is not None:
        yield task.refused
        return
    try:
        source = chosen or registry.best(task.location)
        for item in source.read(task.location):
            if not isinstance(item, Article):
                yield item
            elif order(item.published_on, task.since) >= 0:
                yield from_the_web(item, task.location)
    except InputError as error:
        # Of what was fetched something is kept, so that it is known that the network did not refuse it.
        raw = task.location.head() if task.location.fetched else b""
        yield Reject(error.location or task.location.name, str(error), raw, error.line)
    except UsageError as error:
        # Two sources fit equally well: one file of a million that looks like two formats must not end the run.
        yield Reject(task.location.name, str(error), task.location.head())
    except (*FAULTS, OSError, EOFError) as error:
        reason = f"it is damaged, or a fault of ours: {type(error).__name__}: {error}."
        yield Reject(task.location.name, reason, task.location.head())


def from_the_web(article: Article, location: Location) -> Article:
    """An article with what is known of how it was fetched; one that is all there is at an address is known by that."""
    if location.fetched is None:
        return article
    url = canonical(location.url or "")
    if article.url is None and url is not None and article.location == location.name:
        article = replace(article, id=stable_id(page_key(url) or url), url=url)
    return replace(article, retrieved_at=location.fetched.retrieved_at, saved_copy=location.fetched.copy)


@cache
def trained(path: str | None) -> Model | None:
    """The model at that path, or None for the rules alone. Raises UsageError where the file is none."""
    if path is None:
        return None
    from hearsay_to_sqlite.attribution import learned

    try:
        return learned.load(Path(path))
    except InputError as error:
        raise UsageError(str(error)) from error


def extracted(article: Article, model: str | None = None) -> Article | Reject:
    """The article with what is found in it; a Reject where the extractor fails over it."""
    try:
        return attribution.find(article, trained(model))
    except FAULTS as error:
        reason = f"the extractor failed: {type(error).__name__}: {error}. Please report this text."
        return Reject(article.location, reason, article.text.encode("utf-8", "replace"))
