"""What every writer of an export is given beside the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MARK = "datapackage.json"
"""What makes a folder a data package, and one that a new export may replace."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The address of the published pages, if they are published, and what a metadata file says of tables."""

    base: str | None
    metadata: Mapping[str, Any]
