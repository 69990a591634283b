"""Addresses of one page are known to be of one page, and those of two pages are never taken for one."""

from __future__ import annotations

from itertools import combinations

import pytest

from hearsay_to_sqlite.clean.urls import canonical, page_key

STORY = "https://news.example/2021/11/07/granary-fire"

SAME = [
    "https://news.example/2021/11/07/granary-fire/",
    "http://news.example/2021/11/07/granary-fire",
    "HTTP://NEWS.Example/2021/11/07/granary-fire",
    "https://www.news.example/2021/11/07/granary-fire",
    "https://m.news.example/2021/11/07/granary-fire",
    "https://mobile.news.example/2021/11/07/granary-fire/",
    "https://amp.news.example/2021/11/07/granary-fire",
    "https://news.example:443/2021/11/07/granary-fire",
    "http://news.example:80/2021/11/07/granary-fire",
    "https://news.example./2021/11/07/granary-fire",
    "https://user:secret@news.example/2021/11/07/granary-fire",
    "https://news.example/2021/11/07/granary-fire#comments",
    "https://news.example/2021/11/07/granary-fire?utm_source=x&utm_medium=y",
    "https://news.example/2021/11/07/granary-fire?fbclid=abc&gclid=1",
    "https://news.example/2021/11/07/granary-fire?amp",
    "https://news.example/2021/11/07/granary-fire?amp=1",
    "https://news.example/2021/11/07/granary-fire?outputType=amp",
    "https://news.example/2021/11/07/granary-fire/amp",
    "https://news.example/2021/11/07/granary-fire/amp/",
    "https://news.example/2021/11/07/granary-fire/index.html",
    "https://news.example/2021/11/07/granary-fire;jsessionid=8F2A",
    "https://news.example/2021/11/07/%67ranary%2Dfire",
    "https://news.example/2021/./x/../11/07/granary-fire",
    "https://news-example.cdn.ampproject.org/c/s/news.example/2021/11/07/granary-fire",
    "https://www.google.com/amp/s/news.example/2021/11/07/granary-fire/amp",
]

DIFFERENT = [
    STORY,
    "https://news.example/",
    "https://news.example/2021/11/07/granary-fire-2",
    "https://news.example/2021/11/08/granary-fire",
    "https://sport.news.example/2021/11/07/granary-fire",
    "https://news.example:8080/2021/11/07/granary-fire",
    "https://other.example/2021/11/07/granary-fire",
    "https://news.example/story.php?id=7",
    "https://news.example/story.php?id=8",
    "https://news.example/story.php?id=8&page=2",
    "https://news.example/story.php",
    "https://news.example/?p=7",
    "https://news.example/?p=8",
    "https://news.example/guides",
    "https://news.example/guides/amp",
    # Looked through once, not once from each of its letters on, which took seconds.
    f"https://news.example/{'guides' * 1_300}/amp",
    "https://news.example/a%2Fb",
    "https://news.example/a/b",
    "https://news.example/A/b",
    "https://news.example/a%252Fb",
    "https://news.example/#!/2021/granary",
    "https://news.example/#!/2021/bridge",
    "https://example/2021/11/07/granary-fire",
    "http://[2001:db8::1]/a",
    "http://[2001:db8::1]:8080/a",
]

PAIRS = [
    ("https://bücher.example/brücke-1", "https://xn--bcher-kva.example/br%c3%bccke-1"),
    ("https://news.example/caf\u00e9-1", "https://news.example/caf%C3%A9-1"),
    ("https://news.example/a-1.amp.html", "https://news.example/a-1.html"),
    ("https://news.example/?b=2&a=1", "https://news.example/index.php?a=1&b=2"),
    ("https://news.example/a(1)", "https://news.example/a%281%29"),
    ("http://[2001:DB8::1]:80/a", "https://[2001:db8::1]/a"),
]


@pytest.mark.parametrize("url", SAME)
def test_one_page(url: str) -> None:
    assert page_key(url) == STORY


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_one_page_in_two_spellings(one: str, other: str) -> None:
    assert page_key(one) == page_key(other) is not None


def test_no_two_pages_are_one() -> None:
    found = [(one, other) for one, other in combinations(DIFFERENT, 2) if page_key(one) == page_key(other)]
    assert found == []
    assert None not in map(page_key, DIFFERENT)


@pytest.mark.parametrize("url", [*SAME, *DIFFERENT, *(url for pair in PAIRS for url in pair)])
def test_a_key_is_its_own_key(url: str) -> None:
    key = page_key(url)
    assert key is not None
    assert page_key(key) == key
    assert "secret" not in key + str(canonical(url))


@pytest.mark.parametrize(
    "url",
    [
        "",
        "news.example/a",
        "ftp://news.example/a",
        "javascript:alert(1)",
        "http://",
        "http://[::1",
        "https://news.example:99999/",
        "https://a b.example/",
        "https://\u2024\u2024/",
        "https://news.example/" + "a" * 9_000,
    ],
)
def test_no_address(url: str) -> None:
    assert (canonical(url), page_key(url)) == (None, None)
