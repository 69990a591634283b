"""Where a copy no longer names what has a name in the original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay_to_sqlite.clean.words import Word
from hearsay_to_sqlite.compare.finding import Finding, shown
from hearsay_to_sqlite.compare.wordpairs import Paired
from hearsay_to_sqlite.vocabulary import words as vocabulary

TIGHT = 0.75
"""Where so many words have counterparts, what is gone from a sentence was left out of it, not told elsewhere."""


def unnamed(pair: Paired, lost: Sequence[int]) -> Iterator[Finding]:
    """Yield ``name-changed`` where the names at the places ``lost`` of the original gave way to what they are names of, or to half of them."""
    for rule in (_body, _one_of_many, _half):
        found = next(rule(pair, lost), None)
        if found is not None:
            yield found
            return


def _body(pair: Paired, lost: Sequence[int]) -> Iterator[Finding]:
    """A body that had a name of several words is only called what it is."""
    told = {word.folded for word in pair.there}
    run = [place for place in lost if _name(pair.there, place + 1) or _name(pair.there, place - 1)]
    bodies = [
        nth
        for nth, word in enumerate(pair.here)
        if word.folded in vocabulary("roles", "bodies") - told
        and not word.capitalised
        and nth not in pair.mates_here
    ]
    if run and bodies:
        why = f"{shown(pair.there, run)} is only called {shown(pair.here, bodies)}"
        yield Finding("name-changed", why, tuple(bodies), tuple(run))


def _one_of_many(pair: Paired, lost: Sequence[int]) -> Iterator[Finding]:
    """What the word beside the name says that it is has become one of many: "an evening newspaper"."""
    for place in lost:
        for beside in (place - 1, place + 1):
            mates = pair.mates_there.get(beside, ())
            if mates and _adjoining(pair.there, place, beside) and _any(pair.here, min(mates)):
                why = f"{shown(pair.there, (place,))} is only called {shown(pair.here, mates)}"
                yield Finding("name-changed", why, mates, (place,))


def _half(pair: Paired, lost: Sequence[int]) -> Iterator[Finding]:
    """Of a name of two words the second is gone."""
    if pair.closeness < TIGHT:
        return
    for place in lost:
        mates = pair.mates_there.get(place - 1, ())
        two = _adjoining(pair.there, place, place - 1) and not (
            _name(pair.there, place + 1) or _name(pair.there, place - 2)
        )
        if mates and two and _name(pair.here, mates[-1]) and not _name(pair.here, mates[-1] + 1):
            why = f"{shown(pair.there, (place,))} is left out of the name"
            yield Finding("name-changed", why, mates, (place,))


def _name(words: Sequence[Word], place: int) -> bool:
    return 0 <= place < len(words) and words[place].capitalised


def _adjoining(words: Sequence[Word], one: int, other: int) -> bool:
    """Whether nothing but a space stands between two words."""
    first, second = sorted((one, other))
    return first >= 0 and second < len(words) and words[second].start - words[first].end == 1


def _any(words: Sequence[Word], place: int) -> bool:
    """Whether a word is told as one of many: "an evening newspaper", "one of the provinces"."""
    before = [word.folded for word in words[max(0, place - 3) : place]]
    return not words[place].capitalised and bool({"a", "an"} & set(before) or before[-3:-1] == ["one", "of"])
