"""The headers of our answers: what a page may load, and how long it may be kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datasette.app import Datasette

POLICY = (
    "default-src 'none'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
"""Scripts come from this site only, and written into the page only those of Datasette itself, by their hash."""


def html(datasette: Datasette, database: Any, scripts: Iterable[str]) -> dict[str, str]:
    """Headers of an HTML page. ``scripts`` are the hashes of scripts that stand in the page itself."""
    policy = POLICY.format(scripts=" ".join(f"'{script}'" for script in scripts)).replace(" ;", ";")
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        **_keeping(datasette, database),
    }


def json(datasette: Datasette, database: Any) -> dict[str, str]:
    """Headers of a JSON twin: readable from other sites where the instance says so."""
    cors = {"Access-Control-Allow-Origin": "*"} if datasette.cors else {}
    return {"X-Content-Type-Options": "nosniff", **cors, **_keeping(datasette, database)}


def _keeping(datasette: Datasette, database: Any) -> dict[str, str]:
    """An immutable database may be kept as long as the instance says; anything else is asked for again."""
    if database is None or database.is_mutable:
        return {}
    seconds = datasette.setting("default_cache_ttl")
    return {"Cache-Control": f"max-age={seconds}"} if seconds else {}
