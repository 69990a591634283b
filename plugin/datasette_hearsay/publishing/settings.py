"""The settings of Datasette under which a case is shown, at home and to everybody."""

from __future__ import annotations

Setting = bool | int

SHOWN = {
    # Suggested facets cost more than everything else on a table page (measured: 175 ms against 6 ms of CPU).
    "suggest_facets": False,
    "sql_time_limit_ms": 3000,
    "default_facet_size": 20,
    "truncate_cells_html": 400,
}
"""Those under which our pages and views are pleasant to use."""

PUBLIC = {
    # Strangers share the machine: Datasette's own limit, and no answer that is larger than anybody reads.
    "sql_time_limit_ms": 1000,
    "max_returned_rows": 1000,
    "max_csv_mb": 100,
    # The file holds nothing that its pages do not show, and whoever cites it needs it.
    "allow_download": True,
}
ONLY_ONE = {"allow_signed_tokens": False}
"""Those that Datasette 0.65 does not know, and refuses."""


def public(allow_sql: bool) -> dict[str, Setting]:
    """The settings of a published site, as both Datasettes know them; ``allow_sql`` lets anybody send SQL of their own."""
    return {**SHOWN, **PUBLIC, "default_allow_sql": allow_sql}


def written(value: Setting) -> str:
    """A setting as the command line has it.

    >>> written(False), written(1000)
    ('off', '1000')
    """
    return ("on" if value else "off") if isinstance(value, bool) else str(value)
