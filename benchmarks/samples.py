"""What the fuzzing begins with: a few small, sound files of each format. Ours first, then whatever lies beside the checkout."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from benchmarks.generate import articles

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "tests" / "fixtures"
SHARED = ROOT.parent / "shared" / "samples"
LARGEST = 60_000
"""Bytes. Larger files take longer to read and are no stranger."""

FOLDERS: dict[str, tuple[str, ...]] = {
    "page": ("page/*.html", "html/aeb/*.html.gz", "html/fundus/*/*.html.gz"),
    "feed": ("feed/*", "rss/*/*/*.xml", "rss/feedparser_json/*"),
    "csv": ("rows/*.csv", "rows/*.tsv", "claimreview/*.csv"),
    "json": ("rows/*.json", "rows/*.jsonl"),
    "claimreview": ("claimreview/*.json", "claimreview/*.jsonl"),
    "euvsdisinfo": ("euvsdisinfo/*.csv", "euvsdisinfo/*.json"),
    "gqg": ("gqg/*.jsonl",),
    "ninjs": ("ninjs/*.json",),
    "trafilatura": ("trafilatura/*.json", "html/trafilatura*.json"),
    "mediacloud": ("mediacloud/*.json", "rows/mediacloud*"),
    "case": ("case/case.yml",),
}
FORMATS = ("text", *FOLDERS, "warc", "zip", "tar")

Sample = tuple[str, bytes]
"""The ending of a file's name, and what is in it."""


@cache
def of(format: str) -> list[Sample]:
    """The samples of a format."""
    made = {"text": _texts, "warc": _warcs, "zip": _zips, "tar": _tars}.get(format)
    return list(made() if made else _files(format))


def _files(format: str) -> Iterator[Sample]:
    for root in (FIXTURES, SHARED):
        for pattern in FOLDERS[format]:
            for path in sorted(root.glob(pattern)):
                if path.is_file() and path.stat().st_size <= LARGEST:
                    data, ending = path.read_bytes(), path.suffix
                    if ending == ".gz":
                        data, ending = gzip.decompress(data), Path(path.stem).suffix
                    if len(data) <= LARGEST:
                        yield ending, data


def _texts() -> Iterator[Sample]:
    for text in articles(6, sentences=8):
        yield ".txt", text.encode()
    yield ".txt", b"\xef\xbb\xbf\xe2\x80\x9cNo,\xe2\x80\x9d she said.\r\n\r\nShare this\r\n"


def _warcs() -> Iterator[Sample]:
    pages = [data for _, data in of("page")[:3]]
    records = [_record("warcinfo", "", b"software: none\r\n")]
    for number, page in enumerate(pages):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        records.append(_record("response", f"https://valecourier.example/{number}", http))
    yield ".warc", b"".join(records)
    yield ".warc.gz", b"".join(map(gzip.compress, records))
    yield ".warc.gz", gzip.compress(b"".join(records))


def _record(kind: str, url: str, content: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-11-08T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


def _members() -> Iterator[tuple[str, bytes]]:
    for number, format in enumerate(("text", "page", "json", "feed")):
        ending, data = of(format)[0]
        yield f"folder/{number}{ending}", data


def _zips() -> Iterator[Sample]:
    for how in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", how) as archive:
            for name, data in _members():
                # A date of its own would make another file of each run.
                archive.writestr(zipfile.ZipInfo(name), data, how)
        yield ".zip", packed.getvalue()


def _tars() -> Iterator[Sample]:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, data in _members():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    yield ".tar", packed.getvalue()
    yield ".tar.bz2", bz2.compress(packed.getvalue())
    yield ".tar.xz", lzma.compress(packed.getvalue())
    yield ".txt.gz", gzip.compress(of("text")[0][1], mtime=0)
