"""Knowledge as data: each ``.yml`` file in this folder is read once, on first use."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def read(name: str) -> Any:
    """Return what ``vocabulary/<name>.yml`` holds; the caller must not change it.

    Raises FileNotFoundError for a name that is not there, which is a mistake in our own code.
    """
    return yaml.load((FOLDER / f"{name}.yml").read_bytes(), Loader=LOADER)
