"""When, where and how surely something was said: the words round the cue."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from hearsay_to_sqlite.attribution.cast import known_body
from hearsay_to_sqlite.attribution.drafts import Draft, Pair
from hearsay_to_sqlite.attribution.lexicon import lexicon
from hearsay_to_sqlite.attribution.occasions import Occasions
from hearsay_to_sqlite.clean.dates import first_date
from hearsay_to_sqlite.vocabulary import read

CONDITION = re.compile(
    r"\b(?:if (?:it|this|that|the|they|he|she|there|proven|confirmed|real|true)\b|provided that|on condition that|should it)[^.;”\"]*"
)
VIA = re.compile(
    r"\b(?:with|to|told|on|by)\s+(?:the\s+)?((?:[A-Z][\w’'.-]*|al-[A-Z]\w*)(?:\s+[A-Z][\w’'.-]*){0,4})"
)
WORD = re.compile(r"\w[\w-]*")
PLACE = re.compile(r"\b(?:in|on|at|via|by|through|during|from)\b(?=((?:\W+\w+){1,6}))")
"""A preposition, and the words behind it of which one may name a medium."""


@cache
def media() -> dict[str, str]:
    """The nouns that name a medium, each with the word it is filed under."""
    return {noun: filed for filed, nouns in read("media")["nouns"].items() for noun in nouns.split()}


def outside(draft: Draft, content: list[Pair], text: str) -> str:
    """The sentence of a draft without its content, which is in order: where circumstances are told."""
    sentence = draft.sentence
    if sentence is None:
        return ""
    at, last = sentence.start, sentence.end
    kept = []
    for start, end in content:
        if start > last or end < sentence.start:
            continue
        kept.append(text[at:start])
        if end > at:
            at = min(end, last)
    kept.append(text[at:last])
    return " … ".join(kept)


def said_on(around: str, anchor: date | None, occasions: Occasions) -> tuple[str | None, str | None]:
    """The day of saying and its basis, from the words round the content."""
    told = occasions.day(around)
    if told is not None:
        return told, "inferred"
    found = first_date(around, 0, len(around), anchor)
    return found if found is not None else (None, None)


def medium(around: str, draft: Draft) -> str | None:
    """The medium named round the content ("in a video" is ``video``), by its last word in the vocabulary."""
    known = media()
    sentence = draft.sentence
    if sentence is None:
        return None
    # Words inside quotations are no tokens of the sentence; mostly they are the content.
    quoted = any(sentence.text[quote.start] in around for quote in sentence.quotes.values())
    if not quoted and known.keys().isdisjoint(sentence.words) and "press" not in sentence.words:
        return None
    low = around.lower()
    if "press conference" in low:
        return "press conference"
    named = list(filter(known.__contains__, WORD.findall(low)))
    if not named:
        return None
    beside = {word for place in PLACE.finditer(low) for word in WORD.findall(place[1])}
    return next((known[word] for word in named if word in beside), None)


def via(around: str, draft: Draft) -> str | None:
    """The outlet or channel to which it was said ("told Al-Example that", "in an interview with …")."""
    low = around.lower()
    asked = (
        draft.verb in ("tell", "inform", "brief")
        or "interview" in low
        or "statement" in low
        or "remarks" in low
    )
    if not asked and not any(word in low for word in ("on twitter", "on facebook", "on telegram")):
        return None
    for match in VIA.finditer(around):
        name = match.group(1).strip()
        body = known_body(name)
        if body is not None and body.kind == "outlet":
            return body.name
        if "interview with" in low and match.group().startswith("with"):
            return name
    return None


def condition(content: str) -> str | None:
    """What a condemnation or pledge depends on, in the article's words ("if it was real")."""
    match = CONDITION.search(content)
    return match.group().strip(" .,") if match else None


def certainty(content: str) -> str | None:
    """How sure the content's own words make it, by its first hedge."""
    hedges = lexicon().hedges
    low = content.lower()
    for hedge in hedges:
        if hedge in low:
            word = next(filter(hedges.__contains__, WORD.findall(low)), None)
            return hedges[word] if word is not None else None
    return None
