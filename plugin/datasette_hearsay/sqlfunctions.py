"""SQL functions of ours, on every connection. Each call is bounded: what is too long, or no text, gives null.

SQLite looks at its time limit between calls only, so no call may take long by itself.
"""

from __future__ import annotations

import json
import sqlite3
from difflib import SequenceMatcher

from . import names
from .differences import TOKEN

LONGEST_NAME = 200
LONGEST_WORDING = 2_000
"""Code points of each wording. The time grows with the square of the words: 10 ms at worst here (measured)."""
MOST_TOKENS = 400
LARGEST_TEXT = 1_000_000
CONTEXT = 80
LARGEST_CONTEXT = 1_000


def register(connection: sqlite3.Connection) -> None:
    """Give ``connection`` the functions that docs/sql-functions.md describes."""
    connection.create_function("hearsay_name_key", 1, name_key, deterministic=True)
    connection.create_function("hearsay_same_name", 2, same_name, deterministic=True)
    connection.create_function("hearsay_wording_diff", 2, wording_diff, deterministic=True)
    connection.create_function("hearsay_mark", 3, mark, deterministic=True)
    connection.create_function("hearsay_mark", 4, mark, deterministic=True)


def _is_text(value: object, longest: int) -> bool:
    return isinstance(value, str) and len(value) <= longest


def name_key(name: object) -> str | None:
    """The folded consonants of a name; null for no text, and for more than 200 characters."""
    return names.key(str(name)) if _is_text(name, LONGEST_NAME) else None


def same_name(one: object, other: object) -> float | None:
    """How alike two names are, 0 to 1; null where either has no key."""
    if not (_is_text(one, LONGEST_NAME) and _is_text(other, LONGEST_NAME)):
        return None
    return names.likeness(str(one), str(other))


def wording_diff(one: object, other: object) -> str | None:
    """What became of one wording in another, as a JSON array of ``[sign, words]``: ``=`` kept, ``-`` lost, ``+`` new.

    Null for no text, and where either has more than 2,000 characters or 400 words, spaces and signs.

    >>> wording_diff("did not burn", "did burn")
    '[["=", "did "], ["-", "not "], ["=", "burn"]]'
    """
    if not (_is_text(one, LONGEST_WORDING) and _is_text(other, LONGEST_WORDING)):
        return None
    left, right = TOKEN.findall(str(one)), TOKEN.findall(str(other))
    if len(left) > MOST_TOKENS or len(right) > MOST_TOKENS:
        return None
    pieces: list[tuple[str, str]] = []
    folded = [word.casefold() for word in left], [word.casefold() for word in right]
    for operation, start, end, from_, to in SequenceMatcher(None, *folded, autojunk=False).get_opcodes():
        if operation == "equal":
            pieces.append(("=", "".join(left[start:end])))
            continue
        lost, new = "".join(left[start:end]), "".join(right[from_:to])
        pieces += [(sign, words) for sign, words in (("-", lost), ("+", new)) if words]
    return json.dumps(pieces, ensure_ascii=False)


def mark(text: object, start: object, end: object, context: object = CONTEXT) -> str | None:
    """The words at ``start`` to ``end`` (code points, end exclusive) between ⟦ and ⟧, with ``context`` on either side.

    One line; … stands where the text goes on. Null where there are no such words, or the text is too long.

    >>> mark("A fire broke out in the port", 2, 6, 5)
    'A ⟦fire⟧ brok…'
    """
    if not (_is_text(text, LARGEST_TEXT) and isinstance(start, int) and isinstance(end, int)):
        return None
    whole = str(text)
    if not 0 <= start < end <= len(whole):
        return None
    round_it = max(0, min(context, LARGEST_CONTEXT)) if isinstance(context, int) else CONTEXT
    first, last = max(0, start - round_it), min(len(whole), end + round_it)
    before, after = "…" if first else "", "…" if last < len(whole) else ""
    shown = f"{before}{whole[first:start]}⟦{whole[start:end]}⟧{whole[end:last]}{after}"
    return " ".join(shown.split())
