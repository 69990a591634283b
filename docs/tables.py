"""Writes the reference of docs/tables.md: the schema as it is, with the words of metadata.yml beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from datasette_hearsay import views

ROOT = Path(__file__).parents[1]
MIGRATIONS = ROOT / "loaders" / "hearsay_to_sqlite" / "sql" / "migrations"


def page() -> str:
    """Return the reference as Markdown: the views, the tables, the search tables, then the helpers."""
    metadata = yaml.safe_load((ROOT / "metadata.yml").read_text(encoding="utf-8"))
    described: Mapping[str, Any] = metadata["databases"]["demo"]["tables"]
    db = sqlite3.connect(":memory:")
    for migration in sorted(MIGRATIONS.glob("*.sql")):
        db.executescript(migration.read_text(encoding="utf-8"))
    views.bake(db)
    kinds = dict(db.execute("select name, type from sqlite_master where type in ('table', 'view')"))
    lines: list[str] = []
    for title in ("Views", "Tables", "Search tables", "Helpers"):
        lines += [f"## {title}", ""]
        for name, words in described.items():
            # The list of migrations is made by whoever runs them, and is not here.
            if name in kinds and _part(name, kinds[name]) == title:
                lines += _table(db, name, words)
    db.close()
    return "\n".join(lines)


def _part(name: str, kind: str) -> str:
    if name.startswith("_"):
        return "Helpers"
    if name.endswith("_fts"):
        return "Search tables"
    return "Views" if kind == "view" else "Tables"


def _table(db: sqlite3.Connection, name: str, words: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of one table or view: its name, what a row is, and its columns."""
    points = {
        row[3]: f"→ `{row[2]}.{row[4]}`"
        for row in db.execute("select * from pragma_foreign_key_list(?)", [name])
    }
    columns = db.execute("select * from pragma_table_info(?)", [name]).fetchall()
    # What SQLite calls the type of a view's column differs from version to version, and would change this page.
    typed = name in {row[0] for row in db.execute("select name from sqlite_master where type = 'table'")}
    yield from (f"### `{name}`", "", words["description"], "")
    yield from (
        ("| column | type | means |", "|---|---|---|") if typed else ("| column | means |", "|---|---|")
    )
    for _, column, kind, _, _, key in columns:
        marks = [kind.lower(), "key" if key else "", points.get(column, "")]
        cells = [
            f"`{column}`",
            " ".join(mark for mark in marks if mark),
            words["columns"][column].replace("|", "\\|"),
        ]
        yield f"| {' | '.join(cells if typed else [cells[0], cells[2]])} |"
    yield ""
