"""Using our pages in a real Chromium: by key, by touch, enlarged, in another script, and taking charts away as images."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .conftest import serve
from .test_in_chromium import PAGES

pytestmark = pytest.mark.browser

ARABIC = "\u0639\u0644\u064a \u0627\u0644\u0645\u062b\u0627\u0644"
TEXT = "The first words. The speaker said that the words stand here.\n"
MARKED = f"""
update articles set text = '{TEXT}' where id = 'return-to-chaos';
delete from attribution_spans where attribution_id in (select id from attributions where article_id = 'return-to-chaos');
insert into attribution_spans values
    ('003-kh-member-victim', 'source', 0, 17, 28, 'The speaker'),
    ('003-kh-member-victim', 'content', 0, 34, 59, 'that the words stand here');
update actors set name = '{ARABIC} (x)' where id = 'ali-shamkhani';
"""


@pytest.fixture(scope="module")
def marked(demo: Path, metadata: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The case with a text of our own, in which one statement is marked, and a name in another script."""
    path = tmp_path_factory.mktemp("marked") / "marked.db"
    shutil.copy(demo, path)
    with closing(sqlite3.connect(path)) as db:
        db.executescript(MARKED)
    yield from serve(path, metadata)


@pytest.mark.parametrize(("kind", "begins"), [("SVG", b"<svg"), ("PNG", b"\x89PNG")], ids=["svg", "png"])
def test_a_chart_can_be_taken_away(
    browser: Browser, site: str, tmp_path: Path, kind: str, begins: bytes
) -> None:
    page = browser.new_page(accept_downloads=True)
    page.goto(site + PAGES["framing"])
    figure = page.locator("figure.chart").first
    figure.locator("svg").wait_for()
    with page.expect_download() as waiting:
        figure.get_by_role("button", name=kind).click()
    waiting.value.save_as(tmp_path / "chart")
    assert (tmp_path / "chart").read_bytes().startswith(begins)
    assert waiting.value.suggested_filename == f"framing_by_outlet.{kind.lower()}"
    for name in ("SQL", "JSON", "open in datasette-vega"):
        assert figure.get_by_role("link", name=name).count() == 1
    page.close()


def test_a_mark_leads_to_its_rows_and_so_does_the_table(browser: Browser, site: str) -> None:
    page = browser.new_page()
    page.goto(site + PAGES["framing"])
    figure = page.locator("figure.chart").first
    bar = figure.locator("svg .mark-rect path").first
    bar.wait_for()
    bar.hover()
    page.locator("#vg-tooltip-element.visible").wait_for()
    assert "Utterances" in page.locator("#vg-tooltip-element").inner_text()
    behind = figure.locator("tbody a").first.get_attribute("href")
    bar.click()
    page.wait_for_url("**/framings_by_outlet?**")
    assert behind
    assert page.locator("table.rows-and-columns tbody tr").count() > 0
    page.close()


def test_marked_text_tells_by_key_and_touch(browser: Browser, marked: str) -> None:
    context = browser.new_context(has_touch=True, java_script_enabled=True)
    page = context.new_page()
    page.goto(marked + PAGES["article"])
    number = page.locator("button.ref")
    assert number.count() == 1
    number.focus()
    page.keyboard.press("Enter")
    detail = page.locator(".detail:popover-open")
    told = detail.inner_text()
    assert "Kataib Hezbollah" in told
    assert "insinuate" in told or "accuse" in told
    assert "curated" in told
    page.keyboard.press("Escape")
    assert detail.count() == 0
    number.tap()
    assert detail.count() == 1
    assert "curated" in (page.locator(".text mark.content").first.get_attribute("title") or "")
    context.close()


def test_another_script_stands_apart(browser: Browser, marked: str) -> None:
    page = browser.new_page()
    page.goto(marked + PAGES["actor"].replace("mustafa-al-kadhimi", "ali-shamkhani"))
    heading = page.locator("h1")
    assert heading.inner_text().startswith(ARABIC)
    assert heading.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"
    named = page.locator("figure.said .speaker a").first
    assert named.evaluate("element => getComputedStyle(element).unicodeBidi") == "isolate"
    page.close()


@pytest.mark.parametrize("name", PAGES)
def test_enlarged_to_twice_its_size(browser: Browser, site: str, name: str) -> None:
    """1280 pixels at 200 % are 640 pixels to the page: nothing is cut off, and nothing scrolls sideways."""
    context = browser.new_context(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page = context.new_page()
    page.goto(site + PAGES[name])
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
    context.close()
