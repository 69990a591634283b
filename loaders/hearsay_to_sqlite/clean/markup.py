"""HTML fragments, as feeds and records carry them, to plain text with a blank line between paragraphs."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = re.compile(
    "address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|"
    "section|table|td|th|tr|ul"
)
SILENT = frozenset({"script", "style", "template", "noscript", "svg", "iframe"})
LOOKS_MARKED = re.compile(r"<[a-zA-Z!/][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent.append(tag)
        elif BLOCKS.fullmatch(tag):
            self.pieces.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if BLOCKS.fullmatch(tag):
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            if tag in self.silent:
                del self.silent[self.silent.index(tag) :]
        elif BLOCKS.fullmatch(tag):
            self.pieces.append("\n")

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """As browsers do, a marked section that HTML does not know is a comment; the parser knows no way to go on."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i)

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(re.sub(r"\s+", " ", data))


def plain(fragment: str) -> str:
    """The text of a fragment; one that holds no markup comes back as it is.

    >>> plain("<p>She said <b>no</b>.</p><p>He left.</p><script>x()</script>")
    'She said no.\\n\\nHe left.'
    >>> plain("<p>She said <![CDAT[x]]>no.<p>He left <![*")
    'She said no.\\n\\nHe left <![*'
    """
    if not LOOKS_MARKED.search(fragment):
        return fragment
    reader = _Reader()
    reader.feed(fragment)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)
