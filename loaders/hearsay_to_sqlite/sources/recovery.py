"""Paragraphs that the extraction of a page left out though they stand as those do that it kept.

Some sites cut an article into several boxes, with advertisements between them, and the extraction takes the first box for the whole.
A paragraph is taken back where its box has the same tag and class as one that the extraction took paragraphs from.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MIN_KEPT = 2
"""Paragraphs that must have been kept from boxes of one kind, so that a caption among the text proves nothing."""

MIN_SHARE = 0.5
"""Of all paragraphs that were kept, so many stand in boxes of the kind: it is the one that the article is made of."""

MIN_WORDS = 8
"""Words of a paragraph that is worth taking back: bylines, labels and "Read more" are shorter."""

MAX_LINKED = 0.5
"""Share of a paragraph's signs that may be links: teasers are links altogether."""

ELSEWHERE = frozenset(
    {"aside", "footer", "nav", "form", "figure", "header", "button", "template", "noscript"}
)
"""Elements whose paragraphs are never the article's."""

SEEN = ".//text()[not(ancestor::script or ancestor::style or ancestor::template)]"
WORD = re.compile(r"\w+")

Kind = tuple[str, str, int]
"""Tag and class of a box, and which of the page's articles it stands in: the next one on the page has boxes like it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a page: its text on one line, the kind of box it stands in, and whether it may be the article's."""

    text: str
    box: Kind
    prose: bool


def paragraphs(tree: HtmlElement) -> list[Paragraph]:
    """The paragraphs of a page in their order, before the extraction takes the page apart."""
    found = []
    articles: dict[HtmlElement | None, int] = {}
    for element in tree.iter("p"):
        parent = element.getparent()
        text = _words(element)
        if parent is None or not text:
            continue
        classes = " ".join(sorted((parent.get("class") or "").split()))
        within = articles.setdefault(next(element.iterancestors("article"), None), len(articles))
        box = (str(parent.tag), classes, within)
        linked = sum(len(_words(link)) for link in element.iter("a"))
        outside = any(ancestor.tag in ELSEWHERE for ancestor in element.iterancestors())
        enough = len(WORD.findall(text)) >= MIN_WORDS and linked <= MAX_LINKED * len(text)
        found.append(Paragraph(text, box, enough and not outside))
    return found


def _words(element: HtmlElement) -> str:
    """What a reader sees of an element, on one line: neither scripts nor comments."""
    return " ".join("".join(element.xpath(SEEN)).split())


def recovered(text: str, page: list[Paragraph]) -> str:
    """An extracted text with the paragraphs that were left out, each behind the one that stands before it in the page."""
    lines = text.split("\n")
    places: dict[str, int] = {}
    for number, line in enumerate(lines):
        places.setdefault(_folded(line), number)
    kept = Counter(one.box for one in page if one.prose and _folded(one.text) in places)
    boxes = {
        box
        for box, count in kept.items()
        if box[1] and count >= MIN_KEPT and count >= MIN_SHARE * kept.total()
    }
    whole = _folded(text)
    behind: dict[int, list[str]] = {}
    here = -1
    for one in page:
        folded = _folded(one.text)
        if folded in places:
            here = places[folded]
        elif here >= 0 and one.prose and one.box in boxes and folded not in whole:
            behind.setdefault(here, []).append(one.text)
            whole += folded
    return "\n".join(
        line for number, kept_line in enumerate(lines) for line in (kept_line, *behind.get(number, ()))
    )


def _folded(text: str) -> str:
    return "".join(WORD.findall(text)).lower()
