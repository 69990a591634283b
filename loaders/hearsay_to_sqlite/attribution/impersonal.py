"""Speakers that stand in a phrase of place because the verb has no subject of its own: "one learned from diplomats".

French says it with "one", Spanish with "they", German and Russian with "it is said": ``In the letter it was said that …``,
``From the ministry they assure that …``, ``…, one learned Friday from diplomatic sources``.
"""

from __future__ import annotations

from hearsay_to_sqlite.attribution import adjuncts, inverted
from hearsay_to_sqlite.attribution.drafts import Candidate, Draft
from hearsay_to_sqlite.attribution.subjects import Subject
from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.vocabulary import words

FROM = frozenset({"from", "in", "at", "inside", "within"})
FAR = 24
"""Tokens between the beginning of a sentence and its "it was said"."""


def opening(sentence: Sentence, pronoun: int) -> Subject | None:
    """The document or body of a phrase that opens the sentence right before "it" or "they": "In an article …"."""
    tags, low = sentence.tags, sentence.low
    start = len(tags) - len(tags.lstrip("CB"))
    end = pronoun - (tags[pronoun - 1 : pronoun] == ",")
    if low[start : start + 1] == [] or low[start] not in FROM or not start + 1 < end <= FAR:
        return None
    phrase = tags[start + 1 : end].replace("vR", "nR").replace("VR", "nR")
    if any(tag in "vVASW,;:" for tag in phrase):
        # But "in the letter sent by the guild, it was said"
        return None
    return Subject(start + 1, end, start, "adjacent") if _speaks(low[start + 1 : end]) else None


def _speaks(phrase: list[str]) -> bool:
    """Whether a document or a body is named."""
    return not (
        words("roles", "documents").isdisjoint(phrase) and words("roles", "bodies").isdisjoint(phrase)
    )


def meant(sentence: Sentence, candidate: Candidate) -> Subject | None:
    """Who is meant by the "one" or "they" of a cue, where a phrase with "from" says it."""
    subject, low = candidate.subject, sentence.low
    if subject is None or subject.end - subject.start != 1:
        return None
    word = low[subject.start]
    if word not in ("they", "it", "one"):
        return None
    opened = opening(sentence, subject.start) if word != "one" else None
    at = adjuncts.past_time(sentence, candidate.end)
    if opened is not None or low[at : at + 1] not in (["from"], ["in"]) or word == "they":
        return opened
    if word == "it":
        return behind(sentence, at)
    return inverted.right(sentence, at + 1) if low[at] == "from" else None


def behind(sentence: Sentence, at: int) -> Subject | None:
    """The document or body of the phrase that begins at ``at``: "…, it is said in the letter of the mayor"."""
    if sentence.low[at : at + 1] not in (["from"], ["in"]):
        return None
    found = inverted.right(sentence, at + 1)
    return found if found is not None and _speaks(sentence.low[found.start : found.end]) else None


def said_by(made: Draft, sentence: Sentence, source: Subject) -> Draft:
    """The attribution with another source."""
    made.source = [(sentence.begin[source.start], sentence.until[source.end - 1])]
    made.source_kind = "named"
    return made
