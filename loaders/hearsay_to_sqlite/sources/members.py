"""What archives have in common: how much may come out of one, which names are taken, and who reads a member."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any, BinaryIO

from hearsay_to_sqlite.errors import InputError, RejectedInput
from hearsay_to_sqlite.records import Article, Reject, Remark, Rows
from hearsay_to_sqlite.sources import limits, registry
from hearsay_to_sqlite.sources.locations import INSIDE, Location

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Item = Article | Rows | Reject | Remark


PIECE = 65_536
"""Bytes that are unpacked at once."""


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
        if self._members > limits.MAX_MEMBERS:
            self._refuse(f"the archive has more than {limits.MAX_MEMBERS} members.")
        self.grow(size)

    def grow(self, size: int) -> None:
        """Count further bytes. Raises RejectedInput where they are more than may come out of the archive."""
        self._bytes += size
        if self._bytes > limits.MAX_UNPACKED:
            self._refuse(f"more than {limits.MAX_UNPACKED} bytes come out of the archive.")
        if self._bytes > max(limits.RATIO_FROM, limits.MAX_RATIO * self._packed):
            self._refuse(f"what comes out of the archive is over {limits.MAX_RATIO} times its own size.")

    def _refuse(self, what: str) -> None:
        raise RejectedInput(what, location=self.location, remedy="Unpack it yourself, if you trust it.")


def check_nesting(location: Location) -> None:
    """Nothing, unless archives stand too deep in one another, or one inside another is too large to be held: then RejectedInput."""
    if location.stream is not None:
        what = f"an archive inside an archive is larger than {limits.MAX_BYTES // 1024 // 1024} MiB."
        raise RejectedInput(what, location=location.name, remedy="Unpack the outer one yourself.")
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


def member(location: Location, name: str, data: bytes | None, url: str | None = None) -> Location:
    """The location of a member with its bytes."""
    named = f"{location.name}{INSIDE}{name}"
    return Location(named, None, data, url, location.mapping, location.fetched)


def streamed(location: Location, name: str, stream: Callable[[], BinaryIO]) -> Location:
    """The location of a member that is unpacked as it is read, and so may be larger than what is held at once."""
    return replace(member(location, name, None), stream=stream)


def unpacking(files: tuple[Any, ...], budget: Budget, damage: tuple[type[Exception], ...]) -> BinaryIO:
    """A stream of what comes out of the first of ``files``, which are closed with it; it raises as ``Unpacking`` does."""
    return io.BufferedReader(Unpacking(files, budget, damage), PIECE)


class Unpacking(io.RawIOBase):
    """What comes out of a packed file, within the archive's budget.

    Reading raises RejectedInput for what is damaged, and where more comes out than may.
    """

    def __init__(self, files: tuple[Any, ...], budget: Budget, damage: tuple[type[Exception], ...]) -> None:
        self._files, self._budget, self._damage = files, budget, damage

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """As every raw stream does."""
        view = memoryview(buffer)
        try:
            data = self._files[0].read(len(view))
        except self._damage as error:
            raise damaged(self._budget.location, error) from error
        self._budget.grow(len(data))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        """Close the packed file with it, and what that is read from."""
        if not self.closed:
            for file in self._files:
                file.close()
        super().close()


def damaged(location: str, error: Exception) -> RejectedInput:
    """What is said of an archive that does not unpack."""
    return RejectedInput(f"the archive is damaged: {error}.", location=location, remedy="Fetch it again.")


def read(location: Location, source: str | None = None) -> Iterator[Item]:
    """What is in a member, read by the source that fits best; a refusal keeps the member's bytes."""
    try:
        if len(location.data or b"") > limits.MAX_BYTES:
            what = f"it is larger than {limits.MAX_BYTES // 1024 // 1024} MiB."
            raise RejectedInput(what, location=location.name, remedy="Unpack it yourself.")
        chosen = registry.named(source) if source else registry.best(location)
        yield from chosen.read(location)
    except InputError as error:
        data = location.head() if location.data is None else location.data
        yield Reject(error.location or location.name, str(error), data, error.line)
