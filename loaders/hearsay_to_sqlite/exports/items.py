"""JSON-LD documents with one long list, written item by item, so that memory does not grow with the list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

Item = Mapping[str, Any]


def write_items(path: Path, head: Item, key: str, items: Iterable[Item], inside: str | None = None) -> int:
    """Write the object ``head`` with the list ``items`` under ``key`` as its last member; return the list's length.

    With ``inside`` that object is itself the only member, of this name, of the document.
    """
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(f"{{{json.dumps(inside)}: " if inside else "")
        file.write(json.dumps(head, ensure_ascii=False)[:-1] + f", {json.dumps(key)}: [")
        for item in items:
            # One call an item: json.dump() goes through Python for each part of it.
            file.write((",\n" if count else "\n") + json.dumps(filled(item), ensure_ascii=False))
            count += 1
        file.write("\n]}}\n" if inside else "\n]}\n")
    return count


def filled(item: Item) -> dict[str, Any]:
    """The members of an object that say something."""
    return {key: value for key, value in item.items() if value not in (None, [], {})}
