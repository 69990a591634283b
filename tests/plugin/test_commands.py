"""``datasette hearsay serve``: the server that it starts, and the metadata that it gives it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import click
import pytest

from datasette_hearsay.commands import _for_database

METADATA = Path(__file__).parents[2] / "metadata.yml"


def databases(path: Path) -> dict[str, Any]:
    """Return what a metadata file in JSON says of databases."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["databases"]
    return found


def test_metadata_follows_the_name_of_the_file() -> None:
    assert _for_database(METADATA, "demo") == METADATA
    renamed = databases(_for_database(METADATA, "mine"))
    assert list(renamed) == ["mine"]
    assert renamed["mine"]["tables"]["statements"]["fts_table"] == "statements_fts"


def test_metadata_of_several_databases_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "metadata.json"
    path.write_text('{"databases": {"one": {}, "two": {}}}', encoding="utf-8")
    assert _for_database(path, "three") == path


def test_metadata_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "metadata.yml"
    path.write_text("title: [unfinished", encoding="utf-8")
    with pytest.raises(click.ClickException, match=r"metadata\.yml is not a metadata file"):
        _for_database(path, "mine")


def test_serve_prints_the_address_that_answers(case_db: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "datasette",
        "hearsay",
        "serve",
        str(case_db),
        "--no-open",
        "--port",
        "0",
    ]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert server.stdout is not None
        url = server.stdout.readline().strip()
        assert url.endswith("/-/hearsay/small")
        assert fetch(f"{url}.json")["ok"] is True
    finally:
        server.terminate()
        server.communicate(timeout=30)


def fetch(url: str) -> dict[str, Any]:
    """Return the JSON at ``url``, as soon as the server is up."""
    until = time.monotonic() + 60
    while True:
        try:
            with urlopen(url, timeout=10) as response:
                found: dict[str, Any] = json.load(response)
                return found
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
