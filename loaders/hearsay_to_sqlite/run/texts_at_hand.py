"""The articles' files in a folder, found by what is in them and not by their names."""

from __future__ import annotations

import hashlib
from pathlib import Path

from hearsay_to_sqlite.clean.encoding import decode
from hearsay_to_sqlite.errors import InputError
from hearsay_to_sqlite.sources.locations import Location, expand


class Folder:
    """A folder of article files, as a source of texts for ``check``."""

    def __init__(self, folder: Path) -> None:
        """Read every file of ``folder`` once. Raises InputError where it is no folder."""
        if not folder.is_dir():
            raise InputError(
                "this is not a folder.", location=str(folder), remedy="Give the articles' folder."
            )
        self._by_text: dict[str, Location] = {}
        self._by_source: dict[str, Location] = {}
        for location in expand([str(folder)]):
            self._add(location)

    def _add(self, location: Location) -> None:
        try:
            data = location.read_bytes()
            text = decode(data).text
        except InputError:
            # A picture beside the articles is no text of theirs.
            return
        self._by_source[hashlib.sha256(data).hexdigest()] = location
        self._by_text[hashlib.sha256(text.encode("utf-8")).hexdigest()] = location

    def __call__(self, article: str, text_sha256: str | None, source_sha256: str | None) -> str | None:
        """The text of the file with one of these hashes; None where there is none."""
        found = self._by_text.get(text_sha256 or "") or self._by_source.get(source_sha256 or "")
        return None if found is None else decode(found.read_bytes()).text
