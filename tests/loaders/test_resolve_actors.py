"""Which actor a name becomes: curated names first, then organisations, then the name itself; never load order."""

from __future__ import annotations

import pytest

from hearsay_to_sqlite.records import Article, Attribution, Mention, Span, stable_id
from hearsay_to_sqlite.resolve.actors import Known, resolve

KNOWN = Known.from_rows(
    [
        ("rashidi", "Omar al-Rashidi", "person", "curated"),
        ("rashidi", "Omar Rasheedi", "person", "curated"),
        ("smith-mayor", "Ann Smith", "person", "curated"),
        ("smith-doctor", "Ann Smith", "person", "imported"),
        ("rumour", "Bob Jones", "person", "extracted"),
        ("norway-case", "Norwegian cabinet", "government", "curated"),
    ]
)


def article(*attributions: Attribution, name: str = "a1", mentions: tuple[Mention, ...] = ()) -> Article:
    return Article(name, "t", "x" * 99, "l", "text", "0", "0", attributions=attributions, mentions=mentions)


def said(speaker: str, kind: str) -> Attribution:
    return Attribution(f"{speaker}-{kind}", (Span(0, 5),), speaker=speaker, speaker_kind=kind)


@pytest.mark.parametrize(
    ("speaker", "kind", "actor_id"),
    [
        pytest.param("Omar al-Rashidi", "person", "rashidi", id="curated"),
        pytest.param("Gen. Omar Al-Rashedi", "person", "rashidi", id="curated, other spelling and title"),
        pytest.param("Ann Smith", "person", "an-smith", id="two curated actors have the name: neither"),
        pytest.param("Bob Jones", "person", "bub-junis", id="what a machine found is not believed"),
        pytest.param("the Norwegian cabinet", "government", "norway-case", id="curated body"),
        pytest.param("the Norwegian government", "government", "norway", id="vocabulary"),
        pytest.param("The Red Dawn Brigade", "group", "red-dawn-brigade", id="unknown body"),
        pytest.param("judiciary", "body", f"judiciary-{stable_id('a1')[:6]}", id="body without a name"),
        pytest.param("Jones", "person", f"jones-{stable_id('a1')[:6]}", id="surname belongs to its article"),
        pytest.param(
            "officials", "class", f"officials-{stable_id('a1')[:6]}", id="class belongs to its article"
        ),
    ],
)
def test_actor_id(speaker: str, kind: str, actor_id: str) -> None:
    resolved, actors = resolve(article(said(speaker, kind)), KNOWN)
    assert resolved.attributions is not None
    assert [one.actor_id for one in resolved.attributions] == [actor_id]
    assert [actor.id for actor in actors] == [actor_id]


def test_spellings_of_one_person_become_its_names() -> None:
    _, (actor,) = resolve(article(said("Qasim Nadhir", "person"), said("Kasem Nazir", "person")), Known())
    assert (actor.id, actor.name, actor.names) == (
        "kasim-nazir",
        "Qasim Nadhir",
        ("Qasim Nadhir", "Kasem Nazir"),
    )


def test_order_does_not_matter() -> None:
    one, other = said("Qasim Nadhir", "person"), said("Kasem Nazir", "person")
    forth, _ = resolve(article(one, other), Known())
    back, _ = resolve(article(other, one), Known())
    assert forth.attributions is not None
    assert back.attributions is not None
    assert {found.id: found.actor_id for found in forth.attributions} == {
        found.id: found.actor_id for found in back.attributions
    }


def test_everybody_in_an_attribution() -> None:
    attribution = Attribution(
        "1",
        (Span(0, 5),),
        speaker="Bob Jones",
        speaker_kind="person",
        speaker_role="spokesman",
        on_behalf_of="Red Dawn",
        target="Ann Smith",
        target_kind="person",
        via="Sky News",
    )
    resolved, actors = resolve(article(attribution), Known.from_rows())
    assert resolved.attributions is not None
    (one,) = resolved.attributions
    assert (one.actor_id, one.on_behalf_of_id, one.target_id, one.via_actor_id) == (
        "bub-junis",
        "red-dawn",
        "an-smith",
        "sky-news",
    )
    assert [(actor.id, actor.kind, actor.role) for actor in actors] == [
        ("an-smith", "person", None),
        ("bub-junis", "person", "spokesman"),
        ("red-dawn", "group", None),
        ("sky-news", "outlet", None),
    ]


def test_ids_of_an_import_are_kept() -> None:
    given = Attribution("1", (Span(0, 5),), speaker="Bob Jones", speaker_kind="person", actor_id="mine")
    resolved, actors = resolve(article(given), Known())
    assert (resolved.attributions, actors) == ((given,), ())


def test_mentions_add_spellings() -> None:
    mention = Mention(0, 5, "Jones", "Bob Jones", "person")
    resolved, (actor,) = resolve(article(mentions=(mention,)), Known())
    assert resolved.mentions[0].actor_id == "bub-junis"
    assert actor.names == ("Bob Jones", "Jones")
