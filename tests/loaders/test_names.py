"""Names: what is one name in two spellings, and what is not."""

from __future__ import annotations

import pytest
from anyascii import anyascii

from hearsay_to_sqlite.clean.names import (
    SAME,
    SIGNS,
    ascii_letters,
    is_same_name,
    name_key,
    name_slug,
    plain_slug,
    same_name,
    tokens,
    without_titles,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Omar al-Rashidi", "Omar Al-Rashedi"),
        ("Qasim Nadhir", "Kasem Nazir"),
        ("Hussein Ghalib", "Husayn Qaleb"),
        ("Abu Ala' al-Mawla", "Abu Alaa al-Maula"),
        ("Philip Ackerman", "Filip Ackermann"),
        ("José Muñoz", "Jose Munoz"),
        ("Abdul Rahman", "Abdulrahman"),
    ],
)
def test_same_name_in_other_spelling(one: str, other: str) -> None:
    assert same_name(one, other) >= SAME
    assert is_same_name(one, other)


def test_signs_and_letters_read_as_in_the_table_of_all_scripts() -> None:
    assert {chr(sign): plain for sign, plain in SIGNS.items()} == {
        chr(sign): anyascii(chr(sign)) for sign in SIGNS
    }
    assert ascii_letters("“Łódź” – Straße") == anyascii("“Łódź” – Straße")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Omar Rashidi", "Omar Hashimi"),
        ("Ali Karim", "Lee Karim"),
        ("Ann Smith", "Smith"),
        ("Ann Smith", "Bob Smith"),
        ("", "Ann"),
    ],
)
def test_other_names(one: str, other: str) -> None:
    assert same_name(one, other) < SAME


@pytest.mark.parametrize(
    ("name", "key", "slug", "plain"),
    [
        ("The United Front’s", "antd frnt", "unitid-frunt", "united-front"),
        ("Qasim al-Nadhir", "ksm nzr", "kasim-nazir", "qasim-nadhir"),
        ("!!!", "", "unnamed", "unnamed"),
        ("القائد", name_key("القائد"), name_slug("القائد"), plain_slug("القائد")),
    ],
)
def test_keys_and_slugs(name: str, key: str, slug: str, plain: str) -> None:
    assert (name_key(name), name_slug(name), plain_slug(name)) == (key, slug, plain)


def test_a_name_in_another_script_has_a_key() -> None:
    assert tokens("القائد")


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Lt. Gen. Ann Smith", "Ann Smith"),
        ("Sheikh Omar", "Omar"),
        ("General", "General"),
        ("Ann Smith", "Ann Smith"),
    ],
)
def test_titles(name: str, bare: str) -> None:
    assert without_titles(name) == bare
