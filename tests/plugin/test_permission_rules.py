"""Our pages let through whom Datasette lets through: we ask it for many tables at once, it is asked here for each."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from datasette import hookimpl
from datasette.app import Datasette
from datasette.plugins import pm

from datasette_hearsay import compat, permission_rules

ANN = {"id": "ann"}
ACTORS: tuple[dict[str, Any] | None, ...] = (
    None,
    ANN,
    {"id": "bob"},
    {**ANN, "_r": {"d": {"small": ["vt", "vd"]}}},
    {**ANN, "_r": {"r": {"small": {"claims": ["vt"]}}}},
    {**ANN, "_r": {"a": ["es", "vd"]}},
    {**ANN, "_r": {"a": ["vt"], "r": {"other": {"claims": ["vt"]}}}},
)
TABLES = ("actors", "articles_fts", "claims", "statements", "_kept_rows", "sqlite_stat1")
"""Tables, one whose content is another's, a view, and two that are hidden for themselves."""

HIDDEN = TABLES[-2:]

RULES: dict[str, dict[str, Any]] = {
    "none": {},
    "a table for nobody": {"databases": {"small": {"tables": {"claims": {"allow": False}}}}},
    "a table for one": {
        "databases": {
            "small": {"allow": False, "tables": {"claims": {"allow": ANN}, "Actors": {"allow": ANN}}}
        }
    },
    "a database for one": {
        "databases": {
            "small": {"allow": ANN, "allow_sql": False, "tables": {"claims": {"allow": {"id": "bob"}}}}
        }
    },
    "sql for one": {"allow": {"id": "*"}, "databases": {"small": {"allow_sql": ANN}}},
    "a rule by name": {"databases": {"small": {"permissions": {"view-table": ANN}}}},
    "content of a search": {"databases": {"small": {"tables": {"articles": {"allow": ANN}}}}},
}


async def may(datasette: Datasette, actor: dict[str, Any] | None, table: str) -> tuple[bool, bool]:
    """Whether Datasette lets ``actor`` see a table, and send SQL."""
    if compat.is_one(datasette):
        from datasette.resources import DatabaseResource, TableResource

        return (
            await datasette.allowed(action="view-table", resource=TableResource("small", table), actor=actor),
            await datasette.allowed(action="execute-sql", resource=DatabaseResource("small"), actor=actor),
        )
    wanted = [("view-table", ("small", table)), ("view-database", "small"), ("view-instance", None)]
    *seen, sql = [
        await datasette.permission_allowed(actor, action, resource=resource, default=True)
        for action, resource in [*wanted, ("execute-sql", "small")]
    ]
    return all(seen), sql


@pytest.mark.asyncio
async def test_we_let_through_whom_datasette_lets_through(case_db: Path) -> None:
    key = "config" if compat.is_one(Datasette()) else "metadata"
    for name, rules in RULES.items():
        datasette = Datasette([str(case_db)], **{key: rules})
        await datasette.invoke_startup()
        for actor, table in product(ACTORS, TABLES):
            seen, sql = await may(datasette, actor, table)
            asked = (name, actor, table)
            assert await compat.is_visible(datasette, actor, "small", [table]) is seen, asked
            if seen:
                assert await compat.ensure_readable(datasette, actor, "small", [table]) is sql, asked
            # The short cut of what our stored queries may read, which only 1.0 needs.
            if compat.is_one(datasette) and permission_rules.hides_nothing(datasette, actor):
                assert seen or table in HIDDEN, asked


class Refusing:
    """A plugin of somebody else's, for both Datasettes."""

    def permission_resources_sql(self, action: str) -> Any:
        from datasette.permissions import PermissionSQL

        refused = "select 'small' as parent, 'statements' as child, 0 as allow, 'theirs' as reason"
        return PermissionSQL(sql=refused) if action == "view-table" else None

    def permission_allowed(self, action: str, resource: Any) -> bool | None:
        return False if (action, resource) == ("view-table", ("small", "statements")) else None


for hook in (Refusing.permission_resources_sql, Refusing.permission_allowed):
    hookimpl(hook)


@pytest.mark.asyncio
async def test_what_another_plugin_hides_no_query_of_ours_shows(case_db: Path) -> None:
    datasette = Datasette([str(case_db)])
    await datasette.invoke_startup()
    pages = ("/small/who_threatened_whom.json", "/small/facets_by_article.json")
    assert [(await datasette.client.get(page)).status_code for page in pages] == [200, 200]
    theirs = Refusing()
    pm.register(theirs)
    try:
        assert [(await datasette.client.get(page)).status_code for page in pages] == [403, 200]
    finally:
        pm.unregister(theirs)
