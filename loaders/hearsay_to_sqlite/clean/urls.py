"""One address for one page: how a URL is written down, and what all ways of writing one page's address have in common."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from hearsay_to_sqlite import vocabulary

PORTS = {"http": 80, "https": 443}

MAX_LENGTH = 8_192
"""Longer addresses are not addresses of articles."""

HASHBANG = "!"
"""With this sign a fragment is what tells pages apart: "#!/2021/granary"."""

SAFE = "/:@!$&'()*+,;=-._~"
"""Signs that a path holds as they are (RFC 3986, section 3.3)."""

ENCODED = re.compile(r"%([0-9a-fA-F]{2})")
SESSION = re.compile(r";(?:jsessionid|sid|phpsessid)=[^/;]*", re.IGNORECASE)
NAMES_AN_ARTICLE = re.compile(r"\d|[^/-]-[^/-]")
"""A digit or a hyphen, as the last parts of articles' paths have: "/guides/amp" is a page of its own."""

AMP_PARTS = re.compile(r"/amp$|[./]amp(?=\.html?$)", re.IGNORECASE)
AMP_CACHES = (
    re.compile(r"^https?://[\w.-]+\.cdn\.ampproject\.org/[cv]/(s/)?(.+)$", re.IGNORECASE),
    re.compile(r"^https?://(?:www\.)?google\.[a-z.]{2,6}/amp/(s/)?(.+)$", re.IGNORECASE),
)
"""What a cache of AMP pages puts before an address without its scheme; "s/" stands for https."""


def canonical(url: str) -> str | None:
    """The form in which an address is written down and linked, or None for what is no http(s) address.

    Scheme and host in lower case, the host in ASCII; default port, user, fragment and tracking parameters dropped;
    parameters sorted.

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
    name = ascii_host(host)
    if name is None:
        return None
    place = f"[{name}]" if ":" in name else name
    if port is not None and port != PORTS[parts.scheme]:
        place = f"{place}:{port}"
    kept = sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(pair[0]))
    fragment = parts.fragment if parts.fragment.startswith(HASHBANG) else ""
    return urlunsplit((parts.scheme, place, parts.path or "/", urlencode(kept), fragment))


@lru_cache(maxsize=1024)
def page_key(url: str) -> str | None:
    """What all addresses of one page have in common, from which an article's id is made; None for no http(s) address.

    On top of ``canonical``: https for http, no front door (www, m, amp), no slash at the end, no index file, no AMP
    page or cache, no session, and percent-encoding only where it is needed. What a query asks for is kept: it may
    be all that tells two articles apart.

    >>> page_key("http://m.news.example/2021/caf%C3%A9-fire/amp/?utm_source=x")
    'https://news.example/2021/caf%C3%A9-fire'
    >>> page_key("https://news.example/story.php?id=7") == page_key("https://news.example/story.php?id=8")
    False
    """
    address = canonical(_out_of_cache(url))
    if address is None:
        return None
    parts = urlsplit(address)
    host = without_front_door((parts.hostname or "").rstrip("."))
    place = f"[{host}]" if ":" in host else host
    # A port that is the other scheme's own was only a way of naming the scheme.
    if parts.port not in (None, *PORTS.values()):
        place = f"{place}:{parts.port}"
    known = vocabulary.read("urls")
    query = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _asks_for_amp(*pair)]
    path = _path(parts.path, tuple(known["index_files"]))
    return urlunsplit(("https", place, path, urlencode(query), parts.fragment))


def without_front_door(host: str) -> str:
    """A host without the name in front that only says by which door one comes in.

    >>> without_front_door("www.news.example"), without_front_door("m.example")
    ('news.example', 'm.example')
    """
    for door in vocabulary.read("urls")["front_doors"]:
        if host.startswith(f"{door}.") and host.count(".") > 1:
            return host[len(door) + 1 :]
    return host


def ascii_host(host: str) -> str | None:
    """A host's name in lower case as the network knows it, or None for what cannot be one.

    >>> ascii_host("Bücher.example")
    'xn--bcher-kva.example'
    """
    if host.isascii():
        return host.lower() if re.fullmatch(r"[\w.:%~-]+", host) else None
    # Imported late: few hosts need its tables.
    import idna

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError:
        return None


def _tracks(name: str) -> bool:
    lower = name.lower()
    return lower in vocabulary.words("urls", "tracking") or lower.startswith(_prefixes())


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(vocabulary.read("urls")["tracking_prefixes"])


def _asks_for_amp(name: str, value: str) -> bool:
    return value.lower() in vocabulary.read("urls")["amp_parameters"].get(name.lower(), ())


def _out_of_cache(url: str) -> str:
    for cache_of in AMP_CACHES:
        found = cache_of.match(url.strip())
        if found is not None:
            return f"{'https' if found[1] else 'http'}://{found[2]}"
    return url


def _path(path: str, index_files: tuple[str, ...]) -> str:
    """A path as most servers understand it: dots resolved, percent-encoding as it need be, nothing needless at its end."""
    encoded = quote(ENCODED.sub(_decoded, SESSION.sub("", path)), SAFE + "%")
    parts: list[str] = []
    for part in encoded.split("/"):
        if part == ".." and len(parts) > 1:
            parts.pop()
        elif part not in (".", ".."):
            parts.append(part)
    if parts[-1:] and parts[-1].lower() in index_files:
        parts.pop()
    plain = "/".join(parts).rstrip("/")
    without = AMP_PARTS.sub("", plain)
    if NAMES_AN_ARTICLE.search(without.rsplit("/", 1)[-1]):
        plain = without
    return plain or "/"


def _decoded(escape: re.Match[str]) -> str:
    sign = chr(int(escape[1], 16))
    # A slash that is encoded is part of a name, not between two.
    return (
        sign if sign.isascii() and (sign.isalnum() or (sign in SAFE and sign != "/")) else escape[0].upper()
    )
