"""Who does what to whom and why: sides of an act that changed places, cause and effect, what is only meant or tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay_to_sqlite.clean.words import Word
from hearsay_to_sqlite.compare.phrases import found, listed
from hearsay_to_sqlite.compare.polarity import content

Found = Iterator[tuple[str, str]]


def swapped(here: Sequence[Word], there: Sequence[Word]) -> Found:
    """Yield ``meaning-changed`` where who does something and whom it is done to have changed places."""
    mine, theirs = content(here), content(there)
    stems = {word.stem for word in mine} & {word.stem for word in theirs}
    for nth, word in enumerate(theirs):
        if word.capitalised or word.stem not in stems or not word.folded.endswith(("ed", "es", "s")):
            continue
        also = next(place for place, other in enumerate(mine) if other.stem == word.stem)
        before, after = _beside(theirs, nth)
        now_before, now_after = _beside(mine, also)
        crossed = before & now_after and after & now_before
        kept = before & now_before and after & now_after
        passive = _passive(here, mine[also]), _passive(there, word)
        if (crossed and not kept and passive[0] == passive[1]) or (
            kept and not crossed and passive[0] != passive[1] and _agents(here, there, mine[also], word)
        ):
            yield "meaning-changed", f"the sides of “{word.text}” have changed places"
            return


def _beside(words: Sequence[Word], nth: int) -> tuple[set[str], set[str]]:
    """The stems of the two words of content on either side."""
    return {word.stem for word in words[max(0, nth - 2) : nth]}, {
        word.stem for word in words[nth + 1 : nth + 3]
    }


def _passive(words: Sequence[Word], verb: Word) -> bool:
    nth = next(place for place, word in enumerate(words) if word.start == verb.start)
    before = {word.folded for word in words[max(0, nth - 3) : nth]}
    return bool(before & listed("being")) or any(word.folded == "by" for word in words[nth + 1 : nth + 3])


def _agents(here: Sequence[Word], there: Sequence[Word], verb: Word, other: Word) -> bool:
    """Whether the one of the two that is passive says by whom; else it may stand in another clause."""
    return any(
        word.folded == "by" and 0 < word.start - own.end <= 2
        for words, own in ((here, verb), (there, other))
        for word in words
    )


def caused(here: Sequence[Word], there: Sequence[Word]) -> Found:
    """Yield ``meaning-changed`` where cause and effect have changed places."""
    mine, theirs = _causes(here), _causes(there)
    if mine is None or theirs is None:
        return
    (cause, effect), (was_cause, was_effect) = mine, theirs
    kept = len(cause & was_cause) + len(effect & was_effect)
    if cause & was_effect and effect & was_cause and len(cause & was_effect) + len(effect & was_cause) > kept:
        yield "meaning-changed", "cause and effect have changed places"


def _causes(own: Sequence[Word]) -> tuple[set[str], set[str]] | None:
    """The stems on the side of the cause, and those on the side of the effect."""
    for key in ("caused_by", "causing"):
        at = found(own, listed(key))
        if at:
            phrase, nth = min(at.items(), key=lambda place: place[1])
            before = {word.stem for word in content(own[:nth])}
            after = {word.stem for word in content(own[nth + len(phrase.split()) :])}
            # "Because of X, Y": where the cause ends, the words do not tell.
            if not before or not after:
                return None
            return (after, before) if key == "caused_by" else (before, after)
    return None


def intended(here: Sequence[Word], there: Sequence[Word]) -> Found:
    """Yield ``meaning-changed`` where what must be, is tried or meant, or is so alone in one of the two simply is in the other."""
    for key in ("obligation", "attempt", "intention", "only"):
        likewise = listed(key) | listed(f"like_{key}")
        for one, other, where in ((here, there, "copy"), (there, here, "original")):
            only = found(one, listed(key))
            if only and not found(other, likewise):
                yield "meaning-changed", f"“{min(only)}” stands only in the {where}"
