"""``load`` with addresses: who reads what was fetched, and whose address it has."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.loaders.serving import OWN, STORY, Reply, Site

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]
Content = Callable[[Path], list[str]]
Load = Callable[..., Result]


def zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return packed.getvalue()


FEED = (
    b'<rss version="2.0"><channel><title>Vale</title><item><title>Fire</title><link>https://vale.example/fire</link>'
    b"<description>Orla Venn said no.</description></item></channel></rss>"
)
LINES = b'{"title": "Fire", "text": "Orla Venn said no.", "url": "https://vale.example/fire"}\n'


@pytest.mark.parametrize(
    ("path", "kind", "body", "expected"),
    [
        ("/feed", "application/rss+xml", FEED, ("feed", "Fire")),
        ("/feed", "text/xml", FEED, ("feed", "Fire")),
        ("/a.jsonl", "application/octet-stream", LINES, ("rows", "Fire")),
        ("/a", "application/json", LINES.strip(), ("rows", "Fire")),
        ("/a.jsonl.gz", "application/gzip", gzip.compress(LINES), ("rows", "Fire")),
        ("/a.csv", "text/plain", b"title,text\nFire,Orla Venn said no.\n", ("rows", "Fire")),
        ("/a.zip", "application/zip", zipped({"b.txt": STORY}), ("text", "Bridge stays closed")),
        ("/a", "", OWN, ("page", "Harbour ministry blames saboteurs")),
        ("/a", "text/plain", STORY, ("text", "Bridge stays closed")),
    ],
)
def test_the_content_type_decides_who_reads(
    path: str,
    kind: str,
    body: bytes,
    expected: tuple[str, str],
    here: Site,
    target: Path,
    load: Load,
    query: Query,
) -> None:
    here.pages[path] = Reply(body, kind)
    assert load(path).exit_code == 0
    assert query(target, "select source, title from articles") == [expected]
    assert query(
        target, "select count(*) from article_locations where saved_copy is null and location not like '%#%'"
    ) == [(0,)]
    # Nothing that a feed or a list names is fetched.
    assert here.paths() == [path]


@pytest.mark.parametrize(
    ("meta", "header", "body"),
    [
        (b"", "windows-1251", "Мост закрыт до весны, сказала инженер.".encode("cp1251")),
        (
            b'<meta charset="windows-1251">',
            "utf-8",
            "Мост закрыт до весны, сказала инженер.".encode("cp1251"),
        ),
        (b"", "windows-1251", "Мост закрыт до весны, сказала инженер.".encode()),
        (b"", "no-such-charset", "Мост закрыт до весны, сказала инженер.".encode()),
    ],
    ids=["the header says it", "the page says it", "the header is wrong", "there is none of that name"],
)
def test_charsets(
    meta: bytes, header: str, body: bytes, here: Site, target: Path, load: Load, query: Query
) -> None:
    html = (
        b"<html><head>"
        + meta
        + b"<title>x</title></head><body><article><p>"
        + body
        + b"</p></article></body></html>"
    )
    here.pages["/a"] = Reply(html, f"text/html; charset={header}")
    load("/a")
    assert query(target, "select text from articles") == [("Мост закрыт до весны, сказала инженер.",)]


CANONICAL = '<link rel="canonical" href="{}">'


@pytest.mark.parametrize(
    ("path", "canonical", "expected"),
    [
        ("/fire?ref=x&page=1", "{here}/2021/fire", "{here}/2021/fire"),
        ("/fire", "https://reuters.com/2021/fire", "{here}/fire"),
        ("/story?id=7", "{here}/story", "{here}/story?id=7"),
        ("/story?utm_source=7", "{here}/story", "{here}/story"),
        ("/fire", "{here}/", "{here}/fire"),
        ("/fire", "javascript:alert(1)", "{here}/fire"),
    ],
    ids=[
        "its own",
        "another outlet's",
        "without what was asked for",
        "without what tracks",
        "the front page",
        "none",
    ],
)
def test_the_address_a_page_gives_itself(
    path: str, canonical: str, expected: str, here: Site, target: Path, load: Load, query: Query
) -> None:
    root = here.url("")
    link = CANONICAL.format(canonical.format(here=root)).encode()
    here.pages[path] = Reply(OWN.replace(b"<head>", b"<head>" + link))
    assert load(path).exit_code == 0
    assert query(target, "select url from articles") == [(expected.format(here=root),)]
