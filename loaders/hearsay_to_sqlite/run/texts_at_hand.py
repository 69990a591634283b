"""The articles in a folder, read as ``load`` reads them, and found by what is in them and not by their names."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from hearsay_to_sqlite import sql
from hearsay_to_sqlite.errors import InputError
from hearsay_to_sqlite.records import Article
from hearsay_to_sqlite.run.reading import Task, items
from hearsay_to_sqlite.sources.locations import expand


class Folder:
    """A folder of pages, texts, feeds or archives, as a source of texts for ``check``."""

    def __init__(self, folder: Path) -> None:
        """Read everything in ``folder`` once. Raises InputError where it is no folder."""
        if not folder.is_dir():
            raise InputError(
                "this is not a folder.", location=str(folder), remedy="Give the articles' folder."
            )
        # Without a name, SQLite keeps it in a file of its own that goes with the connection: texts may be many.
        self._texts = sqlite3.connect("")
        for step in sql.statements("store/texts_at_hand"):
            self._texts.execute(step)
        for location in expand([str(folder)]):
            # A picture beside the articles is no text of theirs: what is refused is passed over.
            for item in items(Task(location, extract=False)):
                if isinstance(item, Article):
                    row = (item.text_sha256, item.source_sha256, item.text)
                    self._texts.execute("insert or ignore into texts values (?, ?, ?)", row)

    def __call__(self, article: str, text_sha256: str | None, source_sha256: str | None) -> str | None:
        """The text with one of these hashes, the text's own first; None where there is none."""
        found = self._texts.execute(
            sql.read("store/text_at_hand"),
            {"text": text_sha256 or "", "source": source_sha256 or ""},
        ).fetchone()
        return None if found is None else str(found[0])

    def close(self) -> None:
        """Give back what the texts took on the disk."""
        self._texts.close()
