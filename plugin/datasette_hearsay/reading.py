"""Runs the named SQL of a page within its time, on a connection of Datasette's."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from datasette.utils import sqlite_timelimit

from . import sqlfiles
from .links import Links

Row = dict[str, Any]
"""One row of a result by column; a page adds addresses to it."""

Params = Mapping[str, str | float | None]
"""Values of a statement's named parameters."""

Answer = tuple[list[str], list[tuple[Any, ...]]]
"""The names of the columns of a result, and its rows."""

MOST = 100_000
"""No page reads more rows than this, whatever its SQL says."""

KEEPING = sqlfiles.read(sqlfiles.FOLDER / "kept_rows.sql")
"""How to find what the loaders kept."""


@cache
def statements() -> dict[str, sqlfiles.SqlFile]:
    """Every .sql file that pages and charts read with, by name."""
    folders = [sqlfiles.FOLDER / "pages", sqlfiles.FOLDER / "charts"]
    return {file.name: file for folder in folders for file in sqlfiles.read_folder(folder)}


def needs(names: Sequence[str]) -> set[str]:
    """The tables and views that these files read."""
    return {need for name in names for need in statements()[name].needs}


class Reader:
    """Reads for one page: only what the page declared, and never longer than its time.

    ``there`` are the tables and views of the database. A file that needs something else gives no rows. So does one for
    which no time is left, and its name is then in ``left_out``: a page with a gap is better than none.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        links: Links,
        declared: Sequence[str],
        there: frozenset[str],
        milliseconds: float,
    ) -> None:
        self.links = links
        self.left_out: list[str] = []
        self._db = db
        self._declared = frozenset(declared)
        self._there = there
        self._deadline = time.perf_counter() + milliseconds / 1000
        self._answers: dict[tuple[str, str], Answer] = {}

    def rows(self, name: str, **params: str | float | None) -> list[Row]:
        """The rows that ``name`` gives. Raises KeyError for a file that the page did not declare."""
        if name not in self._declared:
            raise KeyError(f"{name} is not among the SQL that this page declares")
        return self.of(statements()[name], params)

    def of(self, file: sqlfiles.SqlFile, params: Params, most: int = MOST) -> list[Row]:
        """The rows that one file gives, ``most`` of them; what a page declares is asked for by its name."""
        if not self._there.issuperset(file.needs):
            return []
        kept = self._kept(file, params)
        if kept is not None:
            return kept
        # A page and a chart on it may ask the same.
        asked = (file.statement, json.dumps([*params.items(), most], default=str))
        if asked not in self._answers:
            left = (self._deadline - time.perf_counter()) * 1000
            if left <= 0:
                self.left_out.append(file.name)
                return []
            try:
                with sqlite_timelimit(self._db, left):
                    self._answers[asked] = self._read(file.statement, params, most)
            except sqlite3.OperationalError as error:
                if error.args != ("interrupted",):
                    raise
                self.left_out.append(file.name)
                return []
        columns, rows = self._answers[asked]
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def _read(self, statement: str, params: Params, most: int) -> Answer:
        """The names of the columns, and the rows. Datasette lets a function of its own read each text, because not all
        are UTF-8; nearly all are, and SQLite's own way takes a tenth of the time of a page of many cells (measured)."""
        theirs = self._db.text_factory
        self._db.text_factory = str
        try:
            return self._fetched(statement, params, most)
        except sqlite3.OperationalError as error:
            if "decode to UTF-8" not in str(error):
                raise
        finally:
            self._db.text_factory = theirs
        return self._fetched(statement, params, most)

    def _fetched(self, statement: str, params: Params, most: int) -> Answer:
        cursor = self._db.execute(statement, params)
        return [column[0] for column in cursor.description], cursor.fetchmany(most)

    def _kept(self, file: sqlfiles.SqlFile, params: Params) -> list[Row] | None:
        """The answer that the loaders kept in the file, if nothing was added to it since; else None."""
        if not file.kept or not self._there.issuperset(KEEPING.needs):
            return None
        asked = json.dumps(dict(params), sort_keys=True)
        if not file.kept_each and file.kept != asked:
            return None
        row = self._db.execute(KEEPING.statement, {"name": file.name, "params": asked}).fetchone()
        rows: list[Row] | None = json.loads(row[0]) if row else None
        return rows

    def sql_url(self, name: str, **params: str | int) -> str | None:
        """Where to see, and change, the SQL of ``name``; None where the reader may not run SQL."""
        return self.links.sql(statements()[name].statement, **params)

    def sql_rows(self, name: str, **params: str | int) -> str | None:
        """The rows of ``name`` as a JSON array; None where the reader may not run SQL."""
        return self.links.sql_rows(statements()[name].statement, **params)

    def row(self, name: str, **params: str | float | None) -> Row | None:
        """The first row that ``name`` gives, or None."""
        rows = self.rows(name, **params)
        return rows[0] if rows else None
