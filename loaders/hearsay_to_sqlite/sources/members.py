"""What archives have in common: how much may come out of one, which names are taken, and who reads a member."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath

from hearsay_to_sqlite.errors import InputError, RejectedInput
from hearsay_to_sqlite.records import Article, Reject, Remark, Rows
from hearsay_to_sqlite.sources import limits, registry
from hearsay_to_sqlite.sources.locations import INSIDE, Location

Item = Article | Rows | Reject | Remark


class Budget:
    """How much may still come out of an archive: members, bytes, and bytes against the archive's own size."""

    def __init__(self, location: Location) -> None:
        self.location = location.name
        if location.data is not None:
            self._packed = len(location.data)
        else:
            self._packed = location.path.stat().st_size if location.path and location.path.is_file() else 0
        self._members = self._bytes = 0

    def take(self, size: int) -> None:
        """Count a member of that many bytes. Raises RejectedInput where it is more than an archive may hold."""
        self._members += 1
        self._bytes += size
        if self._members > limits.MAX_MEMBERS:
            self._refuse(f"the archive has more than {limits.MAX_MEMBERS} members.")
        if self._bytes > limits.MAX_UNPACKED:
            self._refuse(f"more than {limits.MAX_UNPACKED} bytes come out of the archive.")
        if self._bytes > max(limits.RATIO_FROM, limits.MAX_RATIO * self._packed):
            self._refuse(f"what comes out of the archive is over {limits.MAX_RATIO} times its own size.")

    def _refuse(self, what: str) -> None:
        raise RejectedInput(what, location=self.location, remedy="Unpack it yourself, if you trust it.")


def check_nesting(location: Location) -> None:
    """Nothing, unless archives stand too deep in one another: then RejectedInput."""
    if location.name.count(INSIDE) >= limits.MAX_NESTING:
        what = f"archives stand in one another more than {limits.MAX_NESTING} deep."
        raise RejectedInput(what, location=location.name, remedy="Unpack it yourself.")


def is_outside(name: str) -> bool:
    """Whether a member's name leads out of the archive.

    >>> is_outside("a/../../b"), is_outside("/etc/passwd"), is_outside("C:\\\\x"), is_outside("a/b.txt")
    (True, True, True, False)
    """
    windows = PureWindowsPath(name)
    return ".." in windows.parts or PurePosixPath(name).is_absolute() or bool(windows.drive or windows.root)


def is_hidden(name: str) -> bool:
    """Whether a member is passed over, as hidden files in a folder are."""
    return any(part.startswith(".") or part == "__MACOSX" for part in PurePosixPath(name).parts)


def member(location: Location, name: str, data: bytes, url: str | None = None) -> Location:
    """The location of a member with its bytes."""
    return Location(f"{location.name}{INSIDE}{name}", None, data, url, location.mapping)


def read(location: Location, source: str | None = None) -> Iterator[Item]:
    """What is in a member, read by the source that fits best; a refusal keeps the member's bytes."""
    data = location.data or b""
    try:
        if len(data) > limits.MAX_BYTES:
            what = f"it is larger than {limits.MAX_BYTES // 1024 // 1024} MiB."
            raise RejectedInput(what, location=location.name, remedy="Unpack it yourself.")
        chosen = registry.named(source) if source else registry.best(location)
        yield from chosen.read(location)
    except InputError as error:
        yield Reject(error.location or location.name, str(error), data, error.line)
