"""Invented articles for the loaders' tests, the command line, and how databases are compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.loaders.serving import Site, site

from hearsay_to_sqlite.cli import cli
from hearsay_to_sqlite.fetching.copies import Copies
from hearsay_to_sqlite.fetching.fetcher import Fetcher, Manners
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.store import runs
from hearsay_to_sqlite.store.schema import open_database

HARBOUR = """Harbour ministry blames saboteurs for granary blaze

Harbour minister Orla Venn said on Monday that saboteurs had started the fire at the Port Vale granary.

"Nobody who loves this city would burn its bread," Venn told reporters, adding that arrests would follow.

According to inspector Tam Hurley, four fires were lit.
"""

BRIDGE = """Bridge stays closed

Engineer Lise Brandt said that the old bridge would stay closed until spring.

“We will not risk a single life,” Brandt said.
"""

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)

PER_RUN = ('INSERT INTO "loads"', 'INSERT INTO "_sqlite_migrations"')

Run = Callable[..., Result]
Content = Callable[[Path], list[str]]
Query = Callable[[Path, str], list[tuple[object, ...]]]


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two invented articles."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("harbour", HARBOUR), ("bridge", BRIDGE)):
        (folder / f"{name}.txt").write_bytes(text.encode())
    return folder


@pytest.fixture
def run() -> Run:
    """Run a command; exit code, standard output and standard error stand in what it returns."""

    def run(*words: object, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(
            cli, [str(word) for word in words], input=stdin, prog_name="hearsay-to-sqlite"
        )

    return run


@pytest.fixture
def loaded(articles: Path, tmp_path: Path, run: Run) -> Path:
    """A database with the two articles."""
    path = tmp_path / "loaded.db"
    result = run("load", path, articles)
    assert result.exit_code == 0, result.output
    return path


@pytest.fixture
def query() -> Query:
    """The rows that a statement gives from a database."""

    def query(path: Path, statement: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute(statement).fetchall()

    return query


@pytest.fixture
def content() -> Content:
    """Everything in a database but the record of its runs, as SQL."""

    def content(path: Path) -> list[str]:
        with closing(sqlite3.connect(path)) as connection:
            return [line for line in connection.iterdump() if not line.startswith(PER_RUN)]

    return content


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """An empty database of ours, with one run begun."""
    with closing(open_database(tmp_path / "t.db").conn) as connection:
        runs.begin_load(connection, "test")
        yield connection


@pytest.fixture
def here() -> Iterator[Site]:
    """A server that lets robots in."""
    with site() as found:
        yield found


@pytest.fixture
def waits() -> list[float]:
    """How long the fetcher was asked to sleep; nobody sleeps in these tests."""
    return []


@pytest.fixture
def fetch(tmp_path: Path, waits: list[float]) -> Callable[..., Location]:
    """Fetch an address, as somebody does who trusts the host that she names."""
    fetcher = Fetcher(Copies(tmp_path / "t.db"), manners=Manners(0, True, sleep=waits.append))

    def fetch(url: str, refetch: bool = False) -> Location:
        fetcher.refetch = lambda name: refetch
        return fetcher.fetch(Location(url))

    return fetch


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the database comes to lie."""
    return tmp_path / "t.db"


@pytest.fixture
def load(here: Site, target: Path, run: Run) -> Run:
    """Load paths of the server, and options."""

    def load(*words: str) -> Result:
        return run(
            "load",
            target,
            *(here.url(word) if word.startswith("/") else word for word in words),
            "--allow-private",
            "--pause",
            "0",
        )

    return load
