"""The five articles of the first case, as plain text and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]
Content = Callable[[Path], list[str]]


@pytest.mark.shared
def test_five_articles_load_without_a_reject_and_pass_the_check(
    seeds: Path, tmp_path: Path, run: Run, query: Query, content: Content
) -> None:
    path = tmp_path / "x.db"
    files = sorted(seeds.glob("*.txt"))
    result = run("load", path, *files)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("5 articles, ")
    assert result.stdout.endswith(", 0 rejected\n")
    checked = run("check", path)
    assert (checked.exit_code, checked.stderr) == (0, "")
    assert query(path, "select count(*) from rejects") == [(0,)]
    assert query(path, "select count(*) from claims where origin = 'proposed'") != [(0,)]
    before = content(path)
    assert run("load", path, *files, "--workers", 2).exit_code == 0
    assert content(path) == before
    assert os.listdir(tmp_path) == ["x.db"]


@pytest.mark.shared
def test_page_furniture_is_told_from_the_articles(
    seeds: Path, tmp_path: Path, run: Run, query: Query
) -> None:
    path = tmp_path / "x.db"
    run("load", path, seeds)
    assert query(path, "select kind, count(*) from passages group by kind order by kind") == [
        ("body", 110),
        ("boilerplate", 15),
        ("caption", 12),
        ("headline", 26),
        ("pull-quote", 4),
    ]
    statement = (
        "select count(*) from articles join passages on article_id = articles.id and kind = 'headline'"
    )
    assert query(path, f'{statement} and substr(text, start + 1, "end" - start) = title') == [(6,)]
