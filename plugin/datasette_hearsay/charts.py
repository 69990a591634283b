"""Our charts: what to draw as YAML, what from as SQL. Without JavaScript the table under each tells the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .phrasing import day
from .reading import Reader, statements

FOLDER = Path(__file__).parent / "charts"
LIMIT = 500
"""A chart shows so many rows; whoever wants more follows the link to all of them."""
KEYS = {"title", "sentence", "sql", "x", "y", "columns", "rows", "spec"}
OPTIONAL = {"empty", "undated"}


class ChartError(ValueError):
    """A chart that cannot be read; the message names file and key."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart. ``columns`` are those of the table under it with their headings; ``rows`` names the view behind it and
    the columns by which a mark leads to its rows; ``spec`` is Vega-Lite without data."""

    name: str
    title: str
    sentence: str
    sql: str
    x: str
    y: str
    columns: dict[str, str]
    rows: dict[str, Any]
    spec: dict[str, Any]
    empty: str


@cache
def ours() -> dict[str, Chart]:
    """Every chart in ``charts/``, by name."""
    return {path.stem: read(path) for path in sorted(FOLDER.glob("*.yml"))}


def read(path: Path) -> Chart:
    """Read a chart. Raises ChartError for YAML that cannot be read, and for a key that is missing or unknown."""
    try:
        loaded = yaml.load(
            path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        )
    except yaml.YAMLError as error:
        raise ChartError(f"{path}: {error}") from error
    if not isinstance(loaded, dict):
        raise ChartError(f"{path}: a chart is a mapping")
    for key in sorted(KEYS - loaded.keys()):
        raise ChartError(f"{path}: {key} is missing")
    for key in sorted(loaded.keys() - KEYS - OPTIONAL):
        raise ChartError(f"{path}: {key} is not known")
    return Chart(
        name=path.stem,
        empty=loaded.get("empty", "There is nothing to draw yet."),
        **{key: loaded[key] for key in KEYS},
    )


def files_of(names: Iterable[str]) -> tuple[str, ...]:
    """The .sql files that these charts read."""
    return tuple(ours()[name].sql for name in names)


def drawn(reader: Reader, names: Iterable[str], params: Mapping[str, str]) -> list[dict[str, Any]]:
    """The charts with their rows, the addresses of what is behind them, and the specification to draw."""
    return [_drawn(reader, ours()[name], params) for name in names]


def _drawn(reader: Reader, chart: Chart, params: Mapping[str, str]) -> dict[str, Any]:
    file = statements()[chart.sql]
    wanted = {param.name for param in file.params}
    whole: dict[str, str | int] = {key: value for key, value in params.items() if key in wanted}
    whole["limit"] = LIMIT
    rows = reader.rows(chart.sql, **whole)
    for row in rows:
        row["url"] = _behind(reader, chart, row)
    sql_url = reader.sql_url(chart.sql, **whole)
    return {
        "name": chart.name,
        "title": chart.title,
        "sentence": chart.sentence,
        "x": chart.x,
        "y": chart.y,
        "columns": chart.columns,
        "rows": rows,
        "empty": chart.empty,
        "sql_url": sql_url,
        "json_url": reader.sql_rows(chart.sql, **whole),
        "vega_url": f"{sql_url}#{file.fragment}" if sql_url and file.fragment else None,
        "rows_url": reader.links.table(chart.rows["view"]),
        "spec": {**chart.spec, "data": {"values": [_shown(row) for row in rows]}} if rows else None,
    }


def _behind(reader: Reader, chart: Chart, row: dict[str, Any]) -> str:
    """Where a mark leads: the page of one thing, or the rows that it counts."""
    if "page" in chart.rows:
        return reader.links.page(chart.rows["page"], str(row[chart.rows["id"]]))
    exact = {key: row.get(column) for key, column in chart.rows["by"].items()}
    return reader.links.table(chart.rows["view"], **exact)


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    """A row as the chart reads it: with the day in words for its tooltip."""
    return {**row, "day_in_words": day(row["day"])} if row.get("day") else row
