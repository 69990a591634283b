"""Which outlet a domain or a name stands for: those that we know, and for the rest the domain itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from hearsay_to_sqlite import vocabulary
from hearsay_to_sqlite.clean.names import plain_slug
from hearsay_to_sqlite.clean.text import shorten
from hearsay_to_sqlite.clean.urls import canonical, without_front_door

MAX_NAME = 200


@dataclass(frozen=True, slots=True)
class Outlet:
    """A row of ``outlets``."""

    id: str
    name: str
    url: str | None = None
    country: str | None = None
    language: str | None = None
    kind: str | None = None


def outlet(name: str | None, url: str | None = None) -> Outlet | None:
    """The outlet at an address, else the one of that name; None where neither says anything.

    An unknown domain is an outlet whose id is made from the domain, so that it stays the same once somebody names it.

    >>> outlet(None, "https://amp.theguardian.com/world/1").name
    'The Guardian'
    >>> outlet("The Vale Courier", "https://www.valecourier.example/a")
    Outlet(id='valecourier-example', name='The Vale Courier', url='https://valecourier.example/', country=None, language=None, kind=None)
    """
    host = domain(url)
    label = shorten(name or "", MAX_NAME) or None
    if host is not None:
        parts = host.split(".")
        for start in range(len(parts) - 1):
            known = _known(".".join(parts[start:]))
            if known is not None:
                return known
        return Outlet(plain_slug(host.replace(".", " ")), label or host, f"https://{host}/")
    if label is None:
        return None
    known = _known(label.lower()) or _named().get(plain_slug(label))
    return known or Outlet(plain_slug(label), label)


def domain(url: str | None) -> str | None:
    """The host of an address without the door that one came in by, or None for what is no address.

    >>> domain("https://www.valecourier.example:443/a?b")
    'valecourier.example'
    """
    address = canonical(url) if url else None
    host = urlsplit(address).hostname if address else None
    if not host or "." not in host:
        return None
    return without_front_door(host)


def _known(host: str) -> Outlet | None:
    row = vocabulary.read("outlets").get(host)
    if row is None:
        return None
    name, country, language, kind = row
    return Outlet(plain_slug(name), name, f"https://{host}/", country, language, kind)


@cache
def _named() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for host in vocabulary.read("outlets"):
        known = _known(host)
        if known is not None:
            found.setdefault(known.id, known)
    return found
