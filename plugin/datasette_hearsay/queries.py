"""Our stored queries, for both generations of Datasette; the .sql files under ``sql/queries`` hold them all.

Which databases have them is found out once, when a database is first asked for: like the views, they come to a file
that becomes ours while it is served after the next start.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from . import compat, permission_rules, sqlfiles

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from datasette.app import Datasette
    from datasette.database import Database
    from datasette.permissions import PermissionSQL

SOURCE = "datasette-hearsay"
"""What Datasette 1.0 notes as the source of a query that we brought, so that we know ours from the site's own."""

HIDDEN = """select json_extract(value, '$[0]') as parent, json_extract(value, '$[1]') as child, 0 as allow,
    'it reads what you may not see' as reason from json_each(:hearsay_hidden)"""
"""Datasette 1.0 takes refusals as SQL that it runs in its own database."""

_fitting: WeakKeyDictionary[Database, tuple[sqlfiles.SqlFile, ...]] = WeakKeyDictionary()


@cache
def ours() -> tuple[sqlfiles.SqlFile, ...]:
    """Every stored query that we bring, in the order of their names."""
    return sqlfiles.read_folder(sqlfiles.FOLDER / "queries")


async def fitting(database: Database) -> tuple[sqlfiles.SqlFile, ...]:
    """Return the queries whose tables and views are all in the database; none in a database that is not ours."""
    if database not in _fitting:
        result = await database.execute("select name from sqlite_master where type in ('table', 'view')")
        there = {row["name"] for row in result.rows}
        _fitting[database] = tuple(query for query in ours() if there.issuperset(query.needs))
    return _fitting[database]


async def canned(datasette: Datasette, database: str) -> dict[str, dict[str, Any]]:
    """Return what Datasette 0.65's ``canned_queries`` wants; the site's own query of the same name wins."""
    own = datasette.metadata("queries", database=database, fallback=False) or {}
    return {
        query.name: as_metadata(query)
        for query in await fitting(datasette.databases[database])
        if query.name not in own
    }


def as_metadata(query: sqlfiles.SqlFile) -> dict[str, Any]:
    """A query as Datasette 0.65 reads it, from a plugin or from a metadata file."""
    return {
        "sql": query.statement,
        "title": query.title,
        "description": describe(query),
        "params": [param.name for param in query.params],
        "fragment": query.fragment,
        # The rows and their chart come first; the SQL is one click away.
        "hide_sql": True,
    }


async def register(datasette: Datasette) -> None:
    """Give Datasette 1.0 our queries; the site's own query of the same name wins. Does nothing on 0.65."""
    if not hasattr(datasette, "add_query"):
        return
    for name, database in list(datasette.databases.items()):
        for query in await fitting(database):
            known = await datasette.get_query(name, query.name)
            if known is not None and known.source != SOURCE:
                continue
            await datasette.add_query(
                name,
                query.name,
                query.statement,
                title=query.title,
                description=describe(query),
                parameters=[param.name for param in query.params],
                fragment=query.fragment,
                hide_sql=True,
                is_trusted=True,
                source=SOURCE,
            )


def refuse(
    datasette: Datasette, actor: compat.Actor, action: str, resource: object
) -> Awaitable[bool | None] | None:
    """Refuse on Datasette 0.65 a query of ours that reads what ``actor`` may not see; say nothing of anything else."""
    if action != "view-query" or not isinstance(resource, tuple):
        return None
    return _refuse(datasette, actor, *resource)


async def _refuse(datasette: Datasette, actor: compat.Actor, database: str, name: str) -> bool | None:
    query = next((query for query in ours() if query.name == name), None)
    # 0.65 writes what canned_queries gives into the metadata's own queries: only the SQL tells them apart.
    known = await datasette.get_canned_query(database, name, actor) if query else None
    if query is None or known is None or known["sql"] != query.statement:
        return None
    return None if await compat.is_visible(datasette, actor, database, query.needs) else False


async def refuse_on_one(datasette: Datasette, actor: compat.Actor) -> PermissionSQL | None:
    """Refuse on Datasette 1.0 every query of ours that reads what ``actor`` may not see."""
    # Every page that lists queries asks for it, those of other databases too.
    if permission_rules.hides_nothing(datasette, actor):
        return None
    from datasette.permissions import PermissionSQL

    hidden = []
    for name, database in datasette.databases.items():
        queries = await fitting(database)
        needed = {need for query in queries for need in query.needs}
        seen = await compat.visible_of(datasette, actor, name, needed) if needed else set()
        for query in queries:
            if seen.issuperset(query.needs):
                continue
            known = await datasette.get_query(name, query.name)
            if known is not None and known.source == SOURCE:
                hidden.append((name, query.name))
    return PermissionSQL(sql=HIDDEN, params={"hearsay_hidden": json.dumps(hidden)})


def describe(query: sqlfiles.SqlFile) -> str:
    """Return the description, with a sentence that says what to write into each box."""
    return " ".join([query.description, *(f"Box {param.name}: {param.label}." for param in query.params)])
