"""A run cut into pieces of work that any process can do by itself, and what comes of each: rows ready to be written."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from hearsay_to_sqlite.records import Article, Reject, Remark, Rows
from hearsay_to_sqlite.resolve import actors
from hearsay_to_sqlite.run.basis import basis
from hearsay_to_sqlite.run.reading import Task, extracted, given
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.store.found_before import FoundBefore
from hearsay_to_sqlite.store.prepared import Prepared, digest, rows_of, text_key

WHOLE = 1024 * 1024
"""Bytes up to which a location is read by one worker and sent back whole; of a larger one each article is handed out."""

PACKED = (".zip", ".tar", ".tgz", ".tbz2", ".txz", ".gz", ".bz2", ".xz")
"""Endings of what may hold far more than its own size."""


@dataclass(frozen=True, slots=True)
class How:
    """What is done with the articles of a run.

    ``model`` is the path of a trained model; each process reads it once. ``known`` are the actors that somebody has
    named, and ``edition`` counts how often these have changed since the run began. What was found ``before`` from the
    same text by the same rules is not looked for again.
    """

    extract: bool = True
    model: str | None = None
    known: actors.Known = field(default_factory=actors.Known.from_rows)
    edition: int = 0
    before: FoundBefore | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A location that one worker reads to its end."""

    task: Task
    how: How


@dataclass(frozen=True, slots=True)
class Piece:
    """One article of a location that is too large for one worker."""

    article: Article
    how: How


@dataclass(frozen=True, slots=True)
class Ready:
    """An article to be written, and the edition of the known actors by which its actors have their ids."""

    prepared: Prepared
    edition: int


@dataclass(frozen=True, slots=True)
class Done:
    """Said of a location when all that is in it has been said."""

    location: str


Work = Whole | Piece | Rows | Reject | Remark | Done
Result = Ready | Rows | Reject | Remark | Done


def pieces(task: Task, how: How) -> Iterator[Work]:
    """The work that a location makes: one piece where it is small, and one for each article of a large one."""
    if not _is_large(task.location):
        yield Whole(task, how)
        return
    for item in given(task):
        yield Piece(item, how) if isinstance(item, Article) else item
    yield Done(task.location.name)


def _is_large(location: Location) -> bool:
    if location.data is not None:
        return len(location.data) > WHOLE
    if location.path is None:
        return False
    try:
        return location.suffix in PACKED or os.stat(location.path).st_size > WHOLE
    except OSError:
        # Whoever reads it will say what is wrong.
        return False


def results(work: Work) -> Iterator[Result]:
    """What comes of a piece of work, one thing at a time, so that a location of any size needs no more memory."""
    if isinstance(work, Whole):
        for item in given(work.task):
            yield _result(item, work.how) if isinstance(item, Article) else item
        yield Done(work.task.location.name)
    elif isinstance(work, Piece):
        yield _result(work.article, work.how)
    else:
        yield work


def answer(work: Work) -> list[Result]:
    """As ``results``, all at once: what a worker sends back."""
    return list(results(work))


def answer_if_seen(work: Work) -> list[Result] | Whole:
    """As ``answer``; the work itself where it is a file that this machine does not have."""
    if (
        isinstance(work, Whole)
        and (path := work.task.location.path) is not None
        and not os.path.lexists(path)
    ):
        return work
    return answer(work)


def _result(article: Article, how: How) -> Ready | Reject:
    if not how.extract or article.attributions is not None:
        return Ready(resolved(article, how.known, article), how.edition)
    origin = basis(article, how.model)
    if how.before is not None and (stands := how.before.count(article.id, origin)) is not None:
        return Ready(Prepared(article, None, text_key(article.text), origin, stands), how.edition)
    found = extracted(article, how.model)
    if isinstance(found, Reject):
        return found
    return Ready(replace(resolved(found, how.known, article), basis=origin), how.edition)


def resolved(found: Article, known: actors.Known, article: Article | None = None) -> Prepared:
    """The rows of an article and what was found in it, with their actors' ids; ``article`` is as its source gave it."""
    with_ids, cast = actors.resolve(found, known)
    return Prepared(article or found, rows_of(with_ids, cast, digest(found)), text_key(found.text))
