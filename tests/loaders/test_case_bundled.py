"""The bundled cases: complete, anchored wherever the text is at hand, and without the articles' prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from hearsay_to_sqlite.records import Rows
from hearsay_to_sqlite.sources.case.loading import anchor_counts, load_case

CASES = Path(__file__).parents[2] / "cases"
FILES = sorted(CASES.glob("*/**/*.yml"))
LONGEST_RUN = 8
MOST_QUOTED = 45
LARGEST_SHARE = 0.25
"""Of an article, quoted fragments taken together: as much as a redacted database may show."""

FIELDS_THAT_CITE = {("quoted", "exact"), ("articles", "title")}
"""What may hold an article's own words at length: fragments inside quotation marks, and headlines to cite it by."""


@pytest.fixture(scope="module", params=sorted(CASES.glob("*/case.yml")), ids=lambda path: path.parent.name)
def case(request: pytest.FixtureRequest) -> Path:
    """Return the path of each bundled case in turn."""
    path: Path = request.param
    return path


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of so many words, in lower case, punctuation set aside."""
    words = re.findall(r"\w+", text.casefold())
    return {tuple(words[n : n + LONGEST_RUN]) for n in range(len(words) - LONGEST_RUN + 1)}


def texts(value: Any, keys: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text in a file with the way to it, list positions left out."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(inner, (*keys, key))
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, keys)
    elif isinstance(value, str):
        yield keys, value


def test_case_builds_without_the_texts(case: Path) -> None:
    rows = load_case(case, None)
    assert anchor_counts(rows) == {"text-not-at-hand": len(rows.tables["attributions"])}
    assert all(row["gist"] for row in rows.tables["attributions"])


def test_direct_quotations_are_shown_without_the_texts(case: Path) -> None:
    rows = load_case(case, None)
    direct = [row for row in rows.tables["attributions"] if row["quote_type"] == "direct"]
    assert direct
    assert [row["id"] for row in direct if not row["quotation"]] == []


@pytest.mark.shared
def test_every_statement_is_anchored(case: Path, seeds: Path) -> None:
    rows = load_case(case, seeds)
    assert anchor_counts(rows) == {"text-match": len(rows.tables["attributions"])}
    assert _unanchored(rows) == []


def _unanchored(rows: Rows) -> list[Any]:
    """Spans, accounts and changes that the case puts at a place, but which have none."""
    spans = [row for row in rows.tables["attribution_spans"] if row["start"] is None or not row["text"]]
    changes = [
        row["id"]
        for row in rows.tables["wording_changes"]
        if row["start"] is None and row["copied_start"] is None
    ]
    return [*spans, *changes]


@pytest.mark.shared
@pytest.mark.parametrize("file", FILES, ids=lambda path: str(path.relative_to(CASES)))
def test_no_prose_of_the_articles(file: Path, seeds: Path) -> None:
    prose = set[tuple[str, ...]]().union(*map(runs, _articles(seeds))) - _quoted()
    raw = file.read_text(encoding="utf-8")
    own = [text for keys, text in texts(yaml.safe_load(raw)) if keys[-2:] not in FIELDS_THAT_CITE]
    comments = "\n".join(line for line in raw.splitlines() if line.lstrip().startswith("#"))
    assert [text for text in (*own, comments) if runs(text) & prose] == []


def _articles(seeds: Path) -> Iterator[str]:
    return (path.read_text(encoding="utf-8") for path in sorted(seeds.glob("*.txt")))


def _quoted() -> set[tuple[str, ...]]:
    """Runs of words inside quotation marks: an account may give a speaker's words again."""
    contents = (yaml.safe_load(file.read_text(encoding="utf-8")) for file in FILES)
    found = (
        text for content in contents for keys, text in texts(content) if keys[-2:] == ("quoted", "exact")
    )
    return set[tuple[str, ...]]().union(*map(runs, found))


@pytest.mark.parametrize("file", FILES, ids=lambda path: str(path.relative_to(CASES)))
def test_quotations_are_short(file: Path) -> None:
    quoted = [
        text
        for keys, text in texts(yaml.safe_load(file.read_text(encoding="utf-8")))
        if keys[-2:] == ("quoted", "exact")
    ]
    assert [text for text in quoted if len(text.split()) > MOST_QUOTED] == []


def test_quotations_are_a_small_part_of_each_article(case: Path) -> None:
    rows = load_case(case, None).tables
    article_of = {row["id"]: row["article_id"] for row in rows["attributions"]}
    quoted: dict[str, set[int]] = {row["id"]: set() for row in rows["articles"]}
    for row in rows["attribution_spans"]:
        if row["part"] == "quoted":
            quoted[article_of[row["attribution_id"]]].update(range(row["start"], row["end"]))
    shares = {row["id"]: len(quoted[row["id"]]) / row["text_length"] for row in rows["articles"]}
    assert {name: share for name, share in shares.items() if share > LARGEST_SHARE} == {}
