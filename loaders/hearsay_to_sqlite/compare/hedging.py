"""Whether one stretch leaves a doubt where another has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay_to_sqlite.clean.words import Word
from hearsay_to_sqlite.compare.finding import Finding, shown
from hearsay_to_sqlite.compare.phrases import found, listed
from hearsay_to_sqlite.compare.polarity import content_places
from hearsay_to_sqlite.compare.wordpairs import Paired

NEAR = 5
"""What leaves a doubt stands so many words at most from what it bears on."""


def doubted(pair: Paired) -> Iterator[Finding]:
    """Yield ``hedge-lost`` or ``hedge-gained`` where only one of the two leaves a doubt, or each leaves another one."""
    mine = [nth for nth in _hedges(pair.here) if nth not in pair.mates_here]
    theirs = [nth for nth in _hedges(pair.there) if nth not in pair.mates_there]
    if not mine and not theirs:
        return
    apart = bool(mine and theirs) and not _of_one_thing(pair, mine, theirs)
    if theirs and (not _hedges(pair.here) or apart):
        yield Finding(
            "hedge-lost", f"{shown(pair.there, theirs)} stands only in the original", (), tuple(theirs)
        )
    if mine and (not _hedges(pair.there) or apart):
        yield Finding("hedge-gained", f"{shown(pair.here, mine)} stands only in the copy", tuple(mine), ())


def _of_one_thing(pair: Paired, mine: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether the doubts of the two may bear on one thing: they do not where each bears on a word that the other has without."""
    for places, words, mates, others in (
        (theirs, pair.there, pair.mates_there, mine),
        (mine, pair.here, pair.mates_here, theirs),
    ):
        bears_on = next(
            (nth for nth in content_places(words) if nth > max(places) and nth not in places), None
        )
        told = mates.get(bears_on, ()) if bears_on is not None else ()
        if not told or any(abs(nth - mate) <= NEAR for nth in others for mate in told):
            return True
    return False


def _hedges(words: Sequence[Word]) -> list[int]:
    there = found(words, listed("hedges"))
    return sorted(
        {
            place
            for hedge, nth in there.items()
            if not _is_other(words, nth)
            for place in range(nth, nth + len(hedge.split()))
        }
    )


def _is_other(words: Sequence[Word], nth: int) -> bool:
    """Whether a word that may hedge is something else here: a month, or an ability that is denied."""
    word = words[nth]
    if word.folded == "may" and word.capitalised and nth:
        return True
    follows = words[nth + 1].folded if nth + 1 < len(words) else ""
    before = words[nth - 1].folded if nth else ""
    if word.folded in ("appear", "appeared", "appears", "seem", "seems", "seemed"):
        # "It appeared in a newspaper", "did not appear"
        return follows not in ("to", "that", "as") and before not in ("it", "what")
    if word.folded == "likely":
        return before in ("more", "less") and follows == ""
    if word.folded in ("possible", "possibly"):
        return before in ("not", "as", "if", "no")
    if word.folded == "could":
        done = words[nth + 2].folded if follows == "be" and nth + 2 < len(words) else ""
        able = done.endswith("ed") or done in listed("past")
        return follows in ("not", "no", "only") or before == "that" or able
    return False
