"""Every page of ours and where it stands."""

from __future__ import annotations

from . import overview, statement
from .page import Page
from .respond import View, view

PAGES: tuple[Page, ...] = (
    overview.PAGE,
    statement.PAGE,
)


def routes() -> list[tuple[str, View]]:
    """What Datasette calls for which path; each page has a JSON twin."""
    return [
        *(
            (rf"^/-/hearsay/(?P<database>[^/.]+){page.path}(?P<format>\.json)?/?$", view(page))
            for page in PAGES
        ),
    ]
