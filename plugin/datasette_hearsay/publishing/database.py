"""The database of a published folder: one whole file at one moment, and what Datasette wants to know of it beforehand."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from .. import databases, reading, views
from . import checking

BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Published:
    """A file in its place: its name without the ending, its size in bytes, its hash, the rows of each table, its case."""

    name: str
    size: int
    sha256: str
    counts: dict[str, int]
    case: dict[str, str | None]

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.name}.db"

    def inspected(self) -> dict[str, Any]:
        """What ``datasette inspect`` would say of it, without the folder that it lies in."""
        tables = {table: {"count": count} for table, count in self.counts.items()}
        return {self.name: {"hash": self.sha256, "size": self.size, "file": self.file, "tables": tables}}


def for_people(table: str) -> bool:
    """Whether a table is one to be read, and not a helper or an index."""
    return not table.startswith(("_", "sqlite_")) and "_fts" not in table


def put(source: Path, folder: Path, with_text: bool) -> Published:
    """Copy the database at ``source`` into ``folder``, with all our views in it; return what is there.

    Raises ClickException where it is none of ours, or (unless ``with_text``) was not redacted.
    """
    out = folder / f"{source.stem}.db"
    try:
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as db:
            _may_go(db, source, with_text)
            _copy(db, source, out)
        with closing(sqlite3.connect(out)) as copy:
            views.bake(copy)
            counts, case = _counts(copy), _case(copy)
    except (sqlite3.Error, OSError) as error:
        raise click.ClickException(f"{source} cannot be copied: {error}") from error
    return Published(source.stem, out.stat().st_size, _sha256(out), counts, case)


def _copy(db: sqlite3.Connection, source: Path, out: Path) -> None:
    """Byte for byte where the file is whole, so that it keeps its hash; nobody writes to it while it is read."""
    db.execute("begin")
    (mode,) = db.execute("pragma journal_mode").fetchone()
    db.execute("select count(*) from sqlite_master")
    if mode == "delete":
        shutil.copyfile(source, out)
        return
    # Some of it is in a log beside it.
    with closing(sqlite3.connect(out)) as copy:
        db.backup(copy)
        copy.execute("pragma journal_mode = delete")


def _may_go(db: sqlite3.Connection, source: Path, with_text: bool) -> None:
    if not databases.objects(db) >= views.OURS:
        raise click.ClickException(
            f"{source} holds no attributed statements. Make it with: hearsay-to-sqlite"
        )
    found = [] if with_text else checking.objections(db)
    if found:
        raise click.ClickException(
            f"{source} must not be published as it is. {' '.join(found)}\n"
            f"Make a copy to publish: hearsay-to-sqlite redact {source} public.db\n"
            "To publish it all the same, with everything in it: --with-text"
        )


def _counts(db: sqlite3.Connection) -> dict[str, int]:
    names = [name for (name,) in db.execute("select name from sqlite_master where type = 'table'")]
    return {name: db.execute(f'select count(*) from "{name}"').fetchone()[0] for name in names}


def _case(db: sqlite3.Connection) -> dict[str, str | None]:
    file = reading.statements()["case"]
    db.row_factory = sqlite3.Row
    row = db.execute(file.statement).fetchone() if databases.objects(db).issuperset(file.needs) else None
    return dict(row) if row else {}


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()
