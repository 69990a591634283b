"""Where the accounts part: questions with different answers, and claims that some assert and others deny."""

from __future__ import annotations

from .. import quoting
from ..reading import Reader, Row
from . import dressing
from .page import Data

SQL = ("overview_facets", "overview_disputes", dressing.ROUTES)
GENUINE = ("conflict", None)
SHOWN = 4
VOICES = 2
READABLE = 6
"""A question with more answers than this is shown after those that can be taken in at a glance."""


CLAIM = (
    "claim_id", "proposition", "asserts", "denies", "questions", "withholds", "articles", "independent_articles",
    "within_one_article", "contradicted_by", "claim_origin",
)  # fmt: skip
"""What a disputed claim has of its own, beside each of its voices."""


def facets(reader: Reader, rows: list[Row]) -> list[Data]:
    """Accounts put together by question, and in each by answer. ``rows`` have the columns of ``discrepancies``."""
    found: dict[str, Data] = {}
    for row in rows:
        facet = found.setdefault(
            row["facet_id"],
            {
                "facet_id": row["facet_id"],
                "question": row["question"],
                "unit": row["unit"],
                "url": reader.links.page("discrepancies", facet=row["facet_id"]),
                "answers": {},
            },
        )
        dressing.addresses(reader.links, row)
        row["url"] = row.get("attribution_url") or row["article_url"]
        key = (row["value"], row["difference"] if row["difference"] not in GENUINE else None)
        answer = facet["answers"].setdefault(
            key, {"value": row["value"], "difference": row["difference"], "accounts": []}
        )
        answer["accounts"].append(row)
    for facet in found.values():
        facet["answers"] = list(facet["answers"].values())
    return list(found.values())


def overview(reader: Reader) -> Data:
    """The questions and claims to show first: genuine conflicts, and translation errors apart from them."""
    rows = reader.rows("overview_facets", shown=SHOWN, readable=READABLE)
    conflicts = facets(reader, [row for row in rows if row["difference"] in GENUINE])
    errors = facets(reader, [row for row in rows if row["difference"] == "translation-error"])
    return {
        "facets": conflicts,
        "facets_total": rows[0]["conflicts"] if rows else 0,
        "facets_url": reader.links.page("discrepancies"),
        "disputes": disputes(reader),
        "disputes_url": reader.links.table("disputes"),
        "translation_errors": errors,
        "translation_errors_total": rows[0]["mistaken"] if rows else 0,
    }


def disputes(reader: Reader) -> list[Row]:
    """Claims on which the voices differ, with a few voices for each stand, one for each utterance and speaker."""
    claims: dict[str, Row] = {}
    said: dict[str, list[Row]] = {}
    for row in dressing.statements(reader, reader.rows("overview_disputes", size=SHOWN, voices=VOICES)):
        claim = {key: row.pop(key) for key in CLAIM}
        id = row["claim_id"] = claim["claim_id"]
        claims.setdefault(id, claim)
        said.setdefault(id, []).append(row)
    for claim in claims.values():
        dressing.addresses(reader.links, claim)
        claim["title"] = quoting.titled(claim)
        claim["sides"] = _sides(claim, said[claim["claim_id"]])
    return list(claims.values())


def _sides(claim: Row, voices: list[Row]) -> list[Data]:
    sides = []
    for stance in ("asserts", "denies", "questions", "withholds"):
        chosen = [voice for voice in voices if voice["stance"] == stance]
        if chosen:
            sides.append({"stance": stance, "utterances": claim[stance], "statements": chosen})
    return sides
