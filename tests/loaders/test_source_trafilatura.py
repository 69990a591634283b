"""Articles that trafilatura has extracted before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hearsay_to_sqlite.records import Article, stable_id
from hearsay_to_sqlite.sources import registry
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.trafilatura_json import TrafilaturaSource

FILE = Path(__file__).parent.parent / "fixtures" / "trafilatura" / "granary.json"
URL = "https://valecourier.example/2021/fire"


def test_what_is_read() -> None:
    location = Location(str(FILE), FILE)
    assert registry.best(location).name == "trafilatura"
    (article,) = TrafilaturaSource().read(location)
    assert isinstance(article, Article)
    assert (article.id, article.title, article.text, article.url, article.published_on, article.source) == (
        stable_id(URL),
        "Harbour fire",
        "Orla Venn said no.\nShe left.",
        URL,
        "2021-11-07",
        "trafilatura",
    )
    assert (article.byline, article.publisher) == ("Ann Lee", "The Vale Courier")


@pytest.mark.shared
def test_the_sample(samples: Path, tmp_path: Path, run: Callable[..., Result]) -> None:
    result = run("load", tmp_path / "t.db", samples / "html" / "trafilatura_output_0.json")
    assert (result.exit_code, result.stderr, result.stdout.startswith("1 article, ")) == (0, "", True)
