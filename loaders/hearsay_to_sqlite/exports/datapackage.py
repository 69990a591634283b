"""A Frictionless data package: every published table as CSV, with its columns, keys and descriptions."""

from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hearsay_to_sqlite.exports.items import filled
from hearsay_to_sqlite.exports.wanted import MARK, Wanted

INSIDE = frozenset({"loads"})
"""Tables about how the file was made."""

GENERATOR = "datasette-hearsay"
"""By which ``load`` knows a package that it can read back."""

TYPES = {"integer": "integer", "real": "number", "text": "string"}


def write(connection: sqlite3.Connection, out: Path, wanted: Wanted) -> int:
    """Write the folder; return how many rows are in it."""
    (out / "data").mkdir(parents=True)
    connection.row_factory = None
    names = [name for name in _tables(connection) if connection.execute(f'select 1 from "{name}"').fetchone()]
    about = _descriptions(wanted.metadata)
    rows = 0
    resources = []
    for name in names:
        file = out / "data" / f"{name}.csv"
        rows += _write_rows(connection, name, file)
        resources.append(_resource(connection, name, file, names, about.get(name, {})))
    package = {
        "profile": "data-package",
        "generator": GENERATOR,
        **_head(connection, wanted.metadata),
        "resources": resources,
    }
    text = json.dumps(package, ensure_ascii=False, indent=1)
    (out / MARK).write_text(text + "\n", encoding="utf-8", newline="\n")
    return rows


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("select name from sqlite_master where type = 'table' order by rowid")
    names = [str(name) for (name,) in found]
    return [
        name
        for name in names
        if name[0] != "_" and "_fts" not in name and name not in INSIDE and "sqlite_" not in name
    ]


def _columns(connection: sqlite3.Connection, table: str) -> list[tuple[str, str, int, int]]:
    """Name, declared type, place in the primary key (0 for none), and whether it is never null."""
    found = connection.execute('select name, lower(type), pk, "notnull" from pragma_table_info(?)', (table,))
    # Which run wrote a row is about the file, as the runs themselves are.
    return [row for row in found if row[1] in TYPES and row[0] != "load_id"]


def _write_rows(connection: sqlite3.Connection, table: str, file: Path) -> int:
    columns = _columns(connection, table)
    names = ", ".join(f'"{name}"' for name, *_ in columns)
    keys = ", ".join(f'"{name}"' for name, _, key, _ in sorted(columns, key=lambda column: column[2]) if key)
    count = 0
    with file.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow([name for name, *_ in columns])
        for row in connection.execute(f'select {names} from "{table}" order by {keys}'):
            writer.writerow(row)
            count += 1
    return count


def _resource(
    connection: sqlite3.Connection, table: str, file: Path, names: list[str], about: Mapping[str, Any]
) -> dict[str, Any]:
    described = about.get("columns") or {}
    columns = _columns(connection, table)
    fields = [
        # In CSV nothing and an empty text look alike; in a column that is never null, it is the latter.
        filled(
            {
                "name": name,
                "type": TYPES[kind],
                "description": described.get(name),
                "neverNull": bool(never_null) or None,
            }
        )
        for name, kind, _, never_null in columns
    ]
    keys = [name for name, _, key, _ in sorted(columns, key=lambda column: column[2]) if key]
    with file.open("rb") as handle:
        digest = hashlib.file_digest(handle, "sha256") if hasattr(hashlib, "file_digest") else _digest(handle)
    return filled(
        {
            "name": table.replace("_", "-"),
            "path": f"data/{file.name}",
            "profile": "tabular-data-resource",
            "title": about.get("title"),
            "description": about.get("description"),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": file.stat().st_size,
            "hash": f"sha256:{digest.hexdigest()}",
            "schema": filled(
                {"fields": fields, "primaryKey": keys, "foreignKeys": _references(connection, table, names)}
            ),
        }
    )


def _digest(handle: Any) -> Any:
    digest = hashlib.sha256()
    while block := handle.read(1 << 16):
        digest.update(block)
    return digest


def _references(connection: sqlite3.Connection, table: str, names: list[str]) -> list[dict[str, Any]]:
    found = connection.execute(
        'select "from", "table", coalesce("to", \'id\') from pragma_foreign_key_list(?) order by "from"',
        (table,),
    ).fetchall()
    return [
        {
            "fields": [column],
            "reference": {"resource": "" if other == table else other.replace("_", "-"), "fields": [key]},
        }
        for column, other, key in found
        if other in names
    ]


def _head(connection: sqlite3.Connection, metadata: Mapping[str, Any]) -> dict[str, Any]:
    case = connection.execute(
        "select id, title, description, licence, source, curated_by from cases order by id"
    ).fetchone()
    id, title, description, licence, source, curator = case or ("hearsay", None, None, None, None, None)
    licence = {"title": licence or metadata.get("license"), "path": metadata.get("license_url")}
    return filled(
        {
            "name": str(id),
            "title": title or metadata.get("title"),
            "description": description or metadata.get("description"),
            "licenses": [filled(licence)] if licence["path"] else [],
            "sources": [{"title": source or metadata["source"]}] if source or metadata.get("source") else [],
            "contributors": [{"title": curator, "role": "author"}] if curator else [],
        }
    )


def _descriptions(metadata: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """What is said of each table, of whichever database in the metadata says it first."""
    found: dict[str, Mapping[str, Any]] = {}
    for database in (metadata.get("databases") or {}).values():
        for name, about in (database.get("tables") or {}).items():
            found.setdefault(str(name), about)
    return found
