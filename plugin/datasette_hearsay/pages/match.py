"""Is this claim known? The claims most like a text, best first."""

from __future__ import annotations

from .. import matching, quoting
from ..reading import Reader
from . import dressing
from .page import Ask, Data, Page

LONGEST = 2_000
"""Code points of the text that is asked for: an address holds hardly more."""

MOST = 10
"""Claims named, unless ``_size`` says otherwise."""

LARGEST = 100


def build(reader: Reader, ask: Ask) -> Data:
    """Gather the page."""
    asked = ask.text("q", LONGEST)
    found = matching.matches(reader, asked, min(ask.size_or(MOST), LARGEST)) if asked else []
    claims = dressing.all_addresses(reader.links, found)
    for claim in claims:
        claim["title"] = quoting.titled(claim)
    return {
        "title": "Is this claim known?",
        "url": reader.links.page("match", **({"q": asked} if asked else {})),
        "q": asked,
        "indexed": (reader.row("match_totals") or {"claims": 0})["claims"],
        "matches": claims,
    }


PAGE = Page("match", "/match", matching.SQL, build)
