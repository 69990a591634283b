"""The JSON twin of a page: the same facts under documented keys."""

from __future__ import annotations

from typing import Any

HIDDEN = frozenset({"spec"})
"""Keys that only the drawing of a page needs."""


def twin(value: Any) -> Any:
    """``value`` as it goes out: without what is only for drawing, and without keys that begin with ``_``."""
    if isinstance(value, dict):
        return {
            key: twin(item)
            for key, item in value.items()
            if key not in HIDDEN and not str(key).startswith("_")
        }
    if isinstance(value, list | tuple):
        return [twin(item) for item in value]
    return value
