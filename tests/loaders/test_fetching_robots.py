"""What a site's robots.txt asks of us is done; where it cannot be read, nothing is fetched."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.loaders.serving import Reply, site

from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.fetching import robots
from hearsay_to_sqlite.fetching.copies import Copies
from hearsay_to_sqlite.fetching.fetcher import Fetcher, Manners
from hearsay_to_sqlite.sources import limits
from hearsay_to_sqlite.sources.locations import Location

US = "hearsay-to-sqlite"


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /a", "/b", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/a.pdf?x=1", True),
        ("User-agent: *\nDisallow: /*/private*x", "/a/private/bx", False),
        ("User-agent: *\nDisallow: /*?id=", "/a?id=7", False),
        ("User-agent: *\nDisallow: /caf%C3%A9", "/caf%c3%a9/1", False),
        ("User-agent: *\nDisallow: /a%2A", "/a*", False),
        ("User-agent: *\nDisallow: /a%2A", "/ab", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: HearSay-to-SQLite/0.1\nDisallow: /", "/a", False),
        (f"User-agent: *\nDisallow: /\n\nUser-agent: {US}\nDisallow: /b", "/a", True),
        (f"User-agent: *\nDisallow: /\n\nUser-agent: {US}\nDisallow:", "/a", True),
        (f"User-agent: {US}\nUser-agent: other\nDisallow: /", "/a", False),
        (f"User-agent: {US}\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/b", True),
        ("\ufeffuser-AGENT : * # all\ndisallow : /a # this", "/a", False),
        ("Disallow: /a\nUser-agent: *\nSitemap: x\nnonsense", "/a", True),
        ("User-agent: *\nDisallow: /" + "*a" * 5_000 + "$", "/" + "a" * 8_000, False),
    ],
)
def test_rules(text: str, path: str, allowed: bool) -> None:
    assert robots.read(text, US).allow(path) is allowed


@pytest.mark.parametrize(
    ("delay", "pause"), [("5", 5.0), ("0.5", 0.5), ("-1", 0.0), ("nan", 0.0), ("1e9", 0.0), ("", 0.0)]
)
def test_the_pause_between_requests(delay: str, pause: float) -> None:
    assert robots.read(f"User-agent: *\nCrawl-delay: {delay}", US).pause == pause


def test_rules_without_end_are_cut() -> None:
    text = "User-agent: *\n" + "Disallow: /a\n" * (robots.MAX_RULES + 5)
    assert len(robots.read(text, US).rules) == robots.MAX_RULES


REFUSED = "the robots.txt of 127.0.0.1 asks robots to leave this alone."


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(status=404), None),
        (Reply(status=403), None),
        (Reply(b"User-agent: *\nDisallow: /b", "text/plain"), None),
        (Reply(b"User-agent: *\nDisallow: /a", "text/plain"), REFUSED),
        (Reply(status=500), REFUSED),
        (Reply(status=429), REFUSED),
        (Reply(status=302, headers={"Location": "/rules"}), REFUSED),
        (Reply(status=302, headers={"Location": "/robots.txt"}), None),
        (Reply(status=302, headers={"Location": "http://10.0.0.1/"}), "a private address"),
        (Reply(b"User-agent: *\n" + b"#" * 100 + b"\nDisallow: /a", "text/plain"), None),
    ],
    ids=["none", "closed", "other", "ours", "broken", "busy", "moved", "in a circle", "private", "too long"],
)
def test_robots_are_asked_first(
    reply: Reply, reason: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MAX_ROBOTS", 60)
    with site() as here:
        here.pages = {
            "/a": Reply(b"<html>"),
            "/robots.txt": reply,
            "/rules": Reply(b"User-agent: *\nDisallow: /", "text/plain"),
        }
        fetcher = Fetcher(Copies(tmp_path / "t.db"), manners=Manners(0, True))
        if reason is None:
            assert fetcher.fetch(Location(here.url("/a"))).url == here.url("/a")
        else:
            with pytest.raises(RejectedInput, match=reason):
                fetcher.fetch(Location(here.url("/a")))
            assert "/a" not in here.paths()
        again = len(here.asked)
        with pytest.raises(RejectedInput):
            fetcher.fetch(Location(here.url("/nothing")))
        assert "/robots.txt" not in [path for path, _ in here.asked[again:]] or reason == "a private address"
