"""An erased person is nowhere in what is published: looked for in every text of it, because a note or a gist may name them."""

from __future__ import annotations

import re
import sqlite3

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.errors import InputError

WORD = re.compile(r"\w+")
FULL = 2
"""A name of so many words is somebody's; a surname alone may be another's, or a word of the language."""


def check(connection: sqlite3.Connection, path: str) -> list[str]:
    """Look for the names of erased people in every text column of the attached database ``out``; return the columns
    (and in how many rows) where a part of a name stands that nobody else bears, for people to look at.

    Names are those of the temporary table ``erased``, in any spelling that the case knows. Raises InputError that names
    the database at ``path``, the columns and how many rows, where somebody is named in full.
    """
    names = [str(name) for (name,) in connection.execute(sql.read("publish/erased_names"))]
    if not names:
        return []
    full = [name for name in names if len(_words(name)) >= FULL] or names
    found = _found(connection, re.compile("|".join(_pattern(name) for name in full), re.IGNORECASE))
    if found:
        raise InputError(
            f"what would be published still names somebody who was erased: {', '.join(found[:5])}.",
            location=path,
            remedy="Put it in other words in the case, or withdraw it, and run the command again.",
        )
    others = {word for (name,) in connection.execute(sql.read("publish/kept_names")) for word in _words(name)}
    alone = sorted({_words(name)[-1] for name in names if _words(name)} - others)
    forms = [form for word in alone for form in (word, word.upper(), *_in_ids(word.lower()))]
    return _found(connection, re.compile(rf"(?<![^\W_])(?:{'|'.join(forms)})(?![^\W_])")) if alone else []


def _in_ids(word: str) -> tuple[str, str]:
    """The word in an id, where all is in small letters: next to a hyphen."""
    return f"{word}(?=-)", f"(?<=-){word}"


def _words(name: str) -> list[str]:
    return WORD.findall(name)


def _found(connection: sqlite3.Connection, pattern: re.Pattern[str]) -> list[str]:
    connection.create_function(
        "names_the_erased", 1, lambda value: isinstance(value, str) and pattern.search(value) is not None
    )
    return [place for table in _tables(connection) for place in _places(connection, table)]


def _pattern(name: str) -> str:
    """The words of a name, whatever stands between them: in an address, a hyphen."""
    return r"\b" + r"[\W_]+".join(re.escape(word) for word in _words(name)) + r"\b"


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
