"""Where the content of a cue begins and ends: clause boundaries to its right, the main clause to its left."""

from __future__ import annotations

from hearsay_to_sqlite.attribution import adjuncts
from hearsay_to_sqlite.attribution.drafts import Candidate, Pair
from hearsay_to_sqlite.attribution.lexicon import Verb, lexicon
from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.vocabulary import words

FAR_THAT = 16
"""Tokens between a cue and its "that": an addressee, a day and a medium fit in."""
OPENERS = frozenset({"how", "what", "why", "whether", "if", "who", "where"})
OPENINGS = frozenset("DUPn#A")
"""Tags with which a clause begins that only a comma parts from its cue."""
QUESTIONS = tuple([word] for word in sorted(OPENERS))
ASKED = (["how"], ["what"], ["why"], ["whether"])
SPEECH_ENDS = frozenset(",?!")
BEGINS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ(¿¡")
"""Signs with which a sentence begins."""
CUTS = frozenset({"while", "whereas"})


def span(sentence: Sentence, start: int, end: int) -> Pair | None:
    """The characters of tokens ``start`` to ``end``, punctuation and joining words at the edges left out."""
    tags = sentence.tags
    while start < end and tags[start] in ",:;.)-C":
        start += 1
    while end > start and tags[end - 1] in ",:;.(-CS":
        end -= 1
    return (sentence.begin[start], sentence.until[end - 1]) if end > start else None


def right_start(sentence: Sentence, candidate: Candidate) -> tuple[int, str]:
    """The first token of the content right of a cue, and how it is opened.

    The second value is ``that``, ``quote``, ``to``, ``bare``, or ``none`` when nothing follows.
    """
    tags, low, size = sentence.tags, sentence.low, len(sentence.low)
    at = adjuncts.past_aside(sentence, candidate)
    frames = candidate.verb.frames
    if "s" in frames or "a" in frames:
        there = _that_ahead(sentence, at, "a" in frames)
        if there is not None:
            return there, "that"
    if "q" in frames:
        there = _quote_ahead(sentence, at, "a" in frames)
        if there is not None:
            return there, "quote"
    if "a" in frames:
        after = adjuncts.addressee_end(sentence, at, size)
        if "t" in frames and low[after : after + 1] == ["to"]:
            return at, "to"
        wanted = _asked_for(candidate) if low[after : after + 1] == ["for"] and after > at else None
        if wanted is not None:
            # "asked the guild for calm"
            candidate.verb = wanted
            return after + 1, "bare" if after + 1 < size else "none"
        if (
            after > at
            and low[after : after + 1] in (["about"], ["on"])
            and low[after + 1 : after + 2] in QUESTIONS
        ):
            # "pressed the mayor about whether …"
            return after + 1, "that"
        at = after if "s" in frames and after > at else at
    if "s" in frames or "q" in frames:
        at = adjuncts.skip_circumstance(sentence, at, size)
    elif "n" in frames:
        at = _past_place(sentence, at)
    if tags[at : at + 1] == ":" and "q" in frames:
        return at + 1, "quote" if at + 1 < size else "none"
    if (
        tags[at : at + 1] == ","
        and ("q" in frames or candidate.verb.act == "accuse")
        and not adjuncts.trailing_place(sentence, candidate)
    ):
        # "stating, in effect, that": an aside between cue and content.
        close = tags.find(",", at + 1)
        if close > 0 and low[close + 1 : close + 2] == ["that"]:
            return close + 1, "that"
        if _clause_behind(sentence, candidate, at):
            return at + 1, "bare"
        if {"s", "q"} <= {*frames} and low[at + 1 : at + 2] in ASKED:
            # "stressed, how important it is", as German has it
            return at + 1, "that"
    if "q" not in frames and tags[at : at + 2] in (",Q", ":Q") and is_speech(sentence, at + 1):
        # The union criticized, “It does too little”
        return at + 1, "quote"
    at = adjuncts.past_time(sentence, at)
    if low[at : at + 1] == ["nor"]:
        return at, "none"
    if at >= size or tags[at] in ",.;)-":
        return at, "none"
    if "t" in frames and low[at] == "to":
        return at, "to"
    if "s" in frames and low[at : at + 2] == ["to", "have"]:
        return at, "that"
    if {"s", "q"} <= {*frames} and low[at : at + 2] == ["to", "be"]:
        return at, "that"
    if low[at] in OPENERS:
        return at, "that"
    if (
        low[at] == "to"
        and candidate.kind in "sd"
        and tags[at + 1 : at + 2] in ("n", "v", "V")
        and candidate.verb.lemma in words("cues", "says_to")
    ):
        # "stresses to accept no gifts"
        return at, "that"
    return at, "quote" if tags[at] == "Q" and is_speech(sentence, at) else "bare"


def _asked_for(candidate: Candidate) -> Verb | None:
    """The cue with "for", where it has one."""
    phrases = lexicon().particles.get(candidate.verb.lemma, ())
    return next((verb for verb in phrases if verb.particle == ("for",)), None)


def _clause_behind(sentence: Sentence, candidate: Candidate, comma: int) -> bool:
    """``She stressed, no state may …``: only a comma before the clause, as German and Chinese have it."""
    tags, frames = sentence.tags, candidate.verb.frames
    tells = {"s", "q"} <= {*frames} or (candidate.verb.act == "accuse" and "s" in frames)
    if candidate.subject is None or candidate.kind not in "sdb" or not tells:
        return False
    if candidate.kind in "sb" and candidate.verb.lemma in words("grammar", "nounlike"):
        # "in early states, the sources said"
        return False
    stop = next((at for at in range(comma + 1, len(tags)) if tags[at] in ",;:Q"), len(tags))
    return tags[comma + 1 : comma + 2] in OPENINGS and any(tag in "vVA" for tag in tags[comma + 2 : stop])


def _past_place(sentence: Sentence, at: int) -> int:
    """Past a circumstance that other languages put before the object: "condemned in the council the attack"."""
    if sentence.tags[at : at + 1] not in ("R", "T", "B"):
        return at
    after = adjuncts.skip_circumstance(sentence, at, len(sentence.low))
    return after if sentence.tags[after : after + 1] in ("D", "X") else at


def _that_ahead(sentence: Sentence, at: int, addressed: bool) -> int | None:
    """The "that" that opens the content, past an addressee, a day or a medium; None when there is none."""
    tags, low = sentence.tags, sentence.low
    for there in range(at, min(len(low), at + FAR_THAT)):
        if tags[there] == "S" and low[there] == "that":
            if tags[there - 1] == "C":
                return None
            return there if there == at or addressed or tags[at] in "RTB," else None
        if tags[there] in "VvAQ:.;W-":
            return None
    return None


def _quote_ahead(sentence: Sentence, at: int, addressed: bool) -> int | None:
    """The quotation that is the content: right behind the cue, or behind a comma or colon; None when there is none."""
    tags, low = sentence.tags, sentence.low
    for there in range(at, min(len(tags), at + FAR_THAT)):
        if tags[there] == "Q":
            told = tags[at] == "R" and not tags[at:there].strip("RDnX") and is_speech(sentence, there)
            return there if there == at or tags[there - 1] in ",:" or addressed or told else None
        if tags[there] in "VvA.;SW" and low[there] not in ("after", "before"):
            return None
    return None


def right_end(sentence: Sentence, candidate: Candidate, start: int, later: list[Candidate]) -> int:
    """The token after the content that begins at ``start``: the sentence's end, or where another clause takes over."""
    tags, low, size = sentence.tags, sentence.low, len(sentence.low)
    stop = size
    for other in later:
        if other.link == "joined" and other.boundary > start:
            stop = min(stop, other.boundary)
            break
        if (
            other.subject is not None
            and other.subject.how == "apposition"
            and other.subject.end <= candidate.boundary
            and other.group > start
        ):
            # "The minister, stating that it was shut, added": the main clause goes on.
            stop = min(stop, other.group)
            break
    opening = candidate.boundary
    if candidate.kind == "g" and candidate.subject is not None and candidate.subject.end == opening:
        # "The mayor, stating that it was shut, left the hall": the main clause goes on.
        ends = (at for at in range(start, stop - 1) if tags[at] == "," and tags[at + 1] in "vVA")
        stop = next(ends, stop) if tags[opening : opening + 1] == "," else stop
    if opening > 0 and tags[opening - 1] == "(":
        stop = _first(tags, ")", start, stop)
    if opening > 0 and tags[opening - 1] == "-":
        stop = _first(tags, "-", start, stop)
    relative = candidate.subject is not None and candidate.subject.how == "relative"
    if (
        relative
        and candidate.boundary > 1
        and "," in tags[max(0, candidate.boundary - 2) : candidate.boundary + 1]
    ) or (tags[opening : opening + 1] == "S" and low[opening] != "that" and opening == 0):
        stop = _first(tags, ",", start, stop)
    if (
        tags[start] == "Q"
        and is_speech(sentence, start)
        and sentence.quotes[start].end == sentence.until[start]
    ):
        # “We are ready”, and left the hall: what follows is told by the writer, unless it is quoted too.
        follows = tags[start + 1 : start + 2]
        if follows in (",", "R", "S") and "Q" not in tags[start + 1 : stop]:
            return start + 1
    for at in range(start, stop - 1):
        if tags[at] == "," and low[at + 1] in CUTS:
            return at
        if tags[at] == "," and low[at + 1] in ("according", "but"):
            return at
        if tags[at] == ";":
            return at
        if tags[at] == ":" and any(other.boundary == at + 2 for other in later) and tags[at + 1] == "Q":
            return at
    return stop


def phrase_content_end(sentence: Sentence, start: int, stop: int) -> int:
    """The end of a noun-phrase content ("condemned the attack …"): its first comma or subordinate clause."""
    tags, low = sentence.tags, sentence.low
    for at in range(start + 1, stop):
        if tags[at] == "C" and tags[at + 1 : at + 2] in ("v", "V") and low[at + 1].endswith("ed"):
            return at
        if (
            low[at] == "on"
            and tags[at + 1 : at + 2] == "T"
            and tags[at + 2 : at + 3] in ("", ".", "B", "C", ",")
        ):
            # "rejected the report on Tuesday"
            return at
        if tags[at] in ",;:-" and not (
            tags[at] == "," and tags[at + 1 : at + 2] == "U" and tags[at - 1] == "U"
        ):
            return at
        if (
            low[at] in ("while", "because", "after", "when", "before", "but", "although", "as")
            and tags[at] in "SC"
        ):
            if low[at] == "as" and at - start < 12:
                continue
            return at
    return stop


def _first(tags: str, tag: str, start: int, stop: int) -> int:
    found = tags.find(tag, start + 1, stop)
    return stop if found < 0 else found


def is_speech(sentence: Sentence, at: int) -> bool:
    """Whether the token is a quotation that begins as a sentence does, and so is no term or title within another."""
    quote = sentence.quotes.get(at)
    if quote is None or sentence.text[quote.inner_start : quote.inner_start + 1] not in BEGINS:
        return False
    told = sentence.text[quote.inner_start : quote.inner_end].split()
    return 2 * sum([word[0].islower() for word in told]) >= len(told)


def spoken_before(sentence: Sentence, before: int) -> bool:
    """Whether the token at ``before`` is a quotation that ends as only speech does, with a comma, "?" or "!" inside."""
    quote = sentence.quotes.get(before)
    if quote is None or sentence.text[quote.inner_end - 1 : quote.inner_end] not in SPEECH_ENDS:
        return False
    # On “Sunday Talk,” she said …: behind a preposition or noun it is a title or a fragment.
    alone = before == 0 or sentence.tags[before - 1] in ",:;-SC"
    return alone and not sentence.text[quote.inner_start : quote.inner_start + 1].islower()


def left_start(sentence: Sentence, end: int) -> int:
    """Where the content left of a trailing cue begins: after a semicolon, or with the sentence.

    A quotation that is a sentence of its own behind a colon, dash or comma ("…: “Never,” she said") begins with itself.
    """
    found = sentence.tags.rfind(";", 0, end)
    opened = sentence.tags.rfind("(", 0, end)
    if opened > sentence.tags.rfind(")", 0, end) and sentence.low[opened] == "(":
        return opened + 1
    if (
        sentence.tags[end : end + 1] == "Q"
        and sentence.tags[end - 2 : end] == ",C"
        and "V" in sentence.tags[:end]
    ):
        # "X says the one thing, and “another”, he adds"
        return end
    alone = end > 0 and sentence.tags[end - 1] in ":-,"
    if alone and (spoken_before(sentence, end) or (sentence.tags[end] == "Q" and is_speech(sentence, end))):
        return end
    return found + 1
