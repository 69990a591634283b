"""Whether a quotation came through: altered, cut, or whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from hearsay_to_sqlite.clean.words import stopwords, words

QUOTED = re.compile(r"[“«\"]([^”»\"\n]{2,400})[”»\"]")

KEPT = 0.85
"""A quotation that keeps less than this share of its words of content was altered or cut."""


def requoted(text: str, other: str) -> Iterator[tuple[str, str]]:
    """Yield ``quote-changed`` for the first quotation of ``other`` that a copy ``text`` has in other words."""
    mine = [words(quote) for quote in QUOTED.findall(text)]
    told = [word.stem for word in words(text)]
    for quote in QUOTED.findall(other):
        own = words(quote)
        content = [word.stem for word in own if word.folded not in stopwords()] or [word.stem for word in own]
        if not content:
            continue
        if mine:
            kept = max(_share(content, Counter(word.stem for word in nearest)) for nearest in mine)
        else:
            kept = _share(content, Counter(told))
        if kept < KEPT:
            yield "quote-changed", f"of “{_cut(quote)}” {kept:.0%} is left"
            return


def _share(content: Sequence[str], there: Counter[str]) -> float:
    return sum((Counter(content) & there).values()) / len(content)


def _cut(quote: str) -> str:
    return quote if len(quote) <= 40 else quote[:39].rsplit(" ", 1)[0] + " …"
