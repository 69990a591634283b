"""How the attributions of an article stand to one another: one inside another, one repeating another."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from hearsay_to_sqlite.attribution.drafts import Draft
from hearsay_to_sqlite.records import Attribution, Passage

LOOK_BACK = 24
"""Spans. Contents overlap only within a paragraph, so the enclosing one is never far away."""
WORD = re.compile(r"\w+")
OPENING = re.compile(r"\W*(\w+)\W+(\w+)")
SAME_WORDS = 0.8
"""Share of its words with which a caption, headline or pull-quote repeats a statement of the body."""
MIN_WORDS = 3
MAX_REPEATERS = 60
"""An article with more headlines and captions than this is a list; each is compared with every statement."""
REPEATING = frozenset({"headline", "caption", "pull-quote"})


def containers(drafts: list[Draft]) -> list[int | None]:
    """For each draft the number of the smallest other draft in whose content its cue stands, or None."""
    spans = sorted((start, end, nth) for nth, draft in enumerate(drafts) for start, end in draft.content)
    starts = [start for start, _, _ in spans]
    found: list[int | None] = []
    for nth, draft in enumerate(drafts):
        best: tuple[int, int] | None = None
        if draft.cue:
            at, until = draft.cue[0]
            here = bisect_right(starts, at)
            for start, end, other in spans[max(0, here - LOOK_BACK) : here]:
                if other != nth and start <= at and until <= end and (best is None or end - start < best[0]):
                    best = (end - start, other)
        found.append(best[1] if best is not None else None)
    return _without_circles(found)


def _without_circles(parents: list[int | None]) -> list[int | None]:
    for nth, parent in enumerate(parents):
        # Two tags round one content can each claim the other; the later one stays outside.
        if parent is not None and parents[parent] == nth:
            parents[max(nth, parent)] = None
    for nth in range(len(parents)):
        seen, at = {nth}, parents[nth]
        while at is not None:
            if at in seen:
                parents[nth] = None
                break
            seen.add(at)
            at = parents[at]
    return parents


def with_repeats(
    text: str, found: tuple[Attribution, ...], passages: tuple[Passage, ...]
) -> tuple[Attribution, ...]:
    """The attributions with ``repeat_of`` set on those that only say again what the body says.

    That is a headline, caption or pull-quote most of whose words a statement of the body has, or the same words again,
    unless the body says that somebody else said them, or that they were denied.
    """
    ordered = sorted(passages, key=lambda passage: passage.start)
    starts = [passage.start for passage in ordered]
    body = [one for one in found if _kind(one, starts, ordered) not in REPEATING]
    inside = {one.id for one in body}
    # Words are counted only where two statements begin alike.
    openings = [_opening(text, one) for one in found]
    often = Counter(openings)
    words = {
        one.id: _words(text, one) for one, opening in zip(found, openings, strict=True) if often[opening] > 1
    }
    first: dict[tuple[object, ...], str] = {}
    for one in body:
        if len(own := words.get(one.id, ())) >= MIN_WORDS:
            first.setdefault(own, one.id)
            first.setdefault((own, one.act, one.polarity, one.speaker), one.id)
    repeats: dict[str, str] = {}
    sets: list[set[str]] = []
    compared = 0
    for one in found:
        same = first.get(words[one.id]) if one.id in words else None
        if same is not None and one.id in inside and one.speaker is not None:
            same = first.get((words[one.id], one.act, one.polarity, one.speaker))
        if same is not None and same != one.id:
            repeats[one.id] = same
        elif same is None and one.id not in inside and compared < MAX_REPEATERS:
            own = _words(text, one)
            if len(own) < MIN_WORDS:
                continue
            compared += 1
            sets = sets or [set(_words(text, other)) for other in body]
            wanted = set(own)
            for other, theirs in zip(body, sets, strict=True):
                if len(wanted & theirs) >= SAME_WORDS * len(wanted):
                    repeats[one.id] = other.id
                    break
    if not repeats:
        return found
    return tuple(one._replace(repeat_of=repeats[one.id]) if one.id in repeats else one for one in found)


def _kind(one: Attribution, starts: list[int], passages: list[Passage]) -> str:
    at = bisect_right(starts, one.content[0].start) - 1
    return passages[at].kind if at >= 0 and one.content[0].start < passages[at].end else "body"


def _words(text: str, one: Attribution) -> tuple[str, ...]:
    return tuple([word for start, end in one.content for word in WORD.findall(text[start:end].lower())])


def _opening(text: str, one: Attribution) -> str | None:
    """The first two words of a content, if they stand in one stretch."""
    found = OPENING.match(text, *one.content[0])
    return f"{found[1]} {found[2]}".lower() if found is not None else None
