"""What may stand between a cue and what it reports: an addressee, days, circumstances, an aside between commas."""

from __future__ import annotations

from hearsay_to_sqlite.attribution.drafts import Candidate
from hearsay_to_sqlite.attribution.lexicon import lexicon
from hearsay_to_sqlite.attribution.tagging import Sentence

OPENING_ADVERBS = frozenset(
    [
        "there",
        "even",
        "only",
        "both",
        "all",
        "just",
        "perhaps",
        "maybe",
        "still",
        "now",
        "simply",
        "certainly",
        "probably",
        "either",
    ]
)
"""Adverbs that open what is said rather than tell when it was."""
CIRCUMSTANCES = frozenset(
    {"in", "on", "at", "during", "to", "via", "through", "after", "before", "from", "by", "of", "over"}
)
LONGEST_ASIDE = 16


def skip_circumstance(sentence: Sentence, at: int, end: int) -> int:
    """Past adverbs, days and short phrases such as "in a statement on Monday", beginning at token ``at``."""
    tags, low = sentence.tags, sentence.low
    while at < end:
        if (
            tags[at] == "T"
            or (tags[at] == "B" and low[at] not in OPENING_ADVERBS)
            or (tags[at] == "#" and at > 0 and tags[at - 1] == "T")
        ):
            at += 1
        elif (tags[at] == "," and at + 1 < end and tags[at + 1] == "#") or (
            low[at] in ("this", "last", "next") and tags[at + 1 : at + 2] == "T"
        ):
            at += 2
        elif tags[at] in "RS" and low[at] in CIRCUMSTANCES and not _infinitive(sentence, at):
            after = _phrase_end(sentence, at + 1, end)
            if after == at + 1 or (tags[at] == "S" and tags[after : after + 1] in ("v", "V", "A", "B", "R")):
                break
            at = after
        else:
            break
    return at


def _infinitive(sentence: Sentence, at: int) -> bool:
    return sentence.low[at] == "to" and (
        sentence.tags[at + 1 : at + 2] not in ("U", "D", "P")
        and sentence.low[at + 1 : at + 2] not in (["reporters"], ["journalists"])
    )


def _phrase_end(sentence: Sentence, at: int, end: int) -> int:
    """The end of the noun phrase that begins at ``at``: one determiner, then nouns; a second determiner is a new phrase."""
    tags = sentence.tags
    start = at
    if at < end and tags[at] == "D":
        at += 1
    while at < end and (
        tags[at] in "nX#'T" or (tags[at] in "UP" and (at == start or tags[at - 1] in "UDXn'"))
    ):
        if tags[at] == "P" and at > start:
            break
        at += 1
    return at


def addressee_end(sentence: Sentence, at: int, end: int) -> int:
    """Past the person spoken to: a pronoun, a name, or a determiner and its nouns."""
    tags, low = sentence.tags, sentence.low
    if at >= end:
        return at
    if tags[at] == "P" or low[at] in ("me", "us", "him", "her", "them", "reporters", "journalists"):
        return at + 1
    start = at
    if tags[at] == "D":
        at += 1
        while (at < end and tags[at] in "nX'#") or (at < end and tags[at] == "U" and at - start <= 5):
            at += 1
        return at
    while at < end and tags[at] in "UX'":
        at += 1
    if at == start:
        while at < end and tags[at] == "n" and at - start < 3:
            at += 1
    return at


def before_speaker(sentence: Sentence, at: int) -> int:
    """Past a day, an addressee and a place to the speaker: "said on Monday to the press the mayor"."""
    tags, low, size = sentence.tags, sentence.low, len(sentence.low)
    while at < size:
        if tags[at] in "TB#":
            at += 1
            continue
        if tags[at] != "R" or low[at] not in CIRCUMSTANCES:
            break
        at += 1 + (tags[at + 1 : at + 2] == "D")
        names = at
        while at < size and tags[at] in "nT#":
            at += 1
        at += at == names
    return at


def past_time(sentence: Sentence, at: int) -> int:
    """Past a day between a cue and what it governs: "threatened last week to close", "evoked Tuesday the faults"."""
    tags, there = sentence.tags, at
    if sentence.low[at : at + 1] in (["last"], ["next"]) and tags[at + 1 : at + 2] == "n":
        return at + 2
    if tags[there : there + 1] != "T":
        return at
    while tags[there : there + 1] == "T":
        there += 1
    return there


def past_aside(sentence: Sentence, candidate: Candidate) -> int:
    """Past what stands between commas behind a cue: "considered, in a statement on its site, that …"."""
    tags, low, at = sentence.tags, sentence.low, candidate.end
    if tags[at : at + 2] not in (",R", ",B", ",T", ",G") or trailing_place(sentence, candidate):
        return at
    close = tags.find(",", at + 1, at + LONGEST_ASIDE)
    if close < 0 or any(tag in "VASW" for tag in tags[at + 1 : close]):
        return at
    after = close + 1
    for verb in lexicon().particles.get(candidate.verb.lemma, ()):
        if tuple(low[after : after + len(verb.particle)]) == verb.particle:
            candidate.verb = verb
            return after + len(verb.particle)
    if "t" in candidate.verb.frames and low[after : after + 1] == ["to"]:
        return after
    return after if tags[after : after + 1] in ("S", "Q", "D", "U") else at


def trailing_place(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether the cue's clause follows a comma or a quotation, as in "…, he said"."""
    before = candidate.boundary - 1
    return before >= 0 and sentence.tags[before] in ",Q-"
