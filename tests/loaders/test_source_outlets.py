"""Which outlet a domain or a name stands for, and dates and markup as records carry them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result

from hearsay_to_sqlite import vocabulary
from hearsay_to_sqlite.clean.days import day
from hearsay_to_sqlite.clean.markup import plain
from hearsay_to_sqlite.clean.outlets import Outlet, outlet

REUTERS = Outlet("reuters", "Reuters", "https://reuters.com/", "GB", "en", "news agency")


@pytest.mark.parametrize(
    ("name", "url", "expected"),
    [
        (None, "https://www.reuters.com/world/1", REUTERS),
        ("Some Desk", "http://graphics.reuters.com/x", REUTERS),
        ("Reuters", None, REUTERS),
        ("reuters.com", None, REUTERS),
        (
            None,
            "https://m.courier.example/1",
            Outlet("courier-example", "courier.example", "https://courier.example/"),
        ),
        ("The Vale Courier", None, Outlet("vale-courier", "The Vale Courier")),
        ("The Vale Courier", "javascript:alert(1)", Outlet("vale-courier", "The Vale Courier")),
        (None, None, None),
        ("", "file:///etc/passwd", None),
    ],
)
def test_outlets(name: str | None, url: str | None, expected: Outlet | None) -> None:
    assert outlet(name, url) == expected


@pytest.mark.parametrize("host", vocabulary.read("outlets"))
def test_each_known_domain_is_whole(host: str) -> None:
    found = outlet(None, f"https://www.{host}/a")
    assert found is not None
    assert (found.url, found.kind in KINDS, len(found.country or "")) == (f"https://{host}/", True, 2)


KINDS = {"news agency", "broadcaster", "newspaper", "news site", "magazine", "fact-checker", "platform"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2021-11-07 03:10", "2021-11-07"),
        (20211107, "2021-11-07"),
        ("2021", "2021"),
        ("2021-11", "2021-11"),
        ("2021-2-3", "2021-02-03"),
        ("2021/11/07", "2021-11-07"),
        ("13/11/2021", "2021-11-13"),
        ("11/13/2021", "2021-11-13"),
        ("11/11/2021", "2021-11-11"),
        ("07/11/2021", None),
        ("November 7, 2021", "2021-11-07"),
        ("Sunday, 7 Nov. 2021 10:00", "2021-11-07"),
        ("Sun, 07 Nov 2021 23:59:00 +0300", "2021-11-07"),
        ("2021-02-30", None),
        ("soon", None),
        (None, None),
        (["2021"], None),
        ("9" * 500, None),
    ],
)
def test_days(given: object, expected: str | None) -> None:
    assert day(given) == expected


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("no markup, 1 < 2 & so on", "no markup, 1 < 2 & so on"),
        ("a<br/>b<p>c &amp; d", "a\n\nb\n\nc & d"),
        ("<script>x()</script>y<style>z</style>", "y"),
        ("<b>un<i>closed</b>", "unclosed"),
        ("<!-- x --><p>y<", "y<"),
    ],
)
def test_markup(fragment: str, expected: str) -> None:
    assert plain(fragment) == expected


def test_an_unknown_domain_is_an_outlet_that_keeps_the_name_somebody_gives_it(
    tmp_path: Path, run: Callable[..., Result], query: Callable[[Path, str], list[tuple[object, ...]]]
) -> None:
    path, listed = tmp_path / "t.db", tmp_path / "a.jsonl"
    outlets = "select id, name, url, country from outlets order by id"
    listed.write_text('{"url": "https://www.courier.example/1", "text": "Orla Venn said no."}\n')
    assert run("load", path, listed).exit_code == 0
    assert query(path, outlets) == [("courier-example", "courier.example", "https://courier.example/", None)]
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("update outlets set name = 'The Courier', country = 'GB'")
    listed.write_text(
        '{"url": "https://m.courier.example/2", "text": "Orla Venn said yes.", "publisher": "Courier online"}\n'
    )
    assert run("load", path, listed).exit_code == 0
    assert query(path, outlets) == [("courier-example", "The Courier", "https://courier.example/", "GB")]
    assert query(path, "select count(*) from articles where publisher_id = 'courier-example'") == [(2,)]
