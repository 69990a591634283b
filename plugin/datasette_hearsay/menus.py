"""Links from Datasette's own pages to ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import databases, kinds
from .links import Links

if TYPE_CHECKING:
    from datasette.app import Datasette

Menu = list[dict[str, str]]

PAGES = {
    "discrepancies": ("discrepancies", "Read it as questions and answers"),
    "accounts": ("discrepancies", "Read it as questions and answers"),
    "facets": ("discrepancies", "Read it as questions and answers"),
    "review_queue": ("review", "Read it as what waits for a person"),
    "proposals": ("review", "Read it as what waits for a person"),
    "notices": ("corrections", "Read it as corrections"),
    "decisions": ("corrections", "Read it as corrections"),
}
"""Tables and views that a page of ours shows as a whole; the others lead to the overview."""


def _links(datasette: Datasette, database: str) -> Links:
    return Links(str(datasette.urls.instance()), database, datasette.databases[database].route, "", False)


def instance(datasette: Datasette) -> Menu:
    """For the menu on every page: the list of cases, where there is one."""
    if not databases.remembered(datasette):
        return []
    return [{"href": str(datasette.urls.path("/-/hearsay")), "label": "Who said what: cases"}]


def of_database(datasette: Datasette, database: str) -> Menu:
    """For a database of ours: its overview."""
    if database not in databases.remembered(datasette):
        return []
    return [{"href": _links(datasette, database).page(), "label": "Overview of this case"}]


def of_table(datasette: Datasette, database: str, table: str) -> Menu:
    """For a table or view of ours: the page that shows it as a whole, and the overview."""
    menu = of_database(datasette, database)
    if menu and table in PAGES:
        page, label = PAGES[table]
        menu.insert(0, {"href": _links(datasette, database).page(page), "label": label})
    return menu


def of_row(datasette: Datasette, database: str, table: str, row: Any) -> Menu:
    """For a row: the page of the thing it is about."""
    menu = of_database(datasette, database)
    column = "slug" if table == "framings" else "id"
    kind = kinds.of(table, column)
    if menu and kind is not None and row[column]:
        menu.insert(
            0,
            {"href": _links(datasette, database).page(kind, str(row[column])), "label": f"Read this {kind}"},
        )
    return menu
