"""``datasette hearsay publish`` as tests call it, and what is in a folder."""

from __future__ import annotations

import hashlib
from pathlib import Path

from click.testing import CliRunner, Result
from datasette.cli import cli as datasette_cli


def publish(*arguments: object) -> Result:
    words = ["hearsay", "publish", *map(str, arguments)]
    return CliRunner().invoke(datasette_cli, words, catch_exceptions=False)


def contents(folder: Path) -> dict[str, str]:
    """The hash of every file in a folder."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
