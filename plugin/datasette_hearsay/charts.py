"""Our charts: what to draw as YAML, what from as SQL. Without JavaScript the table under each tells the same."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from .links import web
from .phrasing import day
from .reading import Reader, Row, statements
from .sqlfiles import SqlFile

FOLDER = Path(__file__).parent / "charts"
LIMIT = 500
"""A chart shows so many rows; whoever wants more follows the link to all of them."""
KEYS = {"title", "sentence", "sql", "x", "y", "columns", "rows", "spec"}
OPTIONAL = {"empty"}
EMPTY = "There is nothing to draw yet."


class ChartError(ValueError):
    """A chart that cannot be read; the message names file and key."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart. ``file`` holds the SQL that gives its rows; ``columns`` are those of the table under it with their headings
    (none for all); ``rows`` names the view behind it and the columns by which a mark leads to its rows, or is empty;
    ``spec`` is Vega-Lite without data."""

    name: str
    title: str
    sentence: str
    file: SqlFile
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
        empty=loaded.get("empty", EMPTY),
        file=statements()[loaded["sql"]],
        **{key: loaded[key] for key in KEYS - {"sql"}},
    )


def files_of(names: Iterable[str]) -> tuple[str, ...]:
    """The .sql files that these charts read."""
    return tuple(ours()[name].file.name for name in names)


def drawn(reader: Reader, names: Iterable[str], params: Mapping[str, str]) -> list[dict[str, Any]]:
    """Our charts with their rows, the addresses of what is behind them, and the specification to draw."""
    charts = (ours()[name] for name in names)
    return [draw(reader, chart, {**params, "limit": LIMIT}) for chart in charts]


def draw(reader: Reader, chart: Chart, params: Mapping[str, str | int]) -> dict[str, Any]:
    """One chart over its rows. ``params`` may hold more than the SQL asks for."""
    wanted = {param.name for param in chart.file.params}
    whole = {key: value for key, value in params.items() if key in wanted}
    rows = [_plain(row) for row in reader.of(chart.file, whole, LIMIT)]
    behind = _behind(reader, chart)
    for row in rows:
        row["url"] = behind(row)
    sql_url = reader.links.sql(chart.file.statement, **whole)
    fragment = chart.file.fragment
    return {
        "name": chart.name,
        "title": chart.title,
        "sentence": chart.sentence,
        "x": chart.x,
        "y": chart.y,
        "columns": chart.columns or {column: column for column in rows[0] if column != "url"} if rows else {},
        "rows": rows,
        "empty": chart.empty,
        "sql_url": sql_url,
        "json_url": reader.links.sql_rows(chart.file.statement, **whole),
        "vega_url": f"{sql_url}#{fragment}" if sql_url and fragment else None,
        "rows_url": reader.links.table(chart.rows["view"]) if "view" in chart.rows else None,
        "spec": {**chart.spec, "data": {"values": [_shown(row) for row in rows]}} if rows else None,
    }


def _plain(row: Row) -> Row:
    """A row whose values JSON can hold: no bytes, and no number without end."""
    for column, value in row.items():
        if isinstance(value, bytes) or (isinstance(value, float) and not math.isfinite(value)):
            row[column] = None
    return row


def _behind(reader: Reader, chart: Chart) -> Callable[[Row], str | None]:
    """Where a mark leads: the page of one thing, the rows that it counts, or an address on the web that the row holds."""
    if "page" in chart.rows:
        column, page = chart.rows["id"], reader.links.ids(chart.rows["page"])
        return lambda row: None if row.get(column) is None else page(str(row[column]))
    if "view" in chart.rows:
        by = chart.rows.get("by", {})
        counted = reader.links.rows(chart.rows["view"], by)
        return lambda row: counted([row.get(column) for column in by.values()])
    return lambda row: web(row.get("url"))


def _shown(row: Row) -> Row:
    """A row as the chart reads it: with the day in words for its tooltip."""
    return {**row, "day_in_words": day(row["day"])} if row.get("day") else row
