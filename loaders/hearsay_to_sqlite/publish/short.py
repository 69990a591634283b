"""Short forms for what comes out of an article's prose but must stay, such as an unnamed speaker's description."""

from __future__ import annotations

import hashlib
import re
import sqlite3

from hearsay_to_sqlite.clean.text import ELLIPSIS, one_line

MOST_WORDS = 7
"""A phrase taken from an article is cut after so many words; a longer run of its words is its prose."""

LONGEST_TITLE = 200
"""A headline is cut after so many code points: what is longer is no headline."""

WORD = re.compile(r"\w+")
SLUG_HASH = 8
UNNAMED_HASH = 16


def few_words(text: str | None) -> str | None:
    """The text, cut after MOST_WORDS words.

    >>> few_words("a guard"), few_words("a guard who would give neither his name nor his rank")
    ('a guard', 'a guard who would give neither his…')
    """
    if text is None:
        return None
    words = list(WORD.finditer(text))
    return text if len(words) <= MOST_WORDS else text[: words[MOST_WORDS - 1].end()] + "…"


def short_title(title: str, text: str | None) -> str:
    """The title, cut after LONGEST_TITLE code points; after MOST_WORDS words where it is no headline, but how the text begins.

    >>> short_title("Lock fails", "Lock fails\\n\\nA lock failed on Wednesday.")
    'Lock fails'
    >>> short_title("A lock at the port failed on Wednesday and…", "A lock at the port failed on Wednesday and left it shut.")
    'A lock at the port failed on…'
    """
    if text is not None and _stands_in(title, text):
        return str(few_words(title))
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"


def _stands_in(title: str, text: str) -> bool:
    """Whether an article without a headline goes by its first words, or by all that it says."""
    begun = title.removesuffix(ELLIPSIS)
    return one_line(text).startswith(begun) if begun != title else one_line(text) == title


def public_id(id: str | None) -> str | None:
    """The id of an actor, cut where it is a whole phrase; the same id always gives the same.

    >>> public_id("orla-venn"), public_id("man-who-saw-it-from-across-the-bay-9f31c2")
    ('orla-venn', 'man-who-saw-it-from-across-231ad7c2')
    """
    if id is None or len(WORD.findall(id)) <= MOST_WORDS:
        return id
    words = list(WORD.finditer(id))[: MOST_WORDS - 1]
    return f"{id[: words[-1].end()]}-{hashlib.sha256(id.encode()).hexdigest()[:SLUG_HASH]}"


def unnamed(id: str) -> str:
    """What stands in a notice for the id of somebody who was erased: whoever asks for their page can be told, nobody else.

    >>> unnamed("orla-venn")
    '6bb549371520afd8'
    """
    return hashlib.sha256(str(public_id(id)).encode()).hexdigest()[:UNNAMED_HASH]


def is_web(url: str | None) -> bool:
    """Whether this is an address on the web, and not a file's."""
    return url is not None and url.lower().startswith(("http://", "https://"))


def register(connection: sqlite3.Connection) -> None:
    """Let SQL on this connection use them."""
    for function in (few_words, public_id, unnamed, is_web):
        connection.create_function(function.__name__, 1, function, deterministic=True)
    connection.create_function("short_title", 2, short_title, deterministic=True)
