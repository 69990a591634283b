"""W3C Web Annotations: those that ``export`` wrote, row by row, and other people's notes on words in articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from hearsay_to_sqlite import vocabulary
from hearsay_to_sqlite.records import Reject, Remark, Row, Rows
from hearsay_to_sqlite.sources import carried, statements
from hearsay_to_sqlite.sources.articles import digest, words
from hearsay_to_sqlite.sources.gathering import Gathering
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.tables import Record, begins_json

SCORE = 75
SIGN = re.compile(rb'www\.w3\.org/ns/anno\.jsonld|"type"\s*:\s*"Annotation"')
MODERATING = "moderating"
TAGGING = "tagging"
QUOTE = "TextQuoteSelector"


class WebAnnotationSource:
    """Reads an annotation, a list of them, or a page of them."""

    name = "web-annotation"
    describes = "W3C Web Annotations: quoted words in articles, with what is said of them"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not."""
        # Whatever the file is called: an export may have been written under any name.
        return SCORE if begins_json(location.head()) and SIGN.search(location.head()) else 0

    def read(self, location: Location) -> Iterator[Rows | Reject | Remark]:
        """The statements in a location, and what was refused or passed over."""
        gathered, later = Gathering(location.name), list[dict[str, list[Row]]]()
        withdrawn = 0
        for record in carried.items(location):
            if isinstance(record, Reject):
                yield record
            elif record.fields.get("motivation") == MODERATING:
                withdrawn += 1
            elif carried.MEMBER in record.fields:
                found = carried.rows(record.fields)
                if found is None:
                    what = f"what it carries in {carried.MEMBER} is no rows."
                    yield Reject(location.name, what, record.raw, record.line)
                elif carried.refers(found):
                    later.append(found)
                else:
                    gathered.add(found)
            else:
                yield from _foreign(record, gathered, location)
            if gathered.full:
                yield from gathered.drain()
        for found in later:
            gathered.add(found)
        yield from gathered.drain()
        if withdrawn:
            yield Remark(self.name, f"withdrawn statements passed over: {withdrawn}")


def _foreign(record: Record, gathered: Gathering, location: Location) -> Iterator[Reject]:
    """Take somebody's note on words: the words are a quotation, the note says in other words what they are."""
    taken = False
    said, tags = _bodies(record.fields)
    for target in _all(record.fields.get("target")):
        fields = {
            "url": _source(target),
            "words": _quoted(target),
            "gist": said,
            "act": next((tag for tag in tags if tag in vocabulary.words("columns", "acts")), ""),
        }
        if fields["url"] and (fields["words"] or said):
            sha = digest({**record.fields, "target": target})
            gathered.add(
                statements.statement(
                    fields, location=location.name, source="web-annotation", source_sha256=sha
                )
            )
            taken = True
    if not taken:
        what = "this annotation names no article with words in it, or nothing that is said of one."
        yield Reject(location.name, what, record.raw, record.line)


def _bodies(annotation: Mapping[str, Any]) -> tuple[str, list[str]]:
    """What is said of the target, and the tags that it is given."""
    said, tags = [words(annotation.get("bodyValue"))], list[str]()
    for body in _all(annotation.get("body")):
        text = words(body.get("value"))
        (tags if body.get("purpose") == TAGGING else said).append(text)
    return "\n".join(filter(None, said)), tags


def _source(target: Mapping[str, Any]) -> str:
    source = target.get("source", target.get("id"))
    return words(source.get("id")) if isinstance(source, Mapping) else words(source)


def _quoted(target: Mapping[str, Any]) -> str:
    found = (one.get("exact") for one in _all(target.get("selector")) if one.get("type") == QUOTE)
    return next(filter(None, map(words, found)), "")


def _all(value: object) -> list[Mapping[str, Any]]:
    """The objects of a value that is one or a list; a bare address stands for an object with that id."""
    found = value if isinstance(value, list) else [value]
    return [one if isinstance(one, Mapping) else {"id": one} for one in found if one]
