"""Case files among the other things that can be loaded: recognised by their ending and their ``case:`` key."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hearsay_to_sqlite.errors import RejectedInput
from hearsay_to_sqlite.records import Rows
from hearsay_to_sqlite.sources.locations import Location

SUFFIXES = (".yml", ".yaml")
SCORE = 60
LOOKED_AT = 65_536
"""Bytes from the start of a file among which its ``case:`` key must stand."""

_CASE = re.compile(rb"^case:", re.MULTILINE)


class CaseSource:
    """Reads case files; the articles' texts are looked for beside them."""

    name = "case"
    describes = "what people decided about a case, in YAML (.yml with a `case:` key)"

    def match(self, location: Location) -> int:
        """How well this source fits a location; 0 where it does not, as for a file that a case includes."""
        if location.path is None or location.suffix not in SUFFIXES or not location.path.is_file():
            return 0
        with location.path.open("rb") as file:
            return SCORE if _CASE.search(file.read(LOOKED_AT)) else 0

    def read(self, location: Location) -> Iterator[Rows]:
        """The rows of a case.

        Raises:
            CaseError: Anything in the case is wrong; names file, line and remedy.
            RejectedInput: The case comes from a pipe or the network, where what it includes cannot be found.
        """
        if location.path is None:
            what = "a case file is read from a folder: its articles and what it includes stand beside it."
            raise RejectedInput(what, location=location.name, remedy="Save it, and give the file.")
        # Imported when a case is read: the schema library would slow down every other start.
        from hearsay_to_sqlite.sources.case.loading import load_case

        yield load_case(location.path, location.path.parent)
