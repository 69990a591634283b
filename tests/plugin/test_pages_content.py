"""What the pages say: quotation marks where due, machine finds badged, copies not counted, permissions asked."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import AsyncIterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from datasette.app import Datasette

from datasette_hearsay import quoting

BASIS = (
    "This case rests on 3 texts, 2 of them independent of one another, 1 machine-translated, "
    "origin inferred for 1; 83 % of its 24 statements are marked as reviewed."
)
TAGS = re.compile(r"<[^>]+>")


@pytest_asyncio.fixture
async def site(case_db: Path) -> AsyncIterator[Datasette]:
    """The invented case, as it is."""
    datasette = Datasette([str(case_db)])
    await datasette.invoke_startup()
    yield datasette


async def text(datasette: Datasette, path: str) -> str:
    """What a reader sees of a page, on one line."""
    response = await datasette.client.get(f"/-/hearsay/small{path}")
    assert response.status_code == 200
    main = response.text.partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(TAGS.sub(" ", main)).split())


async def facts(datasette: Datasette, path: str) -> Any:
    """The JSON twin of a page."""
    return (await datasette.client.get(f"/-/hearsay/small{path}.json")).json()


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ({"quotation": "Q", "wording": "original"}, ("Q", True, None)),
        ({"quotation": "Q", "wording": "translated"}, ("Q", True, "in The Paper’s translation")),
        (
            {"quotation": "Q", "wording": "machine-translated", "route": "ar→en"},
            ("Q", False, "as rendered by The Paper (machine translation, ar→en)"),
        ),
        (
            {"quotation": "Q", "wording": "unknown"},
            ("Q", False, "as rendered by The Paper (whether these are the original words is not known)"),
        ),
        ({"gist": "G", "content_text": "C", "wording": "original"}, ("G", False, "in our words")),
        (
            {"content_text": "C", "wording": "original"},
            ("C", False, "reported by The Paper, not quoted"),
        ),
        ({"wording": "original"}, (None, False, "the words are not in this file")),
    ],
    ids=["original", "translated", "by-machine", "unknown", "gist", "report", "nothing"],
)
def test_quotation_marks_only_where_they_are_due(row: dict[str, Any], shown: tuple[Any, ...]) -> None:
    found = quoting.present({"outlet": "The Paper", **row})
    assert (found["text"], found["marks"], found["label"]) == shown


@pytest.mark.asyncio
async def test_overview_in_order(site: Datasette) -> None:
    page = await text(site, "")
    places = [
        page.index(words)
        for words in (
            BASIS,
            "How the texts descend from one another",
            "Where the accounts part",
            "Not conflicts: errors of translation",
            "Who accuses whom",
            "In the articles’ own voice",
            "Statements by day",
            "Claims by outlet",
            "Framings by outlet",
            "Sourcing",
            "Corrections and method",
        )
    ]
    assert places == sorted(places)


@pytest.mark.asyncio
async def test_an_original_speaks_for_its_copies(site: Datasette) -> None:
    accusations = (await facts(site, ""))["accusations"]["sentences"]
    [victim] = [row for row in accusations if row["utterance_id"] == "utt-dosh-victim"]
    assert (victim["id"], victim["mentions"], victim["independent_articles"]) == ("fire-dosh-victim", 2, 1)
    assert victim["shown"] == {
        "text": "acting the victim",
        "kind": "quotation",
        "marks": True,
        "label": None,
    }


@pytest.mark.asyncio
async def test_the_authors_voice_is_apart(site: Datasette) -> None:
    accusations = (await facts(site, ""))["accusations"]
    assert [row["id"] for row in accusations["own_voice"]] == ["fire-courier-blames"]
    assert "fire-courier-blames" not in [row["id"] for row in accusations["sentences"]]


@pytest.mark.asyncio
async def test_translation_errors_are_no_conflicts(site: Datasette) -> None:
    conflicts = (await facts(site, ""))["conflicts"]
    [facet] = conflicts["facets"]
    assert [(facet["facet_id"], answer["value"]) for answer in facet["answers"]] == [
        ("barrels-thrown", "3"),
        ("barrels-thrown", "4"),
    ]
    assert {error["facet_id"] for error in conflicts["translation_errors"]} == {
        "barrels-thrown",
        "union-reaction",
    }


@pytest.mark.asyncio
async def test_a_cell_without_rows_says_not_found(site: Datasette) -> None:
    stances = (await facts(site, ""))["stances"]
    [strangers] = [claim for claim in stances["claims"] if claim["claim_id"] == "strangers-did-it"]
    assert list(strangers["cells"]) == ["velia-courier"]
    assert "not found" in await text(site, "")
    assert "silent" not in (await text(site, "")).partition("not silence")[0]


@pytest.mark.asyncio
async def test_claim_is_titled_as_an_allegation(site: Datasette) -> None:
    page = await text(site, "/claim/staged")
    assert "Allegation: that the mayor lit the fire herself; attributed to Marek Dosh" in page
    assert "No verdict recorded here." in page


@pytest.mark.asyncio
async def test_claim_with_a_verdict_shows_its_publishers_scale(site: Datasette) -> None:
    page = await text(site, "/claim/guild-did-it")
    assert "No verdict recorded here" not in page
    assert "Not proven 2 on a scale from 1 to 5" in page
    assert "Velia Facts" in page


@pytest.mark.asyncio
async def test_claim_shows_what_says_the_same_as_found_by_machine(site: Datasette) -> None:
    data = await facts(site, "/claim/guild-did-it")
    same = [
        (row["claim_id"], row["claim_origin"], row["score"], row["found_by"]) for row in data["same_claims"]
    ]
    assert same == [("p-4be2f06d9a3c4417", "proposed", 0.5, "machine")]
    said = [(row["id"], row["score"], row["found_by"]) for row in data["same_statements"]]
    assert said == [("fire-league-strangers", 0.4, "machine")]
    section = (await text(site, "/claim/guild-did-it")).partition("Said in other words")[2]
    assert "the mayor was unhurt machine-found proposed claim · score 0.5" in section
    assert "machine-found score 0.4" in section
    assert "Said in other words" not in await text(site, "/claim/staged")


@pytest.mark.asyncio
async def test_claim_says_who_reported_whom(site: Datasette) -> None:
    relays = (await facts(site, "/claim/attempt"))["relays"]
    steps = [
        (row["step"], row["from_name"], row["relation"], row["to_name"], row["article_id"])
        for row in relays
        if row["attribution_id"] == "copy-torrent-attempt"
    ]
    assert steps == [
        (4, "Ilva Torrent", "reported by", "Velia Courier", "fire"),
        (5, "Velia Courier", "copied by", "Velia Mirror", "fire-copy"),
    ]
    page = await text(site, "/claim/attempt")
    assert "Velia Courier copied by Velia Mirror" in page.partition("Who reported whom")[2]


@pytest.mark.asyncio
async def test_what_a_machine_proposed_says_so(site: Datasette) -> None:
    assert "proposed by machine" in await text(site, "/claim/p-4be2f06d9a3c4417")
    assert "machine-found" in await text(site, "/statement/b5517e9fd0c64a18")
    assert "machine-found" not in await text(site, "/statement/fire-dosh-victim")


@pytest.mark.asyncio
async def test_differences_between_renderings_are_marked(site: Datasette) -> None:
    [group] = (await facts(site, "/claim/staged"))["renderings"]
    original, copy = group["statements"]
    assert "pieces" not in original
    assert [piece["text"] for piece in copy["pieces"] if piece["changed"]] == ["playing", "wounded"]


@pytest.mark.asyncio
async def test_an_unnamed_source_is_not_added_up(site: Datasette) -> None:
    data = await facts(site, "/actor/anon-fire-member")
    assert (data["acts"], data["claims"], data["charts"][0]["rows"]) == ([], [], [])
    assert [row["id"] for row in data["statements"]] == ["fire-member-insinuates"]


@pytest.mark.asyncio
async def test_no_technique_on_a_person(site: Datasette) -> None:
    assert "T0023" not in await text(site, "/actor/marek-dosh")
    assert "T0023" in await text(site, "/framing/self-staged")


@pytest.mark.asyncio
async def test_the_text_is_whole_and_marked(site: Datasette, case_db: Path) -> None:
    data = await facts(site, "/article/doubts")
    segments = [segment for passage in data["passages"] for segment in passage["segments"]]
    db = sqlite3.connect(case_db)
    [whole] = db.execute("select text from articles where id = 'doubts'").fetchone()
    db.close()
    assert "".join(segment["text"] for segment in segments) == whole
    [inner] = [segment for segment in segments if segment["text"] == "close the harbour"]
    assert inner["nested"] is True
    assert set(inner["ids"]) == {"doubts-dosh-complains", "doubts-lunn-threatens"}


@pytest.mark.asyncio
async def test_an_article_of_nobody_knows_whom_says_so(case_db: Path, tmp_path: Path) -> None:
    path = tmp_path / "nobody.db"
    shutil.copy(case_db, path)
    db = sqlite3.connect(path)
    db.execute(
        "update articles set publisher_id = null, origin_outlet_id = null, byline = null where id = 'fire'"
    )
    db.commit()
    db.close()
    page = await Datasette([str(path)]).client.get("/-/hearsay/nobody/article/fire")
    assert '<p class="under">outlet not known · ' in page.text


@pytest.mark.asyncio
async def test_compare_names_each_change(site: Datasette) -> None:
    page = await text(site, "/compare/fire-copy/fire")
    for kind in ("name changed", "number changed", "hedge lost", "quotation changed", "negation changed"):
        assert kind in page
    changes = {row["kind"]: row for row in (await facts(site, "/compare/fire-copy/fire"))["changes"]}
    after = changes["number-changed"]["after"]
    assert [piece["text"] for piece in after if piece["changed"]] == ["Two"]


TITLES = [
    ("Foreign troops left.", "Allegation: that foreign troops left"),
    ("Foreign Ministry officials lied.", "Allegation: that Foreign Ministry officials lied"),
    ("The mayor lit it.", "Allegation: that the mayor lit it"),
    ("Velia burned.", "Allegation: that Velia burned"),
]


@pytest.mark.parametrize(("proposition", "title"), TITLES)
def test_only_names_keep_their_capital_in_an_allegation(proposition: str, title: str) -> None:
    assert quoting.titled({"proposition": proposition}) == title


@pytest.mark.asyncio
async def test_context_is_cut_between_words(site: Datasette) -> None:
    database = site.get_database("small")
    rows = (
        await database.execute(
            "select statements.id, articles.text from statements join articles on articles.id = statements.article_id"
            " where articles.text is not null"
        )
    ).rows
    cut = 0
    for id, whole in rows:
        context = (await facts(site, f"/statement/{id}"))["context"]
        shown = whole[context["start"] : context["end"]]
        assert "".join(segment["text"] for segment in context["segments"]) == shown
        for place, is_cut in ((context["start"], "cut_before"), (context["end"], "cut_after")):
            if context[is_cut]:
                cut += 1
                assert not whole[place - 1 : place + 1].isalnum()
    assert cut > 0


@pytest.mark.asyncio
async def test_a_stand_on_the_overview_leads_to_its_rows(site: Datasette) -> None:
    [claim, *_] = (await facts(site, ""))["conflicts"]["disputes"]
    side = claim["sides"][0]
    rows = f"/small/claim_appearances?claim_id__exact={claim['claim_id']}&amp;stance__exact={side['stance']}"
    page = (await site.client.get("/-/hearsay/small")).text
    assert f'<a href="{rows}">{side["utterances"]} utterance' in page
