"""What can be seen of an attribution in the making: the features by which a trained model judges it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from hearsay_to_sqlite.attribution.drafts import Draft, Pair
from hearsay_to_sqlite.attribution.tagging import Sentence

PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "you", "who", "which", "that"})
MIN_LEFT = 3
"""Tokens that a shortened content keeps at least."""
MAX_VARIANTS = 4
SIZES = (2, 4, 6, 9, 13, 20, 30, 50)


def variants(draft: Draft) -> Iterator[tuple[str, list[Pair]]]:
    """The draft's content as the rules have it, and with other ends: at its commas and clauses, or the sentence's."""
    yield "as-is", draft.content
    sentence = draft.sentence
    start, end = draft.content[-1]
    if sentence is None or not draft.cue or start < draft.cue[0][1] or not sentence.start <= start:
        return
    first, last = bisect_left(sentence.begin, start), bisect_left(sentence.until, end)
    tags, count = sentence.tags, 0
    for at in range(first + MIN_LEFT, min(last, len(tags))):
        if tags[at] in ",;:-SC" and tags[at - 1] not in ",;:-SC":
            count += 1
            name = "clause" if tags[at] in "SC" else "comma"
            yield f"{name}-{count}", [*draft.content[:-1], (start, sentence.until[at - 1])]
            if count >= MAX_VARIANTS:
                break
    whole = len(tags) - 1
    while whole > last and tags[whole] in ".,;:-)":
        whole -= 1
    if whole > last + 1:
        yield "sentence", [*draft.content[:-1], (start, sentence.until[whole])]


def round_about(draft: Draft) -> list[str]:
    """Names of what is true of the draft's source and cue, whatever its content."""
    if draft.sentence is None or not draft.cue:
        return []
    return [*_of_source(draft, draft.sentence), *_of_cue(draft, draft.sentence)]


class Kind(NamedTuple):
    """What a draft is by itself, whatever stands in its sentence; many drafts are of one kind."""

    variant: str
    parts: int
    rule: str
    verb: str
    sure: float
    within: bool
    guessed: bool
    act: str
    polarity: str

    def names(self) -> list[str]:
        """Names of what is true of such drafts."""
        variant, parts, rule, verb, sure, within, guessed, act, polarity = self
        return [
            f"rule={rule}",
            f"verb={verb}",
            f"verb,rule={verb},{rule}",
            f"variant={variant},{rule}",
            f"variant,verb={variant},{verb}",
            f"sure={sure}",
            f"within={within}",
            f"guessed={guessed},{rule}",
            f"guessed={guessed},{verb}",
            f"act={act},{polarity}",
            f"parts={parts},{rule}",
        ]


def kind(draft: Draft, variant: str, content: list[Pair]) -> Kind:
    """The kind of a draft with this content."""
    return Kind(
        variant,
        min(len(content), 3),
        draft.rule,
        draft.verb,
        round(draft.confidence, 1),
        draft.within,
        draft.guessed,
        draft.act,
        draft.polarity,
    )


def features(draft: Draft, variant: str, content: list[Pair]) -> list[str]:
    """Names of all that is true of the draft with this content."""
    return [
        *kind(draft, variant, content).names(),
        *round_about(draft),
        *of_content(draft, variant, content),
    ]


def _of_source(draft: Draft, sentence: Sentence) -> Iterator[str]:
    if not draft.source:
        yield f"source=none,{draft.rule}"
        yield f"source=none,{draft.verb}"
        return
    start, end = draft.source[0]
    first = bisect_left(sentence.begin, start)
    last = bisect_right(sentence.until, end) - 1
    if not 0 <= first <= last < len(sentence.low):
        return
    low, tags = sentence.low, sentence.tags
    kind = low[first] if low[first] in PRONOUNS else f"{tags[first]}{tags[last]}"
    yield f"source={kind},{draft.inherited}"
    yield f"source,rule={kind},{draft.rule}"
    yield f"source,verb={kind},{draft.verb}"
    yield f"head={low[last]}"
    yield f"first={low[first]}"
    yield f"long={_size(last - first + 1)}"
    yield f"before={tags[first - 1] if first else '^'},{draft.rule}"
    yield f"before={low[first - 1] if first else '^'}"


def _of_cue(draft: Draft, sentence: Sentence) -> Iterator[str]:
    first = bisect_left(sentence.begin, draft.cue[0][0])
    last = bisect_right(sentence.until, draft.cue[0][1])
    low, tags = sentence.low, sentence.tags
    if first >= len(low):
        return
    yield f"cue={low[last - 1]}"
    yield f"cues={' '.join(low[first:last][:3])}"
    before, after = (tags[first - 1] if first else "^"), tags[last : last + 2]
    yield f"round={before},{after}"
    yield f"after={low[last] if last < len(low) else '$'},{draft.rule}"
    yield f"after,verb={after[:1]},{draft.verb}"
    yield f"place={min(first, 30) // 6},{draft.rule}"
    yield f"opens={tags[:2]}"


def of_content(draft: Draft, variant: str, content: list[Pair]) -> Iterator[str]:
    """Names of what is true of this content in its sentence."""
    sentence = draft.sentence
    if sentence is None or not draft.cue:
        return
    first = bisect_left(sentence.begin, content[0][0])
    last = bisect_right(sentence.until, content[-1][1])
    low, tags = sentence.low, sentence.tags
    inside = tags[first:last]
    if not inside:
        return
    size = _size(len(inside))
    yield f"size={size},{draft.rule}"
    yield f"size={size},{variant}"
    yield f"words={low[first]},{draft.rule}"
    yield f"words={' '.join(low[first : first + 2])}"
    yield f"shape={inside[:3]}"
    yield f"finite={any(tag in 'vVA' for tag in inside)},{draft.rule},{draft.verb}"
    yield f"quoted={'Q' in inside or chr(39) in inside},{draft.rule}"
    yield f"commas={min(inside.count(','), 3)},{draft.rule}"
    yield f"until={tags[last : last + 2]},{variant}"
    yield f"until={low[last] if last < len(low) else '$'},{draft.rule}"
    yield f"next={' '.join(low[last : last + 2])}"
    yield f"ends={low[last - 1] if last else ''}"
    yield f"ends={inside[-2:]},{tags[last : last + 1]}"


def _size(count: int) -> int:
    return bisect_left(SIZES, count)
