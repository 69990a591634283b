"""Who says what, in which words: one sentence a row, with what must be found in it."""

from __future__ import annotations

import pytest

from hearsay_to_sqlite.attribution import find
from hearsay_to_sqlite.records import Article, Attribution, Passage, Span


def article(text: str, published_on: str | None = None, passages: tuple[Passage, ...] = ()) -> Article:
    return Article(
        "a1",
        "A title",
        text,
        "a.txt",
        "text",
        "0" * 64,
        "0" * 64,
        published_on=published_on,
        passages=passages,
    )


def found(text: str, published_on: str | None = None) -> tuple[Attribution, ...]:
    attributions = find(article(text, published_on)).attributions
    assert attributions is not None
    return attributions


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " | ".join(text[span.start : span.end] for span in spans)


def rows(text: str) -> list[tuple[str | None, str, str]]:
    return [(one.speaker, words(text, one.cue), words(text, one.content)) for one in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“The bridge is safe,” Ann Smith said.",
            [("Ann Smith", "said", "“The bridge is safe,”")],
            id="direct, X said",
        ),
        pytest.param(
            "“The bridge is safe,” said Ann Smith, the city engineer.",
            [("Ann Smith", "said", "“The bridge is safe,”")],
            id="direct, said X",
        ),
        pytest.param(
            "Ann Smith told reporters on Monday that the bridge was safe.",
            [("Ann Smith", "told", "that the bridge was safe")],
            id="indirect, addressee and day",
        ),
        pytest.param(
            "The bridge was safe, Ann Smith said in a statement.",
            [("Ann Smith", "said", "The bridge was safe")],
            id="indirect, cue behind",
        ),
        pytest.param(
            "Ann Smith said that the bridge was “safe and sound” for now.",
            [("Ann Smith", "said", "that the bridge was “safe and sound” for now")],
            id="mixed",
        ),
        pytest.param(
            "“The bridge,” Ann Smith added, “will hold for another year.”",
            [("Ann Smith", "added", "“The bridge,” | “will hold for another year.”")],
            id="inserted tag",
        ),
        pytest.param(
            "The bridge, she added, will hold for another year.",
            [(None, "added", "The bridge | will hold for another year")],
            id="inserted tag, indirect",
        ),
        pytest.param(
            "According to Ann Smith, the bridge is safe.",
            [("Ann Smith", "According to", "the bridge is safe")],
            id="according to, before",
        ),
        pytest.param(
            "The bridge is safe, according to Ann Smith.",
            [("Ann Smith", "according to", "The bridge is safe")],
            id="according to, behind",
        ),
        pytest.param(
            "Ann Smith said the bridge was safe, adding that the road was not.",
            [
                ("Ann Smith", "said", "the bridge was safe"),
                ("Ann Smith", "adding", "that the road was not"),
            ],
            id="participle inherits",
        ),
        pytest.param(
            "Ann Smith did not praise the plan, but rather blamed the delay on Bob Jones.",
            [
                ("Ann Smith", "did not praise", "the plan"),
                ("Ann Smith", "blamed", "the delay on Bob Jones"),
            ],
            id="coordination inherits",
        ),
        pytest.param(
            "Ann Smith was accused by Bob Jones of lying to the council.",
            [("Bob Jones", "was accused", "Ann Smith | of lying to the council")],
            id="passive",
        ),
        pytest.param(
            "Mayor Ann Smith spoke first.\n\nShe said:\n\n“The bridge is safe, and it will stay safe.”",
            [("Ann Smith", "said", "“The bridge is safe, and it will stay safe.”")],
            id="quotation in the next line, pronoun",
        ),
        pytest.param(
            "“The bridge is safe,” Ann Smith said. “It will hold for another year.”",
            [("Ann Smith", "said", "“The bridge is safe,” | “It will hold for another year.”")],
            id="floating quotation",
        ),
        pytest.param(
            "Ann Smith repeated her claim that the bridge was safe.",
            [
                ("Ann Smith", "repeated", "her claim that the bridge was safe"),
                ("Ann Smith", "claim", "that the bridge was safe"),
            ],
            id="noun with an owner",
        ),
        pytest.param(
            "“The bridge is safe for now,” Ann Smith said after the council met in the old town hall.",
            [("Ann Smith", "said", "“The bridge is safe for now,”")],
            id="quotation, then a clause in the tag",
        ),
        pytest.param("“Nonsense,” said Ann Smith.", [("Ann Smith", "said", "“Nonsense,”")], id="one word"),
        pytest.param(
            "On “Sunday Talk,” Ann Smith said the bridge was safe.",
            [("Ann Smith", "said", "the bridge was safe")],
            id="a title is no speech",
        ),
        pytest.param(
            "Ann Smith claimed that the plan was bad: “Nobody wants a bridge,” she said.",
            [
                ("Ann Smith", "claimed", "that the plan was bad"),
                ("Ann Smith", "said", "“Nobody wants a bridge,”"),
            ],
            id="a quotation behind a colon is its own",
        ),
        pytest.param(
            "“People say it works, and I want to stay here,” Ann Smith said.",
            [("Ann Smith", "said", "“People say it works, and I want to stay here,”")],
            id="what a speaker says in passing is no report",
        ),
        pytest.param(
            "SMITH: We did what we could for the bridge.",
            [("SMITH", ":", "We did what we could for the bridge")],
            id="a script",
        ),
        pytest.param(
            "The survey found half of them had no bridge.",
            [("survey", "found", "half of them had no bridge")],
            id="a document finds without that",
        ),
        pytest.param(
            "People close to the council say the bridge is safe.",
            [("People close to the council", "say", "the bridge is safe")],
            id="the plural stands further left",
        ),
        pytest.param("The reports on his desk and the claims office were old.", [], id="nouns are no cues"),
    ],
)
def test_sentence(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("'The bridge is safe,' Ann Smith said.", id="single straight"),
        pytest.param("‘The bridge is safe,’ Ann Smith said.", id="single curly"),
        pytest.param("«The bridge is safe», Ann Smith said.", id="guillemets"),
        pytest.param('“The bridge is safe," Ann Smith said.', id="mixed styles"),
        pytest.param("''The bridge is safe,'' Ann Smith said.", id="two apostrophes"),
        pytest.param("„The bridge is safe,“ Ann Smith said.", id="low-high"),
    ],
)
def test_quotation_marks(text: str) -> None:
    (only,) = found(text)
    assert (only.speaker, only.quote_type) == ("Ann Smith", "direct")
    assert words(text, only.quoted).strip(",") == "The bridge is safe"


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
            "negative",
            {},
            id="declined",
        ),
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
    ],
)  # fmt: skip
def test_circumstances(
    text: str, said_on: str | None, basis: str | None, medium: str | None, via: str | None
) -> None:
    (only,) = found(text, "2024-03-06")
    assert (only.said_on, only.said_on_basis, only.medium, only.via) == (said_on, basis, medium, via)


def test_day_without_a_year_stays_open_when_the_article_has_no_date() -> None:
    (only,) = found("On March 2, Ann Smith said it was late.")
    assert only.said_on is None


def test_they_are_the_people_who_spoke_last() -> None:
    text = "The protesters said it was late. The UN said it was early. They said it was dark."
    assert [one.speaker for one in found(text)] == ["protesters", "United Nations", "protesters"]


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
