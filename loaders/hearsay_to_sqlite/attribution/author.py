"""The article's own voice: where it plainly blames somebody and no speaker is made to say so, and where it says "I"."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from hearsay_to_sqlite.attribution import sentences, subjects, tagging
from hearsay_to_sqlite.attribution.drafts import Draft
from hearsay_to_sqlite.attribution.quotes import Quote
from hearsay_to_sqlite.records import Article
from hearsay_to_sqlite.vocabulary import read

UP_TO = 400
"""Characters on either side in which the sentence's ends are looked for."""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = read("cues")["author_blame"]
    # The space before the words is part of the pattern, because ``re`` looks for a plain first character fast.
    return re.compile(rf" ({'|'.join(data['predicates'])})\b"), re.compile(rf"\b{data['harms']}\b")


def speak(article: Article, draft: Draft) -> None:
    """Name the article's own voice as the speaker: its byline, else its publisher, else the article itself."""
    draft.source_kind = "author"
    draft.speaker = article.byline or article.publisher or f"author of “{article.title[:80]}”"
    draft.speaker_kind = "person" if article.byline else "outlet" if article.publisher else "anonymous"


def find(text: str, quotes: list[Quote], drafts: list[Draft]) -> list[Draft]:
    """An accusation for each sentence that blames in the article's own words."""
    blame, harm = _patterns()
    taken = sorted((start, end) for draft in drafts for start, end in (*draft.content, *draft.cue))
    starts = [start for start, _ in taken]
    found: list[Draft] = []
    done = 0
    for match in blame.finditer(text):
        at = match.start(1)
        if at < done:
            continue
        low = max(text.rfind("\n", 0, at) + 1, at - UP_TO)
        line = text.find("\n", at)
        high = min(line if line >= 0 else len(text), at + UP_TO)
        bounds = next(((s, e) for s, e in sentences.split(text, [], low, high) if s <= at < e), None)
        if bounds is None or harm.search(text, at, bounds[1]) is None:
            continue
        near = taken[max(0, bisect_right(starts, bounds[1]) - 12) : bisect_right(starts, bounds[1])]
        if any(start < bounds[1] and end > bounds[0] for start, end in near):
            continue
        done = bounds[1]
        found.append(_draft(text, bounds, (at, match.end()), quotes))
    return found


def _draft(text: str, bounds: tuple[int, int], cue: tuple[int, int], quotes: list[Quote]) -> Draft:
    sentence = tagging.read(text, *bounds, [], [])
    verb = next((nth for nth, begin in enumerate(sentence.begin) if begin >= cue[0]), 0)
    blamed = subjects.left(sentence, subjects.verb_group(sentence, verb)) if verb else None
    end = bounds[1]
    while end > bounds[0] and text[end - 1] in '.!?"” ':
        end -= 1
    return Draft(
        content=[(bounds[0], end)],
        cue=[cue],
        source=[],
        rule="author-blames",
        act="accuse",
        confidence=0.5,
        source_kind="author",
        sentence=sentence,
        verb=text[slice(*cue)].lower(),
        target=(sentence.begin[blamed.start], sentence.until[blamed.end - 1]) if blamed is not None else None,
    )
