"""A case whose every text is an attack, in a real Chromium: it is shown as text, and nothing of it runs."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser
from tests.contract.conftest import HOSTILE, HOSTILE_URL, spoil

from .conftest import serve
from .test_in_chromium import PAGES, Watched

pytestmark = pytest.mark.browser

CHART = {
    "title": HOSTILE,
    "sentence": HOSTILE,
    "sql": f"select '{HOSTILE_URL}' as url, '<img src=x onerror=alert(1)>' as label, 3 as n",
    "columns": {"label": HOSTILE},
    "spec": {
        "description": HOSTILE,
        "title": HOSTILE,
        "mark": {"type": "bar", "tooltip": True},
        "encoding": {
            "x": {"field": "n", "type": "quantitative"},
            "y": {"field": "label"},
            "href": {"field": "url"},
        },
    },
}
SITE = {"plugins": {"datasette-hearsay": {"charts": {"one": CHART}}}}
ASKED = "".join(f"&{name}={quote(HOSTILE)}" for name in ("act", "speaker_id", "facet", "kind", "_next", "x"))


@pytest.fixture(scope="module")
def hostile(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The case with markup in every free text and script in every address, and a chart of the site's own like that."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copy(demo, folder / "hostile.db")
    spoil(folder / "hostile.db")
    (folder / "metadata.yml").write_text(yaml.safe_dump(SITE), "utf-8")
    yield from serve(folder / "hostile.db", folder / "metadata.yml")


@pytest.mark.parametrize(
    "path",
    [
        *(PAGES[name] for name in PAGES if name != "charts"),
        "/charts/one",
        f"/search?q={quote(HOSTILE)}{ASKED}",
        f"/match?q={quote(HOSTILE)}",
        f"/discrepancies?facet=drones-launched{ASKED}",
        f"/actor/{quote(HOSTILE, safe='')}",
    ],
    ids=lambda path: path.partition("%")[0] or "overview",
)
def test_nothing_runs(browser: Browser, hostile: str, path: str) -> None:
    context = browser.new_context()
    context.add_init_script("window.alert = (said) => { window.ran = said; }")
    page = context.new_page()
    watched = Watched(page)
    page.goto(hostile + path)
    page.wait_for_load_state("networkidle")
    for mark in page.locator("[data-chart='one'] svg .mark-rect path").all():
        mark.hover()
        page.locator("#vg-tooltip-element.visible").wait_for()
        mark.click()
    page.wait_for_load_state("networkidle")
    # Nobody is called so: Chromium notes that the page itself is a 404.
    unknown = ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
    assert watched.complaints == (unknown if path.startswith("/actor/%") else [])
    assert page.evaluate("window.ran") is None
    assert page.locator("img[src=x], [onerror], a[href^='javascript:' i]").count() == 0
    assert watched.hosts == {urlsplit(hostile).netloc}
    assert "evil 49" not in page.content()
    context.close()
