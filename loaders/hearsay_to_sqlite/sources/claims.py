"""Known claims as JSON lines: ``{"id", "text", "title"?, "subtitle"?, "date"?, "url"?, "speaker"?}``, ids kept verbatim."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hearsay_to_sqlite.clean.days import day
from hearsay_to_sqlite.clean.text import one_line
from hearsay_to_sqlite.clean.urls import canonical
from hearsay_to_sqlite.records import Reject, Remark, Row, Rows
from hearsay_to_sqlite.sources.articles import words
from hearsay_to_sqlite.sources.columns import NOT_UNDERSTOOD, NOT_USED, SHOWN
from hearsay_to_sqlite.sources.gathering import Gathering
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.statements import actor, spelling
from hearsay_to_sqlite.sources.tables import Record, records

FIELDS = frozenset({"id", "text", "title", "subtitle", "date", "url", "speaker"})


class ClaimsSource:
    """Reads claims that somebody keeps a list of; only where it is asked for, because a list of articles looks alike."""

    name = "claims"
    describes = (
        'known claims, {"id", "text", "title", "subtitle", "date", "url", "speaker"} a line (--source claims)'
    )

    def match(self, location: Location) -> int:
        """0: the same fields are those of articles to every other reader."""
        return 0

    def read(self, location: Location) -> Iterator[Rows | Reject | Remark]:
        """The claims of a location, what was refused, and what was not used or understood."""
        gathered = Gathering(location.name)
        unused: set[str] = set()
        odd_dates: set[str] = set()
        # Of a million claims, a number for each: the same claim twice is one.
        given: dict[str, int] = {}
        for record in records(location):
            if isinstance(record, Reject):
                yield Reject(location.name, record.reason, record.raw, record.line)
                continue
            rows = _rows(record)
            if rows is None:
                yield Reject(location.name, 'a claim needs an "id" and a "text".', record.raw, record.line)
                continue
            name, mark = str(rows["claims"][0]["id"]), hash(repr(rows))
            if given.setdefault(name, mark) != mark:
                what = (
                    f'the id "{name[:SHOWN]}" was given before, to another claim. Give each an id of its own.'
                )
                yield Reject(location.name, what, record.raw, record.line)
                continue
            gathered.add(rows)
            unused.update(record.fields.keys() - FIELDS)
            date = words(record.fields.get("date"))
            if date and day(date) is None and not odd_dates:
                odd_dates.add(date[:SHOWN])
            if gathered.full:
                yield from gathered.drain()
        yield from gathered.drain()
        if unused:
            yield Remark(self.name, NOT_USED, tuple(sorted(unused)))
        if odd_dates:
            yield Remark(self.name, NOT_UNDERSTOOD, tuple(odd_dates))


def _rows(record: Record) -> dict[str, list[Row]] | None:
    fields: dict[str, Any] = dict(record.fields)
    number, text = words(fields.get("id")), one_line(words(fields.get("text")))
    if not number or not text:
        return None
    speaker = one_line(words(fields.get("speaker")))
    claim: Row = {
        "id": number,
        "proposition": text,
        "title": one_line(words(fields.get("title"))) or None,
        "subtitle": one_line(words(fields.get("subtitle"))) or None,
        "url": canonical(words(fields.get("url"))),
        "claimant_id": actor(speaker)["id"] if speaker else None,
        "said_on": day(words(fields.get("date"))),
        "origin": "imported",
    }
    people = {"actors": [actor(speaker)], "actor_names": [spelling(speaker)]} if speaker else {}
    return {**people, "claims": [claim]}
