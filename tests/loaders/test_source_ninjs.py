"""Agencies' items in ninjs, versions 1 and 3."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hearsay_to_sqlite.records import Article, Reject, Remark, stable_id
from hearsay_to_sqlite.sources import registry
from hearsay_to_sqlite.sources.columns import NOT_USED
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.ninjs import NinjsSource

FIXTURES = Path(__file__).parent.parent / "fixtures" / "ninjs"

EXPECTED = {
    "v3.json": [
        (
            stable_id("https://agency.example/items/1"),
            "Harbour fire",
            "Orla Venn said no.\n\nShe left.",
            None,
            "2021-11-07",
            "Ann Lee",
            None,
            "en",
        ),
        (NOT_USED, "people"),
    ],
    "v1.json": [
        (
            stable_id("urn:agency:2"),
            "Harbour fire",
            "Orla Venn said no.",
            None,
            "2021-11-07",
            "Ann Lee",
            "Vale Agency",
            None,
        ),
    ],
    "empty.json": [("this item has no body of text.",)],
}


def row(item: Article | Reject | Remark) -> tuple[object, ...]:
    if isinstance(item, Article):
        where = (item.url, item.published_on, item.byline, item.publisher, item.language)
        return (item.id, item.title, item.text, *where)
    return (item.reason,) if isinstance(item, Reject) else (item.text, *item.names)


@pytest.mark.parametrize("name", EXPECTED)
def test_items(name: str) -> None:
    location = Location(name, FIXTURES / name)
    assert registry.best(location).name == "ninjs"
    assert [row(item) for item in NinjsSource().read(location)] == EXPECTED[name]


@pytest.mark.parametrize("bodies", ["1.5", "[[]]", "{}", '[{"value": {}}]', '"x"'])
def test_a_body_of_another_shape_is_refused(bodies: str) -> None:
    item = (
        f'{{"uri": "urn:agency:4", "versioncreated": "2021-11-07", "headline": "Fire", "bodies": {bodies}}}'
    )
    found = list(NinjsSource().read(Location("a.json", None, item.encode())))
    assert [type(one) for one in found] == [Reject]


@pytest.mark.shared
def test_the_samples(samples: Path, tmp_path: Path, run: Callable[..., Result]) -> None:
    result = run("load", tmp_path / "t.db", *sorted((samples / "ninjs").glob("[0d]*.json")))
    assert (result.exit_code, result.stdout.startswith("3 articles, ")) == (0, True)
