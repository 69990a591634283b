"""The invented case of the benchmarks fits the tables as they are now, and keeps their rules."""

from __future__ import annotations

from pathlib import Path

from benchmarks import big_case
from click.testing import CliRunner

from hearsay_to_sqlite.cli import cli


def test_it_can_be_made_and_checked(tmp_path: Path) -> None:
    big_case.write(tmp_path / "big.db", 2_000)
    result = CliRunner().invoke(cli, ["check", str(tmp_path / "big.db")])
    assert result.exit_code == 0, result.output
    assert result.stdout.splitlines()[-1].endswith("0 problems")
