"""``load`` and ``retry``: from what a user names to rows, one transaction an article."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Article, Reject, Remark, Rows
from hearsay_to_sqlite.run import stages
from hearsay_to_sqlite.run.parallel import in_order
from hearsay_to_sqlite.run.reading import Item, Task, everything, items
from hearsay_to_sqlite.sources import limits
from hearsay_to_sqlite.sources.locations import INSIDE, STDIN, Location
from hearsay_to_sqlite.store import runs, save_rows

UNFIT = (RejectedInput, sqlite3.IntegrityError, OverflowError, UnicodeEncodeError)
"""What is wrong with rows that somebody else has written, and with nothing else."""

FURTHER = ("claims", "reviews")
"""Tables whose rows are counted where a source gives them ready."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user asked for: which source reads, what fields are called, whether to extract, how many articles, since when, on how many cores."""

    source: str | None = None
    mapping: tuple[tuple[str, str], ...] = ()
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

    remarks: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    people_changed: bool = False
    met: dict[str, str] = field(default_factory=dict)
    """Ids that the rows of this run give to articles which are there under other ids, with these."""

    def __post_init__(self) -> None:
        self.known = stages.known(self.connection)

    def load(self, locations: Iterable[Location], wanted: Wanted) -> None:
        """Read locations and write what is in them, until the limit is reached; say what was left over, once."""
        self._load(locations, wanted)
        for (source, text), names in sorted(self.remarks.items()):
            self.report(f"{source}: {text}: {_listed(names)}" if names else f"{source}: {text}")

    def _load(self, locations: Iterable[Location], wanted: Wanted) -> None:
        for location, found in self._read(locations, wanted):
            refused = set()
            for item in found:
                if wanted.limit is not None and self.counts["articles"] >= wanted.limit:
                    return
                reject = self._take(item)
                if reject is not None:
                    refused.add((reject.location, reject.line))
            # Of a location that could not be read at all, nothing new is known about what is inside it.
            if (location.name, None) not in refused:
                runs.drop_rejects(self.connection, location.name, refused)
            self._meet_people()

    def _read(
        self, locations: Iterable[Location], wanted: Wanted
    ) -> Iterator[tuple[Location, Iterable[Item]]]:
        tasks = (
            Task(
                replace(location, mapping=wanted.mapping),
                wanted.source,
                wanted.extract,
                wanted.since,
                wanted.model,
            )
            for location in locations
        )
        if wanted.workers > 1:
            yield from in_order(everything, tasks, wanted.workers)
        else:
            # One thing at a time: an archive of a million articles is never held whole.
            yield from ((task.location, items(task)) for task in tasks)

    def _take(self, item: Item) -> Reject | None:
        """Write what was read; return what of it was refused."""
        if isinstance(item, Reject):
            return self._take_reject(item)
        if isinstance(item, Rows):
            return self._take_rows(item)
        if isinstance(item, Remark):
            self.remarks.setdefault((item.source, item.text), set()).update(item.names)
        else:
            self._take_article(item)
        return None

    def _take_reject(self, item: Reject) -> Reject:
        self.counts["rejected"] += 1
        self.report(item.reason if item.location in item.reason else f"{_place(item)}: {item.reason}")
        # A file that is gone says nothing new about what was refused when it was there.
        if item.raw or not runs.is_refused(self.connection, item.location):
            runs.save_reject(self.connection, item, self.load_id)
        return item

    def _take_article(self, article: Article) -> None:
        saved, changed = stages.save_found(self.connection, article, self.known, self.load_id)
        self.counts["articles"] += 1
        self.counts["attributions"] += len(saved.attributions or ())
        self.counts["changed"] += changed

    def _take_rows(self, rows: Rows) -> Reject | None:
        try:
            changed = save_rows.save_rows(self.connection, rows, self.load_id, self.met)
        except UNFIT as error:
            return self._take_reject(Reject(rows.location, f"its rows were not taken: {error}"))
        self.counts["articles"] += len(rows.tables.get("articles", ()))
        self.counts["attributions"] += len(rows.tables.get("attributions", ()))
        for noun in FURTHER:
            if noun in rows.tables:
                self.counts[noun] = self.counts.get(noun, 0) + len(rows.tables[noun])
        if changed:
            self.counts["changed"] += 1
            self.people_changed = self.people_changed or not rows.yielding or "actors" in rows.tables
        return None

    def _meet_people(self) -> None:
        """Once a location has named actors: what the machine found before, and what it finds next, may be them."""
        if self.people_changed:
            self.known = stages.known(self.connection)
            stages.resolve(self.connection)
            self.people_changed = False


def _listed(names: set[str]) -> str:
    shown = sorted(names)[: limits.MAX_LISTED]
    return ", ".join(shown) + (", …" if len(names) > len(shown) else "")


def _place(item: Reject) -> str:
    return item.location if item.line is None else f"{item.location}:{item.line}"


def refused_locations(connection: sqlite3.Connection) -> list[Location]:
    """The locations of all rejects, to be tried again; what came through a pipe is read from what was kept of it."""
    found: dict[str, Location] = {}
    for refused, raw in runs.refused_inputs(connection):
        name = refused.split(INSIDE)[0]
        if name == STDIN:
            found.setdefault(name, Location(name, None, raw))
        else:
            found.setdefault(name, Location(name) if "://" in name else Location(name, Path(name)))
    return list(found.values())
