"""The rows that an export of ours put beside what it says in JSON-LD, and the items of a large one, a line each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from hearsay_to_sqlite.records import Reject, Row
from hearsay_to_sqlite.sources import limits
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.tables import JSON_FAULTS, Record, document

MEMBER = "hearsayRows"
LISTS = ("items", "@graph")
"""Under which an export of ours lists its items."""

SELF = {"attributions": ("nested_in", "repeat_of", "superseded_by")}
"""Columns that refer to another row of the same table, which may come later."""


def rows(item: Mapping[str, Any]) -> dict[str, list[Row]] | None:
    """The rows that an item carries, table by table; None where it carries none that could be written."""
    found = item.get(MEMBER)
    if not isinstance(found, Mapping) or not found:
        return None
    given = {str(table): value for table, value in found.items()}
    return given if all(_are_rows(value) for value in given.values()) else None


def _are_rows(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(row, Mapping) and row and all(isinstance(cell, str | int | float) for cell in row.values())
        for row in value
    )


def refers(given: Mapping[str, list[Row]]) -> bool:
    """Whether rows refer to other rows of their table, and so have to be written after those."""
    return any(
        row.get(column) is not None
        for table, columns in SELF.items()
        for row in given.get(table, ())
        for column in columns
    )


def items(location: Location) -> Iterator[Record | Reject]:
    """The items of a JSON-LD document: of a large one of ours line by line, so that memory stays flat.

    Raises RejectedInput for what is no JSON, or is too large and has not the shape that ``export`` writes.
    """
    head = location.head().split(b"\n", 1)[0].rstrip()
    if head.endswith(tuple(f'"{name}": ['.encode() for name in LISTS)):
        yield from _lines(location)
        return
    found = document(location)
    if isinstance(found, Mapping):
        found = next((found[name] for name in LISTS if isinstance(found.get(name), list)), [found])
    for number, one in enumerate(found if isinstance(found, list) else [found], 1):
        raw = json.dumps(one).encode()[: limits.MAX_LINE]
        if isinstance(one, Mapping):
            yield Record(one, number, raw)
        else:
            yield Reject(location.name, f"item {number} is no object.", raw, number)


def _lines(location: Location) -> Iterator[Record | Reject]:
    with location.open() as file:
        file.readline(limits.MAX_LINE)
        number = 1
        while line := file.readline(limits.MAX_LINE):
            number += 1
            if line.strip() in (b"]}", b""):
                continue
            try:
                found = json.loads(line.rstrip().removesuffix(b","))
            except JSON_FAULTS as error:
                yield Reject(location.name, f"this is no item of JSON: {error}.", line, number)
                continue
            if isinstance(found, Mapping):
                yield Record(found, number, line)
            else:
                yield Reject(location.name, "the line is no object.", line, number)
