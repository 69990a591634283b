"""What each stretch of a plain text is: headline, body, caption, pull-quote or boilerplate. General rules only."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from hearsay_to_sqlite import vocabulary
from hearsay_to_sqlite.clean.blocks import Block, blocks
from hearsay_to_sqlite.clean.text import one_line, shorten
from hearsay_to_sqlite.records import Passage

MAX_HEADLINE = 180
"""Code points: longer lines are paragraphs, whatever they end with."""

MAX_CROSSHEAD_WORDS = 14
MAX_CREDIT = 60
MAX_TITLE = 300

MAX_FURNITURE = 220
"""Code points: a longer block is prose even where it begins like a link."""

MAX_PULL_QUOTE_WORDS = 45
MAX_BULLET_WORDS = 90

REPEATED_SHARE = 0.8
"""A short block is a pull-quote if this share of its word triples stands elsewhere in the body too."""

REPEATED_SHARE_BULLET = 0.5
"""A bullet among paragraphs mostly sums up: less needs to be repeated."""

OPENING = 8
"""Words by which blocks are told apart before they are compared whole."""

TAIL_FROM = 0.5
"""What follows an article begins in the second half of the page."""

TAIL_SHARE = 0.4
"""What follows an article is shorter than this share of the page; else the pattern hit a heading of its own."""

STOPS = tuple(".!?…؟。")
CLOSING = "\"'”’»)]"
QUOTED_WHOLE = re.compile(r"[\"“«„‘'].+[\"”»’']$", re.DOTALL)
BYLINE = re.compile(r"by:? [^\d.!?]{3,80}$|par [^\d.!?]{3,60}$|von [^\d.!?]{3,60}$")
DATELINE = re.compile(
    r"(\w+day,? )?(\w{3,9}\.? \d{1,2}(st|nd|rd|th)?,? \d{4}|\d{1,2}\.? \w{3,9}\.? \d{4}|[\d./-]{8,10})\b.{0,24}$"
)


def split(text: str) -> tuple[Passage, ...]:
    """Every stretch of a text that is not blank, in order, with its kind; offsets in code points, ends exclusive.

    >>> [passage.kind for passage in split("Minister denies charge\\n\\nThe minister said no.\\n\\nRead also: more")]
    ['headline', 'body', 'boilerplate']
    """
    found = blocks(text)
    kinds: list[str | None] = [_furniture(block) for block in found]
    _mark_tail(found, kinds, len(text))
    _mark_head(found, kinds)
    _mark_lists(found, kinds)
    _mark_repeats(found, kinds)
    return tuple(
        Passage(block.start, block.end, kind or _plain(block))
        for block, kind in zip(found, kinds, strict=True)
    )


def title(text: str, passages: Sequence[Passage]) -> str:
    """The headline among the passages, on one line; the first words of the text where it has none.

    Two headline lines at the top are a kicker and the headline under it, unless the first is the longer one.
    """
    head: list[str] = []
    for passage in passages:
        if passage.kind == "headline" and len(head) < 2:
            head.append(one_line(text[passage.start : passage.end]))
        elif passage.kind == "body" or (head and passage.kind != "headline"):
            break
    if not head:
        return shorten(text, 80)
    return shorten(max(reversed(head), key=len) if len(head) == 2 else head[0], MAX_TITLE)


@cache
def _patterns(group: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in vocabulary.read("boilerplate")[group]))


def _furniture(block: Block) -> str | None:
    if len(block.text) <= MAX_CREDIT and _patterns("credits").match(block.folded):
        return "caption"
    if len(block.text) <= MAX_FURNITURE and _patterns("lines").match(block.folded):
        return "boilerplate"
    return None


def _mark_tail(found: list[Block], kinds: list[str | None], length: int) -> None:
    for index, block in enumerate(found):
        late = block.start >= TAIL_FROM * length and length - block.start <= TAIL_SHARE * length
        if len(block.text) > MAX_FURNITURE:
            continue
        if _patterns("tails").match(block.folded):
            if late:
                kinds[index:] = ["boilerplate"] * (len(found) - index)
                return
            kinds[index] = "boilerplate"
        elif late and _patterns("bylines").match(block.folded):
            kinds[index] = "boilerplate"


def _mark_head(found: list[Block], kinds: list[str | None]) -> None:
    """Headlines, byline and date line: what stands above the first sentence."""
    headlines: list[str] = []
    for index, block in enumerate(found):
        if kinds[index] is not None:
            if headlines:
                return
            continue
        if BYLINE.match(block.folded) or DATELINE.match(block.folded):
            kinds[index] = "boilerplate"
        elif block.folded in headlines or (len(headlines) < 2 and _looks_like_headline(block)):
            kinds[index] = "headline"
            headlines.append(block.folded)
        else:
            return


def _looks_like_headline(block: Block) -> bool:
    return len(block.text) <= MAX_HEADLINE and not block.bullet and not _ends_sentence(block.text)


def _mark_lists(found: list[Block], kinds: list[str | None]) -> None:
    """A bullet above the body, or above a credit line, is what stands under a picture."""
    body = next((i for i, block in enumerate(found) if kinds[i] is None and not block.bullet), len(found))
    for index, block in enumerate(found):
        if kinds[index] is None and block.bullet:
            credited = index + 1 < len(found) and kinds[index + 1] == "caption"
            if credited or index < body:
                kinds[index] = "caption"


def _mark_repeats(found: list[Block], kinds: list[str | None]) -> None:
    """Short blocks whose words stand elsewhere in the running text: pull-quotes, and captions given twice."""
    candidates = [index for index, kind in enumerate(kinds) if kind is None]
    words = {index: found[index].words for index in candidates}
    running = [words[index] for index in candidates if not found[index].bullet]
    somewhere, twice = _met(running)
    likely = {
        index: _triples(words[index])
        for index in candidates
        if _may_stand_elsewhere(found[index], words[index], somewhere if found[index].bullet else twice)
    }
    holders: Counter[tuple[str, ...]] = Counter()
    if likely:
        wanted = frozenset(itertools.chain.from_iterable(likely.values()))
        for listed in running:
            holders.update(wanted.intersection(zip(listed, listed[1:], listed[2:], strict=False)))
    # Blocks with the same text begin alike; only those are folded and compared.
    openings = Counter(tuple(listed[:OPENING]) for listed in words.values())
    alike = {index for index in candidates if openings[tuple(words[index][:OPENING])] > 1}
    copies = Counter(found[index].folded for index in alike)
    seen: set[str] = set()
    for index in candidates:
        block = found[index]
        if index in alike and copies[block.folded] > 1:
            if not _ends_sentence(block.text):
                kinds[index] = "caption"
            elif block.folded in seen:
                kinds[index] = "pull-quote"
            seen.add(block.folded)
        elif index in likely and _stands_elsewhere(block, likely[index], holders):
            kinds[index] = "pull-quote"


def _repeating(block: Block) -> tuple[int, float, int]:
    """How long a repeat may be, how much of it must stand elsewhere, and how often it stands in the body itself."""
    if block.bullet:
        return MAX_BULLET_WORDS, REPEATED_SHARE_BULLET, 0
    return MAX_PULL_QUOTE_WORDS, REPEATED_SHARE, 1


def _met(running: list[list[str]]) -> tuple[set[str], set[str]]:
    """The words of the running text, and those that stand in two of its blocks."""
    somewhere: set[str] = set()
    twice: set[str] = set()
    for words in running:
        twice.update(somewhere.intersection(words))
        somewhere.update(words)
    return somewhere, twice


def _may_stand_elsewhere(block: Block, words: list[str], elsewhere: set[str]) -> bool:
    """Whether enough of its words do: each that stands nowhere else spoils a triple, and words are looked up fast."""
    longest, share, _ = _repeating(block)
    size = len(words)
    if not 3 <= size <= longest:
        return False
    wanted = share * (size - 2)
    alone = set(words).difference(elsewhere)
    if size - 2 - len(alone) < wanted:
        return False
    spoiled = {first for nth, word in enumerate(words) if word in alone for first in (nth - 2, nth - 1, nth)}
    met = size - 2 - len(spoiled.intersection(range(size - 2)))
    return met >= wanted and not _is_crosshead(block)


def _stands_elsewhere(
    block: Block, triples: list[tuple[str, ...]], holders: Counter[tuple[str, ...]]
) -> bool:
    _, share, own = _repeating(block)
    return sum(holders[triple] > own for triple in triples) >= share * len(triples)


def _triples(words: list[str]) -> list[tuple[str, ...]]:
    return list(zip(words, words[1:], words[2:], strict=False))


def _is_crosshead(block: Block) -> bool:
    """Whether a block is a few words without a full stop, as they stand between paragraphs."""
    return not block.bullet and not _ends_sentence(block.text) and len(block.words) <= MAX_CROSSHEAD_WORDS


def _ends_sentence(text: str) -> bool:
    return text.rstrip(CLOSING).endswith(STOPS)


def _plain(block: Block) -> str:
    """A crosshead set in quotation marks is a pull-quote."""
    if not _is_crosshead(block):
        return "body"
    return "pull-quote" if QUOTED_WHOLE.match(block.text) else "headline"
