"""``attributions``: from texts to JSON lines of who says what in them, without a database, at a steady memory."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from hearsay_to_sqlite import attribution
from hearsay_to_sqlite.clean.passages import split
from hearsay_to_sqlite.errors import InputError
from hearsay_to_sqlite.records import Article, Attribution, Reject, Rows, refusal
from hearsay_to_sqlite.run.parallel import processes
from hearsay_to_sqlite.run.reading import FAULTS, Task, items, trained
from hearsay_to_sqlite.sources.locations import STDIN, Location, expand

MAX_LINE = 64 * 1024 * 1024
"""Bytes: a longer line is refused."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one input: lines of JSON to print, and what to say about what was refused."""

    lines: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of JSON from standard input."""

    number: int
    data: bytes
    model: str | None = None


def answers(
    arguments: Iterable[str],
    stdin: Iterable[bytes],
    source: str | None = None,
    workers: int = 1,
    model: str | None = None,
) -> Iterator[Answer]:
    """One answer for each line of standard input (``-``) and each other location, in order."""
    trained(model)
    inputs = (item for argument in arguments for item in _inputs(argument, stdin, source, model))
    with processes(workers) as each:
        yield from each(answer, inputs)


def _inputs(
    argument: str, stdin: Iterable[bytes], source: str | None, model: str | None
) -> Iterator[Line | Task]:
    if argument == STDIN:
        yield from (Line(number, data, model) for number, data in enumerate(stdin, 1) if data.strip())
    else:
        yield from (Task(location, source, model=model) for location in expand([argument]))


def answer(given: Line | Task) -> Answer:
    """The attributions of one line or one location, as JSON."""
    if isinstance(given, Line):
        try:
            doc_id, document = _document(given)
            article = attribution.find(document, trained(given.model))
        except (InputError, *FAULTS) as error:
            return Answer(refused=(f"-:{given.number}: {getattr(error, 'what', error)}",))
        return Answer((_json(article, doc_id),))
    lines, refused = [], []
    for item in items(given):
        if isinstance(item, Article):
            lines.append(_json(item, item.id))
        elif isinstance(item, Reject):
            refused.append(refusal(item.location, item.line, item.reason))
        elif isinstance(item, Rows) and not lines:
            refused.append(f"{given.location.name}: this holds rows for a database, not an article.")
    return Answer(tuple(lines), tuple(refused))


def _document(line: Line) -> tuple[object, Article]:
    """The document in a line, and the id that it was given, which the answer must give back as it is."""
    if len(line.data) > MAX_LINE:
        raise InputError(f"the line is longer than {MAX_LINE} bytes.")
    try:
        given = json.loads(line.data)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not a line of JSON: {error}.") from error
    if not isinstance(given, dict) or not isinstance(given.get("text"), str) or "doc_id" not in given:
        raise InputError('expected an object with "doc_id" and "text".')
    text: str = given["text"]
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    article = Article(
        id=str(given["doc_id"]),
        title=str(given.get("title", "")),
        text=text,
        location=Location(STDIN).name,
        source="line",
        source_sha256=digest,
        text_sha256=digest,
        published_on=_text(given.get("published_on")),
        language=_text(given.get("language")),
        passages=split(text),
    )
    return given["doc_id"], article


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _json(article: Article, doc_id: object) -> str:
    found = [_row(one) for one in article.attributions or ()]
    # ASCII only: half of a surrogate pair, which JSON can hold, cannot be written as UTF-8.
    return json.dumps({"doc_id": doc_id, "attributions": found})


def _row(found: Attribution) -> dict[str, Any]:
    return {
        "source": found.source,
        "cue": found.cue,
        "content": found.content,
        "quoted": found.quoted,
        "quote_type": found.quote_type,
        "act": found.act,
        "actor": found.speaker,
        "source_kind": found.source_kind,
        "polarity": found.polarity,
        "condition": found.condition,
        "certainty": found.certainty,
        "target": found.target,
        "said_on": found.said_on,
        "medium": found.medium,
        "nested_in": found.nested_in,
        "repeat_of": found.repeat_of,
        "rule": found.rule,
        "confidence": found.confidence,
        "id": found.id,
    }
