"""Plain text: one file, one article. The text is the decoded file, to the character."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from hearsay_to_sqlite.clean.encoding import decode
from hearsay_to_sqlite.clean.language import detect
from hearsay_to_sqlite.clean.passages import split, title
from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Article, Reject
from hearsay_to_sqlite.sources.locations import Location

SUFFIXES = (".txt", ".text")
SCORE = 50
SCORE_WITHOUT_SUFFIX = 10

ID_LENGTH = 16
"""Digits of the file's SHA-256 that make an article's id: enough for a thousand million files."""


class TextSource:
    """Reads plain text files."""

    name = "text"
    describes = "plain text, one article a file (.txt, standard input)"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not."""
        if location.suffix in SUFFIXES:
            return SCORE
        return SCORE_WITHOUT_SUFFIX if location.suffix == "" and _may_be_text(location) else 0

    def read(self, location: Location) -> Iterator[Article | Reject]:
        """The article in a file, or why it is refused."""
        data = location.read_bytes()
        try:
            decoded = decode(data)
        except RejectedInput as error:
            yield Reject(location.name, str(error), data)
            return
        passages = split(decoded.text)
        digest = hashlib.sha256(data).hexdigest()
        yield Article(
            id=digest[:ID_LENGTH],
            title=title(decoded.text, passages),
            text=decoded.text,
            location=location.name,
            source=self.name,
            source_sha256=digest,
            text_sha256=hashlib.sha256(decoded.text.encode("utf-8")).hexdigest(),
            language=detect(decoded.text),
            encoding=decoded.encoding,
            passages=passages,
        )


def _may_be_text(location: Location) -> bool:
    return location.path is not None or location.data is not None
