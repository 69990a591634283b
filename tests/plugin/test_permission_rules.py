"""Our pages let through whom Datasette lets through: we ask it for many tables at once, it is asked here for each."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette

from datasette_hearsay import compat

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
