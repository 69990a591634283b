"""The stored queries: each runs on both Datasettes, answers what it says, and carries a chart that can be drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
from datasette.app import Datasette

from datasette_hearsay import queries
from datasette_hearsay.sqlfiles import SqlFile

MARKS = {"bar", "line", "circle"}
TYPES = {"quantitative", "quantitative-bin", "temporal", "temporal-bin", "ordinal", "nominal"}
ANSWERS: dict[str, tuple[str, str, list[tuple[Any, ...]]]] = {
    "a framing by part of its name": (
        "who_voices_a_framing?framing=outside",
        "speaker words outlet source_kind",
        [("Coast League", "strangers from across the bay", "Velia Courier", "collective")],
    ),
    "whom somebody accuses": (
        "who_blames_whom?accuser=coast-league",
        "accuser act target voice",
        [("Coast League", "accuse", "Strangers from across the bay", "speaker")],
    ),
    "an id is meant exactly": (
        "said_and_withheld?actor=dockers-union",
        "kind act polarity article_id",
        [("withheld", "condemn", "negative", "fire"), ("said", "condemn", "positive", "fire-copy")],
    ),
    "one reaction in every outlet, side by side": (
        "reaction_by_outlet?actor=Doch",
        "act words wording utterance_key",
        [
            ("accuse", "That Lunn threatened the guild.", "original", "doubts-dosh-complains"),
            ("deny", "That the guild did not do it.", "original", "doubts-dosh-denies"),
            ("condemn", "if it was real", "original", "utt-dosh-condemns"),
            ("condemn", "Condemns the fire.", "back-translated", "utt-dosh-condemns"),
            ("accuse", "acting the victim", "original", "utt-dosh-victim"),
            ("accuse", "playing the wounded", "back-translated", "utt-dosh-victim"),
        ],
    ),
    "a facet": (
        "facets_by_article?facet=union-reaction",
        "article_id value difference",
        [("fire", "did not condemn", None), ("fire-copy", "condemned", "translation-error")],
    ),
    "contradicted in one article": (
        "contradicted_in_the_same_article?article=doubts",
        "speaker other_speaker how claim_id",
        [("Teodor Lunn", "Marek Dosh", "asserted and denied", "guild-did-it")],
    ),
    "threats": (
        "who_threatened_whom?actor=guild",
        "speaker target words",
        [
            ("Teodor Lunn", "Harbour Guild", "close the harbour"),
            ("Teodor Lunn", "Harbour Guild", "the guild will pay for this"),
        ],
    ),
    "condemnations": (
        "who_condemned",
        "speaker manner article_id",
        [
            ("Dockers’ union", "not at all", "fire"),
            ("Marek Dosh", "on a condition", "fire"),
            ("Dockers’ union", "outright", "fire-copy"),
            ("Marek Dosh", "outright", "fire-copy"),
        ],
    ),
    "in order of time, the undated last": (
        "in_order_of_time?actor=ilva-torrent",
        "said_on medium via article_id",
        [
            ("2020-03-03", "interview", "Radio Velia", "doubts"),
            ("2020-03-03", None, None, "fire"),
            ("2020-03-03", "interview", "Radio Velia", "fire"),
            (None, None, None, "fire-copy"),
        ],
    ),
    "sourcing": (
        "sourcing_by_article?article=Doubts",
        "kind statements share",
        [
            ("named", 5, 0.714),
            ("document", 0, 0.0),
            ("collective", 0, 0.0),
            ("anonymous", 2, 0.286),
            ("nobody named", 0, 0.0),
            ("the article itself", 0, 0.0),
        ],
    ),
    "spellings": (
        "spellings_by_outlet?actor=Lunn",
        "name mentions outlet",
        [("Lunn", 1, "Bay Herald"), ("Teodor Lunn", 1, "Velia Courier")],
    ),
    "everything somebody said about a claim": (
        "everything_said_about_a_claim?actor=marek-dosh&claim=guild",
        "stance words article_id",
        [("denies", "That the guild did not do it.", "doubts")],
    ),
    "what the copy changed": (
        "what_the_copy_changed?article=fire-copy",
        "kind words",
        [
            ("name-changed", "Mayor Elva Torent"),
            ("number-changed", "Two barrels were thrown at the office"),
            ("hedge-lost", "condemned the fire and"),
            ("quote-changed", "playing the wounded"),
            ("negation-changed", "The union of dockers condemned the attack"),
            ("omitted", None),
        ],
    ),
    "claims by outlet": (
        "claims_by_outlet?claim=guild-did-it",
        "outlet stance utterances mentions",
        [
            ("Bay Herald", "asserts", 1, 1),
            ("Bay Herald", "denies", 1, 1),
            ("Velia Courier", "asserts", 1, 1),
            ("Velia Courier", "withholds", 1, 1),
        ],
    ),
    "acts by day": (
        "acts_by_day?act=assert",
        "day utterances mentions",
        [("2020-03-03", 2, 3), (None, 6, 6)],
    ),
    "where a claim came first": (
        "where_a_claim_came_first?claim=staged",
        "speaker happened_on ties claim_origin",
        [("Marek Dosh", "2020-03-04", 1, "curated")],
    ),
    "nothing fits": ("who_condemned?actor=nobody-at-all", "speaker", []),
}


@pytest.fixture
def site(case_db: Path) -> Datasette:
    """A site over the invented case."""
    return Datasette([str(case_db)])


def test_there_is_an_answer_for_every_query() -> None:
    assert {path.split("?")[0] for path, _, _ in ANSWERS.values()} == {query.name for query in queries.ours()}


@pytest.mark.asyncio
@pytest.mark.parametrize(("path", "columns", "expected"), ANSWERS.values(), ids=ANSWERS)
async def test_answers(site: Datasette, path: str, columns: str, expected: list[tuple[Any, ...]]) -> None:
    name, _, parameters = path.partition("?")
    response = await site.client.get(f"/small/{name}.json?_shape=array&{parameters}")
    assert response.status_code == 200, response.text
    assert [tuple(row[column] for column in columns.split()) for row in response.json()] == expected


@pytest.mark.asyncio
@pytest.mark.parametrize("query", queries.ours(), ids=lambda query: query.name)
async def test_a_chart_names_columns_and_types_that_are_there(site: Datasette, query: SqlFile) -> None:
    response = await site.client.get(f"/small/{query.name}.json?_shape=array")
    rows = response.json()
    chart = dict(parse_qsl(query.fragment or ""))
    columns = {value for option, value in chart.items() if option.endswith("_column")}
    assert len(rows) > 1, "datasette-vega draws nothing for a single row"
    assert columns <= set(rows[0])
    assert chart["g.mark"] in MARKS
    assert {chart["g.x_type"], chart["g.y_type"]} <= TYPES
    for axis in "xy":
        if chart[f"g.{axis}_type"] == "quantitative":
            values = [row[chart[f"g.{axis}_column"]] for row in rows]
            assert {type(value) for value in values} <= {int, float}, "a row without a number is not drawn"
            assert any(values)


@pytest.mark.asyncio
async def test_the_database_page_lists_each_with_its_chart(site: Datasette) -> None:
    response = await site.client.get("/small")
    missing = [
        query.name
        for query in queries.ours()
        if f'href="/small/{query.name}#{query.fragment}"' not in response.text.replace("&amp;", "&")
    ]
    # Datasette 1.0 lists a few and links to all of them.
    listed = response if not missing else await site.client.get("/small/-/queries?_size=100")
    assert [
        query.title for query in queries.ours() if query.title not in listed.text.replace("&#39;", "'")
    ] == []
    assert len(missing) < len(queries.ours())


@pytest.mark.asyncio
@pytest.mark.parametrize("query", queries.ours(), ids=lambda query: query.name)
async def test_a_page_says_what_to_write_into_each_box(site: Datasette, query: SqlFile) -> None:
    response = await site.client.get(f"/small/{query.name}")
    assert response.status_code == 200
    assert query.description[:40] in response.text
    assert query.params
    for param in query.params:
        assert f'name="{param.name}"' in response.text
        assert f"Box {param.name}: {param.label}." in response.text


@pytest.mark.asyncio
async def test_the_site_s_own_query_wins(case_db: Path) -> None:
    own = {"databases": {"small": {"queries": {"who_condemned": {"sql": "select 'our own' as answer"}}}}}
    kept = {"metadata": own} if not hasattr(Datasette, "add_query") else {"config": own}
    site = Datasette([str(case_db)], **kept)
    response = await site.client.get("/small/who_condemned.json?_shape=array")
    assert response.json() == [{"answer": "our own"}]
    other = await site.client.get("/small/who_threatened_whom.json?_shape=array")
    assert len(other.json()) == 2


@pytest.mark.asyncio
async def test_other_databases_get_none() -> None:
    site = Datasette([], memory=True)
    response = await site.client.get("/_memory/who_condemned.json")
    assert response.status_code == 404


@pytest.mark.asyncio
async def test_they_run_on_an_immutable_database_and_where_sql_of_one_s_own_is_off(case_db: Path) -> None:
    site = Datasette([], immutables=[str(case_db)], settings={"default_allow_sql": False})
    response = await site.client.get("/small/who_condemned.json?_shape=array")
    assert len(response.json()) == 4


@pytest.mark.asyncio
async def test_what_one_may_not_see_no_query_of_ours_shows(case_db: Path) -> None:
    own = {"who_condemned": {"sql": "select 'our own' as answer"}}
    hidden = {"statements": {"allow": {"id": "editor"}}}
    rules = {"databases": {"small": {"tables": hidden, "queries": own}}}
    site = Datasette([str(case_db)], **{"config" if hasattr(Datasette, "add_query") else "metadata": rules})
    address = "/small/who_threatened_whom.json?_shape=array"
    assert (await site.client.get(address)).status_code == 403
    assert (await site.client.get(address.replace(".json", ""))).status_code == 403
    editor = {"ds_actor": site.sign({"a": {"id": "editor"}}, "actor")}
    assert len((await site.client.get(address, cookies=editor)).json()) == 2
    assert (await site.client.get("/small/facets_by_article.json")).status_code == 200
    assert (await site.client.get("/small/who_condemned.json")).status_code == 200
    listed = (await site.client.get("/small")).text
    assert "who_threatened_whom" not in listed
    assert "facets_by_article" in listed
