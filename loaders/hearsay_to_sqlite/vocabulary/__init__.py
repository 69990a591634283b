"""Knowledge as data: word lists in YAML files beside this one, each read once, when first asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
# libyaml's loader is ten times faster; it is missing where PyYAML was built without it.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def read(name: str) -> Any:
    """The contents of ``vocabulary/<name>.yml``, shared between callers: read it, do not change it."""
    return yaml.load(FOLDER.joinpath(f"{name}.yml").read_text(encoding="utf-8"), Loader=LOADER)


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The words listed under ``keys`` in a vocabulary file, as a set; a list may be one string of words."""
    value = read(name)
    for key in keys:
        value = value[key]
    return frozenset(value.split() if isinstance(value, str) else value)
