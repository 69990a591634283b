"""Which columns hold ids, and to what kind of page of ours each leads."""

from __future__ import annotations

COLUMNS = {
    "speaker_id": "actor",
    "target_id": "actor",
    "on_behalf_of_id": "actor",
    "via_id": "actor",
    "via_actor_id": "actor",
    "actor_id": "actor",
    "accuser_id": "actor",
    "claimant_id": "actor",
    "organisation_id": "actor",
    "article_id": "article",
    "root_article_id": "article",
    "copied_from_id": "article",
    "claim_id": "claim",
    "other_claim_id": "claim",
    "attribution_id": "statement",
    "nested_in": "statement",
    "repeat_of": "statement",
    "superseded_by": "statement",
    "framing": "framing",
}
"""Columns that hold ids wherever they stand."""

OWN = {
    ("statements", "id"): "statement",
    ("attributions", "id"): "statement",
    ("claims", "id"): "claim",
    ("actors", "id"): "actor",
    ("articles", "id"): "article",
    ("article_basis", "id"): "article",
    ("articles", "supersedes"): "article",
    ("framings", "slug"): "framing",
}
"""Columns that are ids of their own table or view."""

LISTS = {"claim_ids": "claim", "contradicted_by": "claim", "within_one_article": "article"}
"""Columns that hold several ids, with commas between them."""


def of(table: str | None, column: str) -> str | None:
    """The kind of page that the ids in a column lead to; None where they are no ids of ours."""
    return COLUMNS.get(column) or OWN.get((table or "", column))
