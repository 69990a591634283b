"""What a user names is expanded to single locations, in an order that does not change, and read within bounds."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import Result

from hearsay_to_sqlite.errors import InputError, RejectedInput, UsageError
from hearsay_to_sqlite.records import Article
from hearsay_to_sqlite.sources import limits, registry
from hearsay_to_sqlite.sources.locations import Location, check, expand

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with files in folders, some of them hidden, to stand in."""
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deep/d.txt", ".hidden", ".git/e.txt", "note.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["."], ["a.txt", "b.txt", "note.md", "sub/c.txt", "sub/deep/d.txt"]),
        (["sub", "a.txt"], ["sub/c.txt", "sub/deep/d.txt", "a.txt"]),
        (["*.txt"], ["a.txt", "b.txt"]),
        (["**/*.txt"], ["a.txt", "b.txt", "sub/c.txt", "sub/deep/d.txt"]),
        ([".hidden"], [".hidden"]),
        (["b.txt", "b.txt"], ["b.txt", "b.txt"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_expand(arguments: list[str], expected: list[str], folder: Path) -> None:
    found = list(expand(arguments))
    assert [location.name for location in found] == [str(folder / name) for name in expected]
    assert [location.read_bytes().decode() for location in found] == expected


def test_a_url_is_a_location_that_nothing_fetches() -> None:
    (location,) = expand(["https://news.example/a"])
    assert location == Location("https://news.example/a")
    with pytest.raises(RejectedInput, match="only load fetches from the network"):
        location.read_bytes()


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"words")))
    assert [location.read_bytes() for location in expand(["-"])] == [b"words"]


@pytest.mark.parametrize("argument", ["gone.txt", "gone/", "*.gone"])
def test_what_names_nothing_is_an_error(argument: str, folder: Path) -> None:
    for function in (check, lambda arguments: list(expand(arguments))):
        with pytest.raises(InputError, match=argument.replace("*", r"\*")) as caught:
            function(["a.txt", argument])
        assert caught.value.remedy


def test_a_file_above_the_limit_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_BYTES", 5)
    with pytest.raises(RejectedInput, match="it is larger than"):
        Location("x", folder / "sub" / "c.txt").read_bytes()
    assert Location("x", folder / "a.txt").read_bytes() == b"a.txt"


def test_what_is_no_regular_file_is_refused(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (location,) = expand(["pipe.txt"])
    with pytest.raises(RejectedInput, match="there is no such file"):
        location.read_bytes()


class Nose:
    """A source that likes what smells."""

    def __init__(self, name: str, score: int) -> None:
        self.name = name
        self.score = score
        self.describes = "smells"

    def match(self, location: Location) -> int:
        """Its score, for every location."""
        return self.score

    def read(self, location: Location) -> Iterator[Article]:
        """Nothing."""
        yield from ()


def test_the_best_match_wins() -> None:
    low, high = Nose("low", 1), Nose("high", 2)
    assert registry.best(Location("x"), (low, high)) is high


def test_a_tie_names_both() -> None:
    among = (Nose("one", 3), Nose("two", 3), Nose("three", 1))
    with pytest.raises(UsageError, match=r"x can be read by one and two alike\. Choose one with --source\."):
        registry.best(Location("x"), among)


def test_no_match_is_refused() -> None:
    with pytest.raises(RejectedInput, match="x: no source reads this kind of input"):
        registry.best(Location("x"), (Nose("none", 0),))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.txt", "text"), ("A.TXT", "text"), ("README", "text"), ("case.yml", "case"), ("-", "text")],
)
def test_our_sources(name: str, expected: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("case: {id: x, title: X}\n")
    location = Location("-", None, b"words") if name == "-" else Location(str(path), path)
    assert registry.best(location).name == expected


@pytest.mark.parametrize("workers", [1, 2])
def test_a_name_that_is_no_utf_8_is_recorded_with_its_bytes(
    workers: int, tmp_path: Path, run: Run, query: Query
) -> None:
    folder, path = tmp_path / "x", tmp_path / "t.db"
    folder.mkdir()
    good, bad = (folder / os.fsdecode(name) for name in (b"caf\xe9.txt", b"leer\xfc.txt"))
    good.write_text("The mayor said that the bridge was safe.")
    bad.touch()
    assert run("load", path, folder, "--workers", workers).exit_code == 1
    assert query(path, "select location from article_locations") == [(f"{folder}/caf\\xe9.txt",)]
    assert query(path, "select location from rejects") == [(f"{folder}/leer\\xfc.txt",)]
    bad.write_text("The judge said that the law was clear.")
    assert run("retry", path).exit_code == 0
    assert query(path, "select count(*) from articles") == [(2,)]
    assert query(path, "select count(*) from rejects") == [(0,)]


def test_a_folder_that_cannot_be_read_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def guarded(path: str) -> Iterator[os.DirEntry[str]]:
        """Root may read everything, so that permissions would show nothing where tests run as root."""
        if path == os.path.join("sub", "deep"):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", guarded)
    *found, last = expand(["sub"])
    assert [location.name for location in (*found, last)] == [
        str(folder / "sub" / "c.txt"),
        str(folder / "sub" / "deep"),
    ]
    with pytest.raises(RejectedInput, match="this folder could not be read"):
        last.open()
