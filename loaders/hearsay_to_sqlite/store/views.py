"""Views, baked into the file: whatever installed packages announce under the entry point group, without importing them.

A file of such a package holds a header of ``-- key: value`` lines and one select; the view is named after the file.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path

from hearsay_to_sqlite.sql import FOLDER
from hearsay_to_sqlite.store.connection import transaction

GROUP = "hearsay_to_sqlite.views"
OWN = FOLDER / "views"
"""What the search tables read; baked last, so that the views for people stand first in the file."""

NEEDS = re.compile(r"^-- needs:(.*(?:\n--   .*)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, the tables and views that it reads, and its definition as SQLite stores it."""

    name: str
    needs: tuple[str, ...]
    definition: str


def announced() -> list[Path]:
    """The folders of views that installed packages announce, and our own."""
    return [*folders(GROUP), OWN]


def folders(group: str) -> list[Path]:
    """The folders of .sql files that installed packages announce under an entry point group."""
    found = []
    for value in sorted({entry.value for entry in metadata.entry_points(group=group)}):
        top, *parts = value.split(".")
        # The top package is found without being run: importing it could load a whole web server.
        spec = find_spec(top)
        for root in (spec.submodule_search_locations or ()) if spec else ():
            folder = Path(root).joinpath(*parts)
            if folder.is_dir():
                found.append(folder)
    return found


def read_view(path: Path) -> View:
    """The view in a .sql file.

    >>> import tempfile; folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "names.sql").write_text("-- title: Names\\n-- needs: actors\\nselect name\\nfrom actors;\\n")
    >>> read_view(folder / "names.sql")
    View(name='names', needs=('actors',), definition='CREATE VIEW names as\\nselect name\\nfrom actors')
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    head = list(takewhile(lambda line: line.startswith("--"), lines))
    found = NEEDS.search("\n".join(head))
    listed = found.group(1).replace("\n--", " ") if found else ""
    needs = tuple(need.strip() for need in listed.split(",") if need.strip())
    statement = "\n".join(lines[len(head) :]).strip().removesuffix(";").rstrip()
    return View(path.stem, needs, f"CREATE VIEW {path.stem} as\n{statement}")


def bake(connection: sqlite3.Connection, read_from: Iterable[Path] | None = None) -> int:
    """Create every announced view whose needs are met, replace those whose text changed; return how many.

    Datasette lists views as they stand in the file, so those that others rest on come first.

    A database that has them all is not written to.
    """
    views = [read_view(path) for folder in read_from or announced() for path in sorted(folder.glob("*.sql"))]
    stored = dict(connection.execute("select name, sql from sqlite_master where type in ('table', 'view')"))
    there = {name for name in stored if name not in {view.name for view in views}}
    ready: list[View] = []
    while found := [view for view in views if view not in ready and there.issuperset(view.needs)]:
        ready += sorted(found, key=lambda view: -sum(view.name in other.needs for other in views))
        there |= {view.name for view in found}
    # What only the search reads comes after what people read.
    ready.sort(key=lambda view: view.name.startswith("_"))
    changed = [view for view in ready if stored.get(view.name) != view.definition]
    if changed:
        with transaction(connection):
            for view in changed:
                connection.execute(f"drop view if exists {view.name}")
                connection.execute(view.definition)
    return len(changed)


def are_baked(connection: sqlite3.Connection) -> bool:
    """Whether the views are there that the search tables read; not so in a file whose making was cut short."""
    there = {name for (name,) in connection.execute("select name from sqlite_master where type = 'view'")}
    return there.issuperset(path.stem for path in OWN.glob("*.sql"))
