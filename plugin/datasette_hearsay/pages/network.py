"""Who accuses whom as a drawing: accusers on the left, the accused on the right, an arrow for each pair. The table under it
has the same, with links; whoever is on both sides stands on both."""

from __future__ import annotations

from ..phrasing import shorten
from ..reading import Reader, Row
from . import dressing
from .page import Data

SQL = ("overview_network",)
PAIRS = 24
WIDTH, STEP, TOP = 720, 30, 22
LEFT, RIGHT = 250, 470
"""Where an arrow begins and ends; names stand outside of it."""
LONGEST_NAME = 30
THICKEST = 6.0


def network(reader: Reader) -> Data:
    """The pairs, with addresses."""
    pairs = dressing.all_addresses(reader.links, reader.rows("overview_network", size=PAIRS))
    for pair in pairs:
        pair["url"] = reader.links.table("blame", accuser_id=pair["accuser_id"], target_id=pair["target_id"])
    return {
        "pairs": pairs,
        "sql_url": reader.sql_url("overview_network", size=PAIRS),
        "json_url": reader.sql_rows("overview_network", size=PAIRS),
    }


def drawing(pairs: list[Row]) -> Data:
    """Places in an SVG of ``width`` by ``height``: names with ``x``, ``y`` and ``text``, arrows with ``path`` and ``thickness``."""
    accusers = {pair["accuser_id"]: pair["accuser"] for pair in pairs}
    accused = {pair["target_id"]: pair["target"] for pair in pairs}
    left = {id: TOP + STEP * n for n, id in enumerate(accusers)}
    right = {id: TOP + STEP * n for n, id in enumerate(accused)}
    most = max((pair["utterances"] for pair in pairs), default=1)
    middle = (LEFT + RIGHT) // 2
    arrows = []
    for pair in pairs:
        start, end = left[pair["accuser_id"]], right[pair["target_id"]]
        arrows.append(
            {
                "path": f"M{LEFT},{start} C{middle},{start} {middle},{end} {RIGHT - 8},{end}",
                "thickness": round(1 + (THICKEST - 1) * (pair["utterances"] - 1) / max(1, most - 1), 1),
                "unreviewed": pair["unreviewed"] == pair["mentions"],
            }
        )
    return {
        "width": WIDTH,
        "height": TOP + STEP * max(len(left), len(right)),
        "accusers": [
            {"x": LEFT - 8, "y": y, "text": shorten(accusers[id], LONGEST_NAME)} for id, y in left.items()
        ],
        "accused": [
            {"x": RIGHT + 4, "y": y, "text": shorten(accused[id], LONGEST_NAME)} for id, y in right.items()
        ],
        "arrows": arrows,
    }
