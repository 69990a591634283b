"""One address for one page: the canonical form of a URL."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from hearsay_to_sqlite import vocabulary

PORTS = {"http": 80, "https": 443}

MAX_LENGTH = 8_192
"""Longer addresses are not addresses of articles."""


def canonical(url: str) -> str | None:
    """The form of a URL under which the same page is found again, or None for what is no http(s) address.

    Scheme and host in lower case; default port, user, fragment and tracking parameters dropped; parameters sorted.

    >>> canonical("HTTPS://News.Example:443/a/?utm_source=x&b=2&a=1#top")
    'https://news.example/a/?a=1&b=2'
    >>> canonical("javascript:alert(1)") is None
    True
    """
    if len(url) > MAX_LENGTH:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in PORTS or not host:
        return None
    place = f"[{host}]" if ":" in host else host
    if port is not None and port != PORTS[parts.scheme]:
        place = f"{place}:{port}"
    kept = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(pair[0]))
    return urlunsplit((parts.scheme, place, parts.path or "/", urlencode(kept), ""))


def _tracks(name: str) -> bool:
    lower = name.lower()
    prefixes = tuple(vocabulary.read("urls")["tracking_prefixes"])
    return lower in vocabulary.words("urls", "tracking") or lower.startswith(prefixes)
