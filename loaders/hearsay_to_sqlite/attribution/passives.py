"""Cue verbs in the passive: "was accused by X of", "is expected to", "was quoted as saying"."""

from __future__ import annotations

from hearsay_to_sqlite.attribution import contents, impersonal, inverted, leftward
from hearsay_to_sqlite.attribution.drafting import draft
from hearsay_to_sqlite.attribution.drafts import Candidate, Draft
from hearsay_to_sqlite.attribution.subjects import Subject
from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.vocabulary import words

THINGS = frozenset({"anything", "nothing", "something", "everything", "that", "this"})


def find(sentence: Sentence, candidate: Candidate) -> Draft | None:
    """``X was accused by Y of …``: the source is behind "by"; without it there is none."""
    tags, low, size = sentence.tags, sentence.low, len(sentence.low)
    patient, candidate.subject = candidate.subject, None
    rest = low[candidate.end : candidate.end + 12]
    saying = candidate.end + rest.index("saying") if "saying" in rest else 0
    if candidate.verb.lemma in words("cues", "quoting") and saying and low[saying - 1] == "as":
        # Also "was quoted by the agency as saying".
        content = contents.span(sentence, saying + 1, size)
        candidate.subject = patient
        return draft(sentence, candidate, [content], "quoted-as-saying", 0.8) if content else None
    by = candidate.end + rest.index("by") if "by" in rest else -1
    if by > 0 and not any(tag in "vVAS" for tag in tags[candidate.end : by]):
        source = inverted.right(sentence, by + 1)
        if source is None or low[source.start] in THINGS:
            return None
        candidate.subject = source
        return _passive_by(sentence, candidate, patient, source)
    if "q" in candidate.verb.frames and tags[candidate.end : candidate.end + 2] in (",Q", ":Q"):
        # “When she was asked, “Why?” she replied”
        content = contents.span(sentence, candidate.end + 1, candidate.end + 2)
        return draft(sentence, candidate, [content], "passive", 0.5) if content else None
    behind = candidate.group - 1 - (tags[candidate.group - 1 : candidate.group] in (",", "-"))
    if patient is None and behind >= 0 and tags[behind] in "Q,":
        # “…”, is said in the statement: Russian has no "it" here.
        candidate.subject = impersonal.behind(sentence, candidate.end)
        behind -= tags[behind] == "," and behind > 0
        content = contents.span(sentence, behind, behind + 1) if tags[behind] == "Q" else None
        if candidate.subject is not None and content is not None:
            return draft(sentence, candidate, [content], "quote-before", 0.7)
    if patient is not None and low[patient.start] == "it" and tags[patient.start - 1] == ",":
        candidate.subject = impersonal.behind(sentence, candidate.end)
        content = contents.span(sentence, contents.left_start(sentence, patient.start - 1), patient.start)
        if candidate.subject is not None and content is not None:
            return draft(sentence, candidate, [content], "trailing", 0.7)
    told = low[candidate.end : candidate.end + 1] == ["that"] or (
        patient is not None
        and low[patient.start] == "it"
        and tags[candidate.end : candidate.end + 1] == ","
        and (patient.start == 0 or impersonal.opening(sentence, patient.start) is not None)
        and leftward.finite(sentence, size, candidate.end)
    )
    if "s" in candidate.verb.frames and told:
        content = contents.span(sentence, candidate.end, size)
        if patient is not None and low[patient.start] == "it":
            candidate.subject = impersonal.opening(sentence, patient.start)
        return draft(sentence, candidate, [content], "passive", 0.5) if content else None
    if candidate.verb.lemma not in words("cues", "passives") and not sentence.wide:
        return None
    if low[candidate.end : candidate.end + 1] in (["to"], ["of"]) and patient is not None:
        wide = low[candidate.end] == "to"
        end = contents.phrase_content_end(sentence, candidate.end, size)
        content = contents.span(sentence, patient.start if wide else candidate.end, end)
        if content is None or (not wide and candidate.verb.act != "accuse"):
            return None
        made = draft(sentence, candidate, [content], "passive", 0.45)
        if candidate.verb.act == "accuse":
            made.target = (sentence.begin[patient.start], sentence.until[patient.end - 1])
        return made
    return None


def _passive_by(
    sentence: Sentence, candidate: Candidate, patient: Subject | None, source: Subject
) -> Draft | None:
    end = contents.phrase_content_end(sentence, source.end, len(sentence.low))
    parts = []
    if patient is not None and sentence.low[patient.start] != "it":
        parts.append(contents.span(sentence, patient.start, patient.end))
    if sentence.low[source.end : source.end + 1] in (["of"], ["for"], ["as"], ["that"]):
        parts.append(contents.span(sentence, source.end, end))
    content = [part for part in parts if part is not None]
    if not content:
        return None
    made = draft(sentence, candidate, content, "passive-by", 0.5)
    if candidate.verb.act in ("accuse", "condemn", "threaten") and patient is not None:
        made.target = (sentence.begin[patient.start], sentence.until[patient.end - 1])
    return made
