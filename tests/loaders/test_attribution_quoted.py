"""Quotations as translated news sets them: without a comma, behind any verb, with the speaker left out."""

from __future__ import annotations

import pytest
from tests.loaders.found import rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The candidate lowered his voice saying “Although support was great, they gave us a warning”.",
            [
                (
                    "candidate",
                    "saying",
                    "“Although support was great, they gave us a warning”",
                )
            ],
            id="a participle behind an object",
        ),
        pytest.param(
            "The mayor presented a plan on Monday and revealed “For the harbour we will seek help”, and left.",
            [("mayor", "revealed", "“For the harbour we will seek help”")],
            id="a whole sentence behind a verb that otherwise needs that",
        ),
        pytest.param(
            "The committee in August 2024 published a list, and denounced “The man is fond of money”.",
            [("committee", "denounced", "“The man is fond of money”")],
            id="a day between subject and verb",
        ),
        pytest.param(
            "“I want it to be put out and become a clean school” he wishes.",
            [(None, "wishes", "“I want it to be put out and become a clean school”")],
            id="no comma before the tag",
        ),
        pytest.param(
            "The nurse of the clinic is indignant “Even if arrested, what flowed out does not come back”.",
            [
                (
                    "nurse of the clinic",
                    "is indignant",
                    "“Even if arrested, what flowed out does not come back”",
                )
            ],
            id="a mood as cue",
        ),
        pytest.param(
            "Ann Smith said that the road was shut. “It will be opened in May for all”, adds. Explains that nobody knew.",
            [
                ("Ann Smith", "said", "that the road was shut"),
                ("Ann Smith", "adds", "“It will be opened in May for all”"),
                ("Ann Smith", "Explains", "that nobody knew"),
            ],
            id="the speaker is left out",
        ),
        pytest.param(
            "“The winter will be long for all”, has declared on Tuesday to the press the mayor Ann Smith.",
            [("Ann Smith", "has declared", "“The winter will be long for all”")],
            id="day and addressee before the speaker",
        ),
        pytest.param(
            "The winter will be “long and hard for all”, according to the mayor.",
            [("mayor", "according to", "The winter will be “long and hard for all”")],
            id="a quotation that is part of the clause",
        ),
        pytest.param(
            "“We will not accept this”. “It has to stop at once”. “And we will win”, said Ann Smith.",
            [
                (
                    "Ann Smith",
                    "said",
                    "“We will not accept this” | “It has to stop at once” | “And we will win”",
                )
            ],
            id="each sentence closed and opened again",
        ),
        pytest.param(
            "“Finally it has come to an end. It was long”\n\nThe former head of the school told on 13th in a calm tone.",
            [
                (
                    "former head of the school",
                    "told",
                    "“Finally it has come to an end. It was long”",
                )
            ],
            id="a paragraph before its speaker",
        ),
        pytest.param(
            "“We will open the road in May”: these are the words of the mayor Ann Smith.",
            [("Ann Smith", "words of", "“We will open the road in May”")],
            id="the words of somebody",
        ),
        pytest.param(
            "For Ann Smith the attack is “a very grave act against us”.",
            [("Ann Smith", "For", "the attack is “a very grave act against us”")],
            id="for somebody",
        ),
        pytest.param(
            "The mayor, Ann Smith, on the attack: “They have no place in this town”.",
            [("Ann Smith", ":", "“They have no place in this town”")],
            id="a colon and no verb",
        ),
        pytest.param(
            "The minister Ann Smith, “We will win this fight together” said.",
            [("Ann Smith", "said", "“We will win this fight together”")],
            id="the verb comes last",
        ),
        pytest.param(
            "«It is shut for all of us, underlines she. We will not open it this year.»",
            [
                (
                    None,
                    "underlines",
                    "«It is shut for all of us | We will not open it this year.»",
                )
            ],
            id="a tag between the marks",
        ),
        pytest.param(
            "The mayor has been clear on this point:\n\n“We will not accept this. It has to stop.”",
            [("mayor", "has", "“We will not accept this. It has to stop.”")],
            id="announced in the line before",
        ),
        pytest.param(
            "“We will open the road in May”, is said in the statement of the town.",
            [
                (
                    "statement of the town",
                    "is said",
                    "“We will open the road in May”",
                )
            ],
            id="is said in a document",
        ),
        pytest.param(
            "“It is a page that turns”, has for her part declared the mayor Ann Smith.",
            [("Ann Smith", "has for her part declared", "“It is a page that turns”")],
            id="for her part",
        ),
        pytest.param(
            "Stating “We will open the road again”, Smith said that the works go on.",
            [
                ("Smith", "Stating", "“We will open the road again”"),
                ("Smith", "said", "that the works go on"),
            ],
            id="a participle before the speaker",
        ),
        pytest.param(
            "The minister, stating that the road was shut, added: “We will open it again”.",
            [
                ("minister", "stating", "that the road was shut"),
                ("minister", "added", "“We will open it again”"),
            ],
            id="a participle behind the speaker",
        ),
        pytest.param(
            "Ann Smith, who called it “a road to nowhere”, said that the works go on.",
            [
                ("Ann Smith", "called", "it “a road to nowhere”"),
                ("Ann Smith", "said", "that the works go on"),
            ],
            id="a quotation between speaker and verb",
        ),
        pytest.param(
            "The measure, explained the minister, “is needed by all of us”.",
            [("minister", "explained", "The measure | “is needed by all of us”")],
            id="half a clause and the other half quoted",
        ),
        pytest.param(
            "Ann Smith said no word. In this sense, has assured that the road is safe.",
            [
                ("Ann Smith", "said", "no word"),
                ("Ann Smith", "has assured", "that the road is safe"),
            ],
            id="the speaker is left out behind a circumstance",
        ),
        pytest.param(
            "With such debates, so Smith, the deputy harms her office. She has “always only talked”, so Smith.",
            [
                ("Smith", "so", "With such debates | the deputy harms her office"),
                ("Smith", "so", "She has “always only talked”"),
            ],
            id="so amid what is said",
        ),
        pytest.param(
            "The bridge is shut, said the mayor. Nobody would cross it.\n\nIt rained.",
            [("mayor", "said", "The bridge is shut | Nobody would cross it")],
            id="goes on to the end of the paragraph",
        ),
        pytest.param(
            "The leader of the guild, Ann Smith said, the others want a town without rain. It will not come.",
            [
                (
                    "Ann Smith",
                    "said",
                    "the others want a town without rain | It will not come",
                )
            ],
            id="a role before the name and a comma behind the cue",
        ),
        pytest.param(
            "Candidate Smith in Newport, Wales stressed “They are as poor as we are here”.",
            [("Smith", "stressed", "“They are as poor as we are here”")],
            id="a place of two names",
        ),
        pytest.param(
            "“We shall open the road in May.\n\n“It is time for all of us.\n\n“We shall win”, so says Ann Smith.",
            [
                (
                    "Ann Smith",
                    "says",
                    "“We shall open the road in May. | “It is time for all of us. | “We shall win”",
                )
            ],
            id="a quotation that runs on over paragraphs to its speaker",
        ),
        pytest.param(
            "On Monday the mayor wrote: “We shall open the road in May.” And further: “It is time for all of us.”",
            [
                ("mayor", "wrote", "“We shall open the road in May.”"),
                ("mayor", "And further", "“It is time for all of us.”"),
            ],
            id="and further",
        ),
    ],
)
def test_quoted(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The band sang in the film “The night of the long knives”.",
        "The mayor sent a letter to the first “Forum of Harbours and Rivers”.",
        "“The Night of the Long Knives” star died.",
        "It rained for days, so Smith told nobody.",
    ],
)
def test_a_title_is_no_speech(text: str) -> None:
    assert rows(text) == []
