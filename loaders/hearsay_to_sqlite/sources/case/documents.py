"""One YAML file as plain values, with the line on which each of them stands.

YAML is read narrowly: text, whole and decimal numbers, true, false and null, lists and mappings. ``yes``, ``2021-11-07``
and ``12:30`` are texts; tags of programming languages, merge keys, and keys given twice are errors.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from hearsay_to_sqlite.errors import CaseError

MAX_BYTES = 16 * 1024 * 1024
MAX_DEPTH = 40
MAX_REPEATED = 10_000
"""How many values the aliases of one file may stand for: some thousands are a habit, more are an attack."""

Keys = tuple[str | int, ...]
"""The way to a value: ("statements", 3, "source")."""

_LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_NUMBERS = {
    f"{_TAG}int": (re.compile(r"-?(0|[1-9][0-9]{0,17})"), int),
    f"{_TAG}float": (re.compile(r"-?[0-9]{1,18}\.[0-9]{1,18}"), float),
}
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_PLAIN = frozenset(
    f"{_TAG}{name}" for name in ("bool", "float", "int", "merge", "null", "str", "timestamp", "value")
)


@dataclass(frozen=True)
class Document:
    """One YAML file: its text, its values, and where each of them stands by the way to it.

    ``places`` are code points in ``text``, the end exclusive.
    """

    name: str
    text: str
    data: Any
    lines: Mapping[Keys, int]
    places: Mapping[Keys, tuple[int, int]]


def read_document(path: Path, name: str) -> Document:
    """The YAML file at ``path``; ``name`` is what messages call it.

    Raises:
        CaseError: The file is missing, too large, not UTF-8, not YAML, or uses what a case file may not.
    """
    text = _read(path, name)
    try:
        _check_depth(text, name)
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise _yaml_error(error, text, name) from error
    if node is None:
        remedy = "Begin with `case:` and its id and title; see docs/case-file.md."
        raise CaseError("The file is empty.", location=name, line=1, remedy=remedy)
    values = _Values(name)
    return Document(name, text, values.value(node, ()), values.lines, values.places)


def _read(path: Path, name: str) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise CaseError(
            "There is no such file.", location=name, remedy="Check its name and folder."
        ) from error
    except OSError as error:
        raise CaseError(
            f"Cannot be read: {error.strerror}.", location=name, remedy="Check the file."
        ) from error
    if len(data) > MAX_BYTES:
        remedy = "Split it with `include:`."
        raise CaseError(f"The file is larger than {MAX_BYTES} bytes.", location=name, remedy=remedy)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        remedy = "Save it as UTF-8; a case file is a text file in YAML."
        raise CaseError("The file is not UTF-8.", location=name, line=line, remedy=remedy) from error


def _check_depth(text: str, name: str) -> None:
    # Counted on the events, before nodes are composed: composing recurses in C and would end the process.
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                what = f"Lists and mappings stand more than {MAX_DEPTH} deep in one another."
                line = None if event.start_mark is None else event.start_mark.line + 1
                raise CaseError(
                    what, location=name, line=line, remedy="No case file needs that; check the brackets."
                )
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _yaml_error(error: yaml.YAMLError, text: str, name: str) -> CaseError:
    line = None
    what = str(error).splitlines()[0]
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        line = None if mark is None else mark.line + 1
        what = ", ".join(part for part in (error.context, error.problem) if part)
    elif isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        what = "there is a character that YAML does not allow"
    remedy = "Quote texts that hold a colon, a dash at their start, or quotation marks; indent with spaces."
    return CaseError(f"This is not YAML: {what}.", location=name, line=line, remedy=remedy)


class _Values:
    """Turns the nodes of one file into values, and keeps their lines."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Keys, int] = {}
        self.places: dict[Keys, tuple[int, int]] = {}
        self.met: set[int] = set()
        self.open: set[int] = set()
        self.repeated = 0

    def value(self, node: yaml.Node, keys: Keys) -> Any:
        self.lines.setdefault(keys, node.start_mark.line + 1)
        self.places[keys] = (node.start_mark.index, node.end_mark.index)
        self._count(node)
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        self.open.add(id(node))
        try:
            if isinstance(node, yaml.SequenceNode):
                values: Any = [self.value(item, (*keys, n)) for n, item in enumerate(node.value)]
                last: str | int = len(values) - 1
            else:
                values = self._mapping(node, keys)
                last = next(reversed(values), "")
        finally:
            self.open.discard(id(node))
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and values:
            # YAML lets what has no brackets go on to whatever comes next, comments included.
            path = (*keys, last)
            self.places[keys] = (node.start_mark.index, self.places[path][1])
        return values

    def _count(self, node: yaml.Node) -> None:
        if id(node) in self.open:
            raise self._error(node, "An alias stands inside what it repeats.", "Write the value out.")
        self.repeated += id(node) in self.met
        self.met.add(id(node))
        if self.repeated > MAX_REPEATED:
            what = f"The aliases of this file stand for more than {MAX_REPEATED} values."
            raise self._error(node, what, "Write the values out, or refer to them by id.")

    def _mapping(self, node: yaml.Node, keys: Keys) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise self._error(
                    key_node, "A key must be one word.", "Check the indentation and the brackets."
                )
            key = str(key_node.value)
            path = (*keys, key)
            if key in values:
                first = self.lines[path]
                what = f"The key {key!r} is given twice; the first stands on line {first}."
                raise self._error(key_node, what, "Remove one of them.")
            self.lines[path] = key_node.start_mark.line + 1
            values[key] = self.value(value_node, path)
        return values

    def _scalar(self, node: yaml.ScalarNode) -> str | int | float | bool | None:
        if node.tag not in _PLAIN:
            raise self._error(
                node, f"The tag {node.tag!r} is not allowed.", "Write plain text, numbers and lists."
            )
        text = str(node.value)
        if node.style or node.tag == f"{_TAG}str":
            return text
        if node.tag in _NUMBERS:
            pattern, number = _NUMBERS[node.tag]
            return number(text) if pattern.fullmatch(text) else text
        return _WORDS.get(text, text)

    def _error(self, node: yaml.Node, what: str, remedy: str) -> CaseError:
        return CaseError(what, location=self.name, line=node.start_mark.line + 1, remedy=remedy)
