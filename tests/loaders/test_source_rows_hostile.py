"""Tables and lists of records that nobody should have written: each ends in a refusal, alone where that can be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result

from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Article, Reject
from hearsay_to_sqlite.sources import limits
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.rows import RowsSource

Run = Callable[..., Result]


def data(content: bytes, name: str = "archive!/t.csv") -> Location:
    return Location(name, None, content)


@pytest.mark.parametrize(
    ("limit", "value", "location", "reason"),
    [
        (
            "MAX_LINE",
            40,
            data(b'{"text": "%s"}\n{"text": "b."}' % (b"a" * 40), "z!/t.jsonl"),
            "longer than 40",
        ),
        (
            "MAX_LINE",
            40,
            data(b"title,text\nx," + b"a" * 50 + b"\ny,b.\n"),
            "field larger than field limit (40)",
        ),
    ],
    ids=["a line of JSON", "a field of a table"],
)
def test_what_is_too_long_is_refused_alone(
    limit: str, value: int, location: Location, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, limit, value)
    found = list(RowsSource().read(location))
    assert [type(item) for item in found] == [Reject, Article]
    assert isinstance(found[0], Reject)
    assert reason in found[0].reason


def test_too_many_columns_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_COLUMNS", 2)
    with pytest.raises(RejectedInput, match="more than 2 columns"):
        list(RowsSource().read(data(b"title,text,url\nx,y,z\n")))


@pytest.mark.parametrize(
    "content",
    [
        b"title,text\nx,\xff\xfe,\n",
        b"{}",
        b"[1, [2]]",
        b"[" * 100_000,
        b'{"text": 1}',
        b"\x00\x01",
        b"a\n\x00",
    ],
    ids=["encoding", "empty", "numbers", "depth", "a number", "binary", "NUL"],
)
@pytest.mark.parametrize("suffix", [".csv", ".json", ".jsonl"])
def test_nothing_hostile_gets_further_than_a_refusal(
    content: bytes, suffix: str, tmp_path: Path, run: Run
) -> None:
    path = tmp_path / f"t{suffix}"
    path.write_bytes(content)
    result = run("load", tmp_path / "t.db", path)
    assert result.exit_code in (0, 1)
    assert isinstance(result.exception, (SystemExit, type(None)))


def test_an_input_says_its_url(tmp_path: Path) -> None:
    location = replace(data(b"x"), url="https://valecourier.example/")
    assert (location.url, location.suffix, location.head()) == ("https://valecourier.example/", ".csv", b"x")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_tables_in_any_encoding(encoding: str) -> None:
    table = "title\ttext\nCafé fire\t“Nobody,” said Orla Venn of the café at the quay.\n"
    (found,) = RowsSource().read(data(table.encode(encoding)))
    assert isinstance(found, Article)
    assert (found.title, found.text[:9]) == ("Café fire", "“Nobody,”")


@pytest.mark.parametrize("content", [b"\xff\xfet\x00i\x00\x00\xd8a\x00", b"\x00\x01", b"title,text\n"])
def test_a_broken_encoding_is_refused(content: bytes) -> None:
    with pytest.raises(RejectedInput, match=r"byte order mark says|no text|no record"):
        list(RowsSource().read(data(content)))
