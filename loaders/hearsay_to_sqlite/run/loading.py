"""``load`` and ``retry``: from what a user names to rows, one transaction an article."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hearsay_to_sqlite.records import Article, Reject, Rows
from hearsay_to_sqlite.run import stages
from hearsay_to_sqlite.run.parallel import in_order
from hearsay_to_sqlite.run.reading import Item, Task, everything, items
from hearsay_to_sqlite.sources.locations import STDIN, Location
from hearsay_to_sqlite.store import runs, save_rows


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user asked for: which source reads, whether to extract, how many articles, since when, on how many cores."""

    source: str | None = None
    extract: bool = True
    limit: int | None = None
    since: str | None = None
    workers: int = 1
    model: str | None = None


@dataclass
class Loader:
    """Writes what is read to one database, and counts."""

    connection: sqlite3.Connection
    load_id: int
    report: stages.Report = stages.quietly
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("articles", "attributions", "rejected", "changed"), 0)
    )

    def __post_init__(self) -> None:
        self.known = stages.known(self.connection)

    def load(self, locations: Iterable[Location], wanted: Wanted) -> None:
        """Read locations and write what is in them, until the limit is reached."""
        for location, found in self._read(locations, wanted):
            refused = False
            for item in found:
                if wanted.limit is not None and self.counts["articles"] >= wanted.limit:
                    return
                refused = self._take(item) or refused
            if not refused:
                runs.drop_rejects(self.connection, location.name)

    def _read(
        self, locations: Iterable[Location], wanted: Wanted
    ) -> Iterator[tuple[Location, Iterable[Item]]]:
        tasks = (Task(location, wanted.source, wanted.extract, wanted.since, wanted.model) for location in locations)
        if wanted.workers > 1:
            yield from in_order(everything, tasks, wanted.workers)
        else:
            # One thing at a time: an archive of a million articles is never held whole.
            yield from ((task.location, items(task)) for task in tasks)

    def _take(self, item: Item) -> bool:
        """Write one thing; return whether it was a refusal."""
        if isinstance(item, Reject):
            self.counts["rejected"] += 1
            self.report(item.reason if item.location in item.reason else f"{item.location}: {item.reason}")
            # A file that is gone says nothing new about what was refused when it was there.
            if item.raw or not runs.is_refused(self.connection, item.location):
                runs.save_reject(self.connection, item, self.load_id)
            return True
        if isinstance(item, Rows):
            self._take_rows(item)
        else:
            self._take_article(item)
        return False

    def _take_article(self, article: Article) -> None:
        saved, changed = stages.save_found(self.connection, article, self.known, self.load_id)
        self.counts["articles"] += 1
        self.counts["attributions"] += len(saved.attributions or ())
        self.counts["changed"] += changed

    def _take_rows(self, rows: Rows) -> None:
        self.counts["articles"] += len(rows.tables.get("articles", ()))
        self.counts["attributions"] += len(rows.tables.get("attributions", ()))
        if save_rows.save_rows(self.connection, rows, self.load_id):
            self.counts["changed"] += 1
            # A person has named actors: what the machine found before may be them.
            self.known = stages.known(self.connection)
            stages.resolve(self.connection)


def refused_locations(connection: sqlite3.Connection) -> list[Location]:
    """The locations of all rejects, to be tried again; what came through a pipe is read from what was kept of it."""
    found = []
    for name, raw in runs.refused_inputs(connection):
        if name == STDIN:
            found.append(Location(name, None, raw))
        else:
            found.append(Location(name) if "://" in name else Location(name, Path(name)))
    return found
