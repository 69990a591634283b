"""``build``: a whole case, from nothing; the old file stays until the new one is complete."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

from hearsay_to_sqlite.errors import DatabaseError
from hearsay_to_sqlite.run import stages
from hearsay_to_sqlite.sources.case import anchor_counts, load_case
from hearsay_to_sqlite.store import runs, save_rows, schema
from hearsay_to_sqlite.store.connection import explained

BESIDE = ("", "-wal", "-shm", "-journal")
"""What SQLite may put beside a database's name."""


def build(
    case: Path,
    path: Path,
    text: Path | None,
    extract: bool,
    command: str,
    report: stages.Report = stages.quietly,
) -> dict[str, int]:
    """Build the database at ``path`` from a case file; return the counts of the run.

    ``text`` is the folder of the articles' files, to which every anchor is then held; ``extract`` adds what the
    machine finds in them. Raises CaseError, with nothing written, and DatabaseError.
    """
    rows = load_case(case, text)
    settle(path)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        with schema.writing(unfinished) as connection:
            load_id = runs.begin_load(connection, command)
            save_rows.save_rows(connection, rows, load_id)
            counts = {
                "articles": len(rows.tables.get("articles", ())),
                "attributions": len(rows.tables.get("attributions", ())),
                "rejected": 0,
                **anchor_counts(rows),
            }
            if extract:
                report("extracting")
                counts["extracted"] = stages.extract(connection, load_id)["attributions"]
            stages.derive(connection, report)
            runs.end_load(connection, load_id, counts)
        os.replace(unfinished, path)
    finally:
        for suffix in BESIDE:
            unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)
    return counts


def settle(path: Path) -> None:
    """Make sure that the file to be replaced is one of ours and whole in itself.

    A write-ahead log that it leaves behind would be taken for the new file's. Raises DatabaseError.
    """
    if not path.exists():
        return
    if path.is_dir():
        raise DatabaseError(f"{path} is a folder. Give the path of a database file.")
    if path.stat().st_size:
        with closing(schema.open_for_reading(path, any_version=True)) as connection:
            connection.execute("pragma query_only = off")
            with explained(path):
                connection.execute("pragma journal_mode = delete")
    if path.with_name(path.name + "-wal").exists():
        raise DatabaseError(f"{path} is in use by another program. Close it, and run the command again.")
