"""What the rules hand to one another: a cue with its subject, and the attribution that it becomes."""

from __future__ import annotations

from dataclasses import dataclass, field

from hearsay_to_sqlite.attribution.lexicon import Verb
from hearsay_to_sqlite.attribution.subjects import Subject
from hearsay_to_sqlite.attribution.tagging import Sentence

Pair = tuple[int, int]
"""Start and end of a span in code points."""

DECLINES = "decline-to-comment"
"""The act of whoever is said not to answer."""


@dataclass(slots=True)
class Candidate:
    """A cue verb in its sentence: tokens of its group (end exclusive, particles included), its subject and its link.

    ``link`` says how its clause hangs on what is before: ``main``, ``joined`` (by a comma or conjunction, so that an
    earlier content ends here), ``inside`` (it belongs to an earlier content).
    """

    cue: int
    group: int
    end: int
    verb: Verb
    kind: str
    subject: Subject | None
    boundary: int
    link: str
    passive: bool = False
    negated: bool = False


@dataclass(slots=True)
class Draft:
    """An attribution in the making; spans in code points of the article's text."""

    content: list[Pair]
    cue: list[Pair]
    source: list[Pair]
    rule: str
    act: str
    confidence: float
    polarity: str = "positive"
    source_kind: str = "named"
    sentence: Sentence | None = None
    paragraph: int = 0
    verb: str = ""
    target: Pair | None = None
    certainty: str | None = None
    condition: str | None = None
    inherited: bool = False
    dropped: bool = False
    """Whether the sentence leaves out its subject, as other languages do: "Then underlined: …"."""
    within: bool = False
    guessed: bool = False
    judged: bool = False
    quoted: list[Pair] = field(default_factory=list)
    speaker: str | None = None
    speaker_kind: str | None = None
    speaker_role: str | None = None
    on_behalf_of: str | None = None
