"""What can go wrong, as one tree. Leaf code raises from here; only ``cli`` turns these into exit codes.

HearsayError
├── InputError          something that was given to us cannot be used: names file, line and remedy
│   ├── RejectedInput   one location is refused; the run goes on and keeps it as a row of ``rejects``
│   └── CaseError       a case file is wrong; the build stops and nothing is written
├── DatabaseError       the database is missing, locked, not ours, or of a newer version
└── UsageError          the command was asked for something that does not make sense
"""

from __future__ import annotations

STOPPED = 130
"""The exit code of a command that Ctrl-C ended: 128 and the number of the signal."""


class HearsayError(Exception):
    """The root of all errors that we raise on purpose."""


class InputError(HearsayError):
    """Something that was given to us cannot be used.

    ``str()`` reads ``file:line: what is wrong. What to do.``
    """

    def __init__(
        self, what: str, *, location: str | None = None, line: int | None = None, remedy: str = ""
    ) -> None:
        self.what = what
        self.location = location
        self.line = line
        self.remedy = remedy
        where = "" if location is None else location if line is None else f"{location}:{line}"
        super().__init__(f"{where}: {what}" if where else what)

    def __str__(self) -> str:
        text = super().__str__()
        return f"{text} {self.remedy}" if self.remedy else text


class RejectedInput(InputError):
    """One location is refused; the run goes on and keeps it as a row of ``rejects``."""


class CaseError(InputError):
    """A case file is wrong; the build stops and nothing is written."""


class DatabaseError(HearsayError):
    """The database is missing, locked, not ours, or of a newer version."""


class UsageError(HearsayError):
    """The command was asked for something that does not make sense."""
