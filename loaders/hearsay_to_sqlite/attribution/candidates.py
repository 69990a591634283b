"""The cue verbs of a sentence that really are verbs, each with its group, particle, subject and place among the clauses."""

from __future__ import annotations

from hearsay_to_sqlite.attribution import subjects
from hearsay_to_sqlite.attribution.drafts import Candidate
from hearsay_to_sqlite.attribution.lexicon import Form, Verb, lexicon
from hearsay_to_sqlite.attribution.subjects import Subject
from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.vocabulary import words

NOUN_SIGNS = frozenset("DX#")


def candidates(sentence: Sentence) -> list[Candidate]:
    """Every cue verb of the sentence, in order."""
    found: list[Candidate] = []
    for cue in sorted(sentence.forms):
        form = sentence.forms[cue]
        if not is_verb(sentence, cue, form):
            continue
        candidate = _candidate(sentence, cue, form, found)
        if candidate is not None:
            found.append(candidate)
    return found


def is_verb(sentence: Sentence, cue: int, form: Form) -> bool:
    """Whether a form that could be a noun or an adjective ("report", "claims", "accused") is a verb here."""
    tags, low = sentence.tags, sentence.low
    before = tags[cue - 1] if cue else "^"
    after = tags[cue + 1] if cue + 1 < len(tags) else "."
    if before in NOUN_SIGNS or (before == "R" and form.kind != "g" and low[cue - 1] != "to"):
        return False
    if before == "B" and cue > 1 and tags[cue - 2] in "DX":
        return False
    if form.kind == "b":
        if low[cue - 1 : cue] == ["to"] or before in "AN":
            return True
        plural = before == "P" and low[cue - 1] not in ("he", "she", "it", "this", "that", "one", "someone")
        return (
            plural
            or before == "W"
            or (before in "nU" and low[cue - 1].endswith(("s", "people", "media", "police")))
            or (before in "B,)"
            and subjects.left(sentence, subjects.verb_group(sentence, cue)) is not None)
        )
    if form.kind == "s":
        if before in "VvRAC^" and before != "C":
            return False
        if before == "n" and low[cue - 1].endswith("s") and not low[cue - 1].endswith("ss"):
            return False
        return not (after == "R" and not _particle(sentence, cue, form)) or "q" in form.verb.frames
    if form.kind == "d":
        return not (before in "nC" and after in "nU" and cue > 1 and tags[cue - 2] == "D" and False)
    return True


def _particle(sentence: Sentence, cue: int, form: Form) -> tuple[Verb, int] | None:
    low = sentence.low
    for verb in lexicon().particles.get(form.verb.lemma, ()):
        size = len(verb.particle)
        if tuple(low[cue + 1 : cue + 1 + size]) == verb.particle:
            return verb, cue + 1 + size
        if verb.particle in (("responsible",), ("clear",)) and verb.particle[0] in low[cue + 1 : cue + 8]:
            return verb, cue + 1
    return None


def _candidate(sentence: Sentence, cue: int, form: Form, earlier: list[Candidate]) -> Candidate | None:
    tags, low = sentence.tags, sentence.low
    verb, end = _particle(sentence, cue, form) or (form.verb, cue + 1)
    if not verb.frames:
        return None
    group = subjects.verb_group(sentence, cue)
    negated = "N" in tags[group:cue]
    be = words("grammar", "be")
    helpers = [word for word in low[group:cue] if word not in ("not", "also")]
    passive = form.kind == "d" and any(word in be for word in helpers)
    if form.kind == "g":
        if any(word in be for word in helpers):
            subject = subjects.left(sentence, group)
            boundary = group if subject is None else subject.boundary
        else:
            return _participle(sentence, cue, end, verb, earlier)
    elif low[group] == "to" or low[cue - 1 : cue] == ["to"]:
        return Candidate(cue, group, end, verb, "i", _inherit(sentence, group, earlier), group, "inside")
    else:
        subject = subjects.left(sentence, group)
        boundary = group if subject is None else subject.boundary
    if subject is None and tags[group - 1 : group] == "C" and not passive:
        subject = _inherit(sentence, group, earlier)
        boundary = group - 1
        return Candidate(cue, group, end, verb, form.kind, subject, boundary, "joined", passive, negated)
    return Candidate(
        cue, group, end, verb, form.kind, subject, boundary, _link(sentence, boundary), passive, negated
    )


def _link(sentence: Sentence, boundary: int) -> str:
    if boundary <= 0:
        return "main"
    tags, low = sentence.tags, sentence.low
    at = boundary
    if tags[at] in "C" or low[at] in (
        "while",
        "whereas",
        "although",
        "though",
        "as",
        "but",
        "because",
        "when",
        "after",
    ):
        return "joined" if low[at + 1 : at + 2] != ["that"] else "inside"
    if tags[at - 1] in ",-(;:":
        return "joined"
    return "inside"


def _participle(
    sentence: Sentence, cue: int, end: int, verb: Verb, earlier: list[Candidate]
) -> Candidate | None:
    """``…, adding that``: the clause's source says this too; ``with X saying`` and ``a letter saying`` have their own."""
    tags, low = sentence.tags, sentence.low
    start = cue
    while start > 0 and tags[start - 1] in "BN":
        start -= 1
    negated = "N" in tags[start:cue]
    before = tags[start - 1] if start else "^"
    if before in "Un)" and not (
        verb.lemma in ("see", "seek", "aim", "want", "begin", "go", "take", "hold", "make")
    ):
        own = subjects.left(sentence, start)
        if own is not None:
            return Candidate(cue, start, end, verb, "g", own, own.boundary, "inside", False, negated)
    if before in ",Q-C" or before == "R" or before == "S":
        boundary = start - 1 if before in ",CRS-" else start
        return Candidate(
            cue, start, end, verb, "g", _inherit(sentence, start, earlier), boundary, "joined", False, negated
        )
    if before == "^":
        return Candidate(cue, start, end, verb, "g", None, 0, "main", False, negated)
    return None


def _inherit(sentence: Sentence, before: int, earlier: list[Candidate]) -> Subject | None:
    for candidate in reversed(earlier):
        if candidate.subject is not None and candidate.link != "inside" and candidate.cue < before:
            found = candidate.subject
            return Subject(found.start, found.end, found.boundary, "inherited")
    found_subject = subjects.of_sentence(sentence, before)
    if found_subject is None:
        return None
    return Subject(found_subject.start, found_subject.end, found_subject.boundary, "inherited")
