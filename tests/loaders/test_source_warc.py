"""Web archives: pages under the addresses they were fetched from, and what is passed over or refused."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Article, Reject, Remark, Rows, stable_id
from hearsay_to_sqlite.sources import limits, registry
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.warc import WarcSource

PAGE = (Path(__file__).parent.parent / "fixtures" / "page" / "granary.html").read_bytes()
PLAIN = PAGE.replace(b'<link rel="canonical"', b'<link rel="other"').replace(b"ClaimReview", b"Thing")
FIRE = "https://valecourier.example/fire"

Run = Callable[..., Result]
Response = tuple[str, str, str, bytes]

RESPONSES: list[Response] = [
    (f"{FIRE}?utm_source=x", "200 OK", "text/html; charset=utf-8", PLAIN),
    ("https://valecourier.example/logo.png", "200 OK", "image/png", b"\x89PNG"),
    ("https://valecourier.example/gone", "404 Not Found", "text/html", PLAIN),
    ("https://valecourier.example/empty", "200 OK", "text/html", b"<html></html>"),
    ("https://valecourier.example/feed", "200 OK", "application/rss+xml", b"<rss><channel></channel></rss>"),
]


def archive(responses: list[Response], packed: bool) -> bytes:
    records = []
    for url, status, kind, body in responses:
        http = (
            f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        records.append(record("response", url, http))
        records.append(record("request", url, b"GET / HTTP/1.1\r\n\r\n"))
    return b"".join(gzip.compress(one, mtime=0) if packed else one for one in records)


def record(kind: str, url: str, content: bytes) -> bytes:
    headers = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2021-11-08T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    return headers.encode() + content + b"\r\n\r\n"


def read(data: bytes, name: str = "/x/a.warc.gz") -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    for item in WarcSource().read(Location(name, None, data)):
        assert not isinstance(item, Rows)
        if isinstance(item, Article):
            found.append((item.location, item.id, item.url, item.title))
        else:
            found.append((item.reason,) if isinstance(item, Reject) else (item.text, *item.names))
    return found


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("/x/a.warc", archive(RESPONSES, packed=False)),
        ("/x/a.warc.gz", archive(RESPONSES, packed=True)),
        ("/x/whole.warc.gz", gzip.compress(archive(RESPONSES, packed=False), mtime=0)),
    ],
    ids=["plain", "record by record", "compressed as a whole"],
)
def test_responses(name: str, data: bytes) -> None:
    assert registry.best(Location(name, None, data)).name == "warc"
    feed = f"{name}!/https://valecourier.example/feed: this feed holds no entry. Fetch it again."
    assert read(data, name) == [
        (
            f"{name}!/{FIRE}?utm_source=x",
            stable_id(FIRE),
            FIRE,
            "Harbour ministry blames saboteurs",
        ),
        ("no main text was found in this page.",),
        (feed,),
        ("records passed over", "image/png", "status 404"),
    ]


def test_what_came_before_the_damage_is_read() -> None:
    data = archive(RESPONSES[:1], packed=False)
    found = WarcSource().read(Location("/x/a.warc", None, data + b"no record\r\n\r\n"))
    assert isinstance(next(found), Article)
    with pytest.raises(RejectedInput, match="the archive is damaged"):
        next(found)


@pytest.mark.parametrize("data", [b"\x1f\x8b junk", b"junk\r\n\r\n", b"\x00" * 500])
def test_damaged_archives_are_refused(data: bytes) -> None:
    with pytest.raises(RejectedInput, match="the archive is damaged"):
        read(data)


def test_what_the_reader_says_is_said_as_ours(tmp_path: Path, run: Run) -> None:
    packed = tmp_path / "a.warc"
    whole = archive(RESPONSES[:1], packed=False)
    packed.write_bytes(whole.removesuffix(b"\r\n\r\n") + b"odd\r\n\r\n" + whole)
    result = run("load", tmp_path / "t.db", packed)
    assert (result.exit_code, result.stderr) == (
        0,
        "warc: archives that are not well-formed were read as far as they go.\n",
    )


@pytest.mark.parametrize(
    ("limit", "value", "reason"),
    [("MAX_MEMBERS", 2, "more than 2 members"), ("MAX_UNPACKED", 50, "more than 50 bytes")],
)
def test_limits(limit: str, value: int, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, limit, value)
    with pytest.raises(RejectedInput, match=reason):
        read(archive(RESPONSES, packed=True))


def test_a_record_that_is_too_large_is_refused_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 100)
    reasons = [str(found[0]) for found in read(archive(RESPONSES, packed=True))]
    assert "it is larger than" in reasons[0]
    assert reasons[1] == "no main text was found in this page."


@pytest.mark.shared
def test_the_samples(samples: Path, tmp_path: Path, run: Run) -> None:
    result = run("load", tmp_path / "t.db", samples / "warc" / "warcio")
    assert result.exit_code == 1
    assert "fault of ours" not in result.stderr
    assert result.stdout.startswith("11 articles, ")


def test_a_remark_is_no_refusal() -> None:
    found = list(WarcSource().read(Location("/x/a.warc", None, archive(RESPONSES[1:2], packed=False))))
    assert [type(item) for item in found] == [Remark]
