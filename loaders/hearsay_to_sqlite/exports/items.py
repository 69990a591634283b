"""JSON-LD documents with one long list, written item by item, so that memory does not grow with the list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

Item = Mapping[str, Any]


def write_items(path: Path, head: Item, key: str, items: Iterable[Item]) -> int:
    """Write the object ``head`` with the list ``items`` under ``key`` as its last member; return the list's length."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(head, ensure_ascii=False)[:-1] + f", {json.dumps(key)}: [")
        for item in items:
            file.write(",\n" if count else "\n")
            json.dump(filled(item), file, ensure_ascii=False)
            count += 1
        file.write("\n]}\n")
    return count


def filled(item: Item) -> dict[str, Any]:
    """The members of an object that say something."""
    return {key: value for key, value in item.items() if value not in (None, [], {})}
