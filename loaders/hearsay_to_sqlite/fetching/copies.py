"""The copies that are kept of what was fetched, in a folder beside the database: each version with a note of its origin.

``x.db-saved/HOST/ID/0001.html`` holds the bytes as the server sent them (unpacked), ``0001.json`` beside it the address asked for,
the address that answered, the time, the status, the headers and the SHA-256. A version without its note is not whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from hearsay_to_sqlite.clean.urls import canonical
from hearsay_to_sqlite.errors import DatabaseError
from hearsay_to_sqlite.fetching.addresses import Target
from hearsay_to_sqlite.records import stable_id

SUFFIX = "-saved"
NOTE = ".json"
NOT_KEPT = frozenset({"set-cookie", "set-cookie2"})
"""Headers that are for a reader's browser alone."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One version of what stands at an address: the note beside the bytes."""

    url: str
    fetched_from: str
    retrieved_at: str
    status: int
    file: str
    sha256: str
    size: int
    headers: tuple[tuple[str, str], ...] = ()
    redirects: tuple[str, ...] = ()
    checked_at: str | None = None
    """When the server last said that it is still the same."""

    def header(self, name: str) -> str:
        """The value of a header, or nothing where it is not there."""
        return next((value for key, value in self.headers if key.lower() == name), "")


@dataclass
class Written:
    """What is known of a file once it is written."""

    size: int = 0
    digest: Any = field(default_factory=hashlib.sha256)


def now() -> str:
    """The time as it is recorded."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


class Copies:
    """The copies beside one database."""

    def __init__(self, database: Path) -> None:
        self.root = database.with_name(database.name + SUFFIX)

    def folder(self, of: Target) -> Path:
        """Where the versions of an address are kept. Tracking parameters and fragments make no other address."""
        host = re.sub(r"[^a-z0-9.-]", "_", of.host).strip(".") or "_"
        return self.root / host / stable_id(canonical(of.url) or of.url)

    def path(self, of: Target, copy: Copy) -> Path:
        """The file of a version."""
        return self.folder(of) / copy.file

    def relative(self, of: Target, copy: Copy) -> str:
        """The file of a version as it is recorded: seen from the database's folder, so that both can be moved."""
        return self.path(of, copy).relative_to(self.root.parent).as_posix()

    def latest(self, of: Target) -> Copy | None:
        """The last whole version; a note that cannot be read, and one whose bytes are gone, count for nothing."""
        notes = [path for path in self.folder(of).glob(f"*{NOTE}") if path.stem.isdecimal()]
        for note in sorted(notes, key=lambda path: int(path.stem), reverse=True):
            try:
                given = json.loads(note.read_text(encoding="utf-8"))
                pairs = tuple((str(key), str(value)) for key, value in given.pop("headers"))
                found = Copy(**{**given, "headers": pairs, "redirects": tuple(given["redirects"])})
            except (OSError, ValueError, TypeError, KeyError, AttributeError):
                continue
            if "/" not in found.file and self.path(of, found).is_file():
                return found
        return None

    @contextmanager
    def writing(self, of: Target, end: str) -> Iterator[tuple[Path, Any]]:
        """A new file for the bytes of the next version; gone again where something is raised inside.

        Raises DatabaseError where it cannot be made.
        """
        folder = self.folder(of)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path, file = _next(folder, end)
        except OSError as error:
            raise _unwritable(folder, error) from error
        try:
            with file:
                yield path, file
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    def note(self, of: Target, copy: Copy) -> None:
        """Write the note of a version, which makes it whole. Raises DatabaseError where that cannot be done."""
        path = self.path(of, copy)
        note = path.with_name(path.name.partition(".")[0] + NOTE)
        unfinished = note.with_name(f".{note.name}.{os.getpid()}.unfinished")
        kept = replace(copy, headers=tuple(pair for pair in copy.headers if pair[0].lower() not in NOT_KEPT))
        try:
            unfinished.write_text(json.dumps(asdict(kept), indent=1, ensure_ascii=False), encoding="utf-8")
            os.replace(unfinished, note)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise _unwritable(note, error) from error


def _next(folder: Path, end: str) -> tuple[Path, Any]:
    """The file of the next number. Its name is made by whoever comes first, should two runs fetch the same."""
    stems = (path.name.partition(".")[0] for path in folder.iterdir())
    numbers = [int(stem) for stem in stems if stem.isdecimal()]
    # A note ends in .json, so what is JSON itself gets another name.
    end = f".data{end}" if end == NOTE else end
    number = max(numbers, default=0)
    while True:
        number += 1
        path = folder / f"{number:04}{end}"
        try:
            return path, path.open("xb")
        except FileExistsError:
            continue


def _unwritable(path: Path, error: OSError) -> DatabaseError:
    return DatabaseError(
        f"{path} cannot be written: {error.strerror or error}. Make room for the saved copies, or change the permissions."
    )
