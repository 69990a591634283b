"""Every page of ours and where it stands."""

from __future__ import annotations

from . import (
    actor,
    article,
    cases,
    charts,
    claim,
    compare,
    corrections,
    discrepancies,
    framing,
    match,
    method,
    overview,
    review,
    search,
    statement,
)
from .page import Page
from .respond import View, view

PAGES: tuple[Page, ...] = (
    overview.PAGE,
    statement.PAGE,
    claim.PAGE,
    actor.PAGE,
    article.PAGE,
    framing.PAGE,
    compare.PAGE,
    discrepancies.PAGE,
    search.PAGE,
    match.PAGE,
    review.PAGE,
    corrections.PAGE,
    method.PAGE,
    charts.PAGE,
)


def routes() -> list[tuple[str, View]]:
    """What Datasette calls for which path; each page has a JSON twin."""
    return [
        (r"^/-/hearsay(?P<format>\.json)?/?$", cases.respond),
        *(
            (rf"^/-/hearsay/(?P<database>[^/.]+){page.path}(?P<format>\.json)?/?$", view(page))
            for page in PAGES
        ),
    ]
