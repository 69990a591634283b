"""The JSON twin of a page: the same facts under documented keys."""

from __future__ import annotations

from typing import Any

CHARTS = ("charts", "own_charts")


def twin(data: dict[str, Any]) -> dict[str, Any]:
    """The facts of a page as they go out: without keys that begin with ``_``, and without the specifications of its charts,
    which only the drawing needs."""
    shown = {key: value for key, value in data.items() if key[0] != "_"}
    for key in CHARTS:
        if key in shown:
            shown[key] = [
                {name: value for name, value in chart.items() if name != "spec"} for chart in shown[key]
            ]
    return shown
