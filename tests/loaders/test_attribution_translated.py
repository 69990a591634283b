"""The ways in which translated news reports speech: speaker, cue and content of each."""

from __future__ import annotations

import pytest
from tests.loaders.found import rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The council considered, in a statement on Monday, that the door was open.",
            [("council", "considered", "that the door was open")],
            id="an aside before that",
        ),
        pytest.param(
            "The council asked, in a text published on its site, for a new door.",
            [("council", "asked", "a new door")],
            id="an aside before a particle",
        ),
        pytest.param(
            "The council hoped that all would be well, however declined to answer.",
            [
                ("council", "hoped", "that all would be well"),
                ("council", "declined", "to answer"),
            ],
            id="joined by an adverb",
        ),
        pytest.param(
            "The guard, asked about the door, said that it was shut.",
            [("guard", "said", "that it was shut")],
            id="who is asked says nothing by that",
        ),
        pytest.param(
            "The mayor made it known that she would stay.",
            [("mayor", "made it known", "that she would stay")],
            id="a cue of several words",
        ),
        pytest.param(
            "The mayor affirms to have written twice.",
            [("mayor", "affirms", "to have written twice")],
            id="a perfect infinitive",
        ),
        pytest.param(
            "“There were people on the roof of the house”, told the channel a student .",
            [("student", "told", "“There were people on the roof of the house”")],
            id="addressee before the inverted speaker",
        ),
        pytest.param(
            "“You were alone with two hundred of them”, insists the one whom they fear.",
            [("one whom they fear", "insists", "“You were alone with two hundred of them”")],
            id="the one whom",
        ),
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
def test_translated_news(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert rows(text) == expected
