"""A curator's draft, whose anchors are exact words, to the form that can be published: offsets, and few words.

Only the anchors and the articles' hashes are rewritten; comments, order and everything else stay as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hearsay_to_sqlite.clean.anchors import Piece
from hearsay_to_sqlite.sources.case.documents import Document, Keys
from hearsay_to_sqlite.sources.case.entries import CaseFile, Entry
from hearsay_to_sqlite.sources.case.including import read_case
from hearsay_to_sqlite.sources.case.references import check_references
from hearsay_to_sqlite.sources.case.texts import Text, pieces, pieces_inside, read_texts

ANCHORS = {
    "statements": {"source": "article", "cue": "article", "content": "article", "quoted": "article"},
    "accounts": {"anchor": "article"},
    "wording_changes": {"anchor": "article", "copied_anchor": "copied_from"},
}
"""For each section, its keys that are anchors, and the key that says in which article."""

KEPT_WORDS = {"cue": 4, "source": 6, "quoted": 45}
"""Of how many words the exact text stays beside its offsets; of other anchors only the offsets stay."""

KEPT_OF_ACCOUNTS = 6
"""The same for the words of an account, which are mostly a number or a name."""

_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ’-]*[A-Za-z0-9’])?")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})

Edit = tuple[int, int, str]


def with_offsets(path: Path, text_dir: Path) -> dict[Path, str]:
    """The files of the case at ``path`` whose anchors in ``text_dir`` come out otherwise than written, with their new text.

    Raises:
        CaseError: The case is wrong, or the text of an article is not at hand.
    """
    case = read_case(path)
    check_references(case)
    texts = read_texts(case, text_dir)
    edits: dict[str, tuple[Document, set[Edit]]] = {}
    for entry, edit in (*_hashes(texts), *_anchors(case, texts)):
        edits.setdefault(entry.document.name, (entry.document, set()))[1].add(edit)
    return {Path(name): _edited(document.text, found) for name, (document, found) in edits.items()}


def _edited(text: str, edits: set[Edit]) -> str:
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def _hashes(texts: dict[str, Text]) -> Iterator[tuple[Entry, Edit]]:
    """The hashes and the length that an article's entry does not give yet."""
    for text in texts.values():
        entry = text.entry
        if text.text is None:
            what = f"The text of {entry.id} is not at hand."
            raise entry.error(what, "file", remedy="Give the folder of the articles' files with --text.")
        known = {
            "source_sha256": text.source_sha256,
            "text_sha256": text.text_sha256,
            "text_length": len(text.text),
        }
        end, between = _after_file(entry)
        added = "".join(f"{between}{key}: {value}" for key, value in known.items() if key not in entry.data)
        if added:
            yield entry, (end, end, added)


def _after_file(entry: Entry) -> tuple[int, str]:
    """Where keys can be added to an article's entry, and what must stand before each of them."""
    text = entry.document.text
    file = (*entry.keys, "file")
    start, end = entry.document.places[file]
    if text[entry.document.places[entry.keys][0]] == "{":
        return end, ", "
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    return (len(text) if line_end < 0 else line_end), "\n" + " " * (text.rfind("file", line, start) - line)


def _anchors(case: CaseFile, texts: dict[str, Text]) -> Iterator[tuple[Entry, Edit]]:
    for section, keys in ANCHORS.items():
        for entry in case[section]:
            for key, article in keys.items():
                if key in entry.data:
                    yield from ((entry, edit) for edit in _pieces(entry, key, texts[entry.data[article]]))


def _pieces(entry: Entry, key: str, text: Text) -> Iterator[Edit]:
    found = (
        pieces_inside(entry, key, text, pieces(entry, "content", text))
        if key == "quoted"
        else pieces(entry, key, text)
    )
    for way, piece in zip(_ways(entry, key), found, strict=True):
        start, end = entry.document.places[way]
        words = entry.document.text[start:end].rstrip()
        if not words.startswith("[") and "start" not in _at(entry, way):
            yield start, start + len(words), _written(piece, _kept(entry.section, key))


def _ways(entry: Entry, key: str) -> list[Keys]:
    """The way to each piece of an anchor."""
    value: Any = entry.data[key]
    way = (*entry.keys, key)
    whole = not isinstance(value, list) or (key != "quoted" and all(isinstance(item, int) for item in value))
    return [way] if whole else [(*way, n) for n in range(len(value))]


def _at(entry: Entry, way: Keys) -> Any:
    value: Any = entry.data
    for key in way[len(entry.keys) :]:
        value = value[key]
    return value if isinstance(value, dict) else {}


def _kept(section: str, key: str) -> int:
    return KEPT_OF_ACCOUNTS if section == "accounts" else KEPT_WORDS.get(key, 0)


def _written(piece: Piece, kept: int) -> str:
    words = piece.text or ""
    if len(words.split()) > kept:
        return f"[{piece.start}, {piece.end}]"
    plain = _PLAIN.fullmatch(words) is not None and words.casefold() not in _WORDS
    exact = words if plain else json.dumps(words, ensure_ascii=False)
    return f"{{exact: {exact}, start: {piece.start}, end: {piece.end}}}"
