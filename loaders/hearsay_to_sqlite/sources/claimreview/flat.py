"""Verdicts in tables and records of other programs, put back into ClaimReview's shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Found = Mapping[str, Any]
FLAT = "claimReview_claimReviewed"
VERIFIED = "vclaim"
USED = frozenset(
    {
        FLAT,
        VERIFIED,
        "",
        "title",
        "subtitle",
        "date",
        "author",
        "vclaim_id",
        "extra_title",
        "claimReview_author",
    }
    | {f"claimReview_{name}" for name in ("url", "datePublished", "author_name", "author_url", "source")}
    | {f"creativeWork_{name}" for name in ("author_name", "author_sameAs", "datePublished")}
    | {f"rating_{name}" for name in ("ratingValue", "bestRating", "worstRating", "alternateName")}
)
"""Fields that are taken; what else a record has is left over."""


def is_flat(record: Found) -> bool:
    """Whether a record is a flattened ClaimReview (ClaimsKG's columns) or a verified claim of CheckThat!."""
    return FLAT in record or VERIFIED in record


def unflattened(record: Found) -> Found:
    """The ClaimReview that a row of ClaimsKG's columns was made from.

    Its "creative work's author" is the reviewer where the review's author has a page, and the publisher where they
    have one name; only else is it who made the claim.
    """
    publisher = record.get("claimReview_author_name") or record.get("claimReview_author")
    named, page = record.get("creativeWork_author_name"), record.get("claimReview_author_url")
    claimant = None if page or named == publisher else named
    return {
        "@type": "ClaimReview",
        "claimReviewed": record.get(FLAT),
        "url": record.get("claimReview_url"),
        "datePublished": record.get("claimReview_datePublished"),
        "headline": record.get("extra_title"),
        "publisher": {"name": publisher},
        "author": {"@type": "Person", "name": named if page else None, "url": page},
        "itemReviewed": {
            "datePublished": record.get("creativeWork_datePublished"),
            "author": {"name": claimant, "sameAs": record.get("creativeWork_author_sameAs")},
        },
        "reviewRating": {
            "ratingValue": record.get("rating_ratingValue"),
            "bestRating": record.get("rating_bestRating"),
            "worstRating": record.get("rating_worstRating"),
            "alternateName": record.get("rating_alternateName"),
        },
    }


def verified(record: Found) -> Found:
    """A verified claim of CheckThat! as a ClaimReview: who reviewed it and when, but no verdict, for it gives none."""
    return {
        "@type": "ClaimReview",
        "claimReviewed": record.get(VERIFIED),
        "headline": record.get("title"),
        "datePublished": record.get("date"),
        "author": {"@type": "Person", "name": record.get("author")},
        "itemReviewed": {
            "identifier": record.get("vclaim_id"),
            "headline": record.get("title"),
            "alternativeHeadline": record.get("subtitle"),
        },
    }
