"""Feeds: entries as articles, summaries as excerpts, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Article, Reject, Remark, Rows, stable_id
from hearsay_to_sqlite.sources import limits, registry
from hearsay_to_sqlite.sources.feed import FeedSource
from hearsay_to_sqlite.sources.locations import Location

FIXTURES = Path(__file__).parent.parent / "fixtures" / "feed"
FIRE, BRIDGE = "https://valecourier.example/fire", "https://valecourier.example/bridge"

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]


def row(item: Article | Rows | Reject | Remark) -> tuple[object, ...]:
    if isinstance(item, Article):
        where = (item.url, item.published_on, item.byline, item.publisher, item.language)
        return (item.id, item.title, item.text, *where)
    if isinstance(item, Rows):
        return tuple(article["title"] for article in item.tables["articles"])
    return (item.reason, item.line) if isinstance(item, Reject) else (item.text,)


EXPECTED = {
    "vale.rss": [
        (
            stable_id(FIRE),
            "Harbour fire",
            "Orla Venn said that saboteurs had started the fire.\n\nShe left.",
            FIRE,
            "2021-11-07",
            "Ann Lee",
            "The Vale Courier",
            "en",
        ),
        (
            stable_id(stable_id(BRIDGE), "excerpt"),
            "Bridge closed",
            "The bridge is closed, Lise Brandt said.",
            BRIDGE,
            None,
            None,
            "The Vale Courier",
            "en",
        ),
        ("entry 4 has no text, and no title with an address.", 4),
        ("Title only",),
    ],
    "vale.atom": [
        (
            stable_id(FIRE),
            "Harbour fire",
            "Orla Venn said no.",
            FIRE,
            "2021-11-07",
            "Ann Lee",
            "Vale feed",
            "en",
        )
    ],
    "vale.json": [
        (
            stable_id(FIRE),
            "Harbour fire",
            "Orla Venn said no.",
            FIRE,
            "2021-11-07",
            "Ann Lee",
            "Vale feed",
            "en",
        ),
        (
            stable_id(stable_id("2"), "excerpt"),
            "Lise Brandt said little.",
            "Lise Brandt said little.",
            None,
            None,
            None,
            "Vale feed",
            "en",
        ),
        ("entry 3 has no text, and no title with an address.", 3),
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_entries(name: str) -> None:
    location = Location(name, FIXTURES / name)
    assert registry.best(location).name == "feed"
    assert [row(item) for item in FeedSource().read(location)] == EXPECTED[name]


@pytest.mark.parametrize(
    ("name", "reason"), [("broken.xml", "broken: |holds no entry"), ("entities.xml", "declares entities")]
)
def test_broken_feeds_are_refused(name: str, reason: str) -> None:
    with pytest.raises(RejectedInput, match=reason):
        list(FeedSource().read(Location(name, FIXTURES / name)))


def test_too_many_entries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ENTRIES", 3)
    with pytest.raises(RejectedInput, match="more than 3 entries"):
        list(FeedSource().read(Location("vale.rss", FIXTURES / "vale.rss")))


def test_an_excerpt_never_takes_the_place_of_the_whole(tmp_path: Path, run: Run, query: Query) -> None:
    path, whole = tmp_path / "t.db", tmp_path / "whole.jsonl"
    whole.write_text(
        f'{{"url": "{BRIDGE}", "title": "Bridge", "text": "Lise Brandt said the bridge is closed."}}'
    )
    result = run("load", path, whole, FIXTURES)
    assert (result.exit_code, result.stdout.split(",")[0]) == (1, "7 articles")
    assert query(path, f"select text, supersedes from articles where url = '{BRIDGE}' order by n") == [
        ("Lise Brandt said the bridge is closed.", None),
        ("The bridge is closed, Lise Brandt said.", None),
    ]
    assert query(path, "select count(*) from rejects") == [(4,)]


@pytest.mark.shared
def test_the_samples_end_as_rows_or_rejects(samples: Path, tmp_path: Path, run: Run, query: Query) -> None:
    path = tmp_path / "t.db"
    result = run("load", path, samples / "rss" / "feedparser_illformed", samples / "rss" / "feedparser_json")
    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert query(path, "select count(*) from rejects where reason like '%fault of ours%'") == [(0,)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.rss", (b"<rss version='2.0'><channel><item><title>Fire</title><description>Orla Venn said no.</description>"
                  b"<category>arson</category><comments>https://vale.example/c</comments></item></channel></rss>")),
        ("a.json", (b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_text": "Orla Venn said no.",'
                   b' "tags": ["arson"], "comments": "https://vale.example/c", "image": ""}]}')),
    ],
)  # fmt: skip
def test_what_no_article_has_a_place_for_is_said_once(name: str, content: bytes) -> None:
    found, left = FeedSource().read(Location(f"z!/{name}", None, content))
    assert isinstance(found, Article)
    assert left == Remark("feed", "fields not used", ("comments", "tags"))
