"""Case files among the other things that can be loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.sources.case.loading import anchor_counts, load_case
from hearsay_to_sqlite.sources.case.source import SCORE, CaseSource
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.registry import best

CASE = Path(__file__).parent.parent / "fixtures" / "case" / "case.yml"


@pytest.mark.parametrize(
    ("name", "text", "score"),
    [
        ("a.yml", "# The case.\ncase: {id: x, title: y}\n", SCORE),
        ("a.YAML", "case:\n  id: x\n", SCORE),
        ("actors.yml", "actors: []\n", 0),
        ("a.yml", "in case: of\n  case: x\n", 0),
        ("a.txt", "case: {id: x, title: y}\n", 0),
    ],
    ids=["case", "ending in capitals", "included file", "key elsewhere", "other ending"],
)
def test_match(tmp_path: Path, name: str, text: str, score: int) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert CaseSource().match(Location(str(path), path)) == score


def test_read_finds_the_texts_beside_the_case() -> None:
    location = Location(str(CASE), CASE)
    [rows] = best(location).read(location)
    assert rows == load_case(CASE, CASE.parent)
    assert anchor_counts(rows) == {"text-match": 2}


def test_case_from_a_pipe_is_refused() -> None:
    with pytest.raises(RejectedInput, match="Save it, and give the file"):
        list(CaseSource().read(Location("-", None, b"case: {id: x, title: y}")))
