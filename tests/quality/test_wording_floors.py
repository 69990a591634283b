"""Kinds of wording change on our own pairs, and false alarms on other people's paraphrases."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.quality import wording

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
CLAIMS = HERE.parent.parent.parent / "shared" / "eval" / "claims"


@pytest.mark.parametrize("part", ["dev", "test"])
def test_kinds_of_change(part: str) -> None:
    reached = wording.measure(HERE / "wording.tsv", part)
    floors = FLOORS[f"wording, {part}"]
    print(
        f"\nwording, {part}: {reached.named:.1f} % named rightly, {reached.false_alarms:.1f} % false alarms"
    )
    if part == "dev":
        for pair, found in reached.wrong:
            print(f"  {pair.kind} {sorted(found)}: {pair.original} / {pair.copy}")
    assert reached.named >= floors["named"]
    assert reached.false_alarms <= 100 - floors["quiet"]


@pytest.mark.parametrize("part", ["dev", "test"])
def test_pairs_of_writers_who_did_not_know_the_rules(part: str) -> None:
    reached = wording.blind(HERE / "wording_blind.jsonl", part)
    floors = FLOORS[f"wording, blind, {part}"]
    print(
        f"\nwording, blind, {part}: {reached.named:.1f} % named rightly, {reached.located:.1f} % where a reader sees it, "
        f"{reached.false_alarms:.1f} % false alarms {reached.kinds}"
    )
    assert reached.named >= floors["named"]
    assert reached.located >= floors["located"]
    assert reached.false_alarms <= 100 - floors["quiet"]


@pytest.mark.shared
def test_alarms_on_paraphrases_of_others() -> None:
    """No target of ours: what that corpus calls paraphrases may differ in numbers, names and sources."""
    alike = wording.alarms(CLAIMS / "msrp_pairs.jsonl", "label", 1)
    unlike = wording.alarms(CLAIMS / "msrp_pairs.jsonl", "label", 0)
    print(f"\nMSRP: change of meaning in {alike:.1f} % of the paraphrases, {unlike:.1f} % of the others")
    assert alike <= FLOORS["alarms on MSRP"]
    assert unlike > 1.5 * alike
