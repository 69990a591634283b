"""Walk the whole site by its own links: whatever we link to answers, in HTML and in JSON, on every kind of database."""

from __future__ import annotations

import asyncio
import re
from collections import deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from datasette.app import Datasette

MOST = {"mutable": 700, "immutable": 200, "base_url": 200}
"""So many pages are visited at the most, nearest first; what the mode changes shows on every page of a kind."""

MOVED = (301, 302)
"""A pull-quote's address leads to the statement that it repeats; where that leads must answer too."""

PREFIX = "/prefix"

OURS = re.compile(r"/-/hearsay(/|$)")


@dataclass
class Page(HTMLParser):
    """What a browser would follow or run on a page."""

    links: list[str] = field(default_factory=list)
    bad: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        for name in ("href", "src", "action", "xlink:href"):
            value = (values.get(name) or "").strip()
            if value.lower().startswith(("javascript:", "data:text", "vbscript:")):
                self.bad.append(f"<{tag} {name}={value[:80]}>")
        self.bad.extend(
            f"<{tag} {name}>" for name in values if name.startswith("on") and "alert" in str(values[name])
        )
        if tag == "img" and values.get("src") == "x":
            self.bad.append("<img src=x>")
        if tag == "a" and values.get("href"):
            self.links.append(str(values["href"]))

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and data.startswith("alert(1)"):
            self.bad.append("<script>alert(1)")


def site(path: Path, mode: str) -> Datasette:
    settings: dict[str, object] = {"suggest_facets": False}
    if mode == "base_url":
        settings["base_url"] = f"{PREFIX}/"
    files = {"immutables": [str(path)]} if mode == "immutable" else {"files": [str(path)]}
    return Datasette(**{"files": [], **files}, settings=settings)


async def walk(datasette: Datasette, starts: list[str], most: int) -> tuple[dict[str, int], list[str]]:
    """Return the status of every page reached from ``starts``, and whatever dangerous was found on ours."""
    await datasette.invoke_startup()
    seen: dict[str, int] = {}
    bad: list[str] = []
    queue = deque(starts)
    while queue and len(seen) < most:
        path = queue.popleft()
        if path in seen:
            continue
        # The client puts the prefix of base_url before every path itself.
        response = await datasette.client.get(path.removeprefix(PREFIX))
        seen[path] = response.status_code
        if response.status_code in MOVED:
            queue.append(urljoin(path, response.headers["location"]))
        if "text/html" not in response.headers.get("content-type", ""):
            continue
        page = Page()
        page.feed(response.text)
        bad.extend(f"{path}: {what}" for what in page.bad)
        if OURS.search(urlsplit(path).path):
            links = (urldefrag(urljoin(path, link)).url for link in page.links)
            queue.extend(link for link in links if not urlsplit(link).netloc and link not in seen)
    return seen, bad


@pytest.mark.parametrize("mode", ["mutable", "immutable", "base_url"])
@pytest.mark.parametrize("kind", ["case", "loaded", "redacted", "hostile"])
def test_every_link_answers(made: dict[str, Path], kind: str, mode: str) -> None:
    home = (PREFIX if mode == "base_url" else "") + f"/-/hearsay/{kind}"
    # Nothing links to a search: it is a form.
    starts = [
        home,
        f"{home}/search?q=the+attack",
        f"{home}/search?q=said+OR+%22&_size=5",
        f"{home}/match?q=the+attack+was+staged",
    ]
    seen, bad = asyncio.run(walk(site(made[kind], mode), starts, MOST[mode]))
    assert {path: status for path, status in seen.items() if status not in (200, *MOVED)} == {}
    assert bad == []
    kinds = {match.group(1) for path in seen if (match := re.search(rf"/-/hearsay/{kind}/(\w+)", path))}
    assert kinds >= {"statement", "claim", "actor", "article", "search", "match", "discrepancies"}
