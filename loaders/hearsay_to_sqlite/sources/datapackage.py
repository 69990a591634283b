"""Data packages that ``export`` wrote: the tables of another database of ours, read back row by row."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Row, Rows
from hearsay_to_sqlite.sources import limits
from hearsay_to_sqlite.sources.gathering import ENOUGH
from hearsay_to_sqlite.sources.locations import Location, is_package
from hearsay_to_sqlite.sources.tables import document

SCORE = 90
"""Above every source that reads JSON, ClaimReviews and tables alike: the file says itself what it is."""

READERS: Mapping[str, Callable[[str], object]] = {"string": str, "integer": int, "number": float}
BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a package: its file, its columns in order, and those that refer to other rows of the same table."""

    name: str
    file: Path
    location: str
    sha256: str
    columns: tuple[tuple[str, str], ...]
    number: str | None
    """The column that only counts the rows of one file; rows are numbered anew where they are written."""
    own: frozenset[str]
    never_null: frozenset[str]
    """Columns in which an empty field is an empty text."""


class DataPackageSource:
    """Reads a package's ``datapackage.json`` and the tables beside it."""

    name = "datapackage"
    describes = "a data package that export wrote (its datapackage.json, or its folder)"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 for every package that is not ours."""
        return SCORE if location.path is not None and is_package(location.path) else 0

    def read(self, location: Location) -> Iterator[Rows]:
        """The rows of every table, each after those that it refers to.

        Raises RejectedInput where a table is missing, was changed since, or is not as the package says.
        """
        if location.path is None:
            what = "a data package is read from a folder: its tables stand beside it."
            raise RejectedInput(what, location=location.name, remedy="Unpack it, and give the folder.")
        tables = [_table(one, location) for one in _resources(location)]
        for table in tables:
            _check(table)
        for table in tables:
            yield from _rows(table)


def _resources(location: Location) -> list[Mapping[str, Any]]:
    package = document(location)
    resources = package.get("resources") if isinstance(package, Mapping) else None
    if not isinstance(resources, list) or not all(isinstance(one, Mapping) for one in resources):
        raise _damaged(location.name, "it lists no resources")
    return resources


def _table(resource: Mapping[str, Any], location: Location) -> Table:
    folder = Path(location.path or ".").parent
    name, path, schema = str(resource.get("name")), str(resource.get("path")), resource.get("schema")
    file = folder / path
    if not file.resolve().is_relative_to(folder.resolve()):
        raise _damaged(location.name, f"the path {path!r} of {name} leads out of its folder")
    try:
        columns = tuple((str(field["name"]), str(field["type"])) for field in (schema or {})["fields"])
        never_null = frozenset(field["name"] for field in (schema or {})["fields"] if field.get("neverNull"))
        key = (schema or {}).get("primaryKey", [])
        references = (schema or {}).get("foreignKeys", [])
        own = frozenset(one["fields"][0] for one in references if one["reference"]["resource"] == "")
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise _damaged(location.name, f"it does not say what the columns of {name} are") from error
    number = key[0] if len(key) == 1 and (key[0], "integer") in columns else None
    sha256 = str(resource.get("hash")).removeprefix("sha256:")
    return Table(name.replace("-", "_"), file, str(file), sha256, columns, number, own, never_null)


def _check(table: Table) -> None:
    """Nothing where a table's file is the one that was written with the package. Raises RejectedInput."""
    digest = hashlib.sha256()
    try:
        with table.file.open("rb") as file:
            while block := file.read(BLOCK):
                digest.update(block)
    except OSError as error:
        raise _damaged(table.location, f"it cannot be read ({error.strerror})") from error
    if digest.hexdigest() != table.sha256:
        raise _damaged(table.location, "it is not the file that the package was written with")


def _rows(table: Table) -> Iterator[Rows]:
    """The rows in lots; those that refer to rows of the same table come last, and together."""
    csv.field_size_limit(limits.MAX_LINE)
    now: list[Row] = []
    later: list[Row] = []
    with table.file.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        if next(reader, None) != [name for name, _ in table.columns]:
            raise _damaged(table.location, "its columns are not those that the package names")
        for cells in _cells(reader, table):
            row = _row(cells, table, reader.line_num)
            (later if any(row[name] is not None for name in table.own) else now).append(row)
            if len(now) >= ENOUGH:
                yield Rows({table.name: tuple(now)}, table.location, yielding=True)
                now = []
    for rows in (now, later):
        if rows:
            yield Rows({table.name: tuple(rows)}, table.location, yielding=True)


def _cells(reader: Any, table: Table) -> Iterator[list[str]]:
    try:
        yield from reader
    except (csv.Error, UnicodeDecodeError) as error:
        raise _damaged(table.location, f"it cannot be read ({error})", reader.line_num) from error


def _row(cells: list[str], table: Table, line: int) -> Row:
    if len(cells) != len(table.columns):
        what = f"the row has {len(cells)} fields, the table {len(table.columns)}"
        raise _damaged(table.location, what, line)
    try:
        return {
            name: READERS[kind](cell) if cell or name in table.never_null else None
            for (name, kind), cell in zip(table.columns, cells, strict=True)
            if name != table.number
        }
    except (KeyError, ValueError) as error:
        raise _damaged(table.location, f"a value is not of its column's type ({error})", line) from error


def _damaged(location: str, what: str, line: int | None = None) -> RejectedInput:
    return RejectedInput(f"{what}.", location=location, line=line, remedy="Export the package again.")
