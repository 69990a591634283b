"""Quotations whose speaker stands in a phrase without a verb: "the words of X", "for X", "X, visibly moved: “…”"."""

from __future__ import annotations

from hearsay_to_sqlite.attribution import contents, inverted
from hearsay_to_sqlite.attribution.drafts import Draft, Pair
from hearsay_to_sqlite.attribution.lexicon import lexicon
from hearsay_to_sqlite.attribution.subjects import Subject
from hearsay_to_sqlite.attribution.tagging import Sentence
from hearsay_to_sqlite.vocabulary import words

LONGEST = 6
"""Tokens between a quotation and the noun that names it."""
FAR = 14
"""Tokens before a colon."""
BY = frozenset({"of", "by", "from"})


def find(sentence: Sentence, at: int) -> Draft | None:
    """An attribution of the quotation at token ``at`` to whom a phrase without a verb names."""
    return _named_after(sentence, at) or _in_view_of(sentence, at)


def somebody(sentence: Sentence, source: Subject) -> bool:
    """Whether a phrase names a person or body, by a name, a role or a pronoun."""
    named = sentence.low[source.start : source.end]
    return (
        "U" in sentence.tags[source.start : source.end]
        or named[0] in ("he", "she", "they")
        or not words("roles", "people").isdisjoint(named)
        or not words("roles", "bodies").isdisjoint(named)
    )


def _named_after(sentence: Sentence, at: int) -> Draft | None:
    """``“…”, the words of the mayor``, ``“…” is the promise of the mayor``, ``“…”: this is the answer by the mayor``."""
    low, tags = sentence.low, sentence.tags
    first = at + 1
    while tags[first : first + 1] and tags[first] in ",-:":
        first += 1
    if first == at + 1 and tags[first : first + 1] != "A":
        return None
    for noun in range(first, min(len(low) - 2, first + LONGEST)):
        if low[noun] in lexicon().nouns or low[noun] in lexicon().openers:
            source = inverted.right(sentence, noun + 2) if low[noun + 1] in BY else None
            if source is None or any(tag in "vV" for tag in tags[source.end :]):
                return None
            return draft(sentence, (at, at + 1), (noun, noun + 2), source, "quote-before")
        if tags[noun] not in "ADn":
            return None
    return None


def _in_view_of(sentence: Sentence, at: int) -> Draft | None:
    """``For the mayor, this is “…”``: whose view it is, as French, Italian and Spanish say it."""
    source = inverted.right(sentence, 1) if sentence.low[0] == "for" else None
    if source is None or source.end > at or not somebody(sentence, source):
        return None
    if any(nth in sentence.forms and "q" in sentence.forms[nth].verb.frames for nth in range(source.end, at)):
        return None
    content = (source.end, len(sentence.tags))
    return draft(sentence, content, (0, 1), source, "according-to")


def before_colon(sentence: Sentence, at: int) -> Draft | None:
    """``For his part, Smith: “…”``, ``So the mayor: “…”``, ``The mayor, visibly moved: “…”``."""
    tags, colon = sentence.tags, at - 1
    if not 0 < colon < FAR or tags[colon] != ":" or any(tag in "VAQW:" for tag in tags[:colon]):
        return None
    if tags[at + 1 :].strip(".") or sentence.low[0] in ("according", "in", "on"):
        return None
    start = tags.rfind(",", 0, colon) + 1 if tags[:1] in "BRS" else 0
    start += tags[start : start + 1] in ("B", "S")
    source = inverted.right(sentence, start)
    if source is None or source.end > colon or not somebody(sentence, source):
        return None
    return draft(sentence, (at, at + 1), (colon, at), source, "colon")


def draft(
    sentence: Sentence, content: Pair, cue: Pair, source: Subject, rule: str, confidence: float = 0.6
) -> Draft | None:
    """An attribution of the tokens of ``content``, said by ``source`` in words that no list of cues has."""
    told = contents.span(sentence, *content)
    if told is None:
        return None
    return Draft(
        content=[told],
        cue=[(sentence.begin[cue[0]], sentence.until[cue[1] - 1])],
        source=[(sentence.begin[source.start], sentence.until[source.end - 1])],
        rule=rule,
        act="assert",
        confidence=confidence,
        sentence=sentence,
        verb=sentence.low[cue[0]],
    )
