"""What is compared between articles: copies and their changes, descent, groups of like statements."""

from __future__ import annotations

import pytest

from hearsay_to_sqlite.clean.words import terms, words
from hearsay_to_sqlite.compare.changes import classify
from hearsay_to_sqlite.compare.clusters import clusters
from hearsay_to_sqlite.compare.copies import Text, find
from hearsay_to_sqlite.compare.roots import roots

ORIGINAL = """Harbour ministry blames saboteurs for Port Vale blaze

Harbour minister Orla Venn said on Monday that saboteurs had started the fire at the Port Vale granary.
Firefighters counted four separate sources of the blaze, according to inspector Tam Hurley.
"Nobody who loves this city would burn its bread," Venn told reporters outside the town hall.
The dockers' union reportedly refused to answer questions about the missing fuel drums.
Hurley said that two watchmen were not hurt and that a third was treated for smoke.
The insurer Brackwater has sent assessors, and a report is expected within nine weeks.
"""

COPY = """Ministry of ports accuses saboteurs over granary fire

The minister of the harbour, Orla Venn, said Monday that saboteurs had ignited the fire in the granary of Port Vale.
Fire crews counted seven separate sources of the blaze, according to the inspector Tam Hurley.
"Nobody who loves this city would burn its bread," Venn said to reporters in front of the town hall.
The union of the dockers refused to answer questions about the fuel drums that are missing.
Hurley said that two watchmen were hurt and that a third was treated for smoke.
The insurance company Brackwater sent assessors; a report is expected within nine weeks.
"""

OTHER = """Granary reopens after summer floods

Farmers brought the first barley to the rebuilt granary on Friday, and the mayor cut a ribbon.
Inspector Tam Hurley praised the new pumps. The minister did not attend, her office said.
"""


def test_copy_is_found_with_its_changes_and_no_other_pair() -> None:
    texts = {
        "original": Text("original", ORIGINAL, "2020-03-02"),
        "copy": Text("copy", COPY, "2020-03-05"),
        "other": Text("other", OTHER, "2020-09"),
    }
    [copy] = find(texts)
    assert (copy.here.id, copy.there.id, copy.directed) == ("copy", "original", True)
    assert [row["kind"] for row in copy.changes()] == [
        "reworded",
        "reworded",
        "number-changed",
        "reworded",
        "hedge-lost",
        "negation-changed",
        "reworded",
    ]
    for row in copy.changes():
        assert COPY[row["start"] : row["end"]].strip() == COPY[row["start"] : row["end"]]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        pytest.param({}, "edited", id="reworded"),
        pytest.param({"Hurley": "Harley", "Brackwater": "Brakwatir"}, "back-translation", id="names respelt"),
    ],
)
def test_kind_of_copy(change: dict[str, str], kind: str) -> None:
    copied = COPY
    for old, new in change.items():
        copied = copied.replace(old, new)
    [copy] = find({"a": Text("a", ORIGINAL, "2020-03-02"), "b": Text("b", copied, "2020-03-05")})
    assert copy.row()["kind"] == kind


@pytest.mark.parametrize(
    ("lines", "kind"),
    [pytest.param(slice(0, 8), "verbatim", id="whole"), pytest.param(slice(2, 6), "excerpt", id="part")],
)
def test_copy_word_for_word(lines: slice, kind: str) -> None:
    taken = "\n".join(ORIGINAL.splitlines()[lines]) + "\n\n"
    [copy] = find({"a": Text("a", ORIGINAL, "2020-03-02"), "b": Text("b", taken, "2020-03-05")})
    assert copy.row()["kind"] == kind


def test_copies_a_person_decided_are_left_alone() -> None:
    texts = {"a": Text("a", ORIGINAL, None), "b": Text("b", COPY, None)}
    assert [copy.directed for copy in find(texts)] == [False]
    assert list(find(texts, frozenset({("a", "b")}))) == []


@pytest.mark.parametrize(
    ("here", "there", "kind"),
    [
        pytest.param("Rain fell.", "Rain fell.", "same", id="same"),
        pytest.param("Five ships sank.", "Two ships sank.", "number-changed", id="number word"),
        pytest.param("5 ships sank.", "Five ships sank.", "reworded", id="digit for word"),
        pytest.param("The ship sank.", "The ship reportedly sank.", "hedge-lost", id="hedge lost"),
        pytest.param("The ship allegedly sank.", "The ship sank.", "hedge-gained", id="hedge gained"),
        pytest.param("The ship never sank.", "The ship sank.", "negation-changed", id="negation gained"),
        pytest.param(
            "He called it “a minor delay”.",
            "He called it “total disgrace and ruin”.",
            "quote-changed",
            id="quote",
        ),
        pytest.param("The vessel went under.", "The ship sank.", "reworded", id="reworded"),
    ],
)
def test_kind_of_change(here: str, there: str, kind: str) -> None:
    assert classify(words(here), words(there), here, there).kind == kind


@pytest.mark.parametrize(
    ("copies", "expected"),
    [
        pytest.param([], {"a": "a", "b": "b", "c": "c"}, id="none"),
        pytest.param([("b", "a"), ("c", "b")], {"a": "a", "b": "a", "c": "a"}, id="chain"),
        pytest.param([("a", "b"), ("b", "a")], {"a": "a", "b": "a", "c": "c"}, id="circle"),
    ],
)
def test_roots(copies: list[tuple[str, str]], expected: dict[str, str]) -> None:
    assert roots("abc", copies) == expected


def test_clusters_do_not_depend_on_order() -> None:
    said = {
        "1": "saboteurs started the fire at the granary",
        "2": "the granary fire was started by saboteurs",
        "3": "the mayor cut a ribbon at the bridge",
        "4": "saboteurs were behind the granary fire",
    }
    own = {name: terms(text) for name, text in said.items()}
    backwards = dict(reversed(own.items()))
    assert clusters(own) == clusters(backwards) == [("1", "2", "4"), ("3",)]
