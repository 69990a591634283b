"""What docs/publishing.md tells people to type does what it says; CITATION.cff names the version that is there."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
import yaml
from tests.loaders.conftest import Run

ROOT = Path(__file__).parents[2]
COMMAND = re.compile(r"^    hearsay-to-sqlite (.*)$", re.MULTILINE)


def test_every_command_runs(loaded: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = loaded.parent
    shutil.copy(loaded, folder / "case.db")
    shutil.copy(ROOT / "metadata.yml", folder)
    monkeypatch.chdir(folder)
    commands = COMMAND.findall((ROOT / "docs" / "publishing.md").read_text(encoding="utf-8"))
    assert len(commands) == 9
    for command in commands:
        result = run(*command.split())
        assert result.exit_code == 0, f"{command}: {result.output}"
    assert {"public.db", "public-data", "annotations.jsonld", "claims.jsonld", "feed.atom"} <= set(
        os.listdir(folder)
    )


def test_the_citation_names_this_version() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert f'version="{cited["version"]}"' in (ROOT / "setup.py").read_text(encoding="utf-8")
    assert {"cff-version", "message", "title", "authors"} <= set(cited)
    assert cited["license"] == "Apache-2.0"
