"""The site's own charts: all that there are, one alone, or a page of them as the site's metadata puts them together."""

from __future__ import annotations

from datasette import Forbidden

from .. import site_charts
from ..reading import Reader
from .page import Ask, Data, NotFound, Page


def build(reader: Reader, ask: Ask) -> Data:
    """Gather the page. The query string may give values for the parameters of the SQL."""
    name = ask.parts.get("name")
    if name is None:
        return _all(reader, ask)
    page = ask.site.pages.get(name)
    own = ask.site.charts.get(name)
    if page is None and own is None:
        raise NotFound("There is no chart and no page of charts of this name")
    if not ask.own_charts:
        raise Forbidden("You may not see what this page shows")
    title, description = (page.title, page.description) if page else (ask.own_charts[0].chart.title, "")
    return {
        "title": title,
        "description": description,
        "url": reader.links.page("charts", name),
        "own_charts": [
            site_charts.drawn(reader, chart, {key: ask.text(key) for key in ask.query})
            for chart in ask.own_charts
        ],
    }


def _all(reader: Reader, ask: Ask) -> Data:
    """Every page and chart that the reader may see, to choose from."""
    if not ask.site.charts:
        raise NotFound("This site has no charts of its own")
    seen = {chart.chart.name: chart.chart for chart in ask.own_charts}
    pages = [page for page in ask.site.pages.values() if seen.keys() & set(page.charts)]
    return {
        "title": "Charts",
        "description": "",
        "url": reader.links.page("charts"),
        "own_charts": [],
        "pages": [
            {
                "title": page.title,
                "description": page.description,
                "url": reader.links.page("charts", page.name),
            }
            for page in pages
        ],
        "each": [
            {"title": chart.title, "description": chart.sentence, "url": reader.links.page("charts", name)}
            for name, chart in seen.items()
        ],
    }


PAGE = Page("charts", "/charts(?:/(?P<name>[^/.]+))?", (), build)
