"""An erased person is nowhere in what is published: looked for in every text of it, because a note or a gist may name them."""

from __future__ import annotations

import re
import sqlite3

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.errors import InputError

WORD = re.compile(r"\w+")
FULL = 2
"""A name of so many words is somebody's; a surname alone may be another's."""


def check(connection: sqlite3.Connection, path: str) -> None:
    """Look for the full names of erased people in every text column of the attached database ``out``.

    Names are those of the temporary table ``erased``, in any spelling that the case knows. Raises InputError that names
    the database at ``path``, the columns and the rows.
    """
    names = [str(name) for (name,) in connection.execute(sql.read("publish/erased_names"))]
    if not names:
        return
    full = [name for name in names if len(WORD.findall(name)) >= FULL] or names
    pattern = re.compile("|".join(_pattern(name) for name in full), re.IGNORECASE)
    connection.create_function(
        "names_the_erased", 1, lambda value: isinstance(value, str) and pattern.search(value) is not None
    )
    found = [place for table in _tables(connection) for place in _places(connection, table)]
    if found:
        raise InputError(
            f"what would be published still names somebody who was erased: {', '.join(found[:5])}.",
            location=path,
            remedy="Put it in other words in the case, or withdraw it, and run the command again.",
        )


def _pattern(name: str) -> str:
    """The words of a name, whatever stands between them: in an address, a hyphen."""
    return r"\b" + r"[\W_]+".join(re.escape(word) for word in WORD.findall(name)) + r"\b"


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute(
        "select name from out.sqlite_master where type = 'table' and sql not like '%virtual table%'"
    )
    return [str(name) for (name,) in found if "_fts" not in str(name)]


def _places(connection: sqlite3.Connection, table: str) -> list[str]:
    columns = [
        str(name)
        for name, kind in connection.execute("select name, type from pragma_table_info(?, 'out')", (table,))
        if str(kind).lower() == "text"
    ]
    counted = ", ".join(f'sum(names_the_erased("{column}"))' for column in columns)
    if not counted:
        return []
    row = connection.execute(f'select {counted} from out."{table}"').fetchone()
    return [f"{table}.{column} ({n})" for column, n in zip(columns, row, strict=True) if n]
