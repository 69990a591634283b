"""What the bundled case must never say."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from click.testing import CliRunner

from hearsay_to_sqlite.cli import cli

CASE = Path(__file__).parents[2] / "cases" / "kadhimi-2021" / "case.yml"


def test_no_error_of_the_copy_is_put_into_its_author_s_mouth(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    result = CliRunner().invoke(cli, ["build", str(CASE), str(path)])
    assert result.exit_code == 0, result.output
    db = sqlite3.connect(path)
    blamed = db.execute(
        "select attributions.id from accounts join attributions on attributions.id = accounts.attribution_id"
        " where accounts.difference = 'translation-error' and attributions.source_kind = 'author'"
        " and attributions.actor_id = 'shelly-kittleson'"
    ).fetchall()
    denied = db.execute("select * from disputes where claim_id = 'all-but-one-shot-down'").fetchall()
    db.close()
    assert blamed == []
    assert denied == [], "the copy lost a negation; that is no denial"
