"""What kind of thing a server sends, told by its media type, else by the ending of its address."""

from __future__ import annotations

from email.message import Message
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from hearsay_to_sqlite import vocabulary
from hearsay_to_sqlite.errors import RejectedInput

GZIP = b"\x1f\x8b"
MAX_NAME = 100
"""Code points of the name of what was fetched."""


def ending(url: str, content_type: str, head: bytes) -> str:
    """The ending that a saved copy gets, by which a source recognises it; empty where its first bytes must say.

    Raises RejectedInput for kinds that no source reads.
    """
    known = vocabulary.read("media_types")
    kind = content_type.split(";")[0].strip().lower()
    if kind.startswith(tuple(known["refused"])):
        remedy = "Save what it says as plain text."
        raise RejectedInput(f"no source reads {kind}.", location=url, remedy=remedy)
    found = known["types"].get(kind, "")
    if not found or kind in known["vague"]:
        path = urlsplit(url).path.lower()
        found = next((end for end in known["endings"] if path.endswith(end)), found)
    # A server may have undone the packing that the address speaks of.
    return str(found) if head.startswith(GZIP) else str(found).removesuffix(".gz")


def ending_of(file: str) -> str:
    """The ending that a saved copy was given: all that follows its number.

    >>> ending_of("0001.csv.gz"), ending_of("0002.data.json"), ending_of("0003")
    ('.csv.gz', '.json', '')
    """
    _, dot, end = file.partition(".")
    return f"{dot}{end.removeprefix('data.')}"


def file_name(url: str, end: str) -> str:
    """What the thing at an address is called, with the ending that it was given.

    >>> file_name("https://data.example/x/claims.csv?v=1", ".csv"), file_name("https://data.example/", ".html")
    ('claims.csv', 'index.html')
    """
    name = PurePosixPath(unquote(urlsplit(url).path)).name
    name = "".join(sign for sign in name if sign.isalnum() or sign in "-_.")[-MAX_NAME:] or "index"
    return name if name.lower().endswith(end) else f"{name}{end}"


def charset(content_type: str) -> str | None:
    """The encoding that a Content-Type names, if it does.

    >>> charset('text/html; charset="windows-1251"'), charset("text/html")
    ('windows-1251', None)
    """
    message = Message()
    message["Content-Type"] = content_type
    found = message.get_content_charset()
    return found if isinstance(found, str) else None
