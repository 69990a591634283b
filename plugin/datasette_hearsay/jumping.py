"""What Datasette 1.0's jump menu (press /) finds of ours: pages, actors and claims of every case that the reader may see."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from . import compat, databases, sqlfiles
from .links import Links

if TYPE_CHECKING:
    from datasette.app import Datasette

PAGES = {
    "": "Overview",
    "discrepancies": "Discrepancies",
    "review": "Review queue",
    "corrections": "Corrections and decisions",
    "method": "Method",
}
KINDS = {"actors": "actor", "claims": "claim"}


@cache
def _files() -> tuple[sqlfiles.SqlFile, ...]:
    return sqlfiles.read_folder(sqlfiles.FOLDER / "jump")


async def items(datasette: Datasette, actor: compat.Actor) -> list[Any]:
    """What ``jump_items_sql`` wants. Datasette 0.65 has no such menu and never asks."""
    from datasette.jump import JumpSQL

    found = []
    for name in sorted(databases.remembered(datasette)):
        if not await compat.is_visible(datasette, actor, name, ("statements",)):
            continue
        links = Links(str(datasette.urls.instance()), name, datasette.get_database(name).route, "", False)
        for page, label in PAGES.items():
            url = links.page(page) if page else links.page()
            found.append(
                JumpSQL.menu_item(
                    label=f"{name}: {label}", url=url, description="Who said what", item_type="page"
                )
            )
        for file in _files():
            if await compat.is_visible(datasette, actor, name, file.needs):
                params = {"prefix": links.page(KINDS[file.name], "")}
                found.append(JumpSQL(sql=file.statement, params=params, database=name))
    return found
