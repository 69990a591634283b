"""The one writer of a run: it gathers articles and writes many of them in a transaction, each whole or not at all."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from hearsay_to_sqlite import attribution
from hearsay_to_sqlite.clean.urls import page_key
from hearsay_to_sqlite.records import Article, stable_id
from hearsay_to_sqlite.run.basis import basis
from hearsay_to_sqlite.run.reading import trained
from hearsay_to_sqlite.run.work import How, Ready, resolved
from hearsay_to_sqlite.store import save
from hearsay_to_sqlite.store.prepared import Prepared

ENOUGH = 64
"""Articles in a transaction. More are hardly faster, and are found again together after a run that was killed."""


class Writer:
    """Writes what is ready to one database, in the order in which it comes."""

    def __init__(self, connection: sqlite3.Connection, load_id: int, how: How) -> None:
        self.connection = connection
        self.load_id = load_id
        self.how = how
        self.changed = 0
        self._waiting: list[Prepared] = []
        self._names: set[str] = set()

    def add(self, ready: Ready) -> int:
        """Take an article, under the id that its text has already; return how many attributions it has."""
        one = ready.prepared
        # What waits is not in the database yet: a text that may be one of them must see it there.
        names = _names(one)
        if not names.isdisjoint(self._names):
            self.flush()
        there, respaced = save.article_id(self.connection, one.article, one.text_key)
        if respaced:
            # Its offsets are those of another spacing: what was found in the text that is there stands.
            one = replace(one, article=replace(one.article, id=there, passages=()), found=None, stands=None)
        elif there != one.article.id or (ready.edition != self.how.edition and one.found is not None):
            looked = one.found is not None or one.stands is not None
            one = self._again(replace(one.article, id=there), extracted=looked)
            names |= _names(one)
        self._waiting.append(one)
        self._names |= names
        if len(self._waiting) >= ENOUGH:
            self.flush()
        return (one.stands or 0) if one.found is None else len(one.found.attributions)

    def _again(self, article: Article, extracted: bool) -> Prepared:
        """What is found in an article under another id, of which those of its attributions are made, or for other known actors."""
        if not extracted or article.attributions is not None:
            return resolved(article, self.how.known, article)
        found = resolved(attribution.find(article, trained(self.how.model)), self.how.known, article)
        return replace(found, basis=basis(article, self.how.model))

    def flush(self) -> None:
        """Write what waits."""
        waiting, self._waiting = self._waiting, []
        self._names = set()
        if waiting:
            self.changed += save.save_articles(self.connection, waiting, self.load_id)


def _names(one: Prepared) -> set[str]:
    """Everything by which another article could be the same, or another version of it."""
    article = one.article
    names = {article.id, article.text_sha256, one.text_key, article.source_sha256, article.location}
    if article.url is not None:
        names.add(stable_id(page_key(article.url) or article.url))
    return names
