"""Archives of anything that can be read: zip, tar, and single compressed files. Nothing is ever written to disk."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any, BinaryIO

from hearsay_to_sqlite.records import Reject
from hearsay_to_sqlite.sources import limits, members
from hearsay_to_sqlite.sources.locations import Location

SCORE = 80
ZIPS = (".zip",)
TARS = (".tar", ".tgz", ".tar.gz", ".tbz2", ".tar.bz2", ".txz", ".tar.xz")
SINGLE: dict[str, Callable[..., Any]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
OTHERS = (".warc.gz", ".arc.gz")
"""Compressed record by record, and read by a source of their own."""

# NotImplementedError is how zipfile says that it does not know a way of compressing.
DAMAGED = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError, ValueError
)  # fmt: skip
OUTSIDE = "the name of this member leads out of the archive."
ENCRYPTED = 1
"""The bit of a zip member's flags that says so."""


class ArchiveSource:
    """Reads archives, member by member, each with the source that fits it best."""

    name = "archive"
    describes = "zip, tar, gz, bz2 and xz of any of these"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not."""
        name = location.file_name.lower()
        if name.endswith(OTHERS):
            return 0
        return SCORE if name.endswith((*ZIPS, *TARS, *SINGLE)) else 0

    def read(self, location: Location) -> Iterator[members.Item]:
        """What is in the members. Raises RejectedInput where the archive is damaged or holds more than it may."""
        members.check_nesting(location)
        name = location.file_name.lower()
        unpack = _zip if name.endswith(ZIPS) else _tar if name.endswith(TARS) else _single
        found = unpack(location, members.Budget(location))
        while True:
            # Only what unpacks is guarded: a fault of who reads a member is not the archive's.
            try:
                item = next(found, None)
            except DAMAGED as error:
                raise members.damaged(location.name, error) from error
            if item is None:
                return
            if isinstance(item, Location):
                yield from members.read(item)
            else:
                yield item


def _zip(location: Location, budget: members.Budget) -> Iterator[Location | Reject]:
    with location.open() as file, zipfile.ZipFile(file) as archive:
        for info in archive.infolist():
            outside = members.is_outside(info.filename)
            # Where a member has no name, is_dir fails on Python before 3.12.
            if info.filename.endswith("/") or (members.is_hidden(info.filename) and not outside):
                continue
            budget.take(info.file_size)
            if outside:
                yield _refused(location, info.filename, OUTSIDE)
            elif info.flag_bits & ENCRYPTED:
                yield _refused(location, info.filename, "this member is encrypted. Unpack it yourself.")
            else:
                try:
                    yield _zip_member(archive, info, location)
                except DAMAGED as error:
                    yield _refused(location, info.filename, f"this member is damaged: {error}.")


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, location: Location) -> Location:
    """A member with its bytes; one that is too large to be held is unpacked while it is read."""
    if info.file_size <= limits.MAX_BYTES:
        with archive.open(info) as packed:
            return members.member(location, info.filename, packed.read(limits.MAX_BYTES + 1))

    def stream() -> BinaryIO:
        # What the archive says of the member's size is held to by zipfile, and was counted.
        return members.unpacking((archive.open(info),), members.Budget(location), DAMAGED)

    return members.streamed(location, info.filename, stream)


def _tar(location: Location, budget: members.Budget) -> Iterator[Location | Reject]:
    # Names that are no UTF-8 are recorded as files' are, see locations.
    with (
        location.open() as file,
        tarfile.open(fileobj=file, mode="r|*", errors="backslashreplace") as archive,
    ):
        # The list that tarfile keeps of what it has passed would grow without end; no type says that it is there.
        kept: Any = archive
        for info in archive:
            kept.members = []
            outside = members.is_outside(info.name)
            if info.isdir() or (members.is_hidden(info.name) and not outside):
                continue
            budget.take(info.size)
            packed = archive.extractfile(info) if info.isfile() and not outside else None
            if packed is None:
                yield _refused(
                    location, info.name, OUTSIDE if outside else "this member is a link or a device."
                )
            else:
                yield members.member(location, info.name, packed.read(limits.MAX_BYTES + 1))


def _single(location: Location, budget: members.Budget) -> Iterator[Location | Reject]:
    inner = PurePosixPath(location.file_name)

    def unpacked(within: members.Budget) -> BinaryIO:
        file = location.open()
        packed = SINGLE[inner.suffix.lower()](file)
        return members.unpacking((packed, file), within, DAMAGED)

    with unpacked(budget) as stream:
        data = stream.read(limits.MAX_BYTES + 1)
    if len(data) > limits.MAX_BYTES:
        yield members.streamed(location, inner.stem, lambda: unpacked(members.Budget(location)))
    else:
        yield members.member(location, inner.stem, data)


def _refused(location: Location, name: str, reason: str) -> Reject:
    return Reject(members.member(location, name, b"").name, reason, name.encode("utf-8", "replace"))
