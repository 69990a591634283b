"""The cue verbs of a sentence that really are verbs, each with its group, particle, subject and place among the clauses."""

from __future__ import annotations

from hearsay_to_sqlite.attribution import nominal, subjects
from hearsay_to_sqlite.attribution.drafts import Candidate
from hearsay_to_sqlite.attribution.lexicon import Form, Verb, lexicon
from hearsay_to_sqlite.attribution.subjects import Subject
from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.attribution.verbness import particle, settle
from hearsay_to_sqlite.vocabulary import words

FAR_TO = 12
"""Tokens from an infinitive back to the "to" of the one before it."""
LONGEST_VOICED = 8
"""Tokens between "raised" and "suspicion that"."""


def candidates(sentence: Sentence) -> list[Candidate]:
    """Every cue verb of the sentence, in order."""
    found: list[Candidate] = []
    settle(sentence)
    for cue in sorted(sentence.forms):
        if found and cue < found[-1].end:
            # "let it be known", "limited itself to saying": one cue.
            continue
        candidate = _candidate(sentence, cue, sentence.forms[cue], found)
        if candidate is not None:
            found.append(candidate)
    return found


def _candidate(sentence: Sentence, cue: int, form: Form, earlier: list[Candidate]) -> Candidate | None:
    tags, low = sentence.tags, sentence.low
    verb, end = particle(sentence, cue, form) or (form.verb, cue + 1)
    if not verb.frames and not (verb.lemma in words("cues", "voicing") and _noun_with_that(sentence, end)):
        return None
    group = subjects.verb_group(sentence, cue)
    if form.kind == "d" and _qualifies(sentence, group, end):
        return None
    negated = "N" in tags[group:cue] or low[group - 1 : group] == ["nor"]
    be = words("grammar", "be")
    helpers = [word for word in low[group:cue] if word not in ("not", "also")]
    passive = form.kind == "d" and any(word in be for word in helpers)
    if form.kind == "g":
        if any(word in be for word in helpers):
            subject = subjects.left(sentence, group)
            boundary = group if subject is None else subject.boundary
        else:
            return _participle(sentence, cue, end, verb, earlier)
    elif (
        low[group] == "to"
        or low[cue - 1 : cue] == ["to"]
        or (form.kind == "b" and group == cue and _joins_infinitive(sentence, cue))
    ):
        subject = _controlled(sentence, group) or _inherit(sentence, group, earlier)
        return Candidate(cue, group, end, verb, "i", subject, group, "inside")
    else:
        subject = subjects.left(sentence, group)
        boundary = group if subject is None else subject.boundary
    joint = group
    while joint > 0 and tags[joint - 1] == "B":
        joint -= 1
    # "…, however declined": an adverb joins as a conjunction does.
    joins = tags[joint - 1 : joint] == "C" or (joint < group and tags[joint - 1 : joint] == ",")
    if subject is None and joins and not passive:
        subject = _inherit(sentence, group, earlier)
        boundary = joint - 1
        return Candidate(cue, group, end, verb, form.kind, subject, boundary, "joined", passive, negated)
    return Candidate(
        cue, group, end, verb, form.kind, subject, boundary, _link(sentence, boundary), passive, negated
    )


def _noun_with_that(sentence: Sentence, start: int) -> bool:
    """``raised the suspicion that …``: a noun of reporting with its clause makes a cue of a verb that is none alone."""
    low, nouns = sentence.low, lexicon().nouns
    there = next((at for at in range(start, min(len(low), start + LONGEST_VOICED)) if low[at] == "that"), 0)
    return (
        there > start
        and low[there - 1] in nouns
        and not any(tag in "vVAQ,;:" for tag in sentence.tags[start:there])
    )


def _joins_infinitive(sentence: Sentence, group: int) -> bool:
    """``to process requests and discuss concerns``: the second of two infinitives has no "to" of its own."""
    tags, low = sentence.tags, sentence.low
    if group < 3 or tags[group - 1] != "C":
        return False
    for at in range(group - 2, max(-1, group - FAR_TO), -1):
        if low[at] == "to" and tags[at + 1] in "nvV":
            return True
        if tags[at] in "AP;:QW" or (tags[at] == "V" and low[at - 1] != "to"):
            return False
    return False


def _qualifies(sentence: Sentence, group: int, end: int) -> bool:
    """``The guard, asked about the complaint, said``: a participle in an aside, of somebody who is spoken to."""
    tags = sentence.tags
    if group == 0 or tags[group - 1] != "," or tags[group] != "V":
        return False
    after = tags.find(",", end) + 1
    if after == 0 or tags[after : after + 1] not in ("V", "v", "A") or "Q" in tags[end:after]:
        return False
    return after not in sentence.forms or sentence.forms[after].kind != "g"


def _controlled(sentence: Sentence, group: int) -> Subject | None:
    """``This prompted the mayor to say``: who is made to say it, and not what makes them."""
    at = group - 1
    if at < 2 or sentence.tags[at] not in "UnP":
        return None
    start = nominal.phrase_left(sentence, at)
    if start > at or sentence.low[start - 1] not in words("grammar", "makes_do"):
        return None
    return Subject(start, at + 1, start, "adjacent")


def _link(sentence: Sentence, boundary: int) -> str:
    if boundary <= 0:
        return "main"
    tags, low = sentence.tags, sentence.low
    comma = tags[boundary - 1] in ",-(;:Q"
    if tags[boundary] == "C" or low[boundary] in ("while", "whereas") or (comma and tags[boundary] == "S"):
        return "joined" if low[boundary + 1 : boundary + 2] != ["that"] else "inside"
    return "joined" if comma else "inside"


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
    if low[start - 1 : start] == ["as"] and earlier and earlier[-1].verb.lemma in words("cues", "quoting"):
        # "The paper quoted a diplomat as saying that …": the diplomat says it, and the paper nothing else.
        if earlier[-1].passive:
            return None
        quoting = earlier.pop()
        if quoting.end < start - 1:
            said_by = Subject(quoting.end, start - 1, quoting.group, "adjacent")
            return Candidate(cue, start - 1, end, verb, "g", said_by, quoting.boundary, quoting.link)
    if before in "Un)" and not (
        verb.lemma in ("see", "seek", "aim", "want", "begin", "go", "take", "hold", "make")
    ):
        own = subjects.left(sentence, start)
        if own is not None and (
            (tags[end : end + 1] == "Q" and _is_object(sentence, own))
            or (not earlier and _issued(sentence, own))
        ):
            return Candidate(
                cue,
                start,
                end,
                verb,
                "g",
                _inherit(sentence, start, earlier),
                start,
                "joined",
                False,
                negated,
            )
        if own is not None and tags[end : end + 1] not in ("v", "A", "V", ".", ",", "C"):
            boundary, link = own.boundary, "inside"
            if own.start > 1 and low[own.start - 1] == "with" and tags[own.start - 2] == ",":
                boundary, link = own.start - 1, "joined"
            return Candidate(cue, start, end, verb, "g", own, boundary, link, False, negated)
    if before == "R" and low[start - 1] not in words("grammar", "before_saying"):
        # "of having said that" is told, "for attacking the plan" is no saying of its own.
        quotes = "a" in verb.frames and "Q" in tags[end : end + 3]
        told = "s" in verb.frames and (low[start - 1] != "for" or quotes)
        main = _inherit(sentence, start, earlier) if told else None
        return Candidate(cue, start, end, verb, "g", main, start - 1, "inside", False, negated)
    if before in ",Q-C" or before == "R" or before == "S":
        boundary = start - 1 if before in ",CRS-" else start
        return Candidate(
            cue, start, end, verb, "g", _inherit(sentence, start, earlier), boundary, "joined", False, negated
        )
    if before == "^":
        return Candidate(cue, start, end, verb, "g", None, 0, "main", False, negated)
    return None


def _is_object(sentence: Sentence, phrase: Subject) -> bool:
    """``The candidate lowered his voice saying “…”``: what stands before the participle says nothing by itself."""
    head = sentence.low[phrase.end - 1]
    if sentence.tags[phrase.end - 1] == "U" or head in words("roles", "documents") | words("roles", "people"):
        return False
    return sentence.low[phrase.start - 1] not in ("with", "by") and head not in words("roles", "plural")


def _issued(sentence: Sentence, phrase: Subject) -> bool:
    """``The union issued a statement saying that …``, ``He wrote a letter asking …``: who issues it says so."""
    before = phrase.start - 1
    if before < 0 or sentence.tags[before] not in "vV":
        return False
    stop = next((at for at in range(phrase.start, phrase.end) if sentence.tags[at] == "R"), phrase.end)
    return sentence.low[stop - 1] in words("roles", "documents") and sentence.tags[phrase.start] == "D"


def _inherit(sentence: Sentence, before: int, earlier: list[Candidate]) -> Subject | None:
    for candidate in reversed(earlier):
        if candidate.subject is not None and candidate.link != "inside" and candidate.cue < before:
            found = candidate.subject
            return Subject(found.start, found.end, found.boundary, "inherited")
    found_subject = subjects.of_sentence(sentence, before)
    if found_subject is None:
        return None
    return Subject(found_subject.start, found_subject.end, found_subject.boundary, "inherited")
