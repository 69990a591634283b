"""GDELT's quotations: excerpts whose speakers the extractor finds in the words round them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hearsay_to_sqlite.records import Article, Reject, stable_id
from hearsay_to_sqlite.sources import registry
from hearsay_to_sqlite.sources.gqg import GqgSource
from hearsay_to_sqlite.sources.locations import Location

LINES = Path(__file__).parent.parent / "fixtures" / "gqg" / "vale.gqg.jsonl"
URL = "https://valecourier.example/fire"


def test_what_is_read() -> None:
    location = Location(str(LINES), LINES)
    assert registry.best(location).name == "gqg"
    article, refused = GqgSource().read(location)
    assert isinstance(article, Article)
    assert (article.id, article.title, article.url, article.published_on, article.language, article.text) == (
        stable_id(stable_id(URL), "excerpt"),
        "Harbour fire",
        URL,
        "2021-11-07",
        "en",
        "Harbour minister Orla Venn said on Monday: “Nobody would burn its bread,” and left the quay.\n\n“Four fires” were lit",
    )
    assert isinstance(refused, Reject)
    assert (refused.reason, refused.line) == ("there is no quotation in it.", 2)


def test_speakers_are_found(
    tmp_path: Path, run: Callable[..., Result], query: Callable[[Path, str], list[tuple[object, ...]]]
) -> None:
    run("load", tmp_path / "t.db", LINES)
    assert ("Orla Venn", "Nobody would burn its bread,") in query(
        tmp_path / "t.db", "select speaker, quotation from statements"
    )


@pytest.mark.shared
def test_the_sample(samples: Path, tmp_path: Path, run: Callable[..., Result]) -> None:
    result = run("load", tmp_path / "t.db", samples / "gqg")
    assert (result.exit_code, result.stdout.startswith("5 articles, ")) == (0, True)
