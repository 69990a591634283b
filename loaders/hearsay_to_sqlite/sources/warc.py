"""Web archives: the pages, feeds and records in WARC and ARC files, one response at a time."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any

from hearsay_to_sqlite.clean.text import shorten
from hearsay_to_sqlite.clean.urls import canonical
from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Reject, Remark
from hearsay_to_sqlite.sources import limits, members
from hearsay_to_sqlite.sources.locations import Location

SUFFIXES = (".warc", ".warc.gz", ".arc", ".arc.gz")
SCORE = 85
TYPES = ("response", "resource", "conversion")
PAGES = ("text/html", "application/xhtml+xml")
TEXTS = ("text/plain", "json", "xml", "csv")
OK = "200"
GZIP = b"\x1f\x8b"
MAX_FAULT = 160
"""Code points kept of what warcio says of a damaged archive: it says much."""

FAULTS = (zlib.error, EOFError, OSError, ValueError)


class WarcSource:
    """Reads the responses of web archives that hold text, each under the address it was fetched from."""

    name = "warc"
    describes = "web archives, .warc and .arc, plain or gzipped"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not."""
        return SCORE if location.file_name.lower().endswith(SUFFIXES) else 0

    def read(self, location: Location) -> Iterator[members.Item]:
        """What is in the responses. Raises RejectedInput from where on the archive is damaged."""
        members.check_nesting(location)
        passed: set[str] = set()
        budget, empty = members.Budget(location), True
        said = io.StringIO()
        for record in _records(location, said):
            empty = False
            budget.take(max(record.length or 0, 0))
            if record.rec_type in TYPES:
                yield from _response(record, location, passed)
        if empty:
            what = "the archive is damaged: there is no record in it."
            raise RejectedInput(what, location=location.name, remedy="Fetch it again.")
        if passed:
            yield Remark(self.name, "records passed over", tuple(sorted(passed)))
        if said.getvalue():
            yield Remark(self.name, "archives that are not well-formed were read as far as they go.")


def _records(location: Location, said: io.StringIO) -> Iterator[Any]:
    """The records; what warcio says of them on standard error, which is not its to write to, goes into ``said``."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        with location.open() as file:
            # Unpacked here: warcio takes only archives that are compressed record by record, and many are not.
            packed = file.read(len(GZIP)) == GZIP
            file.seek(0)
            stream = gzip.GzipFile(fileobj=file) if packed else file
            records = ArchiveIterator(stream, arc2warc=True)
            while True:
                with redirect_stderr(said):
                    record = next(records, None)
                if record is None:
                    return
                yield record
    except (ArchiveLoadFailed, AttributeError, *FAULTS) as error:
        what = f"the archive is damaged: {shorten(str(error), MAX_FAULT)}."
        raise RejectedInput(what, location=location.name, remedy="Fetch it again.") from error


def _response(record: Any, location: Location, passed: set[str]) -> Iterator[members.Item]:
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    headers = record.http_headers
    kind = (headers or record.rec_headers).get_header("Content-Type") or ""
    kind = kind.split(";")[0].strip().lower()
    if canonical(url) is None:
        passed.add("no address of the web")
        return
    if headers is not None and headers.get_statuscode() != OK:
        passed.add(f"status {headers.get_statuscode() or 'unknown'}")
        return
    if kind not in PAGES and not any(sign in kind for sign in TEXTS):
        passed.add(kind or "no type")
        return
    try:
        data = record.content_stream().read(limits.MAX_BYTES + 1)
    except FAULTS as error:
        name = members.member(location, url, b"").name
        yield Reject(name, f"this record is damaged: {error}.", url.encode("utf-8", "replace"))
        return
    yield from members.read(members.member(location, url, data, url), "page" if kind in PAGES else None)
