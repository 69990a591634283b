"""A web server on this machine, for the tests of what is fetched: it answers as it is told, and remembers what it was asked."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.fetching.copies import Copies
from hearsay_to_sqlite.fetching.fetcher import Fetcher, Manners

PAGE = (
    b"<html><head><title>Fire</title></head><body><article><p>Orla Venn said no.</p></article></body></html>"
)
GRANARY = (Path(__file__).parent.parent / "fixtures" / "page" / "granary.html").read_bytes()
OWN = GRANARY.replace(b'<link rel="canonical"', b'<link rel="other"').replace(b"ClaimReview", b"Thing")
"""A page that gives itself no address, so that it has the one that it was fetched from."""

EDITED = OWN.replace(b"four fires", b"five fires")
STORY = (
    b"Bridge stays closed\n\nEngineer Lise Brandt said that the old bridge would stay closed until spring.\n"
)


@dataclass
class Reply:
    """What is answered at a path; ``raw`` is sent instead of everything else, in pieces with ``delay`` between them."""

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    raw: tuple[bytes, ...] = ()
    delay: float = 0.0


@dataclass
class Site:
    """The server: its replies by path, and the requests that came, in their order."""

    port: int
    pages: dict[str, Reply | Callable[[dict[str, str]], Reply]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self, robots: bool = False) -> list[str]:
        """The paths that were asked for; robots.txt only where that is wanted."""
        return [path for path, _ in self.asked if robots or path != "/robots.txt"]


@contextmanager
def site() -> Iterator[Site]:
    """A server that runs while the block does."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            here.asked.append((self.path, headers))
            found = here.pages.get(self.path, Reply(status=404))
            reply = found if isinstance(found, Reply) else found(headers)
            with suppress(OSError):
                if reply.raw:
                    for piece in reply.raw:
                        self.wfile.write(piece)
                        if here.over.wait(reply.delay):
                            return
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                self.send_response(reply.status)
                if "Content-Length" not in reply.headers:
                    self.send_header("Content-Length", str(len(reply.body)))
                if reply.kind:
                    self.send_header("Content-Type", reply.kind)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False
    here = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield here
    finally:
        here.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def refusal(fetch: Callable[[str], object], url: str) -> str:
    """Why an address is refused; what to do about it is always said too."""
    with pytest.raises(RejectedInput) as caught:
        fetch(url)
    assert caught.value.remedy
    return str(caught.value)


def fetcher(folder: Path, **manners: Any) -> Fetcher:
    """A fetcher without pauses, with other manners than the usual ones."""
    return Fetcher(Copies(folder / "t.db"), manners=replace(Manners(0), **manners))
