"""The extractor's figures on annotated news, against floors that are raised by hand and never lowered in passing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.quality import figures
from tests.quality.figures import TYPES, Figures

from hearsay_to_sqlite.attribution.fitting import fit

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
PEERS = json.loads((HERE / "peers.json").read_text(encoding="utf-8"))
SHARED = HERE.parent.parent.parent / "shared" / "eval" / "attribution"
EVERYWHERE = [
    pytest.param("gum.dev", HERE, id="GUM"),
    pytest.param("polnear.dev", SHARED, id="PolNeAR", marks=pytest.mark.shared),
]


def report(name: str, reached: dict[str, float]) -> None:
    """Print the figures beside those of the peers, for ``make quality``."""
    print(f"\n{name}")
    for what, figure in reached.items():
        print(f"  {what:<34}{figure:6.1f}   floor {FLOORS[name].get(what, 0):5.1f}")
    for peer, figure in PEERS.get(name, {}).items():
        print(f"    {peer}: {figure}")


def by_type(total: Figures) -> dict[str, float]:
    """AR F1 in all and by quote type, and the F1 of contents alone."""
    return {"j50": total.f1("contents"), **{kind: total.f1("both", kind) for kind in TYPES}}


def hold(name: str, reached: dict[str, float]) -> None:
    """Fail where a figure is below its floor."""
    fallen = {what: reached[what] for what, floor in FLOORS[name].items() if reached[what] < floor}
    assert fallen == {}, f"{name} fell below {FLOORS[name]}"


def test_figures_on_gum() -> None:
    total = figures.measure(HERE / "gum.dev.jsonl")
    reached = {
        "all": total.f1("both"),
        "j50": total.f1("contents"),
        "actors": total.share("actors-right", "actors"),
    }
    report("gum.dev", reached)
    hold("gum.dev", reached)


@pytest.mark.parametrize("name", ["translated.dev", "translated.test"])
def test_figures_on_translated_news(name: str) -> None:
    total = figures.measure(HERE / f"{name}.jsonl", authors=False)
    reached = {**by_type(total), "core": total.core()}
    report(name, reached)
    hold(name, reached)


@pytest.mark.shared
def test_figures_on_polnear() -> None:
    cues = frozenset((SHARED / "reporting_cues.txt").read_text(encoding="utf-8").split())
    total = figures.measure(SHARED / "polnear.dev.jsonl", cues=cues)
    reached = {**by_type(total), "reporting cues": total.share("reporting-found", "reporting")}
    report("polnear.dev", reached)
    hold("polnear.dev", reached)


@pytest.mark.shared
def test_figures_on_polnear_after_training() -> None:
    texts = figures.documents(SHARED / "polnear.train.jsonl")
    model = fit(texts, lambda line: None).model
    reached = by_type(figures.measure(SHARED / "polnear.dev.jsonl", model))
    report("polnear.dev, trained", reached)
    hold("polnear.dev, trained", reached)


@pytest.mark.parametrize(("name", "folder"), EVERYWHERE)
def test_as_often_right_as_it_says(name: str, folder: Path) -> None:
    for count, said, right in figures.calibration(folder / f"{name}.jsonl").values():
        print(f"\n{name}: {count} finds {said:.0f} % sure, {right:.0f} % right", end="")
        # Few finds show little: two standard errors, and never less than the tolerance.
        tolerance = max(FLOORS["tolerance"], 200 * (0.25 / count) ** 0.5)
        assert count < FLOORS["enough"] or abs(said - right) <= tolerance


def test_the_measure_itself() -> None:
    text = "Ann said it was late."
    gold = [{"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 20]], "type": "indirect"}]

    def reached(source: list[list[int]], content: list[list[int]]) -> tuple[float, float]:
        total = Figures()
        found = [{"source": source, "content": content, "type": "indirect"}]
        figures.count(text, gold, found, total, frozenset({"said"}))
        return total.f1("contents"), total.f1("both", "indirect")

    assert reached([[0, 3]], [[9, 20]]) == (100, 100)
    assert reached([], [[9, 20]]) == (100, 0)
    assert reached([[0, 3]], [[4, 8]]) == (0, 0)


@pytest.mark.parametrize(
    ("speaker", "right"),
    [
        pytest.param("Ann Smith", True, id="full name"),
        pytest.param("Smith", True, id="surname"),
        pytest.param("Bob Smith", False, id="somebody else"),
        pytest.param(None, False, id="nobody"),
    ],
)
def test_same_actor(speaker: str | None, right: bool) -> None:
    assert figures.same_actor(speaker, ["she", "Mayor Ann Smith"]) is right
