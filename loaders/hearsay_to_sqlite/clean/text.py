"""White space and number: what may be changed in a title or a label, and never in an article's text."""

from __future__ import annotations

import unicodedata

ELLIPSIS = "…"


def one_line(text: str) -> str:
    """The text on one line: runs of white space become one space, invisible marks go.

    >>> one_line("  Minister\\u200f denies\\n\\n charge ")
    'Minister denies charge'
    """
    joined = " ".join(text.split())
    if joined.isprintable():
        # Nearly always, and much faster than to look at every sign.
        return joined
    visible = "".join(
        sign for sign in text if sign.isspace() or unicodedata.category(sign) not in ("Cf", "Cc")
    )
    return " ".join(visible.split())


def shorten(text: str, length: int) -> str:
    """The text on one line, cut after a whole word so that it has at most ``length`` code points.

    >>> shorten("A drone attack on the residence", 16)
    'A drone attack…'
    """
    line = one_line(text)
    if len(line) <= length:
        return line
    head = line[: length - 1]
    whole = head.rsplit(" ", 1)[0] if " " in head and not line[length - 1].isspace() else head
    return whole.rstrip(" ,;:–—-") + ELLIPSIS


def counted(number: int, noun: str) -> str:
    """A number of things, one thing in the singular; what is no plural stays as it is.

    >>> counted(1, "articles"), counted(1, "rejected"), counted(0, "claims")
    ('1 article', '1 rejected', '0 claims')
    """
    return f"{number} {noun.removesuffix('s') if number == 1 else noun}"
