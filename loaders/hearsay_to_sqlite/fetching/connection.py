"""One request and its answer, over a connection to the address that was checked, within limits of size and time."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from importlib import metadata

from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.fetching.addresses import Target
from hearsay_to_sqlite.sources import limits

ROBOT = "hearsay-to-sqlite"
"""What we are called in a robots.txt."""

ACCEPT = "text/html,application/xhtml+xml,application/feed+json,application/json;q=0.9,*/*;q=0.8"
PIECE = 65_536
AUTOMATIC = 47
"""zlib's window for either gzip or zlib, told apart by their headers; "deflate" is sent as zlib, or raw."""

PACKED = ("gzip", "x-gzip", "deflate")
AGAIN = "Try again later: hearsay-to-sqlite retry."


def agent() -> str:
    """What we call ourselves: the tool, its version, and the distribution that it comes in."""
    return f"{ROBOT}/{metadata.version('datasette-hearsay')} (datasette-hearsay)"


class Pinned(http.client.HTTPConnection):
    """A connection to one address, under the name that it was found by; no proxy, whatever the environment says."""

    def __init__(self, to: Target, address: str) -> None:
        super().__init__(to.host, to.port, timeout=limits.SILENCE_SECONDS)
        self.to, self.address = to, address
        self.expired = False
        if to.scheme == "https":
            # Left out of the Host header where it is the scheme's own.
            self.default_port = http.client.HTTPS_PORT

    def connect(self) -> None:
        """Connect to the address itself; the name is only what TLS and the Host header speak of."""
        self.sock = socket.create_connection((self.address, self.to.port), limits.SILENCE_SECONDS)
        self._held = self.sock
        if self.to.scheme == "https":
            secure = _tls().wrap_socket(
                self.sock, server_hostname=self.to.host, do_handshake_on_connect=False
            )
            self.sock = self._held = secure
            secure.do_handshake()

    def cut(self) -> None:
        """End the connection from another thread, so that whoever waits for it goes on."""
        self.expired = True
        held = getattr(self, "_held", None)
        if held is not None:
            # Of the socket below TLS: it is to end whatever TLS is doing.
            with suppress(OSError):
                socket.socket.shutdown(held, socket.SHUT_RDWR)


@dataclass(frozen=True)
class Answer:
    """What a server answered; ``pieces`` is the body, unpacked, and can be read once."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    pieces: Iterator[bytes]

    def header(self, name: str) -> str:
        """The value of a header, or nothing where it is not there."""
        return next((value for key, value in self.headers if key.lower() == name), "")


@contextmanager
def asked(to: Target, address: str, headers: dict[str, str]) -> Iterator[Answer]:
    """The answer to a GET, while it may be read. Raises RejectedInput for what goes wrong on the way."""
    connection = Pinned(to, address)
    watch = threading.Timer(limits.MAX_FETCH_SECONDS, connection.cut)
    watch.daemon = True
    watch.start()
    try:
        sent = {"User-Agent": agent(), "Accept": ACCEPT, "Accept-Encoding": "gzip, deflate", **headers}
        connection.request("GET", to.path, headers={**sent, "Connection": "close"})
        # Closed by itself: it outlives the connection, which ends with its headers where the server says "close".
        with connection.getresponse() as response:
            given = tuple(response.getheaders())
            yield Answer(response.status, response.reason, given, _body(response, to))
        if connection.expired:
            raise TimeoutError
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        raise RejectedInput(_fault(error, connection), location=to.url, remedy=AGAIN) from error
    finally:
        watch.cancel()
        connection.close()


@cache
def _tls() -> ssl.SSLContext:
    """Certificates are checked against those that the system trusts."""
    return ssl.create_default_context()


def _fault(error: Exception, connection: Pinned) -> str:
    if connection.expired:
        return f"the server took more than {limits.MAX_FETCH_SECONDS:g} seconds."
    if isinstance(error, TimeoutError):
        return f"the server said nothing for {limits.SILENCE_SECONDS:g} seconds."
    if isinstance(error, ssl.SSLError):
        return f"the connection is not secure: {error.reason or error}."
    if isinstance(error, http.client.IncompleteRead):
        return "the answer ends before its end."
    if isinstance(error, zlib.error):
        return f"the answer is packed, and damaged: {error}."
    if isinstance(error, OSError):
        return f"the server cannot be reached: {error.strerror or error}."
    return f"this is no answer of a web server: {type(error).__name__}: {error}."


def _body(response: http.client.HTTPResponse, to: Target) -> Iterator[bytes]:
    """The body in pieces, unpacked. Raises RejectedInput where it is larger than it may be, or packed in an unknown way."""
    packing = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if packing not in ("identity", "", *PACKED):
        what = f"the answer is packed as {packing!r}, which was not asked for."
        raise RejectedInput(what, location=to.url, remedy="Save the page and give the file.")
    length = response.getheader("Content-Length") or ""
    expected = int(length) if length.isdecimal() and not response.chunked else None
    _check(expected or 0, 0, to)
    unpack = _Unpacked() if packing in PACKED else None
    packed = unpacked = 0
    while expected is None or packed < expected:
        piece = response.read1(PIECE)
        if not piece:
            break
        packed += len(piece)
        for out in (piece,) if unpack is None else unpack.feed(piece):
            unpacked += len(out)
            _check(unpacked, packed, to)
            yield out
    if (expected is not None and packed < expected) or (unpack is not None and not unpack.complete):
        raise http.client.IncompleteRead(b"")


def _check(size: int, packed: int, to: Target) -> None:
    remedy = "Fetch it yourself, if you trust it, and give the file."
    if size > limits.MAX_FETCHED:
        what = f"it is larger than {limits.MAX_FETCHED} bytes."
        raise RejectedInput(what, location=to.url, remedy=remedy)
    if packed and size > max(limits.RATIO_FROM, limits.MAX_RATIO * packed):
        what = f"what comes out of the answer is over {limits.MAX_RATIO} times its own size."
        raise RejectedInput(what, location=to.url, remedy=remedy)


class _Unpacked:
    """Unpacks gzip and deflate in pieces of bounded size; several gzip members after one another are one."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(AUTOMATIC)
        self._begun = False

    @property
    def complete(self) -> bool:
        """Whether the packed stream has come to its end; nothing at all is complete too."""
        return self._inflate.eof or not self._begun

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """What comes out of a piece."""
        while True:
            out = self._decompress(piece)
            if out:
                yield out
            piece = self._inflate.unconsumed_tail
            if self._inflate.eof:
                piece = self._inflate.unused_data
                if not piece:
                    return
                self._inflate, self._begun = zlib.decompressobj(AUTOMATIC), False
            elif not piece and len(out) < PIECE:
                return

    def _decompress(self, piece: bytes) -> bytes:
        try:
            out = self._inflate.decompress(piece, PIECE)
        except zlib.error:
            if self._begun:
                raise
            # Some servers send deflate without its header.
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
            out = self._inflate.decompress(piece, PIECE)
        self._begun = True
        return out
