"""The entries of a case: one item of one section, which knows the file and the line of each of its keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hearsay_to_sqlite.errors import CaseError
from hearsay_to_sqlite.sources.case.documents import Document, Keys


@dataclass(frozen=True)
class Entry:
    """One item of a section, such as one statement; ``keys`` is the way to it in its document."""

    section: str
    data: Mapping[str, Any]
    document: Document
    keys: Keys

    @property
    def id(self) -> str | None:
        """The entry's id as the file gives it."""
        return self.data.get("id")

    def line(self, *keys: str | int) -> int:
        """The line of a value of this entry, or of the closest that holds it."""
        way = (*self.keys, *keys)
        while way not in self.document.lines:
            way = way[:-1]
        return self.document.lines[way]

    def error(self, what: str, *keys: str | int, remedy: str) -> CaseError:
        """An error about a value of this entry, to be raised."""
        return CaseError(what, location=self.document.name, line=self.line(*keys), remedy=remedy)


@dataclass(frozen=True)
class CaseFile:
    """A whole case, its includes joined: what it is, and its entries by section, in the order of the files."""

    about: Entry
    sections: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)

    def __getitem__(self, section: str) -> tuple[Entry, ...]:
        return self.sections.get(section, ())

    def by_id(self, section: str) -> dict[str, Entry]:
        """The entries of a section that have an id, by that id."""
        return {entry.id: entry for entry in self[section] if entry.id is not None}


def entries(document: Document) -> Iterator[Entry]:
    """Every entry of a document that fits the schema."""
    for section, items in document.data.items():
        if section not in ("case", "include"):
            for n, item in enumerate(items):
                yield Entry(section, item, document, (section, n))
