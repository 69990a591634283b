"""Set phrases that name an authority: "according to X", "in the words of X", "in his opinion", "as reported by X"."""

from __future__ import annotations

from hearsay_to_sqlite.attribution import contents, inverted, subjects, verbless
from hearsay_to_sqlite.attribution.drafts import Draft, Pair
from hearsay_to_sqlite.attribution.subjects import Subject
from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.vocabulary import words

OWNED = frozenset({"in", "by", "to", "at"})
"""Prepositions before "the words of": English has "in", Russian and French "by", "according to" comes before them."""
PERSONS = frozenset({"him", "her", "them", "me", "us"})
ENDS = frozenset(["", ",", ".", ";", ")", ":"])
VERBS = frozenset("vVB")
ONWARD = frozenset({",D", ",U", ",P", ",R", ",B", ",N", ",n", ",S"})
"""Tags with which a clause goes on behind an inserted "so X"."""
FAR_VERB = 14
"""Tokens from "according to what" to its verb."""
LONGEST_OWNER = 8
"""Tokens between "in" and "opinion"."""


def according(sentence: Sentence, cue: int) -> Draft | None:
    """``according to X``, ``according to what was announced by X``, with "according" at token ``cue``."""
    after = _past_participle(sentence, cue + 2)
    noun = after + (sentence.low[after : after + 1] == ["the"])
    if sentence.low[noun + 1 : noun + 2] == ["of"] and sentence.low[noun] in words("cues", "views"):
        after = noun + 2
    if (
        sentence.low[after : after + 1]
        and sentence.low[after] in PERSONS
        and sentence.tags[after + 1 : after + 2] in ENDS
    ):
        return _said_by(sentence, cue, after, Subject(after, after + 1, after, "adjacent"))
    telling = _telling(sentence, after)
    if telling is not None:
        after, source = telling
        return _said_by(sentence, cue, after, source)
    return named(sentence, cue, after)


def _telling(sentence: Sentence, after: int) -> tuple[int, Subject] | None:
    """Past ``what X explained`` and, as in Spanish, ``has informed X``: where the set phrase ends, and X."""
    tags, low = sentence.tags, sentence.low
    at = after + (low[after : after + 1] == ["what"])
    stop = next(
        (there for there in range(at, min(len(tags), at + FAR_VERB)) if tags[there] in ",.;:Q"), len(tags)
    )
    verb = next((there for there in range(at, stop) if there in sentence.forms), -1)
    if verb < 0 or sentence.forms[verb].kind not in "sd":
        return None
    if not tags[at:verb].strip("AB") and (at < verb or at > after):
        source = inverted.right(sentence, verb + 1)
        return None if source is None else (verb + 1, source)
    if at == after:
        return None
    found = subjects.left(sentence, subjects.verb_group(sentence, verb))
    if found is None or found.start != at:
        return None
    return stop, found


def _past_participle(sentence: Sentence, after: int) -> int:
    """Past "what was announced by", "what has been published by"; ``after`` itself where nothing of the kind stands."""
    low = sentence.low
    if low[after : after + 1] == ["what"] and sentence.tags[after + 1 : after + 2] == "A":
        by = next((at for at in range(after + 2, min(len(low), after + 6)) if low[at] == "by"), None)
        return after if by is None else by + 1
    return after


def so(sentence: Sentence) -> Draft | None:
    """``The deputy, so the mayor, damages her office``: German puts "so" for "said"."""
    low, tags = sentence.low, sentence.tags
    cue = low.index("so")
    if cue < 2 or tags[cue - 1] not in ",Q" or tags[cue + 1 : cue + 2] not in ("U", "D"):
        return None
    source = inverted.right(sentence, cue + 1)
    if source is None or not verbless.somebody(sentence, source):
        return None
    comma = tags.find(",", source.start, source.end)
    source = source if comma < 0 else source._replace(end=comma)
    # "…, so the mayor, who was ill, went home"
    told = tags[source.end :].strip("B.") == "" or tags[source.end : source.end + 2] in ONWARD
    return _said_by(sentence, cue, cue + 1, source) if told else None


def opener(sentence: Sentence, at: int) -> Draft | None:
    """``in the words of X``, ``in his opinion``, with "words" or "opinion" at token ``at``."""
    low, tags = sentence.low, sentence.tags
    begin = next(
        (there for there in range(at - 1, max(-1, at - LONGEST_OWNER), -1) if low[there] in OWNED), -1
    )
    # "according to the words of X" is found by its first word.
    if (
        begin < 0
        or low[begin - 1 : begin] == ["according"]
        or (tags[begin + 1] not in "DU" and begin + 1 != at)
    ):
        return None
    if low[begin + 1 : at + 2] in (["the", low[at], "of"], ["words", "of"]):
        return named(sentence, begin, at + 2)
    owned = low[begin + 1 : at] in (["his"], ["her"], ["their"], ["its"]) or tags[at - 1] == "X"
    if not owned:
        return None
    return _said_by(sentence, begin, at + 1, Subject(begin + 1, at, begin + 1, "adjacent"))


def named(sentence: Sentence, cue: int, after: int) -> Draft | None:
    """The set phrase from token ``cue`` to ``after``, with its source behind it: ``as reported by X``."""
    # "according to early results of exit polls"
    first = after + (sentence.tags[after : after + 2] in ("Bn", "BU", "Bv", "vn", "vU"))
    source = inverted.right(sentence, first)
    return None if source is None else _said_by(sentence, cue, after, source._replace(start=after))


def _said_by(sentence: Sentence, cue: int, after: int, source: Subject) -> Draft | None:
    """The rest of the clause as the source's, with the set phrase from ``cue`` to ``after``."""
    tags, size = sentence.tags, len(sentence.low)
    end = max(source.end, after)
    # "…, and according to X, …", "the boats that, according to X, …"
    joined = tags[cue - 2 : cue] in (",C", "W,", "S,")
    if (tags[cue - 1 : cue] in ("", ",", "-", "(") and tags[end : end + 1] == ",") or cue == 0 or joined:
        end = _source_end(sentence, source.start, end, cue, joined)
    begun = cue == 0 or tags[:cue].strip("CBS,") == "" or tags[cue - 1] == "S" or joined
    parts: list[Pair | None] = []
    if not begun:
        quoted = _quotation_before(sentence, cue)
        start = contents.left_start(sentence, cue) if quoted is None else quoted
        parts.append(contents.span(sentence, start, cue))
    inserted = cue > 0 and tags[cue - 1] in ",-" and tags[end : end + 1] in (",", "-")
    # "The guards have according to a report struck him": inside the verb group, without commas.
    amid = False
    if cue > 0 and tags[cue - 1] == "A":
        end = next((at for at in range(source.start + 1, end) if tags[at] in "vV"), end)
        amid = tags[end : end + 1] in VERBS
    if cue == 0 and tags[end : end + 1] == "R":
        # "According to the police on the 5th, the man fled"
        comma = tags.find(",", end, end + LONGEST_OWNER)
        passed = comma > 0 and not any(tag in "vVAPSW" for tag in tags[end:comma])
        end = comma if passed and any(tag in "vVA" for tag in tags[comma:]) else end
    if begun or inserted or amid:
        parts.append(contents.span(sentence, end, size))
    content = [part for part in parts if part is not None]
    if not content:
        return None
    return Draft(
        content=content,
        cue=[(sentence.begin[cue], sentence.until[after - 1])],
        source=[(sentence.begin[source.start], sentence.until[min(end, source.end) - 1])],
        rule="according-to",
        act="assert",
        confidence=0.8,
        sentence=sentence,
        verb="according",
    )


def _source_end(sentence: Sentence, start: int, end: int, cue: int, joined: bool) -> int:
    """``According to X, the head of Y, …``: the apposition belongs to the source only when a clause still follows it."""
    tags = sentence.tags
    first = tags.find(",", start, end)
    if (cue == 0 or joined) and first > start and not any(tag in "vVA" for tag in tags[end:]):
        return first
    return end


def _quotation_before(sentence: Sentence, cue: int) -> int | None:
    """Where a quotation begins that ends right before the set phrase: “an excellent idea”, according to X."""
    tags, last = sentence.tags, cue - 1
    if tags[last : last + 1] == ",":
        last -= 1
    if tags[last : last + 1] == "Q":
        part = last > 0 and tags[last - 1] not in ",:;-" and not contents.is_speech(sentence, last)
        return None if part else last
    if last < 1 or sentence.low[last] not in ('"', "”", "»"):
        return None
    opening = next((at for at in range(last - 1, -1, -1) if sentence.low[at] in ('"', "“", "«")), None)
    part = opening is not None and opening > 0 and tags[opening - 1] in "AvV"
    return None if part else opening
