"""Files of published verdicts: every ClaimReview becomes a claim, where it was seen, and a review; a Claim without one, a claim."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from hearsay_to_sqlite.records import Reject, Remark, Rows
from hearsay_to_sqlite.sources import carried
from hearsay_to_sqlite.sources.claimreview import finding, flat
from hearsay_to_sqlite.sources.claimreview.rows import claim_rows, rows
from hearsay_to_sqlite.sources.gathering import Gathering
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.tables import DOCUMENTS, LINES, TABLES, Record, begins_json, records

SCORE = 70
SIGN = re.compile(
    rb'"claimReview(?:ed)?"\s*:|ClaimReview"|"@type"\s*:\s*"Claim"|"vclaim"\s*:|\bclaimReview_claimReviewed\b'
)

WITHDRAWN = "Withdrawn"
"""The status of a statement that an export says was withdrawn."""


class ClaimReviewSource:
    """Reads ClaimReviews and Claims in JSON and JSON lines, and verdicts in the tables of ClaimsKG and CheckThat!."""

    name = "claimreview"
    describes = "verdicts: ClaimReview in JSON-LD, data feeds and Google's answers, ClaimsKG's tables"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not."""
        # JSON whatever the file is called: an export may have been written under any name.
        fits = location.suffix in (*TABLES, *LINES, *DOCUMENTS) or begins_json(location.head())
        return SCORE if fits and SIGN.search(location.head()) else 0

    def read(self, location: Location) -> Iterator[Rows | Reject | Remark]:
        """The claims and reviews of a location, and what was refused."""
        gathered, left = Gathering(location.name), set[str]()
        ours = carried.MEMBER.encode() in location.head()
        for record in carried.items(location) if ours else records(location):
            if isinstance(record, Reject):
                yield Reject(location.name, record.reason, record.raw, record.line)
                continue
            if ours and (known := carried.rows(record.fields)) is not None:
                gathered.add(known)
                if gathered.full:
                    yield from gathered.drain()
                continue
            if record.fields.get("creativeWorkStatus") == WITHDRAWN:
                continue
            found = 0
            for review in _reviews(record, left):
                found += 1
                given = rows(review)
                if given:
                    gathered.add(given)
                else:
                    what = "this review has neither a claim (claimReviewed) nor an address nor a headline."
                    yield Reject(location.name, what, json.dumps(review).encode(), record.line)
            for claim in () if found else finding.claims(record.fields):
                found += 1
                gathered.add(claim_rows(claim))
            if not found:
                what = "there is neither a ClaimReview nor a Claim in it."
                yield Reject(location.name, what, record.raw, record.line)
            if gathered.full:
                yield from gathered.drain()
        yield from gathered.drain()
        if left:
            yield Remark(self.name, "fields not used", tuple(sorted(left)))


def _reviews(record: Record, left: set[str]) -> Iterator[Mapping[str, Any]]:
    if flat.is_flat(record.fields):
        left.update(name for name, value in record.fields.items() if value and name not in flat.USED)
        yield (flat.unflattened if flat.FLAT in record.fields else flat.verified)(record.fields)
    else:
        yield from finding.reviews(record.fields)
