"""Shows the facts of a page as HTML, inside Datasette's own frame."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from jinja2 import Environment
from markupsafe import Markup

from .. import compat, quoting, vocabulary
from .. import links as addresses
from ..phrasing import day, number, plural, shorten
from ..reading import Row
from . import chart_table, network, remembering
from .page import Data, Page

if TYPE_CHECKING:
    from datasette.app import Datasette

INLINE = re.compile(r"<script[^>]*>(.*?)</script>", re.DOTALL)
NEEDS_EVAL = "/datasette_vega/"
"""datasette-vega's bundle is for table and query pages; it needs eval, which our pages do not allow."""


_overlays: WeakKeyDictionary[Environment, Environment] = WeakKeyDictionary()


class Scripts:
    """Collects the hashes of the scripts that Datasette writes into the page, while it is rendered."""

    def __init__(self) -> None:
        self.hashes: list[str] = []

    def allow(self, script: str) -> str:
        """Let a script through, given as it stands between its tags. Shows nothing itself."""
        digest = base64.b64encode(hashlib.sha256(str(script).encode()).digest()).decode()
        self.hashes.append(f"sha256-{digest}")
        return ""

    def allow_all(self, markup: str) -> str:
        """Let through every script in a piece of Datasette's own HTML."""
        for script in INLINE.findall(str(markup)):
            self.allow(script)
        return ""


def without_eval(urls: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The style sheets or scripts that other plugins add to each page, without those that our pages cannot run."""
    return [url for url in urls if NEEDS_EVAL not in str(url["url"])]


FILTERS: dict[str, Callable[..., Any]] = {
    "web": addresses.web,
    "day": day,
    "number": number,
    "plural": plural,
    "shorten": shorten,
}
"""A filter is called in a third of the time that a function takes; the templates that Datasette renders have them as functions."""


def _context() -> dict[str, Any]:
    return {
        **FILTERS,
        "words": vocabulary.words(),
        "nobody": quoting.NOBODY,
        "without_eval": without_eval,
        "chart_rows": chart_table.rows,
        "network_drawing": network.drawing,
    }


def _environment(datasette: Datasette, request: Any) -> Environment:
    """Datasette's templates, a site's own before ours, without waiting for anything: half the time for tables of many cells."""
    theirs = compat.templates(datasette, request)
    if theirs not in _overlays:
        ours = theirs.overlay(enable_async=False)

        def named(thing: Any, name: str) -> Any:
            return thing[name] if type(thing) is dict and name in thing else theirs.getattr(thing, name)

        # Jinja looks for an attribute of the name before the key of a row, which is what is nearly always meant.
        vars(ours).update(filters={**theirs.filters, **FILTERS}, getattr=named)
        _overlays[theirs] = ours
    return _overlays[theirs]


FRAME = ("title", "page", "_structured", "charts", "own_charts")
"""The facts that the frame needs of a page; of its charts only whether there are any."""


def memory(datasette: Datasette, request: Any, as_json: bool) -> remembering.Memory:
    """Where answers to this request are kept."""
    if as_json:
        return remembering.of(remembering.TWINS, datasette)
    return remembering.of(remembering.BODIES, compat.templates(datasette, request))


def body(
    datasette: Datasette, request: Any, page: Page, data: Data, links: addresses.Links
) -> remembering.Ready:
    """Render what stands in the frame: the same for everybody who may see the page."""
    context = {
        **_context(),
        "page": data,
        "links": links,
        "database": data["database"],
        "json_url": _twin(request),
        "urls": datasette.urls,
    }
    text = _environment(datasette, request).get_template(page.template).render(context)
    facts: dict[str, Any] = {key: data.get(key) for key in FRAME}
    facts |= {"charts": bool(data["charts"]), "own_charts": bool(data["own_charts"])}
    canonical = data["url"].replace(links.base, links.origin, 1)
    return remembering.Ready(text, {"page": facts, "database": data["database"], "canonical": canonical})


async def page(datasette: Datasette, request: Any, ready: remembering.Ready) -> tuple[str, list[str]]:
    """Render the frame round a page; return the HTML and the hashes of the scripts that stand in it."""
    scripts = Scripts()
    # The templates escape; this only keeps Datasette's own template from doing it again.
    own = {**ready.facts, "scripts": scripts, "json_url": _twin(request), "body": Markup(ready.text)}
    shown: str = await datasette.render_template("hearsay/base.html", {**_context(), **own}, request=request)
    return _in_english(shown), scripts.hashes


async def cases(datasette: Datasette, request: Any, data: Data) -> tuple[str, list[str]]:
    """Render the list of cases; return the HTML and the hashes of the scripts that stand in it."""
    scripts = Scripts()
    context = {**_context(), "page": data, "scripts": scripts, "json_url": _twin(request)}
    shown: str = await datasette.render_template("hearsay/cases.html", context, request=request)
    return _in_english(shown), scripts.hashes


async def error(
    datasette: Datasette, request: Any, message: str, status: int, notices: list[Row]
) -> tuple[str, list[str]]:
    """Render a readable page for what is not there, or not any more; return the HTML and the hashes of its scripts."""
    scripts = Scripts()
    context = {
        **_context(),
        "message": message,
        "status": status,
        "notices": notices,
        "scripts": scripts,
        "home": datasette.urls.path("/-/hearsay"),
    }
    shown: str = await datasette.render_template("hearsay/error.html", context, request=request)
    return _in_english(shown), scripts.hashes


def _in_english(shown: str) -> str:
    """Say which language the page is in: the frame of Datasette 0.65 does not, and screen readers need it."""
    return shown.replace("<html>", '<html lang="en">', 1)


def _twin(request: Any) -> str:
    """The address of the JSON twin of the page asked for."""
    path: str = request.path.rstrip("/")
    return path + ".json" + (f"?{request.query_string}" if request.query_string else "")
