"""``match`` and ``clusters``: texts in, what says the same out, with the model that is asked about their meaning."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hearsay_to_sqlite.errors import DatabaseError, InputError, UsageError
from hearsay_to_sqlite.resolve.matching import groups
from hearsay_to_sqlite.resolve.matching.finding import Finder, Nearness
from hearsay_to_sqlite.run.lines import MAX_LINE
from hearsay_to_sqlite.sources.locations import STDIN

if TYPE_CHECKING:
    from hearsay_to_sqlite.resolve.matching.embedding import Model


@dataclass(frozen=True, slots=True)
class Question:
    """A text, and the id by which its answer is known."""

    id: object
    text: str


def loaded(folder: Path) -> Model:
    """Load the sentence-embedding model in ``folder``.

    Raises UsageError where the extra ``semantic`` or a file of the model is missing or broken.
    """
    # Late: without a model none of this may be needed, and it takes longer to import than a small run takes.
    try:
        from hearsay_to_sqlite.resolve.matching.embedding import Model

        return Model(folder)
    except ImportError as error:
        raise UsageError(
            'a model needs ONNX Runtime. Install it with: pip install "datasette-hearsay[semantic]".'
        ) from error


def prepared(database: Path, folder: Path) -> Model:
    """Load the model in ``folder``, write the vectors that claims of ``database`` lack, and return the model.

    Raises what ``loaded`` raises, and DatabaseError where the vectors cannot be written.
    """
    model = loaded(folder)
    from hearsay_to_sqlite.resolve.matching.meaning import bring_up_to_date

    bring_up_to_date(database, model)
    return model


def grouped(texts: Mapping[str, str], folder: Path | None) -> dict[str, str]:
    """Return for each id of ``texts`` the id of its cluster, by meaning too with the model in ``folder``.

    Raises what ``loaded`` raises.
    """
    if folder is None:
        return groups.clusters(texts.items())
    model = loaded(folder)
    from hearsay_to_sqlite.resolve.matching.meaning import Among

    return groups.clusters(texts.items(), groups.ALIKE_IN_MEANING, among=partial(Among, model))


def by_meaning(connection: sqlite3.Connection, model: Model) -> Nearness:
    """Return what compares texts with the claims' vectors."""
    from hearsay_to_sqlite.resolve.matching.meaning import Meaning

    return Meaning(connection, model)


def answers(
    connection: sqlite3.Connection,
    arguments: Iterable[str],
    stdin: Iterable[bytes],
    top: int,
    model: Model | None = None,
) -> Iterator[tuple[str, str]]:
    """Yield a line of JSON for each text, or what was refused and why: one of the two is empty.

    Raises DatabaseError where the claims are not indexed, as after a run that was killed.
    """
    waiting = connection.execute("select 1 from _match_pending limit 1").fetchone()
    if waiting is not None:
        raise DatabaseError("some claims are not indexed yet. Finish the run: hearsay-to-sqlite resolve DB")
    finder = Finder(connection, meaning=by_meaning(connection, model) if model else None)
    number = 0
    for argument in arguments:
        if argument == STDIN:
            for line, data in enumerate(stdin, 1):
                if data.strip():
                    yield _answer_line(finder, line, data, top)
        else:
            number += 1
            yield _answer(finder, Question(number, argument), top), ""


def _answer_line(finder: Finder, line: int, data: bytes, top: int) -> tuple[str, str]:
    try:
        return _answer(finder, question(data), top), ""
    except InputError as error:
        return "", f"-:{line}: {error.what}"


def question(data: bytes) -> Question:
    """Return what a line of JSON asks. Raises InputError for anything but an object with "id" and "text"."""
    if len(data) > MAX_LINE:
        raise InputError(f"the line is longer than {MAX_LINE} bytes.")
    try:
        given: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not a line of JSON: {error}.") from error
    if not isinstance(given, dict) or not isinstance(given.get("text"), str) or "id" not in given:
        raise InputError('expected an object with "id" and "text".')
    return Question(given["id"], given["text"])


def _answer(finder: Finder, asked: Question, top: int) -> str:
    # ASCII only: half of a surrogate pair, which JSON can hold, cannot be written as UTF-8.
    found = [asdict(match) for match in finder.matches(asked.text, top)]
    return json.dumps({"id": asked.id, "matches": found})
