"""Whether a quotation came through: altered, cut, or no longer marked as one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.compare.finding import Finding, shown
from hearsay_to_sqlite.compare.phrases import listed
from hearsay_to_sqlite.compare.wordpairs import Paired, within

QUOTED = re.compile(r"[“«„\"]([^”»\"\n]{2,400})[”»\"]")

LEAST = 7
"""Of a quotation with fewer words than this as many may differ as if it had so many."""

SCARE = 2
"""So few words may stand in marks without being quoted from anybody."""

TURNED = 0.4
"""Where more small words than this share of its words differ, a quotation was put otherwise."""

UNCLOSED = re.compile(r"\A[^“”\"]*(?:[“\"][^“”\"]*[”\"][^“”\"]*)*[“”\"][^“”\"]*\Z")
"""A text with a mark that has no other one: where its quotation begins or ends is not known."""

ALTERED = 0.15
"""From this share of a quotation's words of content on that have no counterpart, in the two texts together, it was altered."""


def requoted(pair: Paired, text: str, other: str) -> Iterator[Finding]:
    """Yield ``quote-changed`` for each quotation of the original that the copy alters, cuts or no longer marks as one."""
    if UNCLOSED.search(other):
        return
    mine = _places(pair.here, text)
    for places in _places(pair.there, other):
        own = [pair.there[place].folded for place in places]
        mates = {mate for place in places for mate in pair.mates_there.get(place, ())}
        nearest = max(mine, key=lambda also: len(mates & set(also)), default=[])
        if any(_inside(own, [pair.here[place].folded for place in also]) for also in mine):
            continue
        if mates & set(nearest):
            yield from _altered(pair, places, nearest)
        elif not (UNCLOSED.search(text) or (len(places) <= SCARE and mates)):
            why = f"{_cut(own)} is not marked as quoted any more"
            yield Finding("quote-changed", why, tuple(sorted(mates)), tuple(places))


def _inside(own: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether the words stand among the others in one piece."""
    return any(own == longer[n : n + len(own)] for n in range(len(longer) - len(own) + 1))


def _altered(pair: Paired, there: Sequence[int], here: Sequence[int]) -> Iterator[Finding]:
    """Where too many words of a quotation have no counterpart in the copy's, or words that point point elsewhere."""
    lost = [
        place for place in _content(pair.there, there) if not set(pair.mates_there.get(place, ())) & set(here)
    ]
    alone = set(pair.alone_here())
    gained = [place for place in here if place in alone and pair.here[place].folded not in listed("light")]
    weight = len(_content(pair.there, there)) + len(_content(pair.here, here))
    was, now = (
        [place for place in places if words[place].folded in listed("pointing")]
        for words, places in ((pair.there, there), (pair.here, here))
    )
    elsewhere = was and now and not {pair.there[n].folded for n in was} & {pair.here[n].folded for n in now}
    small = _small(pair.there, there), _small(pair.here, here)
    turned = (small[0] - small[1]).total() + (small[1] - small[0]).total() > TURNED * max(len(there), LEAST)
    if turned or elsewhere or len(lost) + len(gained) > ALTERED * weight:
        lost, gained = (lost + was, gained + now) if elsewhere else (lost, gained)
        became = f"{shown(pair.there, lost) or 'nothing'} became {shown(pair.here, gained) or 'nothing'}"
        why = f"of {_cut([pair.there[place].folded for place in there])} {became}"
        yield Finding("quote-changed", why, tuple(gained or here), tuple(lost or there))


def _small(words: Sequence[Word], places: Sequence[int]) -> Counter[str]:
    return Counter(words[place].folded for place in places if words[place].folded in stopwords())


def _content(words: Sequence[Word], places: Sequence[int]) -> list[int]:
    return [place for place in places if words[place].folded not in stopwords()]


def _places(words: Sequence[Word], text: str) -> list[list[int]]:
    """The places of the words of each quotation of a stretch."""
    return list(within(words, text, (match.span(1) for match in QUOTED.finditer(text))))


def _cut(own: Sequence[str]) -> str:
    return f"“{' '.join(own)}”" if len(own) <= 7 else f"“{' '.join(own[:6])} …”"
