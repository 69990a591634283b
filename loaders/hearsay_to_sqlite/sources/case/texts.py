"""The articles' texts, where they are at hand, held against the hashes that the case file gives."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hearsay_to_sqlite.clean.anchors import Misfit, Piece, locate, selectors
from hearsay_to_sqlite.clean.encoding import decode
from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.sources.case.entries import CaseFile, Entry

MAX_TEXT_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True)
class Text:
    """An article of a case: its entry and, where they are at hand, its text, encoding and hashes."""

    entry: Entry
    text: str | None = None
    encoding: str | None = None
    source_sha256: str | None = None
    text_sha256: str | None = None

    @property
    def anchor(self) -> str:
        """What the anchors in this article come to: ``text-match`` or ``text-not-at-hand``."""
        return "text-not-at-hand" if self.text is None else "text-match"


def read_texts(case: CaseFile, folder: Path | None) -> dict[str, Text]:
    """The case's articles by id, each with the text found under its file name in ``folder``.

    Raises:
        CaseError: A file that is there cannot be read as text, or is not the one that the case is about.
    """
    return {str(entry.id): _read(entry, folder) for entry in case["articles"]}


def _read(entry: Entry, folder: Path | None) -> Text:
    given = {key: entry.data.get(key) for key in ("source_sha256", "text_sha256")}
    name = entry.data.get("file")
    path = None if folder is None or name is None else folder / name
    try:
        if path is None or not path.is_file():
            return Text(entry, **given)
    except OSError as error:
        what = f"The article's file cannot be looked for: {error.strerror}."
        raise entry.error(what, "file", remedy="Check its name.") from error
    with path.open("rb") as file:
        data = file.read(MAX_TEXT_BYTES + 1)
    if len(data) > MAX_TEXT_BYTES:
        what = f"The article's file {name} is larger than {MAX_TEXT_BYTES} bytes."
        raise entry.error(what, "file", remedy="Give the article's text alone.")
    source = hashlib.sha256(data).hexdigest()
    _same(entry, "source_sha256", source)
    try:
        decoded = decode(data)
    except RejectedInput as error:
        what = f"The article's file {name} cannot be read: {error.what}"
        raise entry.error(what, "file", remedy=error.remedy) from error
    digest = hashlib.sha256(decoded.text.encode("utf-8", "surrogatepass")).hexdigest()
    _same(entry, "text_sha256", digest)
    return Text(entry, decoded.text, decoded.encoding, source, digest)


def _same(entry: Entry, key: str, found: str) -> None:
    given = entry.data.get(key)
    if given is not None and given != found:
        what = f"The {key} of {entry.id} is {given}, but the file {entry.data['file']} has {found}."
        remedy = (
            "Give the file that the case was made from with --text, "
            f"or, if this text is the right one, correct {key} and every offset."
        )
        raise entry.error(what, key, remedy=remedy)


def pieces(entry: Entry, key: str, text: Text) -> tuple[Piece, ...]:
    """Where an anchor of an entry stands in its article, piece by piece; empty where the entry has no such key.

    Raises:
        CaseError: A piece fits nowhere, in several places, or gives offsets into a text without ``text_sha256``.
    """
    return tuple(piece for _, piece in _located(entry, key, text, (0, None)))


def pieces_inside(entry: Entry, key: str, text: Text, outer: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """As ``pieces``, for an anchor that must lie inside the stretch from the first to the last of ``outer``.

    Raises:
        CaseError: As ``pieces``, or a piece lies outside.
    """
    start, end = hull(outer)
    found = []
    for n, piece in _located(entry, key, text, (start or 0, end)):
        if piece.start is not None and start is not None and not _inside(piece, start, end):
            what = f"The words at {piece.start}–{piece.end} lie outside {start}–{end}, the content of the statement."
            raise entry.error(what, key, n, remedy="Give words of the content, or make the content longer.")
        found.append(piece)
    return tuple(found)


def hull(found: tuple[Piece, ...]) -> tuple[int | None, int | None]:
    """Where the first of the pieces begins and the last of them ends; None where that is not known."""
    starts = [piece.start for piece in found if piece.start is not None]
    ends = [piece.end for piece in found if piece.end is not None]
    return (min(starts), max(ends)) if starts and ends else (None, None)


def _inside(piece: Piece, start: int, end: int | None) -> bool:
    return piece.start is not None and piece.start >= start and (end is None or (piece.end or 0) <= end)


def _located(entry: Entry, key: str, text: Text, within: tuple[int, int | None]) -> list[tuple[int, Piece]]:
    if key not in entry.data:
        return []
    found = []
    for n, selector in enumerate(_selectors(entry.data, key)):
        if selector.start is not None and text.entry.data.get("text_sha256") is None:
            what = f"The anchor gives offsets, but the article {text.entry.id} has no text_sha256."
            remedy = "Add the text_sha256 of the text that the offsets count in, or give the exact words."
            raise entry.error(what, key, n, remedy=remedy)
        try:
            found.append((n, locate(selector, text.text, *within)))
        except Misfit as misfit:
            what = f"{entry.id or entry.section}: {key}: {misfit.what}"
            raise entry.error(what, key, n, remedy=misfit.remedy) from misfit
    return found


def _selectors(data: Mapping[str, Any], key: str) -> tuple[Any, ...]:
    value = data[key]
    # ``quoted`` is always a list of pieces: two offsets in it would be two pieces, and the schema forbids those.
    return tuple(selectors(item)[0] for item in value) if key == "quoted" else selectors(value)
