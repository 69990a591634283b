"""What is fetched: from public addresses only, politely, within limits; whatever a server does ends as a row or a refusal."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest
from tests.loaders.serving import PAGE, Reply, Site, fetcher, refusal

from hearsay_to_sqlite.errors import DatabaseError, InputError, RejectedInput
from hearsay_to_sqlite.fetching import addresses, kinds
from hearsay_to_sqlite.sources import limits
from hearsay_to_sqlite.sources.locations import Location, check, expand


def test_the_copy_and_its_note(here: Site, fetch: Callable[..., Location], tmp_path: Path) -> None:
    here.pages["/a?utm_source=x&id=1"] = Reply(PAGE, headers={"Set-Cookie": "who=reader", "ETag": '"1"'})
    found = fetch(here.url("/a?utm_source=x&id=1"))
    assert found.path is not None
    assert found.fetched is not None
    assert found.path.read_bytes() == PAGE
    assert (tmp_path / found.fetched.copy) == found.path
    assert re.fullmatch(r"t\.db-saved/127\.0\.0\.1/[0-9a-f]{16}/0001\.html", found.fetched.copy)
    assert (found.suffix, found.url, found.fetched.charset) == (
        ".html",
        here.url("/a?utm_source=x&id=1"),
        "utf-8",
    )
    note = json.loads(found.path.with_suffix(".json").read_text())
    assert (note["url"], note["status"], note["size"], note["retrieved_at"]) == (
        here.url("/a?utm_source=x&id=1"),
        200,
        len(PAGE),
        found.fetched.retrieved_at,
    )
    assert ["ETag", '"1"'] in note["headers"]
    assert "who=reader" not in json.dumps(note)
    (_, first), (_, second) = here.asked
    assert [path for path, _ in here.asked] == ["/robots.txt", "/a?utm_source=x&id=1"]
    assert (
        first["user-agent"]
        == f"hearsay-to-sqlite/{metadata.version('datasette-hearsay')} (datasette-hearsay)"
    )
    assert second["host"] == f"127.0.0.1:{here.port}"


def test_what_was_fetched_is_not_fetched_again(here: Site, fetch: Callable[..., Location]) -> None:
    here.pages["/a"] = Reply(PAGE)
    first = fetch(here.url("/a"))
    assert fetch(here.url("/a#part")).path == fetch(here.url("/a?utm_source=y")).path == first.path
    assert here.paths() == ["/a"]


def test_a_refetch_asks_whether_it_is_another(here: Site, fetch: Callable[..., Location]) -> None:
    def page(headers: dict[str, str]) -> Reply:
        same = headers.get("if-none-match") == '"1"' and headers.get("if-modified-since") == "yesterday"
        return (
            Reply(status=304) if same else Reply(PAGE, headers={"ETag": '"1"', "Last-Modified": "yesterday"})
        )

    here.pages["/a"] = page
    first = fetch(here.url("/a"))
    again = fetch(here.url("/a"), refetch=True)
    assert again == first
    assert again.path is not None
    assert json.loads(again.path.with_suffix(".json").read_text())["checked_at"]
    here.pages["/a"] = Reply(PAGE + b"<!-- edited -->")
    edited = fetch(here.url("/a"), refetch=True)
    here.pages["/a"] = Reply(PAGE + b"<!-- edited -->", headers={"ETag": '"2"'})
    assert fetch(here.url("/a"), refetch=True) == edited
    assert edited.path is not None
    assert sorted(path.name for path in edited.path.parent.iterdir()) == [
        "0001.html",
        "0001.json",
        "0002.html",
        "0002.json",
    ]
    assert len(here.paths()) == 4


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(status: int, here: Site, fetch: Callable[..., Location]) -> None:
    here.pages["/old"] = Reply(status=status, headers={"Location": "new?x=1#y"})
    here.pages["/new?x=1"] = Reply(PAGE)
    found = fetch(here.url("/old"))
    assert (found.name, found.url) == (here.url("/old"), here.url("/new?x=1"))


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("/old", "its redirects lead in a circle"),
        ("http://127.0.0.1:1/", "127.0.0.1 leads to 127.0.0.1, a loopback address"),
        ("http://10.1.2.3/", "10.1.2.3, a private address"),
        ("http://169.254.169.254/latest/meta-data/", "a link-local address"),
        ("http://[::1]/", "a loopback address"),
        ("http://[::ffff:127.0.0.1]/", "an IPv4 address written as IPv6"),
        ("http://[64:ff9b::7f00:1]/", "an IPv4 address behind NAT64"),
        ("http://2130706433/", "127.0.0.1, a loopback address"),
        ("http://0x7f.1/", "127.0.0.1, a loopback address"),
        ("http://0.0.0.0/", "an address of this host itself"),
        ("file:///etc/passwd", "only http and https addresses are fetched"),
        ("ftp://news.example/", "only http and https addresses are fetched"),
        ("javascript:alert(1)", "only http and https addresses are fetched"),
        ("http://reader:secret@news.example/", "a user name or password"),
        ("http://[", "it redirects to what is no address"),
    ],
)
def test_redirects_that_are_not_followed(
    to: str, reason: str, here: Site, fetch: Callable[..., Location], tmp_path: Path
) -> None:
    here.pages["/old"] = Reply(status=302, headers={"Location": to})
    said = refusal(fetch, here.url("/old"))
    assert reason in said
    assert "secret" not in said
    assert not list(tmp_path.rglob("*.json"))


def test_too_many_redirects(
    here: Site, fetch: Callable[..., Location], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_REDIRECTS", 3)
    for n in range(9):
        here.pages[f"/{n}"] = Reply(status=301, headers={"Location": f"/{n + 1}"})
    here.pages["/9"] = Reply(PAGE)
    assert fetch(here.url("/6")).url == here.url("/9")
    assert "more than 3 times" in refusal(fetch, here.url("/0"))


@pytest.mark.parametrize(
    ("address", "what"),
    [
        *((address, None) for address in ("8.8.8.8", "93.184.216.34", "2606:4700::1111")),
        *((address, "a loopback address") for address in ("127.0.0.1", "127.255.0.9", "::1")),
        *((address, "a private address") for address in ("10.0.0.1", "172.31.1.1", "192.168.1.1", "fd00::1", "fec0::1")),
        *((address, "a link-local address") for address in ("169.254.169.254", "fe80::1")),
        *((address, "a multicast address") for address in ("224.0.0.1", "239.255.255.250", "ff02::1")),
        *((address, "a reserved address") for address in ("240.0.0.1", "255.255.255.255", "192.0.0.8", "100::1", "2001::1")),
        *((address, "an address of this host itself") for address in ("0.0.0.0", "0.1.2.3", "::")),
        ("100.64.0.1", "an address shared by a provider's customers"),
        ("::ffff:8.8.8.8", "an IPv4 address written as IPv6"),
        ("::127.0.0.1", "an IPv4 address written as IPv6"),
        ("64:ff9b::808:808", "an IPv4 address behind NAT64"),
        ("64:ff9b:1::1", "an IPv4 address behind NAT64"),
        ("2002:7f00:1::", "an IPv4 address behind 6to4"),
        ("198.18.0.1", "an address for benchmarks"),
        ("203.0.113.9", "an address for documentation"),
        ("1.2.3", "no address"),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, what: str | None) -> None:
    assert addresses.refused(address) == what


def test_a_private_host_is_refused_unless_it_is_allowed(here: Site, tmp_path: Path) -> None:
    here.pages["/a"] = Reply(PAGE)
    cautious = fetcher(tmp_path)
    said = refusal(lambda url: cautious.fetch(Location(url)), here.url("/a"))
    assert "127.0.0.1, a loopback address: only public addresses are fetched from" in said
    assert here.asked == []


def test_one_private_address_among_public_ones_is_enough(tmp_path: Path) -> None:
    mixed = fetcher(tmp_path, resolving=lambda host, port: ["93.184.216.34", "127.0.0.1"])
    assert "127.0.0.1, a loopback" in refusal(lambda url: mixed.fetch(Location(url)), "http://news.example/")


def test_the_connection_goes_to_the_address_that_was_checked(
    here: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1/")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1/")
    here.pages["/a"] = Reply(PAGE)
    looked_up: list[str] = []

    def resolving(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"]

    named = fetcher(tmp_path, allow_private=True, resolving=resolving)
    named.fetch(Location(f"http://paper.example:{here.port}/a"))
    # Once for robots.txt, once for the page; nothing looks the name up a second time to connect.
    assert looked_up == ["paper.example"] * 2
    assert {headers["host"] for _, headers in here.asked} == {f"paper.example:{here.port}"}


def test_a_name_that_leads_nowhere(tmp_path: Path) -> None:
    def resolving(host: str, port: int) -> list[str]:
        raise OSError(-2, "Name or service not known")

    lost = fetcher(tmp_path, resolving=resolving)
    said = refusal(lambda url: lost.fetch(Location(url)), "http://nowhere.example/")
    assert "there is no host nowhere.example: Name or service not known." in said


def test_a_pause_between_two_requests(here: Site, tmp_path: Path, waits: list[float]) -> None:
    here.pages = {
        "/a": Reply(PAGE),
        "/b": Reply(PAGE),
        "/robots.txt": Reply(b"User-agent: *\nCrawl-delay: 9", "text/plain"),
    }
    slow = fetcher(tmp_path, pause=2.0, allow_private=True, sleep=waits.append)
    for path in ("/a", "/b", "/b"):
        slow.fetch(Location(here.url(path)))
    assert [round(wait) for wait in waits] == [9, 9]


def test_an_address_with_a_password_is_neither_fetched_nor_shown() -> None:
    for function in (check, lambda urls: list(expand(urls))):
        with pytest.raises(InputError, match="user name or password") as caught:
            function(["https://reader:secret@news.example/a"])
        assert "secret" not in str(caught.value)
        assert "reader" not in str(caught.value)


@pytest.mark.parametrize(
    "url", ["https:///a", "http://a b/", "http://x:99999/", "http://[::1/", "https://" + "a" * 9_000]
)
def test_what_is_no_address(url: str, fetch: Callable[..., Location]) -> None:
    refusal(fetch, url)


def test_an_address_that_is_no_text_is_refused() -> None:
    for url in ("https://news.example/\udcff", "https://\udcff.example/"):
        for function in (check, lambda urls: list(expand(urls))):
            with pytest.raises(InputError, match="bytes that are no text"):
                function([url])
        with pytest.raises(RejectedInput, match="only http and https"):
            addresses.target(url)


def test_no_room_for_copies(here: Site, fetch: Callable[..., Location], tmp_path: Path) -> None:
    here.pages["/a"] = Reply(PAGE)
    (tmp_path / "t.db-saved").write_bytes(b"a file")
    with pytest.raises(DatabaseError, match="cannot be written"):
        fetch(here.url("/a"))


@pytest.mark.parametrize(
    "note", [b"{", b"[]", b'{"headers": 1}', b'{"file": "../../x", "headers": []}', b"\xff"]
)
def test_a_spoilt_note_is_no_copy(note: bytes, here: Site, fetch: Callable[..., Location]) -> None:
    here.pages["/a"] = Reply(PAGE)
    first = fetch(here.url("/a"))
    assert first.path is not None
    first.path.with_suffix(".json").write_bytes(note)
    again = fetch(here.url("/a"))
    assert again.path is not None
    assert (again.path.name, again.path.read_bytes()) == ("0002.html", PAGE)


@pytest.mark.parametrize(
    ("kind", "url", "head", "expected"),
    [
        ("text/html; charset=x", "http://x.example/a", b"", ".html"),
        ("application/rss+xml", "http://x.example/feed", b"", ".rss"),
        ("application/json", "http://x.example/a", b"", ".json"),
        ("application/json", "http://x.example/a.jsonl", b"", ".jsonl"),
        ("text/plain", "http://x.example/a.csv?v=2", b"", ".csv"),
        ("text/plain", "http://x.example/a", b"", ".txt"),
        ("", "http://x.example/a", b"", ""),
        ("application/octet-stream", "http://x.example/a.warc.gz", b"\x1f\x8b", ".warc.gz"),
        ("application/gzip", "http://x.example/a.csv.gz", b"\x1f\x8b", ".csv.gz"),
        ("text/csv", "http://x.example/a.csv.gz", b"a,b", ".csv"),
        ("application/octet-stream", "http://x.example/a.csv.gz", b"a,b", ".csv"),
        ("text/html", "http://x.example/a.csv", b"", ".html"),
    ],
)
def test_what_kind_of_thing_it_is(kind: str, url: str, head: bytes, expected: str) -> None:
    assert kinds.ending(url, kind, head) == expected
