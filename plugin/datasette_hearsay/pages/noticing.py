"""The notices about one thing, and whether it was erased."""

from __future__ import annotations

import hashlib

from ..reading import Reader, Row

SQL = "notices_of"
"""The SQL that a page with notices must declare."""

ERASURE = "erasure"
UNNAMED_HASH = 16


def of(reader: Reader, kind: str, id: str) -> list[Row]:
    """Corrections, retractions, replies and the like about the ``kind`` of thing with this id."""
    return reader.rows(SQL, kind=kind, id=id, unnamed=unnamed(id))


def are_erasure(notices: list[Row]) -> bool:
    """Whether one of them says that it was erased; a file that is no copy for publishing may hold it all the same."""
    return any(notice["kind"] == ERASURE for notice in notices)


def unnamed(id: str) -> str:
    """What stands in a notice for the id of somebody who was erased, as the loaders write it.

    >>> unnamed("orla-venn")
    '6bb549371520afd8'
    """
    return hashlib.sha256(id.encode()).hexdigest()[:UNNAMED_HASH]
