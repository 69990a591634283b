"""The best of many scores, by list and by mapping, are those that sorting all of them finds."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from datasette_hearsay import scores

LISTS = st.lists(
    st.tuples(st.sets(st.integers(1, 600), max_size=400), st.sampled_from([0.25, 0.5, 1.0])), max_size=5
)


@given(LISTS, st.sampled_from([0, scores.DENSE]), st.integers(1, 300))
def test_best(lists: list[tuple[set[int], float]], from_number: int, most: int) -> None:
    added: scores.Scores = []
    expected: dict[int, float] = {}
    for numbers, weight in lists:
        moved = [from_number + n for n in sorted(numbers)]
        added = scores.add(added, array("I", moved), weight)
        expected |= {n: expected.get(n, 0.0) + weight for n in moved}
    found = scores.best(added, most)
    least = sorted(expected.values(), reverse=True)[:most][-1] if expected else 0.0
    above = {n for n, score in expected.items() if score > least}
    assert above <= found.keys()
    assert {n: expected[n] for n in found} == found
    assert {found[n] for n in found.keys() - above} <= {least}
    assert len(found) <= most


def test_from_large_numbers_on_it_is_a_mapping() -> None:
    added = scores.add([], array("I", [3, 5]), 1.0)
    added = scores.add(added, array("I", [5, 4_000_000_000]), 0.5)
    assert added == {3: 1.0, 5: 1.5, 4_000_000_000: 0.5}
    assert scores.best(added, 1) == {5: 1.5}
