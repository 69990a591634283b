"""Whether a database may leave the house, by what the file says of itself."""

from __future__ import annotations

import sqlite3

from .. import databases, sqlfiles


def objections(db: sqlite3.Connection) -> list[str]:
    """Why this database must not be published as it is; empty where it may be.

    ``redact`` notes in the file what it removed. A file without that note, or with something in it all the same that
    ``redact`` removes, is the analyst's own.
    """
    there = databases.objects(db)
    return [
        f"{file.title}. {file.description}"
        for file in sqlfiles.read_folder(sqlfiles.FOLDER / "publish")
        if not there.issuperset(file.needs) or db.execute(file.statement).fetchone()
    ]
