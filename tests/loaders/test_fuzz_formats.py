"""A few mutated samples of each format through a whole load, and what fuzzing has found before.

``python -m benchmarks fuzz`` does the same ten thousand times.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks import fuzz, samples
from click.testing import Result

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]

FEW = 15

CHAPTER = b"""<rss version="2.0"><channel><title>Vale</title><item><title>Fire</title><link>https://vale.example/1</link>
<psc:chapters version="1.1" xmlns:psc="http://podlove.org/simple-chapters"><psc:chapter title="Welcome"/></psc:chapters>
</item></channel></rss>"""
TWO_FORMATS = b"""{"date": {"@type": "ClaimReview"}, "url": "https://a.example/1", "title": "A", "lang": "ENGLISH",
"quotes": [{"pre": "a", "quote": "no", "post": "b"}]}""".replace(b"\n", b" ")
NO_CHARACTER = b"<rss><channel><item><title>Fire &#99999999999999999999999;</title></item></channel>"


@pytest.mark.parametrize("format", samples.FORMATS)
def test_mutated_samples(format: str, tmp_path: Path) -> None:
    assert list(fuzz.findings(format, range(FEW), tmp_path)) == []


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("chapter.rss", CHAPTER, "chapter.rss: this feed is broken: expected string"),
        ("number.rss", NO_CHARACTER, "number.rss: this feed is broken: Python int too large"),
        ("torn.jsonl", b'{"\\ud800": "Ann Lee said no."}', "(?). Name them with --map."),
        ("both.jsonl", TWO_FORMATS, "can be read by claimreview and gqg alike."),
    ],
    ids=[
        "a chapter without a start",
        "a number of no character",
        "half a surrogate pair as a name",
        "two formats at once",
    ],
)
def test_what_fuzzing_has_found(
    name: str, content: bytes, reason: str, articles: Path, tmp_path: Path, run: Run, query: Query
) -> None:
    (articles / name).write_bytes(content)
    result = run("load", tmp_path / "t.db", articles)
    assert (result.exit_code, result.stdout[:10]) == (1, "2 articles")
    ((said,),) = query(tmp_path / "t.db", "select reason from rejects")
    assert reason in str(said)
