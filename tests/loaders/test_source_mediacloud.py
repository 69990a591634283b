"""Media Cloud's sentences by story."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hearsay_to_sqlite.records import Article, Reject, stable_id
from hearsay_to_sqlite.sources import registry
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.mediacloud import MediaCloudSource

FILE = Path(__file__).parent.parent / "fixtures" / "mediacloud" / "sentences.json"


def test_stories_are_put_together_again() -> None:
    location = Location(str(FILE), FILE)
    assert registry.best(location).name == "mediacloud"
    story, refused = MediaCloudSource().read(location)
    assert isinstance(story, Article)
    assert (story.id, story.text, story.published_on, story.language) == (
        stable_id(stable_id("mediacloud:11"), "excerpt"),
        "Orla Venn said no.\nShe left.",
        "2021-11-07",
        "en",
    )
    assert isinstance(refused, Reject)
    assert (refused.reason, refused.line) == ("story 12 has no sentences.", 2)


@pytest.mark.shared
def test_the_samples(samples: Path, tmp_path: Path, run: Callable[..., Result]) -> None:
    result = run("load", tmp_path / "t.db", samples / "mediacloud")
    assert (result.exit_code, result.stdout.split(",")[0]) == (0, "3 articles")
