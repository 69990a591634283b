"""A site's own charts: the example of docs/charts.md as it stands, and everything that can be wrong with one."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from datasette.app import Datasette
from datasette.utils import StartupError

from datasette_hearsay import compat, site_charts
from datasette_hearsay.charts import ChartError
from datasette_hearsay.pages.routes import PAGES

DOCS = Path(__file__).parents[2] / "docs" / "charts.md"
BASE = "/-/hearsay/small"


def example() -> dict[str, Any]:
    """The metadata in the documentation."""
    [block] = re.findall(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    loaded: dict[str, Any] = yaml.safe_load(block)
    return loaded


def own(**changes: Any) -> dict[str, Any]:
    """Metadata with one chart, changed in these keys; None leaves a key out."""
    chart = {"title": "T", "sql": "select 1 as n", "spec": {"mark": "bar"}, **changes}
    given = {key: value for key, value in chart.items() if value is not None}
    return {"plugins": {site_charts.PLUGIN: {"charts": {"one": given}}}}


async def serve(path: Path, metadata: dict[str, Any]) -> Datasette:
    """An instance with this metadata, as each Datasette wants it."""
    one = compat.is_one(Datasette())
    datasette = Datasette([str(path)], **{"config" if one else "metadata": copy.deepcopy(metadata)})
    await datasette.invoke_startup()
    return datasette


async def charts(site: Datasette, path: str) -> dict[str, Any]:
    """The site's charts in the JSON twin of one of our pages, by name."""
    answer = await site.client.get(BASE + path)
    assert answer.status_code == 200, answer.text
    return {chart["name"]: chart for chart in answer.json()["own_charts"]}


@pytest.mark.asyncio
async def test_the_documented_example(case_db: Path) -> None:
    site = await serve(case_db, example())
    page = await charts(site, "/charts/tone.json")
    assert list(page) == ["acts-by-outlet", "threats"]
    first = page["acts-by-outlet"]
    for row in first["rows"]:
        url = (
            row["url"]
            .removeprefix("http://localhost")
            .replace("statements?", "statements.json?_shape=array&")
        )
        behind = (await site.client.get(url)).json()
        assert len({found["utterance_key"] for found in behind}) == row["utterances"]
    assert page["threats"]["rows"]
    assert first["vega_url"].endswith("g.y_column=outlet&g.y_type=nominal")
    denied = (await charts(site, "/charts/acts-by-outlet.json?act=deny"))["acts-by-outlet"]["rows"]
    assert denied == [row for row in first["rows"] if row["act"] == "deny"]
    assert list(await charts(site, ".json")) == ["acts-by-outlet"]
    speakers = await charts(site, "/claim/attempt.json")
    links = [row["url"] for row in speakers["speakers-of-this-claim"]["rows"]]
    assert f"http://localhost{BASE}/actor/ilva-torrent" in links
    html = (await site.client.get(f"{BASE}/charts/tone")).text
    assert html.count('class="chart"') == 2
    assert '<a href="/-/hearsay/small/charts" aria-current="page">Charts</a>' in html
    listed = (await site.client.get(f"{BASE}/charts.json")).json()
    assert [found["title"] for found in listed["pages"]] == ["The tone of each outlet"]
    assert len(listed["each"]) == 3


@pytest.mark.parametrize(
    ("metadata", "message"),
    [
        (own(spec=None), "charts.one.spec is missing"),
        (own(sql=None), "charts.one needs either sql or query (the name of a stored query)"),
        (own(query="x"), "charts.one needs either sql or query (the name of a stored query)"),
        (own(sql="delete from claims"), "charts.one.sql: Statement must be a SELECT"),
        (own(sql=["select 1"]), "charts.one.sql must be text"),
        (own(colour="red"), "charts.one.colour is not known; known are title, sentence, sql, query"),
        (own(spec={"mark": "bar", "data": {"url": "https://elsewhere.example/"}}), "charts.one.spec.data: the rows of"),
        (own(spec={"layer": [{"mark": "bar", "data": {"url": "x"}}]}), "charts.one.spec.data: the rows of"),
        (own(spec={"encoding": {}}), "charts.one.spec needs a mark"),
        (own(rows={"view": "statements", "of": {}}), "charts.one.rows must hold view and by"),
        (own(rows={"page": "nowhere", "id": "id"}), "charts.one.rows.page: there is no page 'nowhere'"),
        (own(shown_on=["overview", "front"]), "charts.one.shown_on: there is no page 'front'"),
        ({"plugins": {site_charts.PLUGIN: {"pages": {"p": {"title": "P", "charts": ["x"]}}}}}, "pages.p.charts: there is no chart 'x'; there are none"),
        ({"plugins": {site_charts.PLUGIN: {"charts": {"a b": {}}}}}, "charts.a b: a name is letters"),
        ({"plugins": {site_charts.PLUGIN: ["charts"]}}, "plugins.datasette-hearsay must be a mapping of charts, pages"),
    ],
)  # fmt: skip
def test_a_wrong_chart_is_named_by_its_key(metadata: dict[str, Any], message: str) -> None:
    with pytest.raises(ChartError, match=re.escape(message)):
        site_charts.read(metadata["plugins"][site_charts.PLUGIN])


@pytest.mark.asyncio
async def test_a_wrong_chart_stops_the_server_as_it_starts(case_db: Path) -> None:
    with pytest.raises(StartupError, match=r"plugins\.datasette-hearsay\.charts\.one\.spec is missing"):
        await serve(case_db, own(spec=None))


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("select * from nowhere", "plugins.datasette-hearsay.charts.one.sql: no such table: nowhere"),
        ("select x'00ff' as n, 9e999 as m, '<b>' as t", None),
        ("select 'javascript:alert(1)' as url, '</script><script>alert(1)</script>' as t", None),
    ],
)
async def test_what_rows_may_hold(case_db: Path, sql: str, said: str | None) -> None:
    site = await serve(case_db, own(sql=sql, shown_on=["overview"]))
    chart = (await charts(site, ".json"))["one"]
    html = (await site.client.get(BASE)).text
    if said:
        assert (chart["rows"], chart["empty"]) == ([], said)
        assert said in html
    else:
        assert [value for value in chart["rows"][0].values() if value is not None] in (
            ["<b>"],
            [chart["rows"][0]["t"]],
        )
        assert "<b>" not in html
        assert "<script>alert" not in html
        assert 'href="javascript:' not in html


@pytest.mark.asyncio
async def test_a_chart_keeps_to_what_may_be_seen(case_db: Path) -> None:
    metadata = own(sql="select count(*) as n from FACETS", shown_on=["overview"])
    metadata["plugins"][site_charts.PLUGIN]["charts"]["two"] = {
        "title": "T",
        "query": "facets_by_article",
        "spec": {"mark": "bar"},
        "shown_on": ["overview"],
    }
    seen = await serve(case_db, metadata)
    assert list(await charts(seen, "/corrections.json")) == []
    assert list(await charts(seen, "/charts/one.json")) == ["one"]
    metadata["databases"] = {
        "small": {"tables": {"facets": {"allow": {"id": "root"}}, "discrepancies": {"allow": False}}}
    }
    site = await serve(case_db, metadata)
    for name in ("one", "two"):
        for ending in ("", ".json"):
            assert (await site.client.get(f"{BASE}/charts/{name}{ending}")).status_code == 403
    root = {"ds_actor": site.sign({"a": {"id": "root"}}, "actor")}
    assert (await site.client.get(f"{BASE}/charts/one", cookies=root)).status_code == 200
    listed = (await site.client.get(f"{BASE}/charts.json")).json()
    assert listed["each"] == []


@pytest.mark.asyncio
async def test_a_site_without_charts_has_no_page_of_them(case_db: Path) -> None:
    site = await serve(case_db, {})
    assert (await site.client.get(f"{BASE}/charts")).status_code == 404
    assert "/charts" not in (await site.client.get(BASE)).text


def test_pages_that_a_chart_may_stand_on_are_all_that_there_are() -> None:
    assert {page.name for page in PAGES} - {"charts"} == site_charts.PAGES


def run(*words: str) -> str:
    """What Datasette's command says."""
    command = [sys.executable, "-m", "datasette", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return done.stdout + done.stderr


def test_an_error_names_the_file_that_was_given(case_db: Path, tmp_path: Path) -> None:
    """Through our command too, which hands on a copy where the file describes a database of another name."""
    described = {"databases": {"other": own(spec={"mrk": "bar"})}}
    file = tmp_path / "site.json"
    file.write_text(json.dumps(described), encoding="utf-8")
    key = f"{file}: plugins.datasette-hearsay.charts.one.spec needs a mark (or layers of marks)"
    assert key in run("hearsay", "serve", "--no-open", str(case_db), "--metadata", str(file))


def test_an_error_on_a_page_names_the_file_and_not_its_folder(case_db: Path, tmp_path: Path) -> None:
    file = tmp_path / "site.json"
    file.write_text(json.dumps(own(sql="select 1 from nowhere")), encoding="utf-8")
    said = run("serve", str(case_db), "--metadata", str(file), "--get", f"{BASE}/charts/one.json")
    [chart] = json.loads(said)["own_charts"]
    assert chart["empty"] == "site.json: plugins.datasette-hearsay.charts.one.sql: no such table: nowhere"
