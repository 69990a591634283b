"""The reference of the case file in Markdown, from its schema: what docs/case-file.md shows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from hearsay_to_sqlite.sources.case.validation import SCHEMA

_TEXTS = {
    "text": "text",
    "id": "id",
    "ids": "id, or list of ids",
    "url": "URL",
    "date": "date",
    "sha256": "SHA-256",
}
_TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "array": "list",
    "object": "mapping",
}


def reference() -> str:
    """A heading, a sentence and a table of keys for every section of a case file, in the order of the schema."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return "\n".join(_section(name, value, schema["$defs"]) for name, value in schema["properties"].items())


def _section(name: str, value: Mapping[str, Any], defs: Mapping[str, Any]) -> str:
    found = _resolved(value, defs)
    lines = [f"### `{name}`", "", value["description"], ""]
    keys = list(_keys(found.get("items", found), defs, ""))
    if keys:
        lines += ["| key | is | means |", "|---|---|---|", *keys, ""]
    return "\n".join(lines)


def _keys(value: Mapping[str, Any], defs: Mapping[str, Any], before: str) -> Iterator[str]:
    required = value.get("required", [])
    for key, inner in value.get("properties", {}).items():
        name = f"`{before}{key}`" + (" *" if key in required else "")
        yield f"| {name} | {_type(inner, defs)} | {inner['description']} |"
        found = _resolved(inner, defs)
        if "properties" in found.get("items", {}):
            yield from _keys(found["items"], defs, f"{before}{key}[].")
        elif "properties" in found:
            yield from _keys(found, defs, f"{before}{key}.")


def _type(value: Mapping[str, Any], defs: Mapping[str, Any]) -> str:
    name = value.get("$ref", "").rpartition("/")[2]
    if name in _TEXTS or name in ("anchor", "piece"):
        return _TEXTS.get(name, "[anchor](#anchors)")
    found = _resolved(value, defs)
    if "enum" in found:
        return " ".join(f"`{word}`" for word in found["enum"])
    if found.get("type") == "array" and "items" in found:
        inner = _type(found["items"], defs)
        return "list of " + {
            "mapping": "mappings",
            "text": "texts",
            "id": "ids",
            "whole number": "numbers",
        }.get(inner, "[anchors](#anchors)")
    if "anyOf" in found and "type" not in found:
        return ", ".join(_type(branch, defs) for branch in found["anyOf"])
    return "empty" if found.get("type") == "null" else _TYPES[found["type"]]


def _resolved(value: Mapping[str, Any], defs: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a reference stands for, with the reference's own description."""
    while "$ref" in value:
        target: Any = defs
        for step in value["$ref"].split("/")[2:]:
            target = target[step]
        value = target
    return value
