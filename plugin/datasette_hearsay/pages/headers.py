"""The headers of our answers: what a page may load, and how long it may be kept."""

from __future__ import annotations

import hashlib
import json as plain_json
import secrets
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .. import databases

if TYPE_CHECKING:
    from datasette.app import Datasette

POLICY = (
    "default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
"""Scripts come from this site only, and written into the page only those of Datasette itself, by their hash."""

JSON_TYPE = "application/json; charset=utf-8"

START = secrets.token_hex(8)
"""Settings, plugins and templates change when the server starts again, so what was kept before is asked for again."""


def tag(request: Any, database: Any) -> str | None:
    """The ETag of what is asked for; None where the database may change. Known before anything is read.

    It stands for the file, the whole address, and who asks: a page has their menu, and only the links that they may follow.
    """
    version = databases.version(database)
    if version is None:
        return None
    parts = [START, *version, request.url, request.actor, request.headers.get("cookie")]
    digest = hashlib.sha256(plain_json.dumps(parts, default=str).encode()).hexdigest()
    return f'W/"{digest[:32]}"'


def is_known(request: Any, tag: str | None) -> bool:
    """Whether the reader has what the tag stands for."""
    asked = request.headers.get("if-none-match") or ""
    return tag is not None and tag in [one.strip() for one in asked.split(",")]


def keeping(datasette: Datasette, tag: str | None) -> dict[str, str]:
    """Headers by which an answer may be kept as long as the instance says (Datasette adds that what one person saw is theirs)."""
    if tag is None:
        return {}
    seconds = datasette.setting("default_cache_ttl")
    return {"ETag": tag, "Cache-Control": f"max-age={seconds}" if seconds else "no-cache"}


def html(scripts: Iterable[str]) -> dict[str, str]:
    """Headers of an HTML page. ``scripts`` are the hashes of scripts that stand in the page itself."""
    policy = POLICY.format(scripts=" ".join(f"'{script}'" for script in scripts)).replace(" ;", ";")
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
    }


def json(datasette: Datasette) -> dict[str, str]:
    """Headers of a JSON twin: readable from other sites where the instance says so."""
    cors = {"Access-Control-Allow-Origin": "*"} if datasette.cors else {}
    return {"X-Content-Type-Options": "nosniff", **cors}
