"""The JSON twin of a page: the same facts under documented keys."""

from __future__ import annotations

from typing import Any

HIDDEN = frozenset({"spec"})
"""Keys that only the drawing of a page needs."""

NESTED = (dict, list, tuple)


def twin(value: Any) -> Any:
    """``value`` as it goes out: without what is only for drawing, and without keys that begin with ``_``."""
    if isinstance(value, dict):
        # Most values are plain, and there are tens of thousands: only the others are looked into.
        return {
            key: twin(item) if isinstance(item, NESTED) else item
            for key, item in value.items()
            if key not in HIDDEN and key[:1] != "_"
        }
    if isinstance(value, list | tuple):
        return [twin(item) if isinstance(item, NESTED) else item for item in value]
    return value
