"""EUvsDisinfo's two tables: cases as claims, with where they were seen and the review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from hearsay_to_sqlite.records import Reject, Remark, Rows
from hearsay_to_sqlite.sources import registry
from hearsay_to_sqlite.sources.euvsdisinfo import EuvsdisinfoSource
from hearsay_to_sqlite.sources.locations import Location

FIXTURES = Path(__file__).parent.parent / "fixtures" / "euvsdisinfo"
REPORT = "https://euvsdisinfo.eu/report/invented-one/"

EXPECTED: dict[str, dict[str, list[tuple[object, ...]]]] = {
    "reports.csv": {
        "claims": [("The harbour guild burned the granary", None, "Granary, Fire", "imported")],
        "claim_sightings": [(None, "vale-radio-english", "2021-02-18"), (None, "tass", "2021-02-18")],
        "reviews": [("The harbour guild burned the granary", "EUvsDisinfo", REPORT, "2021-02-18")],
    },
    "cases.csv": {
        "claims": [
            (
                "The guild burned the granary",
                "The guild burned it to hide theft.",
                "Granary, Fire",
                "imported",
            ),
            ("The bell rang", None, None, "imported"),
        ],
        "claim_sightings": [
            ("https://valeradio.example/1", "vale-radio-21-55", "2017-10-03"),
            ("https://valeradio.example/2", "vale-radio-21-55", "2017-10-03"),
            ("https://tass.ru/x", "tass", "2017-10-03"),
        ],
        "reviews": [
            ("The guild burned it to hide theft.", "EUvsDisinfo", None, "2017-10-03"),
            ("The bell rang", "EUvsDisinfo", None, "2017-10-03"),
        ],
    },
}
COLUMNS = {
    "claims": ("proposition", "subtitle", "topic", "origin"),
    "claim_sightings": ("url", "outlet_id", "published_on"),
    "reviews": ("claim_reviewed_text", "publisher", "url", "published_on"),
}


def read(name: str) -> list[Rows | Reject | Remark]:
    return list(EuvsdisinfoSource().read(Location(name, FIXTURES / name)))


@pytest.mark.parametrize("name", EXPECTED)
def test_cases(name: str) -> None:
    assert registry.best(Location(name, FIXTURES / name)).name == "euvsdisinfo"
    found: dict[str, Any] = {}
    for item in read(name):
        if isinstance(item, Rows):
            found = {
                table: [tuple(row[column] for column in columns) for row in item.tables[table]]
                for table, columns in COLUMNS.items()
            }
            assert {row.get("rating") for row in item.tables["reviews"]} == {None}
    assert found == EXPECTED[name]


def test_what_is_refused_or_left_over() -> None:
    (refused,) = [item for item in read("reports.csv") if isinstance(item, Reject)]
    assert (refused.line, refused.reason) == (3, "this case has no title.")
    assert [(item.text, item.names) for item in read("cases.csv") if isinstance(item, Remark)] == [
        ("fields not used", ("mood",))
    ]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cknabs_posts.csv", "10892 claims, 10892 reviews"),
        ("semicolon_400_lines.csv", "186 claims, 189 reviews"),
    ],
)
def test_the_samples(
    name: str, expected: str, samples: Path, tmp_path: Path, run: Callable[..., Result]
) -> None:
    result = run("load", tmp_path / "t.db", samples / "euvsdisinfo" / name)
    assert (result.exit_code, result.stdout) == (
        0,
        f"0 articles, 0 attributions, 0 rejected, {expected}\n",
    )
