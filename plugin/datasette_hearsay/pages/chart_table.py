"""The rows of the table under a chart. Put together here, because a template takes five times as long for tables of this size."""

from __future__ import annotations

from html import escape
from typing import Any

from markupsafe import Markup

from ..phrasing import day, number, shorten

LONGEST = 80
NOT_KNOWN = "not known"


def rows(chart: dict[str, Any]) -> Markup:
    """The rows of a chart as ``charts.draw`` gives it: the first cell of each leads to what is behind the row."""
    columns = list(chart["columns"])
    # Everything is escaped below, cell by cell.
    return Markup("\n".join(_row(row, columns) for row in chart["rows"]))


def _row(row: dict[str, Any], columns: list[str]) -> str:
    first, *others = columns
    leading = _plain(first, row[first]) or NOT_KNOWN
    cells = [_cell(other, row[other]) for other in others]
    if row["url"]:
        leading = f'<a href="{escape(row["url"])}" dir="auto">{leading}</a>'
        cells.insert(0, f"<td{_kind(row[first])}>{leading}</td>")
    else:
        cells.insert(0, _cell(first, row[first]))
    return f"<tr>{''.join(cells)}</tr>"


def _cell(column: str, value: object) -> str:
    text = _plain(column, value)
    return f"<td{_kind(value)}>{text if isinstance(value, (int, float)) else f'<bdi>{text}</bdi>'}</td>"


def _kind(value: object) -> str:
    return ' class="number"' if isinstance(value, (int, float)) else ""


def _plain(column: str, value: Any) -> str:
    if column == "day":
        return escape(day(value))
    return number(value) if isinstance(value, (int, float)) else escape(shorten(value, LONGEST))
