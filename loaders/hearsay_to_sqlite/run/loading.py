"""``load`` and ``retry``: from what a user names to rows."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from hearsay_to_sqlite.attribution import READS
from hearsay_to_sqlite.errors import InputError, RejectedInput
from hearsay_to_sqlite.records import Article, Each, Reject, Remark, Rows, refusal
from hearsay_to_sqlite.run import stages
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
from hearsay_to_sqlite.sources.locations import INSIDE, STDIN, Location, expand, file_at
from hearsay_to_sqlite.store import indexes, runs, save_rows
from hearsay_to_sqlite.store.connection import path_of
from hearsay_to_sqlite.store.found_before import FoundBefore

UNFIT = (RejectedInput, sqlite3.IntegrityError, OverflowError, UnicodeEncodeError)
"""What is wrong with rows that somebody else has written, and with nothing else."""

KEPT = ("source", "mapping", "extract", "since", "model", "allow_private")
"""Of what a user asks for, what decides how an input is read."""

Fetch = Callable[[Location], Location]
"""From an address to what was fetched from it. Raises InputError."""

LONG_ENOUGH = 200
"""Code points. In which language a shorter text is written is a guess."""
UNREAD = "only English is read; hardly any statement is found in what is written in “{}”"
WORDLESS = "only English is read; hardly any statement is found in what is in no language, as codes are"
NO_LANGUAGE = "zxx"
"""How ISO 639 says that a text is written in no language."""

FURTHER = ("claims", "reviews")
"""Tables whose rows are counted where a source gives them ready."""


Watch = Callable[[str | None, int], None]
"""Told of each location that is done, and of how many articles there are so far."""


def unwatched(done: str | None, articles: int) -> None:
    """A watch of which nobody takes note."""


def as_it_is(location: Location) -> Location:
    """A fetch that fetches nothing: who reads the location will say so."""
    return location


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a user asked for: which source reads, what fields are called, whether to extract, how many articles, and since when."""

    source: str | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    extract: bool = True
    limit: int | None = None
    since: str | None = None
    model: str | None = None
    allow_private: bool = False

    def options(self) -> str | None:
        """What a refused input is to be tried again with, as JSON; None where nothing was asked for."""
        plain = Wanted()
        given = {name: getattr(self, name) for name in KEPT if getattr(self, name) != getattr(plain, name)}
        if self.model is not None:
            given["model"] = os.path.abspath(self.model)
        return json.dumps(given, sort_keys=True) if given else None

    @classmethod
    def from_options(cls, options: str | None, **more: Any) -> Wanted:
        """What was asked for when an input was refused, with what is asked for now."""
        given = json.loads(options) if options else {}
        pairs = tuple((str(ours), str(theirs)) for ours, theirs in given.pop("mapping", ()))
        return cls(**{"mapping": pairs, **given, **more})


@dataclass
class Loader:
    """Writes what is read to one database, and counts."""

    connection: sqlite3.Connection
    load_id: int
    report: stages.Report = stages.quietly
    fetch: Fetch = as_it_is
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("articles", "attributions", "rejected", "changed"), 0)
    )

    remarks: dict[tuple[str, str], set[str]] = field(default_factory=dict)
    people_changed: bool = False
    watch: Watch = unwatched
    options: str | None = None
    """What is kept with a refused input, so that it is tried again in the same way."""
    each: Each = map
    """What maps over the inputs, where that is not this process alone."""
    near: bool = True
    """Whether what it calls runs on this machine, where SQLite's locks reach, and all paths are seen."""
    met: dict[str, str] = field(default_factory=dict)
    """Ids that the rows of this run give to articles which are there under other ids, with these."""

    def load(self, locations: Iterable[Location], wanted: Wanted) -> None:
        """Read locations and write what is in them, until the limit is reached; say what was left over, once."""
        self.options = wanted.options()
        before = FoundBefore(path_of(self.connection)) if self.near else None
        how = How(wanted.extract, wanted.model, stages.known(self.connection), before=before)
        self.writer = Writer(self.connection, self.load_id, how)
        indexes.put_off(self.connection)
        try:
            self._load(locations, wanted)
        finally:
            # Also where the run is broken off: what has been found is kept.
            self._flush()
            if before is not None:
                before.close()
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
                self.watch(item.location, self.counts["articles"])
            elif wanted.limit is not None and self.counts["articles"] >= wanted.limit:
                return
            else:
                reject = self._take(item)
                self.watch(None, self.counts["articles"])
                if reject is not None:
                    refused.add((reject.location, reject.line))

    def _read(self, locations: Iterable[Location], wanted: Wanted) -> Iterator[Result]:
        tasks = (self._task(replace(location, mapping=wanted.mapping), wanted) for location in locations)
        if self.each is map:
            for task in tasks:
                yield from results(Whole(task, self.writer.how))
            return
        work = (piece for task in tasks for piece in pieces(task, self.writer.how))
        for answers in self._elsewhere(work):
            yield from answers

    def _elsewhere(self, work: Iterable[Work]) -> Iterator[list[Result]]:
        if self.near:
            yield from self.each(answer, work)
            return
        for answers in self.each(answer_if_seen, work):
            # What the workers do not see is read here.
            yield answer(answers) if isinstance(answers, Whole) else answers

    def _task(self, location: Location, wanted: Wanted) -> Task:
        """What is to be read; an address is fetched first, by this process alone, one thing at a time."""
        refused = None
        if location.is_address:
            try:
                location = self.fetch(location)
            except InputError as error:
                refused = Reject(location.name, str(error))
        return Task(location, wanted.source, since=wanted.since, refused=refused)

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
            self._note_language(item.prepared.article)
        return None

    def _note_language(self, article: Article) -> None:
        """Count an article that the extractor looked at and does not read, and remember it for a line at the end."""
        read = article.language is None or article.language in READS
        if (
            read
            or not self.writer.how.extract
            or article.attributions is not None
            or len(article.text) < LONG_ENOUGH
        ):
            return
        self.counts["unread"] = self.counts.get("unread", 0) + 1
        text = WORDLESS if article.language == NO_LANGUAGE else UNREAD.format(article.language)
        self.remarks.setdefault(("extraction", text), set()).add(article.location)

    def _flush(self) -> None:
        self.writer.flush()
        self.counts["changed"] += self.writer.changed
        self.writer.changed = 0

    def _take_reject(self, item: Reject) -> Reject:
        self.counts["rejected"] += 1
        self.report(refusal(item.location, item.line, item.reason))
        # A file that is gone says nothing new about what was refused when it was there.
        said_anew = item.raw or Location(item.location).is_address
        if said_anew or not runs.is_refused(self.connection, item.location):
            runs.save_reject(self.connection, item, self.load_id, self.options)
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


@dataclass(frozen=True, slots=True)
class Again:
    """An input to be tried again: with which options it was refused, and whether there is nothing of it at hand."""

    location: Location
    options: str | None
    unfetched: bool


def refused_locations(connection: sqlite3.Connection) -> list[Again]:
    """The locations of all rejects, to be tried again; what came through a pipe is read from what was kept of it."""
    found: dict[str, Again] = {}
    for refused, raw, options in runs.refused_inputs(connection):
        name = refused.split(INSIDE)[0]
        if name == STDIN and not raw:
            # Nothing came through the pipe, and nothing ever will.
            runs.drop_empty(connection, name)
            continue
        location = Location(name, None, raw) if name == STDIN else Location(name)
        if not location.is_address and name != STDIN:
            location = Location(name, file_at(name))
        if location.path is not None and location.path.is_dir():
            # It could not be read; if it still cannot, it is refused anew.
            runs.drop_rejects(connection, name, set())
            for file in expand([str(location.path)]):
                found.setdefault(file.name, Again(file, options, unfetched=False))
            continue
        unfetched = location.is_address and refused == name and not raw
        found.setdefault(name, Again(location, options, unfetched))
    return list(found.values())
