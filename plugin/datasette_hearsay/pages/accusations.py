"""Who accuses whom, as sentences: never a network without the words behind it."""

from __future__ import annotations

import json

from ..reading import Reader
from . import dressing, network
from .page import Data

SQL = ("overview_accusations", "overview_said", dressing.ROUTES, *network.SQL)
SHOWN = 12


def accusations(reader: Reader, size: int = SHOWN) -> Data:
    """The accusations that most independent articles report, the article's own voice apart from its speakers'."""
    rows = reader.rows("overview_accusations", size=size + 1)
    ids = json.dumps([row["first_id"] for row in rows])
    said = {row["id"]: row for row in dressing.statements(reader, reader.rows("overview_said", ids=ids))}
    sentences = []
    for row in rows[:size]:
        statement = said.get(row["first_id"])
        if statement is None:
            continue
        dressing.addresses(reader.links, row)
        sentences.append(
            {
                **statement,
                "voice": row["voice"],
                "claim_id": row["claim_id"],
                "proposition": row["proposition"],
                "claim_url": row.get("claim_url"),
                "mentions": row["mentions"],
                "independent_articles": row["independent_articles"],
                "mentions_url": reader.links.table("blame", utterance_key=row["utterance_key"]),
            }
        )
    return {
        "sentences": [row for row in sentences if row["voice"] == "speaker"],
        "own_voice": [row for row in sentences if row["voice"] == "author"],
        "network": network.network(reader),
        "more": len(rows) > size,
        "url": reader.links.table("blame"),
    }
