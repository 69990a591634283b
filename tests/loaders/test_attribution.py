"""Who says what, in which words: one sentence a row, with what must be found in it."""

from __future__ import annotations

import pytest
from tests.loaders.found import found, rows, words


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
            [("Ann Smith", "repeated her claim", "that the bridge was safe")],
            id="verb and noun are one cue",
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
