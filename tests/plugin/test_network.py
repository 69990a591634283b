"""Who accuses whom as a network: its pairs, its drawing, and that hostile names stay text in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as xml

import pytest
from datasette.app import Datasette

from datasette_hearsay.pages.network import drawing


async def overview(path: Path) -> tuple[Any, xml.Element]:
    """The network in the twin of the overview, and the drawing on the page, which must be well-formed."""
    datasette = Datasette([str(path)])
    await datasette.invoke_startup()
    data = (await datasette.client.get("/-/hearsay/small.json")).json()
    page = (await datasette.client.get("/-/hearsay/small")).text
    start = page.index('<svg class="network"')
    return data["accusations"]["network"], xml.fromstring(page[start : page.index("</svg>", start) + 6])


@pytest.mark.asyncio
async def test_pairs_are_those_of_the_view(case_db: Path) -> None:
    network, _ = await overview(case_db)
    db = sqlite3.connect(case_db)
    expected = db.execute(
        "select accuser_id, target_id, count(distinct utterance_key), count(*) from blame where voice = 'speaker' "
        "and accuser_id is not null and target_id is not null and accuser_kind <> 'anonymous' group by 1, 2"
    ).fetchall()
    db.close()
    found = [
        (pair["accuser_id"], pair["target_id"], pair["utterances"], pair["mentions"])
        for pair in network["pairs"]
    ]
    assert found
    assert sorted(found) == sorted(expected)
    assert "_drawing" not in network


@pytest.mark.asyncio
async def test_each_pair_is_an_arrow_and_each_name_stands_once_a_side(case_db: Path) -> None:
    network, svg = await overview(case_db)
    arrows = [path for path in svg.iter("path") if "arrow" in path.get("class", "")]
    assert len(arrows) == len(network["pairs"])
    names = [text.text for text in svg.iter("text")]
    sides = [{pair[side] for pair in network["pairs"]} for side in ("accuser", "target")]
    assert sorted(str(name) for name in names) == sorted([*sides[0], *sides[1]])
    assert svg.get("role") == "img"


@pytest.mark.asyncio
async def test_hostile_names_stay_text(case_db: Path) -> None:
    db = sqlite3.connect(case_db)
    db.execute("update actors set name = '</text><script>x</script>' || n")
    db.commit()
    db.close()
    _, svg = await overview(case_db)
    assert {node.tag for node in svg.iter()} == {"svg", "defs", "marker", "path", "text"}
    assert [text.text for text in svg.iter("text") if "<script>" not in str(text.text)] == []


def test_drawing_of_nothing_and_of_somebody_who_accuses_themselves() -> None:
    assert drawing([])["arrows"] == []
    pair = {"accuser_id": "a", "accuser": "A", "target_id": "a", "target": "A"}
    drawn = drawing([{**pair, "utterances": 1, "mentions": 2, "unreviewed": 2}])
    assert drawn["accusers"][0]["text"] == drawn["accused"][0]["text"] == "A"
    assert drawn["arrows"] == [
        {"path": "M250,22 C360,22 360,22 462,22", "thickness": 1.0, "unreviewed": True}
    ]
