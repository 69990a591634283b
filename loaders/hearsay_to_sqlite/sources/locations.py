"""What a user names on the command line, as single locations: files, folders, patterns, URLs, standard input."""

from __future__ import annotations

import glob
import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from hearsay_to_sqlite.errors import InputError, RejectedInput
from hearsay_to_sqlite.sources import limits

STDIN = "-"
URL_SCHEMES = ("http://", "https://")

CREDENTIALS = re.compile(r"//[^/?#]*@")
"""The user name and password of a URL, with the slashes before them."""

INSIDE = "!/"
"""Stands between an archive and its member in the name of a location."""

BYTE = re.compile(r"\\x([89a-f][0-9a-f])")
"""A byte of a file's name that is no UTF-8, as it is recorded."""

HEAD = 65_536
"""Bytes from the start of an input by which its format is recognised."""

PACKAGE = "datapackage.json"
"""The name of the file that makes a folder one input, where an export of ours wrote it."""

PACKAGE_SIGN = b'"generator": "datasette-hearsay"'


@dataclass(frozen=True, slots=True)
class Fetched:
    """What is known of an input that was fetched from the network.

    When; where its saved copy lies, seen from the database's folder; what it is called; the encoding that the server named.
    """

    retrieved_at: str
    copy: str
    file_name: str
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """One input.

    ``name`` is how it is recorded: an absolute path, a URL, ``-`` for what came in through a pipe, or
    ``archive!/member``. ``url`` is where the bytes were fetched from, if that is known. ``mapping`` are pairs of our
    name of a field and the input's own. ``stream`` opens the bytes of what is not held and lies in no file of its own.
    """

    name: str
    path: Path | None = None
    data: bytes | None = None
    url: str | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    fetched: Fetched | None = None
    stream: Callable[[], BinaryIO] | None = None

    @property
    def is_address(self) -> bool:
        """Whether it is something to be fetched from the network."""
        return self.path is None and self.data is None and self.name.lower().startswith(URL_SCHEMES)

    @property
    def file_name(self) -> str:
        """What the file or member is called, without where it lies; empty for what came in through a pipe."""
        if self.path is None:
            return "" if self.name == STDIN else PurePosixPath(self.name).name
        return self.fetched.file_name if self.fetched else self.path.name

    @property
    def suffix(self) -> str:
        """The ending of a file's or member's name in lower case, with its dot; empty where it has none."""
        return PurePosixPath(self.file_name).suffix.lower()

    def head(self) -> bytes:
        """The first bytes, at most HEAD of them; none where it cannot be read."""
        if self.data is not None:
            return self.data[:HEAD]
        if self.stream is None and (self.path is None or not self.path.is_file()):
            return b""
        try:
            with self.open() as file:
                return file.read(HEAD)
        except (OSError, RejectedInput):
            return b""

    def open(self) -> BinaryIO:
        """Its bytes as a stream of any length, which the caller closes.

        Raises RejectedInput for what cannot be read or is no regular file.
        """
        if self.data is not None:
            return io.BytesIO(self.data)
        if self.stream is not None:
            return self.stream()
        try:
            return self._file().open("rb")
        except OSError as error:
            raise _unreadable(self.name, error) from error

    def read_bytes(self) -> bytes:
        """All of its bytes.

        Raises RejectedInput for what cannot be read, is no regular file, or is larger than limits.MAX_BYTES.
        """
        if self.data is not None:
            return _bounded(self.data, self.name)
        try:
            with self.open() as file:
                return _bounded(file.read(limits.MAX_BYTES + 1), self.name)
        except OSError as error:
            raise _unreadable(self.name, error) from error

    def _file(self) -> Path:
        if self.path is None:
            raise RejectedInput(
                "only load fetches from the network, because it keeps a copy.",
                location=self.name,
                remedy="Load it into a database, or save the page and give the file.",
            )
        if self.path.is_dir():
            what, remedy = "this folder could not be read.", "Check its permissions, and load it again."
            raise RejectedInput(what, location=self.name, remedy=remedy)
        if not self.path.is_file():
            what, remedy = "there is no such file.", "Check the path."
            raise RejectedInput(what, location=self.name, remedy=remedy)
        return self.path


def _unreadable(name: str, error: OSError) -> RejectedInput:
    reason = error.strerror or str(error)
    return RejectedInput(f"it cannot be read: {reason}.", location=name, remedy="Check its permissions.")


def _bounded(data: bytes, name: str) -> bytes:
    if len(data) > limits.MAX_BYTES:
        what = f"it is larger than {limits.MAX_BYTES // 1024 // 1024} MiB."
        raise RejectedInput(what, location=name, remedy="Cut it into single articles.")
    return data


def expand(arguments: Iterable[str]) -> Iterator[Location]:
    """The locations that arguments stand for, in their order; a folder's and a pattern's files sorted by name.

    Hidden files and folders inside a folder are passed over, and a data package of ours is one input. A folder that
    cannot be read is a location itself, to be refused. Raises InputError for an argument that names nothing.
    """
    for argument in arguments:
        if argument == STDIN:
            yield Location(STDIN, None, sys.stdin.buffer.read(limits.MAX_BYTES + 1))
        elif _is_url(argument):
            yield Location(_address(argument))
        elif os.path.isdir(argument):
            yield from map(_file, _walk(argument))
        elif os.path.lexists(argument):
            yield _file(argument)
        else:
            yield from map(_file, _matching(argument))


def check(arguments: Iterable[str]) -> None:
    """Nothing where every argument names something, so that a slip of the pen stops a run before it begins.

    Raises InputError as ``expand`` does.
    """
    for argument in arguments:
        if _is_url(argument):
            _address(argument)
        elif argument != STDIN and not os.path.lexists(argument):
            _matching(argument)


def _is_url(argument: str) -> bool:
    return argument.lower().startswith(URL_SCHEMES)


def _address(url: str) -> str:
    """A URL as it is recorded: without its fragment, and so that it cannot be taken for a member of an archive."""
    if CREDENTIALS.search(url):
        what = "an address with a user name or password is not fetched, because both would be kept."
        shown = CREDENTIALS.sub("//", url)
        raise InputError(what, location=shown, remedy="Save the page and give the file.")
    try:
        url.encode("utf-8")
    except UnicodeEncodeError as error:
        what = "this address holds bytes that are no text."
        raise InputError(what, location=ascii(url), remedy="Write them as %XX.") from error
    return url.strip().partition("#")[0].replace(INSIDE, "%21/")


def _file(name: str) -> Location:
    # Absolute, so that the same file is known again from another folder; symlinks stay as the user named them.
    path = Path(os.path.abspath(name))
    return Location(_recorded(path), path)


def _recorded(path: Path) -> str:
    """A path as it is recorded: bytes that are no UTF-8 (names from older systems) as ``\\xff``."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def file_at(recorded: str) -> Path:
    """The file that was recorded under this name."""
    if os.path.lexists(recorded) or not BYTE.search(recorded):
        return Path(recorded)
    data = BYTE.sub(lambda found: chr(0xDC00 + int(found[1], 16)), recorded)
    return Path(data)


def _walk(folder: str) -> Iterator[str]:
    unread: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=unread.append):
        if PACKAGE in files and is_package(Path(parent, PACKAGE)):
            folders.clear()
            files = [PACKAGE]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(parent, name) for name in sorted(files) if not name.startswith("."))
    yield from (error.filename for error in unread)


def is_package(path: Path) -> bool:
    """Whether a file describes a data package that ``export`` wrote."""
    return path.name == PACKAGE and PACKAGE_SIGN in Location(str(path), path).head()


def _matching(pattern: str) -> list[str]:
    found = sorted(name for name in glob.glob(pattern, recursive=True) if os.path.isfile(name))
    if found:
        return found
    if glob.has_magic(pattern):
        raise InputError("no file matches this pattern.", location=pattern, remedy="Check it, and quote it.")
    if "://" in pattern:
        what = "only http and https addresses are fetched."
        raise InputError(what, location=CREDENTIALS.sub("//", pattern), remedy="Save it and give the file.")
    raise InputError("there is no such file or folder.", location=pattern, remedy="Check the path.")
