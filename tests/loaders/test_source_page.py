"""Saved pages: the article in them, where it comes from, and the verdicts marked up in them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from lxml import html

from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Article, Reject, Rows, stable_id
from hearsay_to_sqlite.sources import limits
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.page import PageSource
from hearsay_to_sqlite.sources.recovery import paragraphs, recovered

PAGE = Path(__file__).parent.parent / "fixtures" / "page" / "granary.html"
URL = "https://www.valecourier.example/2021/granary"
ID = stable_id("https://valecourier.example/2021/granary")

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]


def page(html: bytes, name: str = "pages.zip!/a.html", url: str | None = None) -> Location:
    return Location(name, None, html, url)


def test_the_whole_row(tmp_path: Path, run: Run, query: Query) -> None:
    path = tmp_path / "t.db"
    result = run("load", path, PAGE)
    assert (result.exit_code, result.stdout) == (
        0,
        "1 article, 5 attributions, 0 rejected, 1 claim, 1 review\n",
    )
    columns = "id, title, url, publisher_id, byline, published_on, published_on_basis, language, source"
    assert query(path, f"select {columns} from articles") == [
        (
            ID,
            "Harbour ministry blames saboteurs",
            URL,
            "valecourier-example",
            "Ann Lee",
            "2021-11-07",
            "metadata",
            "en",
            "page",
        )
    ]
    assert query(path, "select name, url from outlets") == [
        ("The Vale Courier", "https://valecourier.example/")
    ]
    assert query(path, "select location from article_locations") == [(str(PAGE),)]
    assert ("Orla Venn", "Nobody who loves this city would burn its bread,") in query(
        path, "select speaker, quotation from statements"
    )
    (text,) = query(path, "select text from articles")[0]
    assert "four fires were lit" in str(text)
    assert "Sport" not in str(text)
    assert run("check", path).exit_code == 0


def test_what_is_read() -> None:
    article, rows = PageSource().read(Location(str(PAGE), PAGE))
    assert isinstance(article, Article)
    assert [article.text[part.start : part.end] for part in article.passages] == article.text.split("\n")
    assert isinstance(rows, Rows)
    assert [row["proposition"] for row in rows.tables["claims"]] == ["Four fires were lit."]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.html", b"", 60),
        ("a.php", b"\n<!DOCTYPE HTML><html>", 40),
        ("a.txt", b"<html>", 0),
        ("a.xml", b"<rss/>", 0),
    ],
)
def test_match(name: str, content: bytes, expected: int) -> None:
    assert PageSource().match(page(content, f"z!/{name}")) == expected


def test_a_page_without_address_of_its_own_has_the_one_it_was_fetched_from() -> None:
    html = re.sub(rb'<link rel="canonical"[^>]*>', b"", PAGE.read_bytes()).replace(URL.encode(), b"x")
    (with_url, *_) = PageSource().read(page(html, url="https://courier.example/a?fbclid=1"))
    (without, *_) = PageSource().read(page(html))
    assert isinstance(with_url, Article)
    assert isinstance(without, Article)
    assert (with_url.id, with_url.url) == (
        stable_id("https://courier.example/a"),
        "https://courier.example/a",
    )
    assert (without.id, without.url) == (without.source_sha256[:16], None)


def test_a_page_without_text_is_refused() -> None:
    (found,) = PageSource().read(page(b"<html><body></body></html>"))
    assert isinstance(found, Reject)
    assert found.reason == "no main text was found in this page."


@pytest.mark.parametrize(
    ("limit", "value", "reason"),
    [("MAX_PAGE", 100, "larger than"), ("MAX_ELEMENT_DEPTH", 3, "deeper in one another than 3")],
)
def test_limits(limit: str, value: int, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, limit, value)
    with pytest.raises(RejectedInput, match=reason):
        list(PageSource().read(Location(str(PAGE), PAGE)))


@pytest.mark.parametrize("depth", [500, 200_000])
def test_a_page_of_endless_depth_is_refused(depth: int) -> None:
    with pytest.raises(RejectedInput, match="deeper in one another"):
        list(PageSource().read(page(b"<html><body>" + b"<div>" * depth + b"text")))


def test_without_trafilatura_the_error_names_the_extra(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    result = run("load", tmp_path / "t.db", PAGE)
    assert result.exit_code == 1
    assert "pip install 'datasette-hearsay[html]'" in result.stderr


def test_attributions_without_a_database(run: Run) -> None:
    result = run("attributions", PAGE)
    assert (result.exit_code, json.loads(result.stdout)["doc_id"], result.stderr) == (0, ID, "")


BOX = "<div class='body box'><p>{}</p><p>{}</p></div><aside><p>Subscribe to our letter, dear reader, and get it each day.</p></aside>"
SAID = "“Nobody who loves this city would burn its bread number {},” Orla Venn told reporters on the quay."


def test_paragraphs_of_the_same_kind_of_box_are_taken_back() -> None:
    page = html.fromstring(
        "<main>" + "".join(BOX.format(SAID.format(n), SAID.format(n + 1)) for n in (1, 3)) + "</main>"
    )
    kept = "\n".join(SAID.format(n) for n in (1, 2))
    assert recovered(kept, paragraphs(page)).split("\n") == [SAID.format(n) for n in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    "rest",
    [
        "<div class='teaser'><p>{0}</p></div>",
        "<aside><div class='body box'><p>{0}</p></div></aside>",
        "<div class='body box'><p><a href='/x'>{0}</a></p></div>",
        "<div class='body box'><p>Read more about it here.</p></div>",
        "<div class='body box'><p><script>var said = '{0}';</script></p></div>",
        "<div class='body box'><p><!-- {0} --></p></div>",
        "<div><p>{0}</p></div>",
        "<article><div class='body box'><p>{0}</p></div></article>",
    ],
    ids=[
        "another box",
        "aside",
        "a teaser",
        "a label",
        "a script",
        "a comment",
        "a box of no kind",
        "another article",
    ],
)
def test_boilerplate_is_not_taken_back(rest: str) -> None:
    page = html.fromstring(
        f"<main>{BOX.format(SAID.format(1), SAID.format(2))}{rest.format(SAID.format(3))}</main>"
    )
    kept = "\n".join(SAID.format(n) for n in (1, 2))
    assert recovered(kept, paragraphs(page)) == kept
    assert recovered("", paragraphs(page)) == ""
