"""How our pages put things: words for the closed vocabularies, as data."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def words() -> dict[str, dict[str, Any]]:
    """Everything in words.yml, by vocabulary."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: dict[str, dict[str, Any]] = yaml.load(
        Path(__file__).with_name("words.yml").read_text(encoding="utf-8"), Loader=loader
    )
    return loaded
