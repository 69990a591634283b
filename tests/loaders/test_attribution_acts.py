"""What a source does in saying it, who a speaker is, when and where it was said, and what is left alone."""

from __future__ import annotations

import pytest
from tests.loaders.found import article, found

from hearsay_to_sqlite.attribution import find
from hearsay_to_sqlite.records import Article, Passage


@pytest.mark.parametrize(
    ("text", "act", "polarity", "more"),
    [
        pytest.param("Ann Smith condemned the attack.", "condemn", "positive", {}, id="condemn"),
        pytest.param("Ann Smith did not condemn the attack.", "condemn", "negative", {}, id="withheld"),
        pytest.param(
            "Ann Smith condemned the attack if it was real.",
            "condemn",
            "positive",
            {"condition": "if it was real"},
            id="conditional",
        ),
        pytest.param(
            "Ann Smith declined to identify the attackers.",
            "decline-to-comment",
            "positive",
            {},
            id="declined",
        ),
        pytest.param(
            "Ann Smith did not comment on the fire.", "decline-to-comment", "positive", {}, id="silent"
        ),
        pytest.param("Ann Smith denied that it was late.", "deny", "positive", {}, id="denied"),
        pytest.param("Ann Smith rejected the accusation.", "deny", "positive", {}, id="rejected"),
        pytest.param("Ann Smith did not deny that it was late.", "deny", "negative", {}, id="not denied"),
        pytest.param(
            "Ann Smith accused Bob Jones of lying.",
            "accuse",
            "positive",
            {"target": "Bob Jones", "target_kind": "person"},
            id="accused of",
        ),
        pytest.param(
            "Ann Smith said it was late, accusing “the rebels of lying about it.”",
            "accuse",
            "positive",
            {"target": "rebels", "target_kind": "class"},
            id="accused of, in a quotation",
        ),
        pytest.param("Ann Smith vowed to stay.", "pledge", "positive", {}, id="vowed to"),
        pytest.param(
            "The house was reportedly hit by a stone.",
            "assert",
            "positive",
            {"certainty": "reportedly"},
            id="adverb",
        ),
        pytest.param(
            "Ann Smith said that the bridge might fall.",
            "assert",
            "positive",
            {"certainty": "possible"},
            id="hedge",
        ),
        pytest.param(
            "The rebels were behind the bombing of the bridge.",
            "accuse",
            "positive",
            {"source_kind": "author", "target": "rebels"},
            id="the article's own voice",
        ),
        pytest.param(
            "Ann Smith warned that the bridge would fall.", "assert", "positive", {}, id="warned that"
        ),
        pytest.param("Ann Smith warned drivers to stay away.", "call-for", "positive", {}, id="warned to"),
    ],
)
def test_act(text: str, act: str, polarity: str, more: dict[str, str]) -> None:
    *_, only = found(text)
    assert (only.act, only.polarity) == (act, polarity)
    assert {name: getattr(only, name) for name in more} == more


@pytest.mark.parametrize(
    ("text", "speaker", "kind", "source_kind", "on_behalf_of"),
    [
        pytest.param("Defense Department spokesman Bob Jones said it was late.", "Bob Jones", "person", "named", "US Department of Defense", id="spokesman"),
        pytest.param("The head of the water agency, Bob Jones, said it was late.", "Bob Jones", "person", "named", None, id="name behind the role"),
        pytest.param("A senior member of the group Red Dawn said it was late.", "senior member of the group Red Dawn", "anonymous", "anonymous", "Red Dawn", id="an unnamed member is not the group"),
        pytest.param('An unnamed member of the group, called "Red Dawn", said it was late.', 'unnamed member of the group, called "Red Dawn"', "anonymous", "anonymous", "Red Dawn", id="a name in passing is no cue"),
        pytest.param("Officials said it was late.", "Officials", "class", "anonymous", None, id="officials"),
        pytest.param("The Norwegian government said it was late.", "Norway", "government", "named", None, id="government"),
        pytest.param("A survey said it was late.", "survey", "anonymous", "document", None, id="document"),
        pytest.param("Mayor Ann Smith came. The mayor said it was late.", "Ann Smith", "person", "named", None, id="by role"),
        pytest.param("Mayor Ann Smith came. Smith said it was late.", "Ann Smith", "person", "named", None, id="by surname"),
        pytest.param("The analyst, Omar Roeran, came. Roweran said it was late.", "Omar Roeran", "person", "named", None, id="spelling drift"),
        pytest.param("Evidence in the file shows that it was late.", None, None, "document", None, id="evidence says nothing"),
        pytest.param("Ann Paris, a teacher, came. Paris said it was late.", "Ann Paris", "person", "named", None, id="a surname that is a place"),
        pytest.param("Mayor Ann Smith came. She said it was late.", "Ann Smith", "person", "pronoun", None, id="by pronoun"),
        pytest.param("Mayor Çağla Şahin came. Şahin said it was late.", "Çağla Şahin", "person", "named", None, id="any Latin capital"),
        pytest.param("I believe that it was late.", "author of “A title”", "anonymous", "author", None, id="the writer's I"),
        pytest.param("Developments of this week confirm that it was late.", None, None, "document", None, id="developments say nothing"),
    ],
)  # fmt: skip
def test_speaker(
    text: str, speaker: str | None, kind: str | None, source_kind: str, on_behalf_of: str | None
) -> None:
    (only,) = found(text)
    assert (only.speaker, only.speaker_kind, only.source_kind, only.on_behalf_of) == (
        speaker,
        kind,
        source_kind,
        on_behalf_of,
    )


@pytest.mark.parametrize(
    ("text", "said_on", "basis", "medium", "via"),
    [
        pytest.param("In a video on Monday, Ann Smith said it was late.", "2024-03-04", "weekday", "video", None, id="weekday, video"),
        pytest.param("On March 2, Ann Smith told Reuters that it was late.", "2024-03-02", "explicit", None, "Reuters", id="day, agency"),
        pytest.param("In an interview with Sky News, Ann Smith said it was late.", None, None, "interview", "Sky News", id="interview"),
        pytest.param("Ann Smith said on December 30 that it was late.", "2023-12-30", "explicit", None, None, id="last year"),
        pytest.param("Three days ago Ann Smith said it was late.", "2024-03-03", "inferred", None, None, id="days ago"),
        pytest.param("Last month Ann Smith said it was late.", "2024-02", "inferred", None, None, id="last month"),
        pytest.param("Four months ago, Ann Smith said it was late.", "2023-11", "inferred", None, None, id="months ago"),
        pytest.param("In a speech last year, Ann Smith said it was late.", "2023", "inferred", "speech", None, id="a year"),
    ],
)  # fmt: skip
def test_circumstances(
    text: str, said_on: str | None, basis: str | None, medium: str | None, via: str | None
) -> None:
    (only,) = found(text, "2024-03-06")
    assert (only.said_on, only.said_on_basis, only.medium, only.via) == (said_on, basis, medium, via)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The attack on Sunday killed two. Hours before the attack, Ann Smith said it was late.",
            "2024-03-03",
        ),
        ("The attack was on March 2. A day after the attack Ann Smith said it was late.", "2024-03-03"),
        ("Two days before the vote on March 5, Ann Smith said it was late.", "2024-03-03"),
        ("The attack killed two. Hours before the attack, Ann Smith said it was late.", None),
    ],
    ids=["hours before", "a day after", "its day beside it", "no day told"],
)
def test_day_told_by_what_happened_then(text: str, day: str | None) -> None:
    assert found(text, "2024-03-06")[-1].said_on == day


@pytest.mark.parametrize("name", ["The [mayor]", "[The mayor]"])
def test_an_editors_brackets_are_no_part_of_a_name(name: str) -> None:
    assert [one.speaker for one in found(f"{name} said the bridge was safe.")] == ["mayor"]


def test_day_without_a_year_stays_open_when_the_article_has_no_date() -> None:
    (only,) = found("On March 2, Ann Smith said it was late.")
    assert only.said_on is None


def test_they_are_the_people_who_spoke_last() -> None:
    text = "The protesters said it was late. The UN said it was early. They said it was dark."
    assert [one.speaker for one in found(text)] == ["protesters", "United Nations", "protesters"]


def test_the_embassy_is_not_the_ministry_that_spoke_before() -> None:
    text = "The ministry declined to comment, while the embassy did not respond to questions."
    assert [(one.speaker, one.act, one.polarity) for one in found(text)] == [
        ("ministry", "decline-to-comment", "positive"),
        ("embassy", "decline-to-comment", "positive"),
    ]


def test_nested() -> None:
    text = "Ann Smith said that Bob Jones told her that the bridge was safe."
    outer, inner = found(text)
    assert (outer.speaker, inner.speaker) == ("Ann Smith", "Bob Jones")
    assert (outer.nested_in, inner.nested_in) == (None, outer.id)


def test_headline_repeats_the_body() -> None:
    text = "Ann Smith says bridge is safe\n\nAnn Smith says the bridge is safe for now, and she means it.\n"
    headline = Passage(0, text.index("\n"), "headline")
    attributions = find(article(text, passages=(headline,))).attributions
    assert attributions is not None
    assert [one.repeat_of for one in attributions] == [attributions[1].id, None]


def test_only_the_same_speaker_doing_the_same_repeats_what_the_body_says() -> None:
    that = "that the old bridge was safe."
    said = found(
        f"Ann Smith said {that} Bob Jones said {that} Bob Jones denied {that} Ann Smith again said {that}"
    )
    assert [one.repeat_of for one in said] == [None, None, None, said[0].id]


def test_boilerplate_is_left_out() -> None:
    text = "Read more: “We sell your data,” said Ann Smith."
    assert find(article(text, passages=(Passage(0, len(text), "boilerplate"),))).attributions == ()


def test_attributions_of_a_source_are_left_alone() -> None:
    given = Article("a", "t", "Ann said no.", "l", "case", "0", "0", attributions=())
    assert find(given) is given


def test_mentions() -> None:
    text = "Mayor Ann Smith met the UN. Smith left."
    assert [(one.name, one.actor, one.kind) for one in find(article(text)).mentions] == [
        ("Ann Smith", "Ann Smith", "person"),
        ("UN", "United Nations", "body"),
        ("Smith", "Ann Smith", "person"),
    ]


def test_target_is_a_name_not_the_rest_of_the_sentence() -> None:
    text = "Tam Hurley blamed the fire on “harbour officials that slept through the storm,” a charge that seems odd."
    [one] = found(text)
    assert (one.speaker, one.act, one.target) == ("Tam Hurley", "accuse", "harbour officials")
