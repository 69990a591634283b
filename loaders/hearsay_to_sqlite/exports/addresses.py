"""What things are called outside this file: their pages' addresses where they are published, else a stable name; and when."""

from __future__ import annotations

import calendar
import time
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


def moment(*dates: str | None) -> str:
    """The first of some partial dates that is given, as RFC 3339 has it.

    >>> moment(None, "2021-11"), moment("2021-11-07T10:00:00Z"), moment(None)
    ('2021-11-01T00:00:00Z', '2021-11-07T10:00:00Z', '1970-01-01T00:00:00Z')
    """
    given = next((date for date in dates if date), "1970")
    for form in ("%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d", "%Y-%m", "%Y"):
        try:
            return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.strptime(given, form))
        except ValueError:
            continue
    return moment(given[:10]) if len(given) > 10 else "1970-01-01T00:00:00Z"


def seconds(when: str) -> int:
    """A moment as seconds of the epoch.

    >>> seconds("1970-01-02T00:00:00Z")
    86400
    """
    return calendar.timegm(time.strptime(when, "%Y-%m-%dT%H:%M:%SZ"))
