"""Every limit is crossed by a test; these are the limits that no test of a source crosses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from tests.loaders.serving import Reply, site

from hearsay_to_sqlite.errors import CaseError, RejectedInput
from hearsay_to_sqlite.fetching.copies import Copies
from hearsay_to_sqlite.fetching.fetcher import Fetcher, Manners
from hearsay_to_sqlite.sources import limits
from hearsay_to_sqlite.sources.case import documents, including
from hearsay_to_sqlite.sources.locations import Location

TESTS = Path(__file__).parent
NAMES = [name for name in vars(limits) if name.isupper()]

Run = Callable[..., Result]


@pytest.mark.parametrize("name", NAMES)
def test_each_limit_is_set_low_by_some_test(name: str) -> None:
    assert any(f'"{name}"' in file.read_text(encoding="utf-8") for file in TESTS.glob("test_*.py"))


def test_long_lists_of_names_are_cut(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_LISTED", 2)
    table = tmp_path / "t.csv"
    table.write_text("text,one,two,three\nOrla Venn said no.,1,2,3\n")
    assert (
        "fields not used (--map ours=theirs uses one): one, three, …"
        in run("load", tmp_path / "t.db", table).stderr
    )


@pytest.mark.parametrize(
    ("limit", "value", "waits", "asked"),
    [("MAX_WAIT_SECONDS", 4, [], 1), ("MAX_ATTEMPTS", 2, [5.0], 2)],
)
def test_a_busy_server_is_not_asked_for_ever(
    limit: str, value: int, waits: list[float], asked: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, limit, value)
    waited: list[float] = []
    with site() as here:
        here.pages["/a"] = Reply(status=503, headers={"Retry-After": "5"})
        fetcher = Fetcher(Copies(tmp_path / "t.db"), manners=Manners(0, True, sleep=waited.append))
        with pytest.raises(RejectedInput, match="asks to wait 5 seconds"):
            fetcher.fetch(Location(here.url("/a")))
        assert (waited, len(here.paths())) == (waits, asked)


CASE = "case: {id: x, title: X}\n"


@pytest.mark.parametrize(
    ("room", "limit", "value", "files", "reason"),
    [
        (documents, "MAX_BYTES", 10, {"case.yml": CASE}, "10 bytes|too large|larger"),
        (
            including,
            "MAX_FILES",
            1,
            {"case.yml": f"{CASE}include: [a.yml]\n", "a.yml": "claims: []\n"},
            "more than 1 files",
        ),
    ],
    ids=["bytes", "files"],
)
def test_a_case_has_its_limits(
    room: object,
    limit: str,
    value: int,
    files: dict[str, str],
    reason: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, limit, value)
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    with pytest.raises(CaseError, match=reason):
        including.read_case(tmp_path / "case.yml")
