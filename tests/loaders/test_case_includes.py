"""A case in several files."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay_to_sqlite.errors import CaseError
from hearsay_to_sqlite.sources.case.loading import load_case

ABOUT = "case: {id: x, title: X}\n"


def write(folder: Path, **files: str) -> Path:
    """Write files below a folder, ``a__b`` as a/b.yml; return the path of the case."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".yml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "case.yml"


def test_sections_are_joined_in_the_order_of_the_files(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        case=ABOUT + "include: [people/all.yml]\nevents: [{id: first, name: First}]",
        people__all="include: [more.yml]\nactors: [{id: a, name: A, kind: person}]",
        people__more="events: [{id: second, name: Second}]\nactors: [{id: b, name: B, kind: body}]",
    )
    tables = load_case(path, None).tables
    assert [row["id"] for row in tables["actors"]] == ["a", "b"]
    assert [row["id"] for row in tables["events"]] == ["first", "second"]


@pytest.mark.parametrize(
    ("files", "where", "what"),
    [
        ({"case": ABOUT + "include: [gone.yml]"}, "case.yml:2", "'gone.yml' is missing. Check the name"),
        ({"case": ABOUT + f"include: [{'a' * 300}.yml]"}, "case.yml:2", "looked for: File name too long."),
        (
            {"case": ABOUT + "include:\n  - a.yml\n  - ../b.yml", "a": "{}"},
            "case.yml:4",
            "outside the case's folder. Move",
        ),
        ({"case": ABOUT + "include: [/etc/hostname]"}, "case.yml:2", "outside the case's folder"),
        (
            {"case": ABOUT + "include: [case.yml]"},
            "case.yml:2",
            "included twice, or includes itself. Include each",
        ),
        (
            {"case": ABOUT + "include: [a.yml]", "a": "include: [b.yml]", "b": "\ninclude: [a.yml]"},
            "b.yml:2",
            "included twice, or includes itself",
        ),
        (
            {"case": ABOUT + "include: [a.yml]", "a": "events: []\n" + ABOUT},
            "a.yml:2",
            "says again which case it is",
        ),
        ({"case": ABOUT + "include: [a/b.yml]", "a__b": "events:\n  - {id: e}"}, "a/b.yml:2", "lacks 'name'"),
        (
            {
                "case": ABOUT + "include: [a.yml]\nevents: [{id: e, name: E}]",
                "a": "\nevents:\n- {id: e, name: E}",
            },
            "a.yml:3",
            "The id e is given twice; first at",
        ),
    ],
    ids=[
        "missing",
        "a name too long for a file",
        "parent folder",
        "absolute",
        "itself",
        "circle",
        "second case",
        "wrong inside",
        "id in two files",
    ],
)
def test_include_that_is_refused(tmp_path: Path, files: dict[str, str], where: str, what: str) -> None:
    with pytest.raises(CaseError) as caught:
        load_case(write(tmp_path, **files), None)
    assert str(caught.value).startswith(f"{tmp_path}/{where}: ")
    assert what in str(caught.value)
    assert caught.value.remedy


def test_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside.yml").write_text("events: []", encoding="utf-8")
    path = write(tmp_path / "inside", case=ABOUT + "include: [link.yml]")
    (path.parent / "link.yml").symlink_to(tmp_path / "outside.yml")
    with pytest.raises(CaseError, match="outside the case's folder"):
        load_case(path, None)
