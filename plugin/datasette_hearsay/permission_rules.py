"""What Datasette 1.0 lets somebody do with many tables at once: its rules, weighed as it weighs them for one."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datasette.app import Datasette

WINNING = """select asked.value
from json_each(:hearsay_asked) as asked
join ({rules}) as rules
    on (rules.parent is null or rules.parent = :hearsay_parent)
    and (rules.child is null or rules.child = asked.value)
{within}
group by asked.value
having max(
        case when rules.child is not null then 4 when rules.parent is not null then 2 else 0 end
            + (rules.allow is null or rules.allow = 0)
    ) % 2 = 0"""
"""The rule that says most exactly what it is about wins, and of those that are as exact one that refuses."""

WITHIN = """where exists (
        select 1
        from ({limits}) as limits
        where (limits.parent is null or limits.parent = :hearsay_parent)
            and (limits.child is null or limits.child = asked.value)
    )"""
"""What the token of whoever asks is limited to."""

LIMIT = "select parent, child collate nocase as child from ({sql})"
PARAMETER = re.compile(r":(\w+)")


THEIRS = "datasette.default_permissions"
"""Datasette's own rules, which refuse a table only by what stands in the configuration or in a token."""

OURS = "hearsay"
"""The name of this plugin, which refuses no table that a query of ours reads."""

RULES = ("allow", "permissions")
"""Under these names a configuration says who may see something."""


def hides_nothing(datasette: Datasette, actor: dict[str, Any] | None) -> bool:
    """Whether it is certain, without asking the database, that ``actor`` may see every table that our queries read.

    So it is where nobody wrote a rule, asks with a limited token, starts Datasette with ``--default-deny`` or installed a
    plugin that knows rules. Looked at each time, because a configuration may change.
    """
    # Here, because to import it is to load every plugin: this one too, half read.
    from datasette.plugins import pm

    if datasette.default_deny or (actor and "_r" in actor):
        return False
    for known in pm.hook.permission_resources_sql.get_hookimpls():
        if known.plugin_name != OURS and not known.plugin_name.startswith(THEIRS):
            return False
    return not any(rule in block for block in _blocks(datasette.config or {}) for rule in RULES)


def _blocks(config: dict[str, Any]) -> Iterator[Mapping[str, Any]]:
    """What a configuration says of the whole, of each database, and of what is in it."""
    yield config
    for database in (config.get("databases") or {}).values():
        yield database or {}
        for kind in ("tables", "queries"):
            for block in ((database or {}).get(kind) or {}).values():
                if isinstance(block, dict):
                    yield block


async def allowed(
    datasette: Datasette,
    actor: dict[str, Any] | None,
    database: str,
    tables: Collection[str],
    actions: Collection[str] = (),
) -> tuple[set[str], set[str]]:
    """Return those of ``tables`` (tables or views) that ``actor`` may see, and which of ``actions`` they may do with the database.

    One question for all of it: 0.3 ms for twenty tables, where ``Datasette.allowed`` takes 0.6 ms for each, and
    ``allowed_resources`` 3.3 ms (measured). The answer is kept where Datasette keeps its own while it answers one request.
    """
    from datasette.permissions import _permission_check_cache, _skip_permission_checks

    asked = (json.dumps(actor), "datasette-hearsay", database, frozenset(tables), frozenset(actions))
    kept = None if _skip_permission_checks.get() else _permission_check_cache.get()
    if kept is None:
        return await _weighed(datasette, actor, database, tables, actions)
    if asked not in kept:
        kept[asked] = await _weighed(datasette, actor, database, tables, actions)
    found: tuple[set[str], set[str]] = kept[asked]
    return found


async def _weighed(
    datasette: Datasette,
    actor: dict[str, Any] | None,
    database: str,
    tables: Collection[str],
    actions: Collection[str],
) -> tuple[set[str], set[str]]:
    wanted: dict[str, set[str | None]] = {"view-table": {*tables}}
    for action in actions:
        for one in (action, datasette.actions[action].also_requires):
            if one is not None:
                wanted.setdefault(one, set()).add(None)
    questions = {action: await _question(datasette, actor, action) for action in wanted}

    def ask(db: sqlite3.Connection) -> dict[str, set[str | None]]:
        found = {}
        for action, (sql, params) in questions.items():
            about = {"hearsay_asked": json.dumps([*wanted[action]]), "hearsay_parent": database}
            found[action] = {name for (name,) in db.execute(sql, {**params, **about})}
        return found

    found = await datasette.get_internal_database().execute_fn(ask)
    may = {action for action, names in found.items() if None in names}
    return found["view-table"].intersection(tables), {
        action
        for action in may.intersection(actions)
        if datasette.actions[action].also_requires in {None, *may}
    }


async def _question(
    datasette: Datasette, actor: dict[str, Any] | None, action: str
) -> tuple[str, dict[str, Any]]:
    # Here, because 0.65 has no such module.
    from datasette.utils.actions_sql import build_permission_rules_sql

    rules, params, limits = await build_permission_rules_sql(datasette, actor, action)
    limited = " intersect ".join(LIMIT.format(sql=limit) for limit in limits)
    sql = WINNING.format(rules=rules, within=WITHIN.format(limits=limited) if limits else "")
    # Datasette numbers its parameters on and on; under the same names SQLite knows the statement again.
    same = {name: f"given_{place}" for place, name in enumerate(params)}
    told = PARAMETER.sub(lambda match: f":{same.get(match[1], match[1])}", sql)
    return told, {same[name]: value for name, value in params.items()}
