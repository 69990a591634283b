"""The SQL functions: what they give, that they give null for what they do not take, and that the documented SQL runs."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from datasette.app import Datasette

DOCS = (Path(__file__).parents[2] / "docs" / "sql-functions.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```sql\n(.*?)```", DOCS, re.DOTALL)


@pytest_asyncio.fixture
async def site(case_db: Path) -> AsyncIterator[Datasette]:
    """The invented case, as it is."""
    datasette = Datasette([str(case_db)])
    await datasette.invoke_startup()
    yield datasette


async def value(site: Datasette, call: str, **params: Any) -> Any:
    """What one call gives."""
    result = await site.get_database("small").execute(f"select {call}", params)
    return result.single_value()


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("hearsay_name_key('Mayor Ilva Torrent''s')", "mr alv trnt"),
        ("hearsay_name_key('the')", "th"),
        ("hearsay_name_key('')", ""),
        ("hearsay_name_key('...')", ""),
        ("hearsay_name_key(null)", None),
        ("hearsay_name_key(x'00ff')", None),
        ("hearsay_name_key(7)", None),
        ("hearsay_name_key(printf('%.201c', 'a'))", None),
        ("hearsay_same_name('Ilva Torrent', 'Elva Torent')", 1.0),
        ("hearsay_same_name('Ilva Torrent', 'Torrent')", 0.0),
        ("hearsay_same_name('', 'Torrent')", 0.0),
        ("hearsay_same_name('Torrent', null)", None),
        ("hearsay_wording_diff('did not burn', 'did burn')", '[["=", "did "], ["-", "not "], ["=", "burn"]]'),
        ("hearsay_wording_diff('three', 'two')", '[["-", "three"], ["+", "two"]]'),
        ("hearsay_wording_diff('same', 'same')", '[["=", "same"]]'),
        ("hearsay_wording_diff('', '')", "[]"),
        ("hearsay_wording_diff('a', null)", None),
        ("hearsay_wording_diff('a', printf('%.2001c', 'a'))", None),
        ("hearsay_wording_diff('a', replace(printf('%.401c', '.'), '.', '.'))", None),
        ("hearsay_mark('A fire broke out', 2, 6)", "A ⟦fire⟧ broke out"),
        ("hearsay_mark('A fire broke out', 2, 6, 2)", "A ⟦fire⟧ b…"),
        ("hearsay_mark('A fire broke out', 7, 12, 0)", "…⟦broke⟧…"),
        ("hearsay_mark('A fire', 2, 60)", None),
        ("hearsay_mark('A fire', 4, 4)", None),
        ("hearsay_mark('A fire', -4, 4)", None),
        ("hearsay_mark('A fire', 'x', 4)", None),
        ("hearsay_mark('A fire', 0, 1, -5)", "⟦A⟧…"),
        ("hearsay_mark(null, 0, 1)", None),
    ],
)
async def test_function(site: Datasette, call: str, expected: object) -> None:
    assert await value(site, call) == expected


@pytest.mark.asyncio
@pytest.mark.parametrize("sql", EXAMPLES, ids=lambda sql: str(sql).split(" from")[0][:30])
async def test_documented_sql_runs(site: Datasette, sql: str) -> None:
    result = await site.get_database("small").execute(sql)
    assert len(result.columns) >= 2
    assert result.rows or "actor_names" in sql


@pytest.mark.asyncio
async def test_every_function_is_documented(site: Datasette) -> None:
    result = await site.get_database("small").execute(
        "select distinct name from pragma_function_list where name like 'hearsay%'"
    )
    assert {row["name"] for row in result.rows} == set(re.findall(r"`(hearsay_\w+)\(", DOCS))
