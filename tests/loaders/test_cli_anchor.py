"""The command that turns a curator's words into offsets."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from hearsay_to_sqlite.cli import cli
from hearsay_to_sqlite.sources.case.loading import anchor_counts, load_case

FIXTURE = Path(__file__).parent.parent / "fixtures" / "case"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return a copy of the fixture case, with its article beside it."""
    return Path(shutil.copytree(FIXTURE, tmp_path / "case")) / "case.yml"


def test_nothing_is_written_unless_asked(case: Path) -> None:
    before = case.read_bytes()
    result = CliRunner().invoke(cli, ["anchor", str(case), "--text", str(case.parent)])
    assert (result.exit_code, result.stdout) == (0, f"{case}\n")
    assert result.stderr == "1 files to change; do it with --write\n"
    assert case.read_bytes() == before


def test_written_case_needs_no_text_to_know_its_places(case: Path) -> None:
    result = CliRunner().invoke(cli, ["anchor", str(case), "--text", str(case.parent), "--write"])
    assert (result.exit_code, result.stdout) == (0, f"{case}\n1 files changed\n")
    spans = load_case(case, None).tables["attribution_spans"]
    assert [row for row in spans if row["start"] is None] == []
    assert anchor_counts(load_case(case, case.parent)) == {"text-match": 2}
    again = CliRunner().invoke(cli, ["anchor", str(case), "--text", str(case.parent), "--write"])
    assert again.stdout == "0 files changed\n"


def test_anchor_with_two_matches_changes_nothing(case: Path) -> None:
    text = case.read_text(encoding="utf-8").replace("source: Critics", "source: Venn")
    case.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(cli, ["anchor", str(case), "--text", str(case.parent), "--write"])
    assert result.exit_code == 1
    assert "The words 'Venn' stand at 43, 146: 2 matches. Add a prefix or suffix" in result.stderr
    assert case.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "arguments",
    [["anchor"], ["anchor", "case.yml"], ["anchor", "case.yml", "--text", "nowhere"]],
    ids=["nothing", "no folder", "no such folder"],
)
def test_misuse(arguments: list[str]) -> None:
    assert CliRunner().invoke(cli, arguments).exit_code == 2
