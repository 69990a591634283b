"""What servers answer: packed, slow, endless, broken or busy, each ends as a copy or as a refusal that says why."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path

import pytest
from tests.loaders.serving import PAGE, Reply, Site, refusal, site

from hearsay_to_sqlite.sources import limits
from hearsay_to_sqlite.sources.locations import Location

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
BOMB = gzip.compress(bytes(8 * 1024 * 1024))


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(status=404), "the server answers 404 Not Found. Check the address."),
        (Reply(status=410), "the server answers 410 Gone. Check the address."),
        (Reply(status=451), "451 Unavailable For Legal Reasons"),
        (Reply(status=500), "500 Internal Server Error. Try again later: hearsay-to-sqlite retry."),
        (Reply(status=999), "999 no known status"),
        (Reply(status=204), "204 No Content"),
        (Reply(status=304), "304 Not Modified"),
        (Reply(status=301), "301 Moved Permanently"),
        (Reply(b"%PDF", "application/pdf"), "no source reads application/pdf"),
        (Reply(b"x", "video/mp4"), "no source reads video/mp4"),
        (Reply(PAGE, headers={"Content-Encoding": "br"}), "packed as 'br', which was not asked for"),
        (Reply(BOMB, headers={"Content-Encoding": "gzip"}), "over 200 times its own size"),
        (Reply(b"\x1f\x8b junk", headers={"Content-Encoding": "gzip"}), "packed, and damaged"),
        (Reply(gzip.compress(PAGE)[:-9], headers={"Content-Encoding": "gzip"}), "ends before its end"),
        (Reply(raw=(HEAD, b"Content-Length: 99\r\n\r\nshort")), "the answer ends before its end"),
        (
            Reply(raw=(HEAD, b"Transfer-Encoding: chunked\r\n\r\n9\r\nshort")),
            "the answer ends before its end",
        ),
        (Reply(raw=(HEAD, b"Transfer-Encoding: chunked\r\n\r\nzz\r\n")), "the answer ends before its end"),
        (Reply(raw=(b"SSH-2.0-x\r\n",)), "this is no answer of a web server"),
        (Reply(raw=(HEAD, b"X: y\r\n" * 200, b"\r\n")), "this is no answer of a web server"),
        (Reply(raw=(b"",)), "the server"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_answers_that_are_refused(
    reply: Reply, reason: str, here: Site, fetch: Callable[..., Location], tmp_path: Path
) -> None:
    here.pages["/a"] = reply
    assert reason in refusal(fetch, here.url("/a"))
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("length", [{}, {"Content-Length": "101"}], ids=["not said", "said"])
def test_what_is_too_large_is_refused(
    length: dict[str, str], here: Site, fetch: Callable[..., Location], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_FETCHED", 100)
    body = b"a" * 101
    said = "".join(f"{name}: {value}\r\n" for name, value in length.items()).encode()
    here.pages["/a"] = Reply(raw=(HEAD, said, b"\r\n", body))
    assert "it is larger than 100 bytes" in refusal(fetch, here.url("/a"))


@pytest.mark.parametrize(
    ("limit", "raw", "reason"),
    [
        ("SILENCE_SECONDS", (HEAD, b""), "the server said nothing for 0.2 seconds"),
        ("MAX_FETCH_SECONDS", (HEAD, b"\r\n", *[b"a"] * 99), "the server took more than 0.2 seconds"),
        ("MAX_FETCH_SECONDS", (*[b"H"] * 99,), "the server took more than 0.2 seconds"),
    ],
    ids=["silence", "a slow body", "slow headers"],
)
def test_slow_servers_are_left(
    limit: str,
    raw: tuple[bytes, ...],
    reason: str,
    here: Site,
    fetch: Callable[..., Location],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # What is let in is remembered, so that only the page is slow.
    here.pages["/quick"] = Reply(PAGE)
    fetch(here.url("/quick"))
    monkeypatch.setattr(limits, limit, 0.2)
    here.pages["/a"] = Reply(raw=raw, delay=0.05 if limit == "MAX_FETCH_SECONDS" else 5)
    assert reason in refusal(fetch, here.url("/a"))


def test_nobody_there(fetch: Callable[..., Location]) -> None:
    with site() as gone:
        url = gone.url("/a")
    assert "the server cannot be reached: Connection refused" in refusal(fetch, url)


def test_tls_that_is_none(here: Site, fetch: Callable[..., Location]) -> None:
    assert "the connection is not secure" in refusal(fetch, here.url("/a").replace("http", "https"))


PACKED = {
    "gzip": gzip.compress(PAGE),
    "gzip, in members": gzip.compress(PAGE[:50]) + gzip.compress(PAGE[50:]),
    "deflate": zlib.compress(PAGE),
    "deflate, raw": zlib.compress(PAGE)[2:-4],
    "identity": PAGE,
}


@pytest.mark.parametrize("name", PACKED)
def test_packed_answers(name: str, here: Site, fetch: Callable[..., Location]) -> None:
    here.pages["/a"] = Reply(PACKED[name], headers={"Content-Encoding": name.split(",")[0]})
    assert fetch(here.url("/a")).read_bytes() == PAGE


def test_an_answer_without_its_length(here: Site, fetch: Callable[..., Location]) -> None:
    here.pages["/open"] = Reply(raw=(HEAD, b"\r\n", PAGE[:20], PAGE[20:]))
    here.pages["/chunked"] = Reply(
        raw=(HEAD, b"Transfer-Encoding: chunked\r\n\r\n", b"5\r\nfirst\r\n", b"4\r\nlast\r\n0\r\n\r\n")
    )
    assert fetch(here.url("/open")).read_bytes() == PAGE
    assert fetch(here.url("/chunked")).read_bytes() == b"firstlast"


def test_a_busy_server_is_asked_again(here: Site, fetch: Callable[..., Location], waits: list[float]) -> None:
    answers = iter((Reply(status=503, headers={"Retry-After": "7"}), Reply(PAGE)))
    here.pages["/a"] = lambda headers: next(answers)
    assert fetch(here.url("/a")).read_bytes() == PAGE
    assert waits == [7.0]


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        ("7", "429 Too Many Requests and asks to wait 7 seconds"),
        ("3600", "and asks to wait 3600 seconds"),
        (formatdate(4_000_000_000, usegmt=True), "and asks to wait"),
        ("soon", "429 Too Many Requests. Try again later"),
        ("", "429 Too Many Requests. Try again later"),
    ],
)
def test_a_server_that_stays_busy(
    after: str, reason: str, here: Site, fetch: Callable[..., Location], waits: list[float]
) -> None:
    here.pages["/a"] = Reply(status=429, headers={"Retry-After": after})
    assert reason in refusal(fetch, here.url("/a"))
    assert waits == ([7.0, 7.0] if after == "7" else [])
    assert len(here.paths()) == (3 if after == "7" else 1)
