"""On whose authority it is said where no ordinary verb of saying tells so: speaker, cue and content of each."""

from __future__ import annotations

import pytest
from tests.loaders.found import rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Minister of Bridges Anton Vey: “We will leave no question without an answer”",
            [
                (
                    "Minister of Bridges Anton Vey",
                    ":",
                    "“We will leave no question without an answer”",
                )
            ],
            id="a headline with a colon",
        ),
        pytest.param(
            "“The bridge was never safe for carts”, thunders the mayor.",
            [("mayor", "thunders", "“The bridge was never safe for carts”")],
            id="a verb that no vocabulary has",
        ),
        pytest.param(
            "“The bridge was never safe for carts”, – she cut off.",
            [(None, "cut", "“The bridge was never safe for carts”")],
            id="speaker and a verb that no vocabulary has",
        ),
        pytest.param(
            "The old man waves his hand: “Everything goes as it was planned”.",
            [("old man", ":", "“Everything goes as it was planned”")],
            id="a quotation behind a colon",
        ),
        pytest.param(
            "In the words of Ann Smith, the bridge is older than the town.",
            [("Ann Smith", "In the words of", "the bridge is older than the town")],
            id="in the words of",
        ),
        pytest.param(
            "“The bridge is safe for all of us,” Ann Smith said. In her opinion, it is older than the town.",
            [
                ("Ann Smith", "said", "“The bridge is safe for all of us,”"),
                ("Ann Smith", "In her opinion", "it is older than the town"),
            ],
            id="in her opinion",
        ),
        pytest.param(
            "As reported by the Dawn Agency, four people were held at the bridge.",
            [("Dawn Agency", "As reported by", "four people were held at the bridge")],
            id="as reported by",
        ),
        pytest.param(
            "As the Dawn Agency reports with reference to a guard, four people were held.",
            [("Dawn Agency", "reports", "four people were held")],
            id="as an agency reports",
        ),
        pytest.param(
            "The road was shut, according to what was announced by Ann Smith.",
            [("Ann Smith", "according to what was announced by", "The road was shut")],
            id="according to what was announced",
        ),
        pytest.param(
            "For the mayor this is “a fine idea”, according to her office.",
            [("her office", "according to", "For the mayor this is “a fine idea”")],
            id="a short quotation and its authority",
        ),
        pytest.param(
            "The police ignored warnings that Ann Smith said had been sent.",
            [("Ann Smith", "said", "that | had been sent")],
            id="a relative clause round the cue",
        ),
        pytest.param(
            "The ministry of roads threatened last week to close the bridge.",
            [("ministry of roads", "threatened", "to close the bridge")],
            id="a day before what is threatened",
        ),
        pytest.param(
            "This prompted the mayor to say that she would stay.",
            [("mayor", "to say", "that she would stay")],
            id="who is made to say it",
        ),
        pytest.param(
            "Ann Smith is convinced that the bridge will hold.",
            [("Ann Smith", "is convinced", "that the bridge will hold")],
            id="convinced that",
        ),
        pytest.param(
            "The mayor considered the plan “void and harmful”.",
            [("mayor", "considered", "the plan “void and harmful”")],
            id="considered, with quoted words",
        ),
        pytest.param(
            "The allegation by the council that the vote was bought was rejected.",
            [("council", "allegation", "that the vote was bought")],
            id="a noun's clause ends before the noun's verb",
        ),
        pytest.param(
            "Recent developments confirm that the agreement is dead.",
            [(None, "confirm", "that the agreement is dead")],
            id="developments say nothing",
        ),
        pytest.param(
            "The clashes came after friends of the party, which lost, threatened to burn the hall.",
            [("friends of the party", "threatened", "to burn the hall")],
            id="who threatened stands behind after",
        ),
        pytest.param(
            "President of the coast: We will not forgive them",
            [("President of the coast", ":", "We will not forgive them")],
            id="a headline that says we",
        ),
        pytest.param(
            "The Dawn Agency quoted a guard as saying that the bridge was shut.",
            [("guard", "as saying", "that the bridge was shut")],
            id="quoted somebody as saying",
        ),
        pytest.param(
            "The mayor was quoted by the Dawn Agency as saying that the bridge was shut.",
            [("mayor", "was quoted", "that the bridge was shut")],
            id="quoted by an agency as saying",
        ),
        pytest.param(
            "The Dawn Agency, citing two sources, reported that the bridge was shut.",
            [("Dawn Agency", "reported", "that the bridge was shut")],
            id="a participle between speaker and verb",
        ),
        pytest.param(
            "No party claimed the attack on the bridge.",
            [],
            id="nobody claims it",
        ),
        pytest.param(
            "The mayor considered a second bridge.",
            [],
            id="considering is no saying",
        ),
    ],
)
def test_on_whose_authority(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert rows(text) == expected
