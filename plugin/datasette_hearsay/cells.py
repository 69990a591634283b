"""Cells of Datasette's own tables: ids lead to our pages, and words have quotation marks only where they are due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from . import databases, kinds, quoting
from .links import Links
from .phrasing import day, shorten

if TYPE_CHECKING:
    from datasette.app import Datasette

LINK = Markup('<a href="{}" dir="auto">{}</a>')
QUOTED = Markup("<bdi>“{}”</bdi>")
LABELLED = Markup("<bdi>{}</bdi> <small>{}</small>")
WORDS = 400
VERDICT = "rating_text"
NEEDED = frozenset({"wording", "quotation", "gist", "content_text"})
"""Columns that a row must have, besides its words, for us to know whether they are a quotation."""


def render(
    row: Any, value: Any, column: str, table: str | None, database: str | None, datasette: Datasette
) -> Markup | None:
    """Show one cell; None leaves it to Datasette. Runs for every cell of every table, so what is not ours ends early."""
    kind = kinds.of(table, column)
    if kind is None and column not in kinds.LISTS and column not in ("words", VERDICT):
        return None
    if not value or database not in databases.remembered(datasette):
        return None
    if column == "words":
        return _words(row)
    if column == VERDICT:
        return _verdict(row, value)
    # Where Datasette found the label of a foreign key, the value comes with it.
    label = value["label"] if isinstance(value, dict) else value
    id = value["value"] if isinstance(value, dict) else value
    links = Links(str(datasette.urls.instance()), database, datasette.databases[database].route, "", False)
    if kind is not None:
        return LINK.format(links.page(kind, str(id)), shorten(label or id, 100))
    several = [part.strip() for part in str(id).split(",")]
    return Markup(", ").join(LINK.format(links.page(kinds.LISTS[column], one), one) for one in several)


def _words(row: Any) -> Markup | None:
    """The words of a statement, with what is to be said beside them."""
    if not NEEDED.issubset(row.keys()):
        return None
    columns = list(row.keys())
    shown = quoting.present({column: row[column] for column in columns})
    text = shorten(shown["text"] or "", WORDS)
    if shown["marks"] and not shown["label"]:
        return QUOTED.format(text)
    return LABELLED.format(QUOTED.format(text) if shown["marks"] else text, shown["label"])


def _verdict(row: Any, rating: object) -> Markup:
    """A published rating with whose it is, so that it does not read as ours; what was taken back is said to be."""
    columns = row.keys()
    publisher = shorten(row["publisher"] or "", 80) if "publisher" in columns else ""
    label = f"as given by {publisher}" if publisher else "as its publisher gives it"
    if "retracted_on" in columns and row["retracted_on"]:
        label += f", retracted {day(row['retracted_on'])}"
    return LABELLED.format(shorten(rating, WORDS), label)
