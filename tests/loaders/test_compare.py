"""What is compared between articles: copies and their changes, descent, groups of like statements."""

from __future__ import annotations

import pytest

from hearsay_to_sqlite.clean.words import words
from hearsay_to_sqlite.compare.changes import classify
from hearsay_to_sqlite.compare.copies import changes, compared, verified
from hearsay_to_sqlite.compare.direction import Text, direct
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


def test_copy_is_found_with_its_changes() -> None:
    pair = Text("original", ORIGINAL, "2020-03-02"), Text("copy", COPY, "2020-03-05")
    copy = compared(pair)
    assert copy is not None
    assert (copy.found.copy.id, copy.found.original.id, copy.found.known) == ("copy", "original", True)
    rows = changes(pair)
    assert [row["kind"] for row in rows] == [
        "reworded",
        "reworded",
        "number-changed",
        "reworded",
        "hedge-lost",
        "negation-changed",
        "reworded",
    ]
    for row in rows:
        assert COPY[row["start"] : row["end"]].strip() == COPY[row["start"] : row["end"]]


def test_reports_of_the_same_people_are_no_copies() -> None:
    assert verified((Text("original", ORIGINAL), Text("other", OTHER))) is None


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
    row = verified((Text("a", ORIGINAL, "2020-03-02"), Text("b", copied, "2020-03-05")))
    assert row is not None
    assert row["kind"] == kind


@pytest.mark.parametrize(
    ("lines", "kind"),
    [pytest.param(slice(0, 8), "verbatim", id="whole"), pytest.param(slice(2, 6), "excerpt", id="part")],
)
def test_copy_word_for_word(lines: slice, kind: str) -> None:
    taken = "\n".join(ORIGINAL.splitlines()[lines]) + "\n\n"
    row = verified((Text("a", ORIGINAL, "2020-03-02"), Text("b", taken, "2020-03-05")))
    assert row is not None
    assert row["kind"] == kind


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            Text("a", "x", "2020-03-05"),
            Text("b", "xx", "2020-03-02"),
            ("a", True, "published later (2020-03-05, after 2020-03-02)"),
            id="dates",
        ),
        pytest.param(
            Text("a", "Town Wire reports: x", "2020-03", outlet="Daily Vale"),
            Text("b", "x", "2020-03-02", outlet="Town Wire"),
            ("a", True, "it credits Town Wire"),
            id="overlapping dates, and a credit",
        ),
        pytest.param(
            Text("a", "x", byline="Staff, Town Wire", outlet="Town Wire"),
            Text("b", "x", outlet="Daily Vale", byline="Town Wire and Ann Holm"),
            ("b", True, "it credits Town Wire"),
            id="byline",
        ),
        pytest.param(
            Text("a", "x", translated=True),
            Text("b", "x"),
            ("a", True, "it is recorded as a translation, the other is not"),
            id="translation",
        ),
        pytest.param(
            Text("a", "x" * 9),
            Text("b", "x" * 8),
            ("b", False, "which came first is not known; the less complete is shown as the copy"),
            id="nothing tells, one is shorter",
        ),
        pytest.param(
            Text("b", "x" * 9, n=2),
            Text("a", "x" * 10, n=3),
            ("a", False, "which came first is not known; they are about as long"),
            id="nothing tells",
        ),
    ],
)
def test_direction(one: Text, other: Text, expected: tuple[str, bool, str]) -> None:
    for found in (direct(one, other), direct(other, one)):
        assert (found.copy.id, found.known, found.basis) == expected


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
        pytest.param(
            "Two were hurt, said a guard who was not hurt in the raid, in which only one of the planes was hit.",
            "Two were hurt, said a guard who was not hurt in the raid, in which only one of the planes was not hit.",
            "negation-changed",
            id="one negation of two",
        ),
        pytest.param("A war on Ovia.", "A war against Ovia.", "reworded", id="against denies nothing"),
        pytest.param("She voted against it.", "She voted for it.", "meaning-changed", id="for and against"),
        pytest.param("The vessel went under.", "The ship sank.", "reworded", id="reworded"),
        pytest.param("Khaled Rashidi came.", "Khalid Rashidi came.", "name-respelt", id="name respelt"),
        pytest.param("The Sovian fleet left.", "Sovia's fleet left.", "reworded", id="adjective for a name"),
        pytest.param(
            "The panic caused the flood.", "The flood caused the panic.", "meaning-changed", id="cause"
        ),
        pytest.param("Tenants pay rent.", "Tenants must pay rent.", "meaning-changed", id="duty lost"),
        pytest.param(
            "They lifted the boat.", "They tried to lift the boat.", "meaning-changed", id="attempt lost"
        ),
        pytest.param(
            "The crowd attacked the guard.",
            "The crowd was attacked by the guard.",
            "meaning-changed",
            id="passive lost",
        ),
        pytest.param(
            "The guard was attacked by the crowd.",
            "The crowd attacked the guard.",
            "reworded",
            id="passive for active",
        ),
        pytest.param("Ships sank there.", "Nine ships sank there.", "number-changed", id="number lost"),
        pytest.param("At most 9 ships sank.", "At least 9 ships sank.", "number-changed", id="bound turned"),
        pytest.param("Flights were late.", "Flight 12 was late.", "reworded", id="number of a name"),
        pytest.param("The guard struck Vale.", "The guard hit Vale.", "reworded", id="one side of a matter"),
        pytest.param(
            "Sources said it was over.",
            "Ann Holm said it was over.",
            "source-changed",
            id="name of a source lost",
        ),
        pytest.param(
            "Pavel Tarn, the baker, left.",
            "The vicar, Pavel Tarn, left.",
            "role-changed",
            id="role of one name",
        ),
        pytest.param(
            "In Brenmark the bridge was shut.",
            "The bridge in Velmark was shut.",
            "name-changed",
            id="another name",
        ),
        pytest.param(
            "The harbour festivity was long.",
            "The harbour party was long.",
            "meaning-changed",
            id="another sense",
        ),
        pytest.param(
            "The driver was detained.", "The driver was fined.", "meaning-changed", id="another of a family"
        ),
        pytest.param("The widow of Vale came.", "The sister of Vale came.", "role-changed", id="relation"),
        pytest.param(
            "The crew sailed home.", "The crew will sail home.", "meaning-changed", id="plan told as done"
        ),
        pytest.param("The envoy saw her.", "The envoy saw him.", "meaning-changed", id="another sex"),
        pytest.param(
            "The pro-king rally.", "The anti-king rally.", "meaning-changed", id="counterpart of one root"
        ),
        pytest.param("Forty came.", "As many as forty came.", "hedge-lost", id="open bound lost"),
        pytest.param("It cost 20 percent more.", "It cost a fifth more.", "reworded", id="share"),
        pytest.param(
            "The guild neither praised nor said so.",
            "The guild neither praised nor said so.",
            "same",
            id="same",
        ),
        pytest.param(
            "He called it a grave mistake.", "He called it “a grave mistake”.", "quote-changed", id="no marks"
        ),
    ],
)
def test_kind_of_change(here: str, there: str, kind: str) -> None:
    assert [change.kind for change in classify(words(here), words(there), here, there)] == [kind]


def test_change_marks_its_own_words() -> None:
    original = "Nine climbers were rescued on Monday after the storm, said the guide Ann Holm."
    copy = "According to the guide Tova Brusk, ten mountaineers were saved on Monday following the storm."
    marked = {
        change.kind: [(copy[start:end], original[first:last]) for _, start, end, first, last in change.diff]
        for change in classify(words(copy), words(original), copy, original)
    }
    assert marked == {"number-changed": [("ten", "Nine")], "name-changed": [("Tova Brusk", "Ann Holm")]}


@pytest.mark.parametrize(
    ("copies", "expected"),
    [
        pytest.param([], [0, 1, 2], id="none"),
        pytest.param([(1, 0), (2, 1)], [0, 0, 0], id="chain"),
        pytest.param([(0, 1), (1, 0)], [0, 0, 2], id="circle"),
        pytest.param([(1, 2), (2, 0)], [0, 0, 0], id="the other way round"),
    ],
)
def test_roots(copies: list[tuple[int, int]], expected: list[int]) -> None:
    assert list(roots(3, copies)) == expected
