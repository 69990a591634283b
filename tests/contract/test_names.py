"""The plugin's names are the loaders': two small copies of one rule, because neither package imports the other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datasette_hearsay import names as shown
from hearsay_to_sqlite.clean import names as written

NAMES = [
    "Mustafa al-Kadhimi",
    "Mustafa Al-Kazemi",
    "Ra'ad Hashem",
    "Abu Ala\u2019 al-Wala\u2019i\u2019s",
    "the",
    "Al",
    "",
    " ' ",
    "J. R. O'Neil",
    "Qaïs Ghánim",
    "عبد الله",
    "Κώστας Ω.",
    "Ann  Smith-Phelps",
    "3rd Brigade",
    "Aya",
    "…",
]


@pytest.mark.parametrize("name", NAMES)
def test_key_is_the_same(name: str) -> None:
    assert shown.key(name) == written.name_key(name)


@pytest.mark.parametrize(("one", "other"), list(pairwise(NAMES)))
def test_likeness_is_the_same(one: str, other: str) -> None:
    assert shown.likeness(one, other) == written.same_name(one, other)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_gives_the_same(one: str, other: str) -> None:
    assert shown.key(one) == written.name_key(one)
    assert shown.likeness(one, other) == written.same_name(one, other)
