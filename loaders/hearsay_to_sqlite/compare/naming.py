"""Whether a copy names somebody else, or nobody any more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from hearsay_to_sqlite.clean.names import SAME, name_key
from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.compare.offices import roles
from hearsay_to_sqlite.compare.phrases import listed, opposites
from hearsay_to_sqlite.vocabulary import words as vocabulary

Found = Iterator[tuple[str, str]]

PREFIX = 4
"""Names that begin with so many same letters, such as a country's and its people's, are one."""

MOVED = 1
"""Of a name that stands elsewhere in the copy so many words give way to as many."""


@cache
def _calendar() -> frozenset[str]:
    days = {word for word in opposites() if word.endswith("day")}
    months = "january february march april may june july august september october november december"
    return frozenset(days) | frozenset(months.split())


def renamed(
    here: Sequence[Word],
    there: Sequence[Word],
    replaced: Sequence[tuple[int, int, int, int]],
    apart: frozenset[str] = frozenset(),
) -> Found:
    """Yield ``name-changed`` where a name gave way to another.

    ``replaced`` lists the stretches (start, end, copied start, copied end) that stand in each other's place; ``apart``
    are folded words that count for something else.
    """
    mine, theirs = _names(here), _names(there)
    lost = [name for name in theirs if not _known(name, here, mine)]
    gained = [name for name in mine if not _known(name, there, theirs)]
    lost = [name for name in lost if name.folded not in apart]
    gained = [name for name in gained if name.folded not in apart]
    for start, end, copied_start, copied_end in replaced:
        before = [name for name in lost if copied_start <= name.start < copied_end]
        after = [name for name in gained if start <= name.start < end]
        if before and after:
            yield "name-changed", f"{_shown(before)} became {_shown(after)}"
            return
    # Where the order changed nothing stands in each other's place: then as many must have gone as have come.
    if lost and len(lost) == len(gained) <= MOVED:
        yield "name-changed", f"{_shown(lost)} became {_shown(gained)}"


def generalised(here: Sequence[Word], there: Sequence[Word]) -> Found:
    """Yield ``name-changed`` where a body that had a name of several words is only called what it is."""
    mine = _names(here)
    told = {word.folded for word in there}
    lost = [name for name in _names(there) if not _known(name, here, mine)]
    bodies = [
        word for word in here if word.folded in vocabulary("roles", "bodies") - told and not word.capitalised
    ]
    if bodies and not any(not _known(name, there, lost) for name in mine):
        for one, other in pairwise(lost):
            if other.start - one.end <= 2:
                yield "name-changed", f"{_shown((one, other))} is only called {_shown(bodies)}"
                return


def _names(own: Sequence[Word]) -> list[Word]:
    named = []
    for nth, word in enumerate(own):
        if not word.capitalised or word.folded in stopwords() | _calendar() | roles() | listed("portfolio"):
            continue
        if word.folded in listed("hedges") | listed("rank") | listed("negations"):
            continue
        following = own[nth + 1] if nth + 1 < len(own) else None
        # At the head of a sentence a capital means nothing by itself.
        names_somebody = word.text.endswith(("'s", "’s")) or (
            following is not None and following.capitalised and following.start - word.end == 1
        )
        if nth or names_somebody:
            named.append(word)
    return named


def _known(name: Word, own: Sequence[Word], names: Sequence[Word]) -> bool:
    """Whether a name stands in the other text too, in whatever spelling, or as initials."""
    folded = name.folded.removesuffix("'s")
    if any(word.folded.removesuffix("'s") == folded or word.stem == name.stem for word in own):
        return True
    initials = "".join(word.folded[0] for word in own if word.capitalised)
    if name.text.isupper() and len(name.text) > 1 and folded in initials:
        return True
    return any(_alike(folded, word) for word in (*names, *(word for word in own if word.capitalised)))


def _alike(folded: str, other: Word) -> bool:
    also = other.folded.removesuffix("'s")
    if folded[:PREFIX] == also[:PREFIX] and min(len(folded), len(also)) >= PREFIX:
        return True
    if other.text.isupper() and len(also) > 1 and folded[0] in also:
        return True
    one, another = name_key(folded), name_key(also)
    if one == another and one:
        return True
    from rapidfuzz.distance import JaroWinkler

    return bool(one and another) and JaroWinkler.similarity(folded, also) >= SAME


def _shown(names: Iterable[Word]) -> str:
    return ", ".join(f"“{name.text}”" for name in names)
