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
            "And said the harbour master that the bridge was shut.",
            [("harbour master", "said", "that the bridge was shut")],
            id="the verb comes first",
        ),
        pytest.param(
            "The bridge was shut at dawn, one learned Friday from diplomatic sources.",
            [("diplomatic sources", "learned", "The bridge was shut at dawn")],
            id="one learned from somebody",
        ),
        pytest.param(
            "From the ministry they assure that the bridge is safe.",
            [("ministry", "assure", "that the bridge is safe")],
            id="they of a body named before",
        ),
        pytest.param(
            "In a letter of the guild it was said that the bridge had no guard.",
            [("letter of the guild", "was said", "that the bridge had no guard")],
            id="it was said in a letter",
        ),
        pytest.param(
            "“The bridge is safe for all of us”, so the minister further.",
            [("minister", "so", "“The bridge is safe for all of us”")],
            id="so for said",
        ),
        pytest.param(
            "The bridge is safe, according to has informed the ministry.",
            [("ministry", "according to has informed", "The bridge is safe")],
            id="according to and a verb",
        ),
        pytest.param(
            "The bridge, by the words of the minister, is safe for carts.",
            [("minister", "by the words of", "The bridge | is safe for carts")],
            id="by the words of",
        ),
        pytest.param(
            "The guards have according to a report of the guild beaten two porters.",
            [("report of the guild", "according to", "The guards have | beaten two porters")],
            id="a set phrase inside the verb",
        ),
        pytest.param(
            "The bridge is safe, as explained the minister.",
            [("minister", "explained", "The bridge is safe")],
            id="as, verb, speaker",
        ),
        pytest.param(
            "The minister of bridges to the Dawn Agency: “The bridge is safe for all of us.”",
            [("minister of bridges", ":", "“The bridge is safe for all of us.”")],
            id="who speaks to whom before a colon",
        ),
        pytest.param(
            "“The bridge is safe for all of us.” The guard Anton Vey added that he had seen it.",
            [("Anton Vey", "added", "“The bridge is safe for all of us.” | that he had seen it")],
            id="the speaker comes in the next sentence",
        ),
        pytest.param(
            "The minister showed the expectation that the bridge would last.",
            [("minister", "showed the expectation", "that the bridge would last")],
            id="a verb and a noun are the cue",
        ),
        pytest.param(
            "The fall of the bridge was “horrible,” the guard said.",
            [("guard", "said", "The fall of the bridge was “horrible")],
            id="a short quotation before the tag",
        ),
        pytest.param(
            "The bridge was touched by “several loud blows”, indicated the guard Anton Vey, adding that it held.",
            [
                ("Anton Vey", "indicated", "The bridge was touched by “several loud blows”"),
                ("Anton Vey", "adding", "that it held"),
            ],
            id="what follows is the inverted speaker's too",
        ),
        pytest.param(
            "The porters pleaded not guilty.",
            [("porters", "pleaded", "not guilty")],
            id="a plea",
        ),
        pytest.param(
            "The guild called Friday for a new bridge.",
            [("guild", "called Friday for", "a new bridge")],
            id="a day between verb and particle",
        ),
        pytest.param(
            "The council rejected the report on Tuesday decidedly.",
            [("council", "rejected", "the report")],
            id="a day behind what is rejected",
        ),
        pytest.param(
            "The guild pressed the mayor about whether the bridge would last.",
            [("guild", "pressed", "whether the bridge would last")],
            id="pressed about whether",
        ),
        pytest.param(
            "Quite a few members of coastal guilds attending the fair believe that the bridge will last.",
            [("few members of coastal guilds attending the fair", "believe", "that the bridge will last")],
            id="a plural far from its verb",
        ),
        pytest.param(
            "At the same time the guild praised the plan and stressed, no bridge may be closed in winter.",
            [("guild", "praised", "the plan"), ("guild", "stressed", "no bridge may be closed in winter")],
            id="only a comma before the clause",
        ),
        pytest.param(
            "Several towns condemned in the river council the sale of the bridge.",
            [("Several towns", "condemned", "the sale of the bridge")],
            id="a place before the object",
        ),
        pytest.param(
            "The bridge was shut at dawn, indicated the river police.",
            [("river police", "indicated", "The bridge was shut at dawn")],
            id="an inverted verb that is seldom one of saying",
        ),
        pytest.param(
            "The porters declared to be held unlawfully.",
            [("porters", "declared", "to be held unlawfully")],
            id="an infinitive as what is said",
        ),
        pytest.param(
            "The commission came to the conclusion that the beam was rotten.",
            [("commission", "came to the conclusion", "that the beam was rotten")],
            id="a verb with its noun",
        ),
        pytest.param(
            "The guild praised the mayor for rejecting the sale.",
            [("guild", "praised", "the mayor for rejecting the sale")],
            id="what somebody is praised for says nothing",
        ),
        pytest.param(
            "One in three said the bridge was too narrow.",
            [("One in three", "said", "the bridge was too narrow")],
            id="a number that speaks",
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
            "The bridge is old, said also the mayor Huma Smith.",
            [("Huma Smith", "said", "The bridge is old")],
            id="an adverb before the inverted speaker",
        ),
        pytest.param(
            "According to the view of Smith the bridge is old.",
            [("Smith", "According to the view of", "the bridge is old")],
            id="according to the view of",
        ),
        pytest.param(
            "The guild rejects the charges and stresses to accept no gifts.",
            [("guild", "rejects", "the charges"), ("guild", "stresses", "to accept no gifts")],
            id="an infinitive behind a verb of saying",
        ),
        pytest.param(
            "The guild criticized, “The mayor does too little for us.”",
            [("guild", "criticized", "“The mayor does too little for us.”")],
            id="a quotation behind a verb of blame",
        ),
        pytest.param(
            "The guild reacted to the vote: “This is a shame”.",
            [("guild", "reacted to", "“This is a shame”")],
            id="a quotation behind the object of a verb",
        ),
        pytest.param(
            "“It is a day of joy”, has celebrated the councillor.",
            [("councillor", "celebrated", "“It is a day of joy”")],
            id="a perfect before its subject",
        ),
        pytest.param(
            "In the statement made by the guild, it was stated that the fire was out.",
            [("statement made by the guild", "was stated", "that the fire was out")],
            id="it was stated in a statement made by somebody",
        ),
        pytest.param(
            "From the ministry it is said, one is examining the case.",
            [("ministry", "is said", "one is examining the case")],
            id="it is said, without that",
        ),
        pytest.param(
            "Deputy Smith raised the suspicion that papers had been forged.",
            [("Smith", "raised the suspicion", "that papers had been forged")],
            id="a noun that makes the verb a cue",
        ),
        pytest.param(
            "The ministry considered the attack a crime.",
            [("ministry", "considered", "the attack a crime")],
            id="what somebody holds something to be",
        ),
        pytest.param(
            "The foreign minister: The talks will resume on Monday.",
            [("foreign minister", ":", "The talks will resume on Monday")],
            id="a role before a colon",
        ),
        pytest.param(
            "The minister emphasized, how important the talks are.",
            [("minister", "emphasized", "how important the talks are")],
            id="a comma before how",
        ),
        pytest.param(
            "Mayor Smith instructed, “Prepare the boats for us.”",
            [("Smith", "instructed", "“Prepare the boats for us.”")],
            id="a comma between a verb that is no cue and a quotation",
        ),
        pytest.param(
            "According to the guard on the 5th, the bridge is old.",
            [("guard", "According to", "the bridge is old")],
            id="a day behind the authority",
        ),
    ],
)
def test_translated_news(text: str, expected: list[tuple[str | None, str, str]]) -> None:
    assert rows(text) == expected
