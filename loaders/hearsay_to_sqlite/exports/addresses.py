"""What things are called outside this file: their pages' addresses where they are published, else a name that is stable."""

from __future__ import annotations

import uuid
from urllib.parse import quote


def address(base: str | None, kind: str, id: str) -> str:
    """The address of a page of ours below ``base``, such as ``https://host/-/hearsay/case``; without one, a URN.

    >>> address("https://host/-/hearsay/case/", "claim", "a b")
    'https://host/-/hearsay/case/claim/a%20b'
    >>> address(None, "claim", "a b")
    'urn:uuid:1acd4d32-bf22-546e-831e-61a19f475af2'
    """
    if base:
        return f"{base.rstrip('/')}/{kind}/{quote(id, safe='')}"
    return uuid.uuid5(uuid.NAMESPACE_URL, f"datasette-hearsay/{kind}/{id}").urn
