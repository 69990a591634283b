"""Tables and lists of objects as a stream of records: CSV, TSV, JSON lines and JSON, whatever is in them."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from hearsay_to_sqlite import vocabulary
from hearsay_to_sqlite.clean.encoding import decode
from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Reject
from hearsay_to_sqlite.sources import limits
from hearsay_to_sqlite.sources.locations import HEAD, Location

TABLES = (".csv", ".tsv", ".tab")
LINES = (".jsonl", ".ndjson", ".jsonlines", ".ldjson")
DOCUMENTS = (".json", ".jsonld", ".geojson")
BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
DELIMITERS = "\t;,|"
JSON_FAULTS = (ValueError, RecursionError)


@dataclass(frozen=True, slots=True)
class Record:
    """One record: the line it starts or stands on, where that is known, its fields, and its input to keep if refused."""

    fields: Mapping[str, Any]
    line: int | None = None
    raw: bytes = b""


def records(location: Location) -> Iterator[Record | Reject]:
    """The records of a table, of JSON lines, or of a list in a JSON document, with what is wrong among them.

    Raises RejectedInput where none of it can be read, and where there is none.
    """
    empty = True
    for record in _records(location):
        empty = False
        yield record
    if empty:
        what = "there is no record in it."
        raise RejectedInput(what, location=location.name, remedy="Leave it out, or export it again.")


def _records(location: Location) -> Iterator[Record | Reject]:
    if location.suffix in TABLES:
        yield from _rows(location)
    elif location.suffix in LINES or not _is_document(location):
        yield from lines(location) if begins_json(location.head()) else _rows(location)
    else:
        yield from listed(document(location))


def begins_json(head: bytes) -> bool:
    """Whether bytes begin as JSON does: with an object or a list, after space and a byte order mark."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def _is_document(location: Location) -> bool:
    """Whether JSON is one document; where its first line is an object of its own, it is lines."""
    head = location.head()
    if not begins_json(head):
        return False
    first, newline, rest = head.strip().partition(b"\n")
    if not newline or not rest.strip().startswith((b"{", b"[")):
        return True
    try:
        json.loads(first.strip(b"\xef\xbb\xbf"))
    except JSON_FAULTS:
        return True
    return False


def document(location: Location) -> Any:
    """A whole JSON document. Raises RejectedInput for what is none, or is larger than limits.MAX_BYTES."""
    data = location.read_bytes()
    try:
        return json.loads(decode(data).text)
    except RejectedInput as error:
        raise RejectedInput(error.what, location=location.name, remedy=error.remedy) from error
    except JSON_FAULTS as error:
        what = f"this is no JSON: {error}."
        raise RejectedInput(what, location=location.name, remedy="Export it again.") from error


def listed(found: Any) -> Iterator[Record | Reject]:
    """The records of a document: its list, the list under a known key, or the one record that it is."""
    if isinstance(found, Mapping):
        held = next((found[name] for name in _list_keys(found) if isinstance(found[name], list)), None)
        found = [found] if held is None else held
    for number, one in enumerate(found if isinstance(found, list) else [found], 1):
        raw = json.dumps(one).encode()[: limits.MAX_LINE]
        if isinstance(one, Mapping):
            yield Record(one, number, raw)
        else:
            yield Reject("", f"record {number} is no object with fields.", raw, number)


def _list_keys(found: Mapping[str, Any]) -> list[str]:
    return [name for name in vocabulary.read("columns")["lists"] if name in found]


def lines(location: Location) -> Iterator[Record | Reject]:
    """One record a line of JSON; a line that is none, or is longer than limits.MAX_LINE, is refused by itself."""
    with location.open() as file:
        for number, line in _bounded_lines(file):
            if line is None:
                yield Reject(location.name, f"the line is longer than {limits.MAX_LINE} bytes.", b"", number)
                continue
            try:
                found = json.loads(line.lstrip(b"\xef\xbb\xbf"))
            except JSON_FAULTS as error:
                yield Reject(location.name, f"no line of JSON: {error}.", line, number)
                continue
            if isinstance(found, Mapping):
                yield Record(found, number, line)
            else:
                yield Reject(location.name, "the line is no object with fields.", line, number)


def _bounded_lines(file: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines that are not blank with their numbers; None for one that is too long, of which no more is held."""
    number = 0
    while line := file.readline(limits.MAX_LINE + 1):
        number += 1
        if len(line) > limits.MAX_LINE:
            while line and not line.endswith(b"\n"):
                line = file.readline(limits.MAX_LINE)
            yield number, None
        elif line.strip():
            yield number, line


def _rows(location: Location) -> Iterator[Record | Reject]:
    encoding = _encoding(location)
    try:
        with location.open() as file, io.TextIOWrapper(file, encoding, errors="strict", newline="") as text:
            yield from _parsed(text, location)
    except UnicodeError as error:
        what = f"it is no text in {encoding}, as its beginning says: {error}."
        raise RejectedInput(what, location=location.name, remedy="Save it again, as UTF-8.") from error


def _encoding(location: Location) -> str:
    head = location.head()
    # Cut at a line, so that no letter is torn apart where the head ends.
    whole = head.rpartition(b"\n")[0] if len(head) == HEAD and b"\n" in head else head
    try:
        found = decode(whole).encoding
    except RejectedInput as error:
        raise RejectedInput(error.what, location=location.name, remedy=error.remedy) from error
    # These drop a byte order mark; they need one where the order of the bytes is not in their name.
    if head.startswith(BYTE_ORDER_MARKS):
        found = found.removesuffix("-le").removesuffix("-be")
    return "utf-8-sig" if found == "utf-8" else found


def _parsed(text: io.TextIOWrapper, location: Location) -> Iterator[Record | Reject]:
    """The rows under the header; what is wrong with one leaves the others as they are."""
    csv.field_size_limit(limits.MAX_LINE)
    header_line = text.readline(limits.MAX_LINE)
    delimiter = max(DELIMITERS, key=header_line.count)
    header = [name.strip() for name in next(csv.reader([header_line], delimiter=delimiter), [])]
    if len(header) > limits.MAX_COLUMNS:
        what = f"the table has more than {limits.MAX_COLUMNS} columns."
        raise RejectedInput(what, location=location.name, remedy="Keep the columns that matter.")
    reader = csv.reader(text, delimiter=delimiter, strict=False)
    while True:
        line = reader.line_num + 2
        try:
            row = next(reader, None)
        except (csv.Error, UnicodeDecodeError) as error:
            yield Reject(location.name, f"the row cannot be read: {error}.", header_line.encode(), line)
            if isinstance(error, UnicodeDecodeError):
                return
            continue
        if row is None:
            return
        if any(field.strip() for field in row):
            yield _row(header, row, line, location)


def _row(header: list[str], row: list[str], line: int, location: Location) -> Record | Reject:
    raw = io.StringIO()
    csv.writer(raw).writerows([header, row])
    kept = raw.getvalue().encode("utf-8", "replace")
    if len(row) > len(header):
        return Reject(location.name, f"the row has {len(row)} fields, the header {len(header)}.", kept, line)
    return Record({name: field for name, field in zip(header, row, strict=False) if name}, line, kept)
