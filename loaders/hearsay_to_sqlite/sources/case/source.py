"""Case files as a source, so that ``load`` reads them beside articles."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay_to_sqlite.errors import CaseError
from hearsay_to_sqlite.records import Rows
from hearsay_to_sqlite.sources.case.loading import load_case
from hearsay_to_sqlite.sources.locations import Location

SUFFIXES = (".yml", ".yaml")
SCORE = 50


class CaseSource:
    """Reads case files."""

    name = "case"
    describes = "case files: what people decided about articles, actors and claims (.yml)"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not."""
        return SCORE if location.suffix in SUFFIXES else 0

    def read(self, location: Location) -> Iterator[Rows]:
        """The rows of the case; its articles' texts are looked for beside the file. Raises CaseError."""
        if location.path is None:
            remedy = "Give the path of the file: what it includes is looked for beside it."
            raise CaseError("A case cannot be read from a pipe.", location=location.name, remedy=remedy)
        yield load_case(location.path, location.path.parent)
