"""The stored queries as metadata, for Datasette without this plugin, such as Datasette Lite in a browser."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from .. import databases, queries
from .describing import Metadata


def with_queries(metadata: Metadata, database: Path) -> Metadata:
    """The same metadata with every stored query of ours that fits the file; a query of the site's own stays as it is."""
    name = database.stem
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as db:
        there = databases.objects(db)
    described = metadata.get("databases") or {}
    own = (described.get(name) or {}).get("queries") or {}
    ours = {
        query.name: queries.as_metadata(query) for query in queries.ours() if there.issuperset(query.needs)
    }
    about = {**(described.get(name) or {}), "queries": {**ours, **own}}
    return {**metadata, "databases": {**described, name: about}}
