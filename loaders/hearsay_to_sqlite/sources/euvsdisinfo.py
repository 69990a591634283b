"""EUvsDisinfo's cases, in the two tables in which they go round: by report, and with summary and disproof."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from hearsay_to_sqlite.clean.days import day
from hearsay_to_sqlite.clean.outlets import Outlet, outlet
from hearsay_to_sqlite.clean.text import one_line
from hearsay_to_sqlite.clean.urls import canonical
from hearsay_to_sqlite.records import Reject, Remark, Row, Rows, stable_id
from hearsay_to_sqlite.sources.articles import words
from hearsay_to_sqlite.sources.columns import folded
from hearsay_to_sqlite.sources.gathering import Gathering
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.tables import TABLES, Record, records

SCORE = 60
PUBLISHER = "EUvsDisinfo"
REPORTS = frozenset({"date", "id", "title", "countries", "keywords", "outlets"})
CASES = frozenset({"issue", "outlet", "title", "summary", "disproof"})
USED = frozenset({"date", "id", "title", "keywords", "outlets", "outlet", "source", "summary", "disproof"})
KEPT = frozenset({"issue", "language", "languages", "countries", "origin", "reported_by"})
"""Fields that have no column of ours, and stay in ``reviews.raw``."""

MAX_RAW = 64 * 1024
"""Characters kept of a case as it came."""

ADDRESS = re.compile(r"https?://\S+")


class EuvsdisinfoSource:
    """Reads EUvsDisinfo's tables: each case is a claim, where it was seen, and the review that disproves it."""

    name = "euvsdisinfo"
    describes = "EUvsDisinfo's cases, both tables"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not."""
        if location.suffix not in TABLES:
            return 0
        first = location.head().split(b"\n")[0].decode("utf-8", "replace").lower()
        names = {folded(name) for name in re.split(r"[;,\t]", first.replace('"', ""))}
        return SCORE if names >= REPORTS or names >= CASES else 0

    def read(self, location: Location) -> Iterator[Rows | Reject | Remark]:
        """The cases of a table, and what was refused."""
        gathered, left = Gathering(location.name), set[str]()
        for record in records(location):
            if isinstance(record, Reject):
                yield record
                continue
            case = {folded(name): value for name, value in record.fields.items()}
            left.update(name for name, value in case.items() if value and name not in USED | KEPT)
            if words(case.get("title")):
                gathered.add(_rows(case, record))
            else:
                yield Reject(location.name, "this case has no title.", record.raw, record.line)
            if gathered.full:
                yield from gathered.drain()
        yield from gathered.drain()
        if left:
            yield Remark(self.name, "fields not used", tuple(sorted(left)))


def _rows(case: Mapping[str, Any], record: Record) -> dict[str, list[Row]]:
    title, published_on = one_line(words(case["title"])), day(case.get("date"))
    url = canonical(words(case.get("id")))
    number = stable_id(url or PUBLISHER, "" if url else title)
    seen = list(_seen(case, number, published_on))
    review = {
        # One title may stand over several cases, each with a review of its own.
        "id": stable_id("review", number, *(() if url else (published_on, words(case.get("source"))))),
        "headline": title,
        "claim_reviewed_text": words(case.get("summary")) or title,
        "publisher": PUBLISHER,
        "url": url,
        "published_on": published_on,
        "raw": json.dumps(record.fields, sort_keys=True)[:MAX_RAW],
    }
    claim = {
        "id": number,
        "proposition": title,
        "subtitle": words(case.get("summary")) or None,
        "topic": ", ".join(re.split(r"\s*[+,]\s*", words(case.get("keywords")))) or None,
        "origin": "imported",
    }
    return {
        "outlets": [asdict(place) for place, _ in seen],
        "claims": [claim],
        "claim_sightings": [sighting for _, sighting in seen],
        "reviews": [review],
        "review_claims": [
            {"review_id": review["id"], "claim_id": number, "relation": "same", "method": "imported"}
        ],
    }


def _seen(case: Mapping[str, Any], claim: str, published_on: str | None) -> Iterator[tuple[Outlet, Row]]:
    """Each outlet that is named, with each address that is given; the outlet at the address where none is named."""
    names = [name for name in words(case.get("outlets")).split("+") if name.strip()]
    names = names or [words(case.get("outlet"))]
    addresses = [canonical(found) for found in ADDRESS.findall(words(case.get("source")))]
    for name, address in dict.fromkeys((name, address) for name in names for address in addresses or [None]):
        found = outlet(name) or outlet(None, address)
        if found is not None:
            sighting = {
                "claim_id": claim,
                "url": address,
                "outlet_id": found.id,
                "published_on": published_on,
            }
            yield found, {**sighting, "relation": "appearance"}
