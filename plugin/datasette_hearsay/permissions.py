"""What nobody may see through the side door: our stored queries over hidden tables, and the answers kept for our pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from . import databases, queries

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from datasette.app import Datasette
    from datasette.permissions import PermissionSQL

    from .compat import Actor

KEPT = "_kept_rows"
"""It holds answers of many tables at once, whoever may see which of them; our pages read it after they have asked."""

ACTIONS = frozenset({"view-query", "view-table"})
"""What Datasette 1.0 asks us about."""

KEPT_IS_HIDDEN = """select value as parent, :hearsay_kept as child, 0 as allow, 'it holds rows of other tables' as reason
    from json_each(:hearsay_kept_in)"""


def refuse(
    datasette: Datasette, actor: Actor, action: str, resource: Any
) -> Awaitable[bool | None] | bool | None:
    """Refuse on Datasette 0.65 what must not be seen; say nothing of anything else."""
    if action == "view-table" and resource[1] == KEPT and resource[0] in databases.remembered(datasette):
        return False
    return queries.refuse(datasette, actor, action, resource)


async def refuse_on_one(datasette: Datasette, actor: Actor, action: str) -> PermissionSQL | None:
    """The same for Datasette 1.0, which asks for all at once."""
    from datasette.permissions import PermissionSQL

    if action == "view-query":
        return await queries.refuse_on_one(datasette, actor)
    ours = sorted(databases.remembered(datasette))
    if action != "view-table" or not ours:
        return None
    return PermissionSQL(
        sql=KEPT_IS_HIDDEN, params={"hearsay_kept": KEPT, "hearsay_kept_in": json.dumps(ours)}
    )
