"""The samples of docs/exports.md are what ``export`` writes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.loaders.conftest import Run
from tests.loaders.published import small

ROOT = Path(__file__).parents[2]
BASE = "https://example.org/-/hearsay/small"
SECTION = re.compile(r"^## ([\w-]+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
SAMPLE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SECTIONS = dict(SECTION.findall((ROOT / "docs" / "exports.md").read_text(encoding="utf-8")))


def holds(found: Any, sample: Any) -> bool:
    """Whether what is shown is there: each member of an object, each element of a list somewhere in it."""
    if isinstance(sample, dict):
        return isinstance(found, dict) and all(
            key in found and holds(found[key], value) for key, value in sample.items()
        )
    if isinstance(sample, list):
        return isinstance(found, list) and all(any(holds(one, part) for one in found) for part in sample)
    return bool(found == sample)


def inside(found: Any) -> Iterator[Any]:
    """Every object of a document, at any depth."""
    parts = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    if isinstance(found, dict):
        yield found
    for part in parts:
        yield from inside(part)


@pytest.mark.parametrize("form", ["datapackage", "web-annotation", "claimreview", "stix", "misp", "atom"])
def test_samples_are_what_is_written(run: Run, tmp_path: Path, form: str) -> None:
    out = tmp_path / "out"
    path = small(tmp_path / "small.db")
    result = run("export", path, form, out, "--base", BASE, "--metadata", ROOT / "metadata.yml")
    assert result.exit_code == 0, result.output
    files = sorted(out.rglob("*.*")) if out.is_dir() else [out]
    texts = [file.read_text(encoding="utf-8") for file in files if file.is_file()]
    samples = SAMPLE.findall(SECTIONS[form])
    assert samples
    for language, sample in samples:
        if language != "json":
            assert any(sample.strip() in text for text in texts), sample
            continue
        documents = [json.loads(text) for text in texts if text.startswith("{")]
        wanted = json.loads(sample)
        assert any(holds(one, wanted) for document in documents for one in inside(document)), sample


def test_every_format_has_a_section() -> None:
    from hearsay_to_sqlite.exports.writing import FORMATS

    assert list(SECTIONS) == list(FORMATS)
