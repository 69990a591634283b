"""``export``: one way for every format, from a gated copy without article text to a file or folder put in place whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from pathlib import Path

from hearsay_to_sqlite.errors import UsageError
from hearsay_to_sqlite.exports.wanted import MARK, Wanted
from hearsay_to_sqlite.publish import redaction
from hearsay_to_sqlite.store import schema

FORMATS = {
    "datapackage": "datapackage",
    "web-annotation": "web_annotation",
    "claimreview": "claimreview",
    "stix": "stix",
    "misp": "misp",
    "atom": "atom",
}
"""Each format and the file of this folder that writes it."""

FOLDERS = frozenset({"datapackage"})
"""Formats that are a folder of files."""

Writer = Callable[[sqlite3.Connection, Path, Wanted], int]
"""Writes an export to a path that is not there yet; returns the number of items (rows, annotations, entries) in it."""


def export(
    path: Path, form: str, out: Path, wanted: Wanted, include_unreviewed: bool, tell: redaction.Tell
) -> dict[str, int]:
    """Write the database at ``path`` to ``out`` in the format ``form``; return counts, ``items`` among them; tell what
    people should look at.

    The old file or folder at ``out`` stays until the new one is complete. Raises UsageError where ``out`` must not
    be replaced, and DatabaseError.
    """
    _may_replace(path, form, out)
    writer: Writer = import_module(f"hearsay_to_sqlite.exports.{FORMATS[form]}").write
    with tempfile.TemporaryDirectory(prefix="hearsay-") as folder:
        copy = Path(folder) / "copy.db"
        choices = redaction.Wanted(include_unreviewed=include_unreviewed)
        counts = redaction.copy_rows(path, copy, choices, tell)
        unfinished = out.with_name(f".{out.name}.{os.getpid()}.unfinished")
        try:
            with closing(schema.open_for_reading(copy)) as connection:
                connection.row_factory = sqlite3.Row
                counts["items"] = writer(connection, unfinished, wanted)
            _put(unfinished, out)
        finally:
            _remove(unfinished)
    return counts


def _may_replace(path: Path, form: str, out: Path) -> None:
    if out.exists() and path.exists() and os.path.samefile(path, out):
        raise UsageError(f"{out} is the database itself. Give another path for the export.")
    if not out.absolute().parent.is_dir():
        raise UsageError(f"There is no folder {out.parent}. Make the folder first.")
    if form not in FOLDERS and out.is_dir():
        raise UsageError(f"{out} is a folder. Give the path of a file.")
    if form in FOLDERS and out.exists() and not (out.is_dir() and (out / MARK).exists()):
        raise UsageError(f"{out} is there and was not made by an export. Give another path, or remove it.")


def _put(unfinished: Path, out: Path) -> None:
    if out.is_dir():
        old = out.with_name(f".{out.name}.{os.getpid()}.old")
        os.replace(out, old)
        os.replace(unfinished, out)
        shutil.rmtree(old)
    else:
        os.replace(unfinished, out)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
