"""The only room that knows which Datasette this is: permissions and addresses that differ between 0.65 and 1.0."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any, cast

from datasette import Forbidden
from datasette.utils import await_me_maybe

from . import databases, permission_rules

if TYPE_CHECKING:
    from datasette.app import Datasette
    from jinja2 import Environment

Actor = dict[str, Any] | None
"""Who asks, as Datasette describes them; None for everybody."""

WITH_DATABASE = ("view-database", "execute-sql")
"""What is asked of a whole database on 1.0."""


def is_one(datasette: Datasette) -> bool:
    """Whether this is Datasette 1.0, whose permissions are about resources, and which has no canned queries."""
    return hasattr(datasette, "allowed_resources")


async def ensure_visible(datasette: Datasette, actor: Actor, database: str, tables: Iterable[str]) -> None:
    """Raise Forbidden unless ``actor`` may see every one of ``tables`` (tables or views) of ``database``."""
    await ensure_readable(datasette, actor, database, tables)


async def ensure_readable(datasette: Datasette, actor: Actor, database: str, tables: Iterable[str]) -> bool:
    """The same, and return whether ``actor`` may send SQL of their own: 1.0 is asked for all of it at once."""
    names = sorted(set(tables))
    if is_one(datasette):
        seen, may = await _seen_on_one(datasette, actor, database, names, WITH_DATABASE)
        hidden = [name for name in names if name not in seen]
        if not names and "view-database" not in may:
            hidden = [database]
        if hidden:
            raise Forbidden(f"You may not see {', '.join(hidden)}")
        return "execute-sql" in may
    await datasette.ensure_permissions(actor, [("view-database", database), "view-instance"])
    for name in names:
        if await _decided(datasette, actor, "view-table", (database, name)) is False:
            raise Forbidden("view-table")
    return bool(await datasette.permission_allowed(actor, "execute-sql", resource=database, default=True))


async def _decided(datasette: Datasette, actor: Actor, action: str, resource: object) -> bool | None:
    """What plugins and metadata say on 0.65, the last of them; None where they say nothing.

    ``permission_allowed`` does the same, but asks the database for each table how it spells its name, which is most of the
    time of a page that reads many; our names are as the database gave them.
    """
    # Here, because to import it is to load every plugin: this one too, half read.
    from datasette.plugins import pm

    decided: bool | None = None
    for check in pm.hook.permission_allowed(
        datasette=datasette, actor=actor, action=action, resource=resource
    ):
        said = await await_me_maybe(check)
        decided = decided if said is None else said
    return decided


async def visible_of(datasette: Datasette, actor: Actor, database: str, names: Collection[str]) -> set[str]:
    """Return those of ``names`` (tables or views) that ``actor`` may see, on Datasette 1.0."""
    return (await _seen_on_one(datasette, actor, database, names, ()))[0]


async def _seen_on_one(
    datasette: Datasette, actor: Actor, database: str, names: Collection[str], actions: Collection[str]
) -> tuple[set[str], set[str]]:
    """Those of ``names`` that ``actor`` may see, and those of ``actions`` that they may do with the database."""
    held = datasette.get_database(database)
    content = await databases.once(held, "derived", held.derived_table_dependencies)
    # A search table shows its content: whoever may not see the one may not see the other.
    asked = {*names, *(content[name] for name in names if name in content)}
    seen, may = await permission_rules.allowed(datasette, actor, database, asked, actions)
    visible = {
        name
        for name in seen.intersection(names)
        if name not in content or (content[name] in seen and content[name] not in content)
    }
    return visible, may


async def is_visible(datasette: Datasette, actor: Actor, database: str, tables: Iterable[str] = ()) -> bool:
    """Whether ``actor`` may see all of ``tables``; without any, whether they may see the database."""
    try:
        await ensure_visible(datasette, actor, database, tables)
    except Forbidden:
        return False
    return True


def sql_path(datasette: Datasette, database: str) -> str:
    """The path of the page that runs custom SQL, ready for ``?sql=``."""
    path = str(datasette.urls.database(database))
    return f"{path}/-/query" if is_one(datasette) else path


async def stored_sql(datasette: Datasette, actor: Actor, database: str, name: str) -> str | None:
    """The SQL of a stored query that ``actor`` may see; None where there is none, or it writes."""
    if is_one(datasette):
        from datasette.resources import QueryResource

        query = await datasette.get_query(database, name)
        if query is None or query.is_write:
            return None
        seen = await datasette.allowed(
            action="view-query", resource=QueryResource(database, name), actor=actor
        )
        return str(query.sql) if seen else None
    canned = await datasette.get_canned_query(database, name, actor)
    if canned is None or canned.get("write"):
        return None
    seen = await datasette.permission_allowed(actor, "view-query", resource=(database, name), default=True)
    return str(canned["sql"]) if seen else None


def plugin_config(datasette: Datasette, plugin: str, database: str) -> object:
    """What the metadata says to a plugin about one database, else at its top; an empty mapping for nothing."""
    found = datasette.plugin_config(plugin, database=database)
    # 1.0a41 forgets to give back what stands at the top where the database has other settings.
    return (datasette.plugin_config(plugin) or {}) if found is None else found


def templates(datasette: Datasette, request: object) -> Environment:
    """The environment in which Datasette renders its templates; on 1.0 a plugin may choose one for each request."""
    if is_one(datasette):
        return cast("Environment", datasette.get_jinja_environment(request))
    return cast("Environment", datasette.jinja_env)
