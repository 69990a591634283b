"""Asks a site without a client between: what a request costs the server, in seconds of CPU."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from datasette.app import Datasette


@dataclass(slots=True)
class Asker:
    """One running application. A client of Datasette's own would build it anew for each request on 1.0."""

    app: Any
    taken: list[float] = field(default_factory=list)

    @classmethod
    def of(cls, datasette: Datasette) -> Asker:
        """The application of an instance that has started."""
        return cls(datasette.app())

    async def get(self, address: str) -> bytes:
        """The body of the answer; its CPU is added to ``taken``.

        Raises RuntimeError when the page does not answer, because the time of an error means nothing.
        """
        path, _, query = address.partition("?")
        scope = {
            "type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "path": unquote(path),
            "raw_path": path.encode(), "query_string": query.encode(), "headers": [(b"host", b"localhost")],
            "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
        }  # fmt: skip
        status, body = 0, b""

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: dict[str, Any]) -> None:
            nonlocal status, body
            status = message.get("status", status)
            body += message.get("body", b"")

        # os.times() counts in steps of 10 ms, which is as long as a page may take.
        before = time.process_time()
        await self.app(scope, receive, send)
        self.taken.append(time.process_time() - before)
        if status != 200:
            raise RuntimeError(f"{address} answers {status}")
        return body
