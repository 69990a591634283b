"""The case that an export is of: who answers for it, under which licence, and ids that are its own."""

from __future__ import annotations

import sqlite3
import uuid
from dataclasses import dataclass

from hearsay_to_sqlite.exports.addresses import moment

SOURCE = "datasette-hearsay"


@dataclass(frozen=True, slots=True)
class Case:
    """``when`` is the moment at which the data were made, as RFC 3339 has it, so that one database has one answer."""

    id: str
    title: str
    author: str
    licence: str
    when: str

    @classmethod
    def read(cls, connection: sqlite3.Connection) -> Case:
        """The first case of a database; of one that holds none, what can be said all the same."""
        found = connection.execute("select id, title, licence, curated_by from cases order by id").fetchone()
        (newest,) = connection.execute("select max(started_at) from loads").fetchone()
        id, title, licence, author = found or ("", None, None, None)
        return cls(
            id,
            title or "Who said what",
            author or SOURCE,
            licence or "No licence is recorded",
            moment(newest),
        )

    def uuid(self, kind: str, id: str) -> str:
        """The UUID of a thing: the same for the same thing of the same case, whenever it is exported."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{SOURCE}/{self.id}/{kind}/{id}"))

    @property
    def terms(self) -> str:
        """What whoever gets the data must know."""
        return (
            "Who is reported to have said what. Nothing in it is found to be true or false. "
            f"{self.licence}. Quotations remain their speakers' and publishers'."
        )
