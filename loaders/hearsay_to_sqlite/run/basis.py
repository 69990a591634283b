"""From what an article's attributions are found: the same text read by the same rules gives the same again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

import hearsay_to_sqlite
from hearsay_to_sqlite.errors import UsageError
from hearsay_to_sqlite.records import Article, stable_id

RULES = ("attribution", "clean", "vocabulary")
"""The rooms by which it is decided what is found."""

ENDINGS = (".py", ".yml")


def basis(article: Article, model: str | None) -> str:
    """A hash of all that ``attribution.find`` goes by: the article as it reads it, its own code and words, the model.

    ``article`` is as its source gave it; ``model`` is the path of a trained model. Raises UsageError where that cannot
    be read.
    """
    return stable_id(
        _rules(),
        _content(model),
        article.id,
        article.text_sha256,
        article.passages,
        article.published_on,
        article.byline,
        article.publisher,
    )


@cache
def _rules() -> str:
    found = hashlib.sha256(metadata.version("datasette-hearsay").encode())
    folder = Path(hearsay_to_sqlite.__file__).parent
    for room in RULES:
        for file in sorted((folder / room).iterdir()):
            if file.suffix in ENDINGS:
                found.update(file.read_bytes())
    return found.hexdigest()


@cache
def _content(model: str | None) -> str | None:
    try:
        return None if model is None else hashlib.sha256(Path(model).read_bytes()).hexdigest()
    except OSError as error:
        # A refused input is tried again with the model of its time, which may be gone.
        raise UsageError(
            f"the model {model} cannot be read: {error.strerror}. Put it back, or load without it."
        ) from error
