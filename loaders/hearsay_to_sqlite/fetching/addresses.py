"""Which addresses are fetched from: http and https, without credentials, and only where a name leads to the public network."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, urljoin, urlsplit

from hearsay_to_sqlite import vocabulary
from hearsay_to_sqlite.clean.urls import MAX_LENGTH, PORTS, ascii_host
from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.sources.locations import CREDENTIALS

Resolve = Callable[[str, int], list[str]]
"""From a host and a port to the addresses that it stands for. Raises OSError where there are none."""

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

SAFE = "/:@!$&'()*+,;=-._~%?"
"""Signs of a path or query that go over the wire as they are; all else is percent-encoded."""

SAVE_IT = "Save the page and give the file."


@dataclass(frozen=True, slots=True)
class Target:
    """Where one request goes: the address as it is recorded, and its parts as the network needs them."""

    url: str
    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> tuple[str, str, int]:
        """What has one robots.txt, and is asked one thing at a time."""
        return self.scheme, self.host, self.port


def target(url: str) -> Target:
    """The parts of an address. Raises RejectedInput, which never repeats a password, for what is not fetched."""
    shown = CREDENTIALS.sub("//", url)
    if len(url) > MAX_LENGTH:
        raise RejectedInput("the address is too long.", location=shown[:MAX_LENGTH], remedy=SAVE_IT)
    if shown != url:
        what = "an address with a user name or password is not fetched, because both would be kept."
        raise RejectedInput(what, location=shown, remedy=SAVE_IT)
    try:
        parts = urlsplit(url)
        host, port = ascii_host(parts.hostname or ""), parts.port
        path = quote(parts.path or "/", SAFE) + (f"?{quote(parts.query, SAFE)}" if parts.query else "")
    except ValueError:
        host, port, path = None, None, ""
    if not host or parts.scheme not in PORTS:
        raise RejectedInput("only http and https addresses are fetched.", location=shown, remedy=SAVE_IT)
    address = url.partition("#")[0]
    return Target(address, parts.scheme, host.rstrip("."), port or PORTS[parts.scheme], path)


def redirected(here: Target, to: str) -> Target:
    """Where a redirect leads. Raises RejectedInput as ``target`` does."""
    try:
        return target(urljoin(here.url, to))
    except ValueError as error:
        what = "it redirects to what is no address."
        raise RejectedInput(what, location=here.url, remedy=SAVE_IT) from error


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system knows them, each once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]).partition("%")[0] for *_, place in found))


def public_address(to: Target, resolving: Resolve, private_allowed: bool) -> str:
    """The address to connect to: resolved once, checked, and then used for the connection itself.

    A second look-up at the time of connecting could be answered differently (DNS rebinding). Raises RejectedInput where
    the name leads nowhere, or where any of its addresses is not public and ``private_allowed`` is false.
    """
    try:
        found = resolving(to.host, to.port)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise RejectedInput(
            f"there is no host {to.host}: {reason}.", location=to.url, remedy="Check the address."
        ) from error
    for address in found:
        what = refused(address)
        if what is not None and not private_allowed:
            raise RejectedInput(
                f"{to.host} leads to {address}, {what}: only public addresses are fetched from.",
                location=to.url,
                remedy="Where you trust the host that you name, give --allow-private.",
            )
    if not found:
        raise RejectedInput(f"{to.host} has no address.", location=to.url, remedy="Check the address.")
    return found[0]


def refused(address: str) -> str | None:
    """What an address is where nothing is fetched from it; None for a public one.

    >>> refused("127.0.0.1"), refused("::ffff:8.8.8.8"), refused("8.8.8.8")
    ('a loopback address', 'an IPv4 address written as IPv6', None)
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "no address"
    for network, what in _networks():
        if network.version == found.version and found in network:
            return what
    # Newer Pythons know of newer reservations than our list.
    return None if found.is_global else "a reserved address"


@cache
def _networks() -> tuple[tuple[Network, str], ...]:
    """The networks with what they are, the narrower first: ::1 is a loopback address before it is anything else."""
    listed = [(ipaddress.ip_network(net), what) for net, what in vocabulary.read("networks").items()]
    return tuple(sorted(listed, key=lambda pair: -pair[0].prefixlen))
