"""``load`` and ``retry``: from what a user names to rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Reject, Remark, Rows
from hearsay_to_sqlite.run import cluster, stages
from hearsay_to_sqlite.run.parallel import in_order
from hearsay_to_sqlite.run.reading import Task
from hearsay_to_sqlite.run.work import (
    Done,
    How,
    Ready,
    Result,
    Whole,
    Work,
    answer,
    answer_if_seen,
    pieces,
    results,
)
from hearsay_to_sqlite.run.writing import Writer
from hearsay_to_sqlite.sources import limits
from hearsay_to_sqlite.sources.locations import INSIDE, STDIN, Location
from hearsay_to_sqlite.store import runs, save_rows
from hearsay_to_sqlite.store.connection import path_of

UNFIT = (RejectedInput, sqlite3.IntegrityError, OverflowError, UnicodeEncodeError)
"""What is wrong with rows that somebody else has written, and with nothing else."""

FURTHER = ("claims", "reviews")
"""Tables whose rows are counted where a source gives them ready."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user asked for: which source reads, what fields are called, whether to extract, how many articles, since when, and who does the work."""

    source: str | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    extract: bool = True
    limit: int | None = None
    since: str | None = None
    workers: int = 1
    model: str | None = None
    scheduler: str | None = None


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

    def load(self, locations: Iterable[Location], wanted: Wanted) -> None:
        """Read locations and write what is in them, until the limit is reached; say what was left over, once."""
        how = How(wanted.extract, wanted.model, stages.known(self.connection))
        self.writer = Writer(self.connection, self.load_id, how)
        try:
            self._load(locations, wanted)
        finally:
            # Also where the run is broken off: what has been found is kept.
            self._flush()
        for (source, text), names in sorted(self.remarks.items()):
            self.report(f"{source}: {text}: {_listed(names)}" if names else f"{source}: {text}")

    def _load(self, locations: Iterable[Location], wanted: Wanted) -> None:
        refused: set[tuple[str, int | None]] = set()
        for item in self._read(locations, wanted):
            if isinstance(item, Done):
                # Of a location that could not be read at all, nothing new is known about what is inside it.
                if (item.location, None) not in refused and runs.has_rejects(self.connection, item.location):
                    self._flush()
                    runs.drop_rejects(self.connection, item.location, refused)
                refused = set()
                self._meet_people()
            elif wanted.limit is not None and self.counts["articles"] >= wanted.limit:
                return
            else:
                reject = self._take(item)
                if reject is not None:
                    refused.add((reject.location, reject.line))

    def _read(self, locations: Iterable[Location], wanted: Wanted) -> Iterator[Result]:
        tasks = (
            Task(replace(location, mapping=wanted.mapping), wanted.source, since=wanted.since)
            for location in locations
        )
        if wanted.scheduler is None and wanted.workers == 1:
            for task in tasks:
                yield from results(Whole(task, self.writer.how))
            return
        work = (piece for task in tasks for piece in pieces(task, self.writer.how))
        for answers in self._elsewhere(work, wanted):
            yield from answers

    def _elsewhere(self, work: Iterable[Work], wanted: Wanted) -> Iterator[list[Result]]:
        if wanted.scheduler is None:
            yield from in_order(answer, work, wanted.workers)
            return
        with cluster.shards(path_of(self.connection)) as folder:
            for answers in cluster.in_order(answer_if_seen, work, wanted.scheduler, folder):
                # What the workers do not see is read here.
                yield answer(answers) if isinstance(answers, Whole) else answers

    def _take(self, item: Ready | Rows | Reject | Remark) -> Reject | None:
        """Write what was read; return what of it was refused."""
        if isinstance(item, Reject):
            return self._take_reject(item)
        if isinstance(item, Rows):
            # What rows refer to may be among the articles that wait.
            self._flush()
            return self._take_rows(item)
        if isinstance(item, Remark):
            self.remarks.setdefault((item.source, item.text), set()).update(item.names)
        else:
            self.counts["articles"] += 1
            self.counts["attributions"] += self.writer.add(item)
        return None

    def _flush(self) -> None:
        self.writer.flush()
        self.counts["changed"] += self.writer.changed
        self.writer.changed = 0

    def _take_reject(self, item: Reject) -> Reject:
        self.counts["rejected"] += 1
        self.report(item.reason if item.location in item.reason else f"{_place(item)}: {item.reason}")
        # A file that is gone says nothing new about what was refused when it was there.
        if item.raw or not runs.is_refused(self.connection, item.location):
            runs.save_reject(self.connection, item, self.load_id)
        return item

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
            self._flush()
            how = self.writer.how
            self.writer.how = replace(how, known=stages.known(self.connection), edition=how.edition + 1)
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
