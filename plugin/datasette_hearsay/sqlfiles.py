"""Reads our ``.sql`` files: a header of ``-- key: value`` lines, then one statement."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from urllib.parse import quote, urlencode

FOLDER = Path(__file__).parent / "sql"
KEYS = ("title", "description", "needs", "chart", "kept", "kept for each")
PARAM = re.compile(r"param (\w+)")


class SqlFileError(ValueError):
    """A .sql file that cannot be read; the message begins with file and line."""


@dataclass(frozen=True, slots=True)
class Param:
    """A named parameter of a query: how to ask for it, and an example or the value it has when nothing is given."""

    name: str
    label: str
    default: str


@dataclass(frozen=True, slots=True)
class SqlFile:
    """One .sql file. ``chart`` holds datasette-vega's options in their order; ``statement`` ends without a semicolon;
    ``kept`` are the parameters (JSON, keys in order) for which the loaders keep the answer, empty for none; ``kept_each``
    whether they keep more answers, for parameters that rows of the file give."""

    name: str
    title: str
    description: str
    needs: tuple[str, ...]
    chart: tuple[tuple[str, str], ...]
    params: tuple[Param, ...]
    statement: str
    kept: str = ""
    kept_each: bool = False

    @property
    def fragment(self) -> str | None:
        """The chart as datasette-vega reads it from a URL, without the ``#``; None where there is no chart."""
        if not self.chart:
            return None
        return urlencode([(f"g.{option}", value) for option, value in self.chart], quote_via=quote)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One ``key: value`` of a header, with the place to name when it is wrong."""

    key: str
    value: str
    where: str


def read(path: Path) -> SqlFile:
    """Read one .sql file; its stem is the object's name. Raises SqlFileError, and OSError where it cannot be opened."""
    return parse(path.read_text(encoding="utf-8"), path)


def read_folder(folder: Path) -> tuple[SqlFile, ...]:
    """Read every .sql file of a folder, in the order of their names."""
    return tuple(read(path) for path in sorted(folder.glob("*.sql")))


def parse(text: str, path: Path) -> SqlFile:
    """Read the text of the file at ``path``.

    ``--   more words`` continues the value above it. Raises SqlFileError for a key that is unknown, repeated or
    missing its colon, a header without a title, a chart that is not a flat JSON object, and for no statement.
    """
    lines = text.splitlines()
    head = list(takewhile(lambda line: line.startswith("--"), lines))
    entries = _entries(head, path)
    keyed = {entry.key: entry for entry in entries}
    if "title" not in keyed:
        raise SqlFileError(f"{path}:1: the header has no title")
    statement = "\n".join(lines[len(head) :]).strip().removesuffix(";").rstrip()
    if not statement:
        raise SqlFileError(f"{path}:{len(head) + 1}: no statement after the header")
    values = {key: keyed[key].value if key in keyed else "" for key in KEYS}
    return SqlFile(
        name=path.stem,
        title=values["title"],
        description=values["description"],
        needs=tuple(need.strip() for need in values["needs"].split(",") if need.strip()),
        chart=_chart(keyed["chart"]) if "chart" in keyed else (),
        params=tuple(_param(entry) for entry in entries if entry.key not in KEYS),
        statement=statement,
        kept=_kept(keyed["kept"]) if "kept" in keyed else "",
        kept_each="kept for each" in keyed,
    )


def _entries(head: list[str], path: Path) -> list[_Entry]:
    """Split the lines of a header into its entries, each continued over the lines that are indented."""
    entries: list[_Entry] = []
    for number, line in enumerate(head, start=1):
        where = f"{path}:{number}"
        if line.startswith("--   ") and entries:
            last = entries.pop()
            entries.append(_Entry(last.key, f"{last.value} {line[5:].strip()}", last.where))
            continue
        key, colon, value = line[2:].partition(":")
        key = key.strip()
        if not colon or not (key in KEYS or PARAM.fullmatch(key)):
            raise SqlFileError(f"{where}: expected one of {', '.join(KEYS)} or 'param NAME', found {line!r}")
        if any(entry.key == key for entry in entries):
            raise SqlFileError(f"{where}: {key!r} is given twice")
        entries.append(_Entry(key, value.strip(), where))
    return entries


def _chart(entry: _Entry) -> tuple[tuple[str, str], ...]:
    """Read the options of a chart from the JSON object that the header gives."""
    try:
        options = json.loads(entry.value)
    except json.JSONDecodeError as error:
        raise SqlFileError(f"{entry.where}: chart is not JSON: {error}") from error
    if not isinstance(options, dict) or not all(isinstance(value, str) for value in options.values()):
        raise SqlFileError(f"{entry.where}: chart must be one JSON object of strings")
    return tuple(options.items())


def _kept(entry: _Entry) -> str:
    """Read the parameters for which the answer is kept."""
    try:
        return json.dumps(json.loads(entry.value), sort_keys=True)
    except json.JSONDecodeError as error:
        raise SqlFileError(f"{entry.where}: kept is not JSON: {error}") from error


def _param(entry: _Entry) -> Param:
    """Read ``param NAME: label | default``."""
    label, _, default = entry.value.partition("|")
    return Param(entry.key.removeprefix("param "), label.strip(), default.strip())
