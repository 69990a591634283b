"""Where speaker and content begin and end: what belongs to the writer, and what says nothing of its own."""

from __future__ import annotations

import pytest
from tests.loaders.found import rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The guild wants to close the bridge in May.",
            [("guild", "wants", "to close the bridge in May")],
            id="third person before an infinitive",
        ),
        pytest.param("A guard who wants to leave the town may go.", [], id="a wish that only describes"),
        pytest.param(
            "Huma Smith rejects reproaches.",
            [("Huma Smith", "rejects", "reproaches")],
            id="of two forms that may be verbs the first is one",
        ),
        pytest.param(
            "The mayor called on Sunday in Newport for calm in the harbour.",
            [("mayor", "called on Sunday in Newport for", "calm in the harbour")],
            id="a day and a place inside the cue",
        ),
        pytest.param(
            "The costs are high, a broken bridge and a lack of boats, said Smith.",
            [("Smith", "said", "The costs are high, a broken bridge and a lack of boats")],
            id="a list before the cue does not speak",
        ),
        pytest.param(
            "Huma Smith on Monday evening said the bridge was shut.",
            [("Huma Smith", "said", "the bridge was shut")],
            id="the evening does not speak",
        ),
        pytest.param(
            "A survey of the harbour has, however, revealed that the bridge is old.",
            [("survey of the harbour", "has, however, revealed", "that the bridge is old")],
            id="an aside inside the verb group",
        ),
        pytest.param(
            "Members who backed his plan warned that the bridge was old.",
            [("Members", "warned", "that the bridge was old")],
            id="the object of a relative clause does not speak",
        ),
        pytest.param(
            "The guild issued a statement saying that the bridge was old.",
            [("guild", "saying", "that the bridge was old")],
            id="who issues a statement says it",
        ),
        pytest.param(
            "Six minutes on, when the guard was led away, the mayor yelled: “Out of the hall with him!”",
            [("mayor", "yelled", "“Out of the hall with him!”")],
            id="what stands before the tag is the writer's",
        ),
        pytest.param(
            "“The bridge is old and narrow,” the mayor said, a day after the vote.",
            [("mayor", "said", "“The bridge is old and narrow,”")],
            id="what stands behind the tag is the writer's",
        ),
        pytest.param("Today, despite the talks, the guild continues to rest.", [], id="no speech, no tag"),
        pytest.param(
            "The bridge is old (it was built in 1900, according to the mayor).",
            [("mayor", "according to", "it was built in 1900")],
            id="inside brackets",
        ),
        pytest.param(
            "The mayor said she believed that the bridge was old.",
            [("mayor", "said", "she believed that the bridge was old")],
            id="a verb of thought that only softens",
        ),
        pytest.param(
            "The mayor denied the charges and accused the guild of theft.",
            [("mayor", "denied", "the charges"), ("mayor", "accused", "the guild of theft")],
            id="a second verb ends the content",
        ),
        pytest.param(
            "The mayor changed her account to say the guards had slept.",
            [("mayor", "to say", "the guards had slept")],
            id="a clause right behind to say",
        ),
        pytest.param(
            "The guild distanced itself from the mayor.",
            [("guild", "distanced itself from", "the mayor")],
            id="distance oneself from",
        ),
        pytest.param(
            "Huma Smith, stating that it was shut, left the hall.",
            [("Huma Smith", "stating", "that it was shut")],
            id="a participle beside a name, and the main clause",
        ),
        pytest.param(
            "Huma Smith, though, said she’s with the guild.",
            [("Huma Smith", "said", "she’s with the guild")],
            id="though, and a verb drawn together with its pronoun",
        ),
        pytest.param("26% say they are tired.", [("26%", "say", "they are tired")], id="a share"),
        pytest.param(
            "The bridge is old, according to press reports.",
            [("press reports", "according to", "The bridge is old")],
            id="a noun that looks like a cue",
        ),
        pytest.param(
            "But as a reporter of the Post noted, the hall was half empty.",
            [("reporter of the Post", "noted", "the hall was half empty")],
            id="but as somebody noted",
        ),
        pytest.param(
            "They fired at a clearly identified group of guards.", [], id="a participle in a noun phrase"
        ),
        pytest.param(
            "The guild wants to hear requests and discuss concerns in May.",
            [("guild", "wants", "to hear requests and discuss concerns in May")],
            id="the second of two infinitives",
        ),
        pytest.param("The guild demands justice.", [("guild", "demands", "justice")], id="the only verb"),
        pytest.param(
            "According to a person involved in the case, the bridge is old.",
            [("person involved in the case", "According to", "the bridge is old")],
            id="a person involved in the case",
        ),
    ],
)
def test_bounds(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert rows(text) == expected
