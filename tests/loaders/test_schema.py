"""Databases are opened, brought up to date and closed; what cannot be used is refused with what to do."""

from __future__ import annotations

import os
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from hearsay_to_sqlite.errors import DatabaseError
from hearsay_to_sqlite.store.connection import connect
from hearsay_to_sqlite.store.schema import migrations, open_for_reading, writing


def make(path: Path) -> None:
    """An empty database of ours."""
    with writing(path):
        pass


def make_foreign(path: Path) -> None:
    """A database of somebody else."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table recipes (id integer primary key)")


def make_newer(path: Path) -> None:
    """A database that a later version has migrated."""
    make(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values (?, ?, ?)",
            ("hearsay_to_sqlite", "9999_later", "2031-01-01"),
        )


def steps_by_name() -> list[str]:
    """The names of all migrations."""
    return [step.name for step in migrations().pending(Database(memory=True))]


def make_older(path: Path) -> None:
    """A database that an earlier version has left."""
    make(path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("drop table _extractions")
        connection.execute("drop index articles_supersedes")
        connection.execute("delete from _sqlite_migrations where name = '0008_extractions'")


def make_text(path: Path) -> None:
    """A text file."""
    path.write_text("Shopping list: flour, salt, and nothing else at all.")


def test_a_new_database_has_every_migration_and_is_one_file(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    make(path)
    assert os.listdir(tmp_path) == ["new.db"]
    with closing(sqlite3.connect(path)) as connection:
        tables = {
            name for (name,) in connection.execute("select name from sqlite_master where type = 'table'")
        }
        assert tables >= {"articles", "actors", "attributions", "claims", "loads", "rejects", "_extractions"}
        assert connection.execute("pragma journal_mode").fetchone() == ("delete",)


def test_opening_again_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "same.db"
    make(path)
    before = path.read_bytes()
    make(path)
    # Bytes 24 to 27 and 92 to 99 of the header count changes of the journal mode.
    same = [n for n in range(len(before)) if not (18 <= n < 20 or 24 <= n < 28 or 92 <= n < 100)]
    after = path.read_bytes()
    assert [before[n] for n in same] == [after[n] for n in same]


def test_each_new_migration_has_a_number_of_its_own() -> None:
    # Databases know the steps by these names: three numbers that were given twice stay so.
    doubled = {
        number
        for number, n in Counter(name[:4] for name in steps_by_name()).items()
        if n > 1 or not number.isdigit()
    }
    assert doubled == {"0011", "0014", "0015"}


def test_an_older_database_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "older.db"
    make_older(path)
    with pytest.raises(DatabaseError, match=r"older version. Bring it up to date: hearsay-to-sqlite resolve"):
        open_for_reading(path)
    make(path)
    open_for_reading(path).close()


@pytest.mark.parametrize("create", [True, False], ids=["for loading", "for a stage"])
@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (make_text, "is not an SQLite database. Choose another path."),
        (make_foreign, "is a database, but not one of ours."),
        (make_newer, "was made by a newer version. Upgrade:"),
        (Path.mkdir, "is a folder. Give the path of a database file."),
    ],
    ids=["text", "foreign", "newer", "folder"],
)
def test_what_is_not_ours_is_refused_and_left_alone(
    prepare: Callable[[Path], None], message: str, create: bool, tmp_path: Path
) -> None:
    path = tmp_path / "there"
    prepare(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(DatabaseError, match=message) as caught, writing(path, create=create):
        pass
    assert str(path) in str(caught.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.parametrize(
    ("name", "create", "message"),
    [
        ("missing.db", False, "does not exist. Make it with: hearsay-to-sqlite load"),
        ("missing/folder.db", True, "there is no folder"),
    ],
)
def test_what_is_not_there(name: str, create: bool, message: str, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match=message), writing(tmp_path / name, create=create):
        pass
    assert os.listdir(tmp_path) == []


def test_a_locked_database_says_so(tmp_path: Path) -> None:
    path = tmp_path / "locked.db"
    make(path)
    with closing(connect(path)) as other:
        other.execute("begin exclusive")
        with pytest.raises(DatabaseError, match="is in use by another program"), writing(path, wait=0.05):
            pass


def test_a_reader_does_not_keep_a_writer_from_finishing(tmp_path: Path) -> None:
    path = tmp_path / "read.db"
    make(path)
    with closing(connect(path)) as reader:
        with writing(path) as connection:
            reader.execute("begin")
            assert reader.execute("select * from techniques").fetchall() == []
            with connection:
                connection.execute("insert into techniques (id, name) values ('T1', 'One')")
        reader.rollback()
        assert reader.execute("select * from techniques").fetchall() == [("T1", "One")]
    make(path)
    assert os.listdir(tmp_path) == ["read.db"]
