"""A case file and the files that it includes, joined into one case."""

from __future__ import annotations

from pathlib import Path

from hearsay_to_sqlite.errors import CaseError
from hearsay_to_sqlite.sources.case.documents import Document, read_document
from hearsay_to_sqlite.sources.case.entries import CaseFile, Entry, entries
from hearsay_to_sqlite.sources.case.validation import validate

MAX_FILES = 10_000


def read_case(path: Path) -> CaseFile:
    """The case at ``path`` with everything that it includes, each file checked against the schema.

    Raises:
        CaseError: A file is missing, unreadable, against the schema, outside the case's folder, or included twice.
    """
    files = _Files(path.parent)
    files.read(path, str(path))
    first = files.documents[0]
    if "case" not in first.data:
        remedy = "Begin it with `case:` and the case's id and title."
        raise CaseError("The file does not say which case it is.", location=first.name, line=1, remedy=remedy)
    sections: dict[str, list[Entry]] = {}
    for document in files.documents:
        for entry in entries(document):
            sections.setdefault(entry.section, []).append(entry)
    about = Entry("case", first.data["case"], first, ("case",))
    return CaseFile(about, {name: tuple(found) for name, found in sections.items()})


class _Files:
    """Reads files and what they include, depth first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder.resolve()
        self.documents: list[Document] = []
        self.read_from: dict[Path, str] = {}

    def read(self, path: Path, name: str) -> None:
        self.read_from[path.resolve()] = name
        document = read_document(path, name)
        validate(document)
        self.documents.append(document)
        if len(self.documents) > MAX_FILES:
            raise CaseError(
                f"The case has more than {MAX_FILES} files.", location=name, remedy="Join some of them."
            )
        if len(self.documents) > 1 and "case" in document.data:
            remedy = "Leave `case:` in the file that is given to the command."
            line = document.lines[("case",)]
            raise CaseError(
                "An included file says again which case it is.", location=name, line=line, remedy=remedy
            )
        for n, included in enumerate(document.data.get("include", ())):
            self._include(path.parent / included, document, n)

    def _include(self, path: Path, document: Document, n: int) -> None:
        line = document.lines[("include", n)]
        shown = repr(document.data["include"][n])
        try:
            target, there = path.resolve(), path.is_file()
        except OSError as error:
            what = f"The included file cannot be looked for: {error.strerror}."
            raise CaseError(what, location=document.name, line=line, remedy="Check its name.") from error
        if not target.is_relative_to(self.root):
            remedy = f"Move the file below {self.folder}, or remove the line."
            what = f"The included file {shown} lies outside the case's folder."
            raise CaseError(what, location=document.name, line=line, remedy=remedy)
        if target in self.read_from:
            what = f"The file {shown} is included twice, or includes itself."
            raise CaseError(what, location=document.name, line=line, remedy="Include each file once.")
        if not there:
            remedy = "Check the name; it is read from the folder of the file that includes it."
            raise CaseError(
                f"The included file {shown} is missing.", location=document.name, line=line, remedy=remedy
            )
        self.read(path, str(self.folder / target.relative_to(self.root)))
