"""A draft whose anchors are words, to one whose anchors are offsets."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from hearsay_to_sqlite.errors import CaseError
from hearsay_to_sqlite.sources.case.loading import load_case
from hearsay_to_sqlite.sources.case.rewriting import with_offsets

TEXT = "Ärger: the dam, said Ada Quill, “will hold” for years. Ada Quill denied any crack.\n"
SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()

DRAFT = """# The dam.
case: {id: dam, title: The dam}
articles:
  - id: dam
    file: dam.txt   # as it came
    title: The dam
actors:
  - {id: quill, name: Ada Quill, kind: person}
statements:
  # First of two.
  - id: first
    article: dam
    source:
      exact: Ada Quill
      suffix: ", “"
    # The reporting word.
    cue: said
    source_kind: named
    content: ["the dam", {exact: “will hold” for years, prefix: ", "}]
    quoted: [will hold]
    gist: That it will hold.   # our words
    quote_type: mixed
    act: assert
    actor: quill
  - id: second
    article: dam
    source_kind: none
    cue: [65, 71]
    content: >-
      denied any crack
    gist: That nothing is broken.
    quote_type: indirect
    act: deny
"""

FINAL = f"""# The dam.
case: {{id: dam, title: The dam}}
articles:
  - id: dam
    file: dam.txt   # as it came
    source_sha256: {SHA256}
    text_sha256: {SHA256}
    text_length: 83
    title: The dam
actors:
  - {{id: quill, name: Ada Quill, kind: person}}
statements:
  # First of two.
  - id: first
    article: dam
    source:
      {{exact: Ada Quill, start: 21, end: 30}}
    # The reporting word.
    cue: {{exact: said, start: 16, end: 20}}
    source_kind: named
    content: [[7, 14], [32, 53]]
    quoted: [{{exact: will hold, start: 33, end: 42}}]
    gist: That it will hold.   # our words
    quote_type: mixed
    act: assert
    actor: quill
  - id: second
    article: dam
    source_kind: none
    cue: [65, 71]
    content: [65, 81]
    gist: That nothing is broken.
    quote_type: indirect
    act: deny
"""


def write(folder: Path, draft: str) -> Path:
    """Write a draft and its article; return the draft's path."""
    (folder / "dam.txt").write_text(TEXT, encoding="utf-8", newline="")
    path = folder / "case.yml"
    path.write_text(draft, encoding="utf-8")
    return path


def test_anchors_become_offsets_and_all_else_stays(tmp_path: Path) -> None:
    draft = DRAFT.replace("    cue: [65, 71]\n", "")
    path = write(tmp_path, draft)
    [(written, text)] = with_offsets(path, tmp_path).items()
    assert written == path
    assert text == FINAL.replace("    cue: [65, 71]\n", "")


def test_offsets_that_are_there_are_left_alone(tmp_path: Path) -> None:
    path = write(tmp_path, FINAL)
    assert with_offsets(path, tmp_path) == {}
    spans = load_case(path, tmp_path).tables["attribution_spans"]
    assert [row["text"] for row in spans] == [
        "Ada Quill",
        "said",
        "the dam",
        "“will hold” for years",
        "will hold",
        "denied",
        "denied any crack",
    ]


def test_article_on_one_line(tmp_path: Path) -> None:
    draft = "case: {id: dam, title: The dam}\narticles:\n  - {id: dam, file: dam.txt, title: The dam}\n"
    path = write(tmp_path, draft)
    hashes = f"source_sha256: {SHA256}, text_sha256: {SHA256}, text_length: 83"
    assert with_offsets(path, tmp_path) == {path: draft.replace("dam.txt", f"dam.txt, {hashes}")}


def test_text_must_be_at_hand(tmp_path: Path) -> None:
    path = write(tmp_path, DRAFT)
    (tmp_path / "dam.txt").unlink()
    with pytest.raises(CaseError, match=r"case\.yml:5: The text of dam is not at hand\. Give the folder"):
        with_offsets(path, tmp_path)
