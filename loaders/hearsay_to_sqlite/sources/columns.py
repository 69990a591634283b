"""Which field of a record is which of ours, and what was not used, counted so that it can be said once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from hearsay_to_sqlite import vocabulary
from hearsay_to_sqlite.clean.days import day
from hearsay_to_sqlite.errors import UsageError
from hearsay_to_sqlite.records import Remark
from hearsay_to_sqlite.sources import limits

DATES = ("published_on", "said_on")

SHOWN = 20
"""Code points shown of a date."""

NOT_USED = "fields not used (--map ours=theirs uses one)"
NOT_THERE = "--map names fields that an input does not have"
NOT_UNDERSTOOD = "dates not understood (2021-11-07 is), such as"


def folded(name: str) -> str:
    """A field's name in lower case with underscores.

    >>> folded("Publish-Date ")
    'publish_date'
    """
    return re.sub(r"\W+", "_", name.strip().lower()).strip("_")


def ours() -> tuple[str, ...]:
    """Our names of fields."""
    return tuple(vocabulary.read("columns")["fields"])


def pairs(given: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What ``--map ours=theirs`` was given, as pairs. Raises UsageError for what is no pair or no field of ours."""
    found = []
    for one in given:
        mine, equals, theirs = one.partition("=")
        if not equals or mine.strip() not in ours() or not theirs.strip():
            known = ", ".join(ours())
            raise UsageError(f"--map {one}: write ours=theirs, where ours is one of: {known}.")
        found.append((mine.strip(), theirs.strip()))
    return tuple(found)


class Columns:
    """Gives fields our names, by what the user said, by a known shape, or by common names; remembers the rest."""

    def __init__(self, mapping: tuple[tuple[str, str], ...] = (), ignore: tuple[str, ...] = ()) -> None:
        self._asked = {mine: folded(theirs) for mine, theirs in mapping}
        self._unmet = {folded(theirs): theirs for _, theirs in mapping}
        self._ignore = ignore
        self._plans: dict[tuple[str, ...], tuple[dict[str, tuple[str, ...]], list[str]]] = {}
        self._unused: set[str] = set()
        self._date: str | None = None

    def named(self, record: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a record that are not empty, by our names."""
        plan, rest = self._plan(tuple(record))
        found = {}
        for mine, names in plan.items():
            value = next((record[name] for name in names if record[name] not in (None, "", [], {})), None)
            if value is not None:
                found[mine] = value
        # Where nothing is known there is nothing to say of the rest: the record will be refused.
        if found and len(self._unused) <= limits.MAX_COLUMNS:
            self._unused.update(name for name in rest if record[name] not in (None, "", [], {}))
        for name in DATES:
            if name in found and day(found[name]) is None:
                shown = str(found[name])[:SHOWN]
                self._date = min(self._date or shown, shown)
        return found

    def left_over(self, source: str) -> Iterator[Remark]:
        """What the user should know of fields that were not used and dates that were not understood."""
        if self._unmet:
            yield Remark(source, NOT_THERE, tuple(sorted(self._unmet.values())))
        if self._unused:
            yield Remark(source, NOT_USED, tuple(sorted(self._unused)))
        if self._date:
            yield Remark(source, NOT_UNDERSTOOD, (self._date,))

    def _plan(self, names: tuple[str, ...]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
        """For the fields of a record: which of them may be which of ours, in order, and which are left over."""
        if names not in self._plans:
            if len(self._plans) >= limits.MAX_LISTED:
                self._plans.clear()
            self._plans[names] = self._planned(names)
            for name in names:
                self._unmet.pop(folded(str(name)), None)
        return self._plans[names]

    def _planned(self, names: tuple[str, ...]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
        there: dict[str, str] = {}
        for name in names:
            there.setdefault(folded(str(name)), name)
        known = vocabulary.read("columns")
        shape: dict[str, Any] = next(
            (s for s in known["shapes"].values() if there.keys() >= set(s["when"])), {}
        )
        taken = set(self._asked.values())
        plan: dict[str, tuple[str, ...]] = {}
        for mine, common in known["fields"].items():
            if mine in self._asked:
                wanted = [self._asked[mine]]
            else:
                candidates = (*shape.get("fields", {}).get(mine, ()), *common)
                wanted = [name for name in dict.fromkeys(candidates) if name not in taken]
            plan[mine] = tuple(there[name] for name in wanted if name in there)
        used = {name for choices in plan.values() for name in choices}
        silent = {*shape.get("ignore", ()), *self._ignore}
        rest = [name for key, name in there.items() if name not in used and key not in silent]
        return {mine: choices for mine, choices in plan.items() if choices}, rest
