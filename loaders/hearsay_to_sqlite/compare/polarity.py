"""Whether one stretch says what another denies, doubts it, or tells the other side of the matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.compare.phrases import found, listed, sides

SCOPE = 3
"""A negation bears on one of so many words of content after it."""

LEAST_BASE = 4
"""A word is the contrary of another one only where so many letters are left without the prefix."""

Found = Iterator[tuple[str, str]]
"""A kind of change, and why."""


def turned(here: Sequence[Word], there: Sequence[Word]) -> Found:
    """Yield ``negation-changed`` or ``meaning-changed`` where a copy says the contrary of the original.

    A negation for the other side of the matter ("did not survive", "died") changes nothing.
    """
    mine, theirs = _negations(here), _negations(there)
    crossed = list(_crossed(here, there))
    if bool(mine) != bool(theirs):
        if not crossed:
            which, stands = (mine, "copy") if mine else (theirs, "original")
            yield "negation-changed", f"{_shown(which)} stands only in the {stands}"
        return
    for before, after in crossed:
        yield "meaning-changed", f"“{before}” became “{after}”"
    yield from _parts(here, there)
    yield from _prefixed(here, there)
    if mine and theirs and not crossed:
        yield from _scope(here, there)


def doubted(here: Sequence[Word], there: Sequence[Word]) -> Found:
    """Yield ``hedge-lost`` or ``hedge-gained`` where only one of the two leaves a doubt."""
    mine, theirs = _hedges(here), _hedges(there)
    if theirs and not mine:
        yield "hedge-lost", f"{_shown(theirs)} stands only in the original"
    if mine and not theirs:
        yield "hedge-gained", f"{_shown(mine)} stands only in the copy"


def content(words: Sequence[Word]) -> list[Word]:
    """Return the words that carry content."""
    return [word for word in words if word.folded not in stopwords()]


def _negations(words: Sequence[Word]) -> list[str]:
    return sorted(found(words, listed("negations") | listed("denials")))


def _hedges(words: Sequence[Word]) -> list[str]:
    there = found(words, listed("hedges"))
    return sorted(hedge for hedge, nth in there.items() if not _is_other(words, nth))


def _is_other(words: Sequence[Word], nth: int) -> bool:
    """Whether a word that may hedge is something else here: a month, or an ability that is denied."""
    word = words[nth]
    if word.folded == "may" and word.capitalised and nth:
        return True
    follows = words[nth + 1].folded if nth + 1 < len(words) else ""
    return word.folded == "could" and follows in ("not", "no", "only")


def _crossed(here: Sequence[Word], there: Sequence[Word]) -> Iterator[tuple[str, str]]:
    mine, theirs = sides(here), sides(there)
    for matter in sorted(mine.keys() & theirs.keys()):
        now, was = mine[matter], theirs[matter]
        for one in sorted(was.keys() - now.keys()):
            for other in sorted(now.keys() - was.keys()):
                yield was[one], now[other]


def _parts(here: Sequence[Word], there: Sequence[Word]) -> Found:
    for one, other in ((here, there), (there, here)):
        part, none = found(one, listed("part")), found(other, listed("nothing_of"))
        if part and none and not found(other, listed("part")):
            yield "negation-changed", f"“{min(part)}” and “{min(none)}” are not the same"


def _prefixed(here: Sequence[Word], there: Sequence[Word]) -> Found:
    mine, theirs = ({word.folded for word in words} for words in (here, there))
    for one, other in ((mine, theirs), (theirs, mine)):
        for word in sorted(one - other):
            for prefix in listed("contrary"):
                base = word.removeprefix(prefix)
                if base != word and len(base) >= LEAST_BASE and base in other - one:
                    yield "negation-changed", f"“{base}” and “{word}” are contraries"


def _scope(here: Sequence[Word], there: Sequence[Word]) -> Found:
    """Where both deny something, but not the same."""
    mine, theirs = _denied(here, SCOPE), _denied(there, SCOPE)
    stems = {word.stem for word in here}, {word.stem for word in there}
    free_here = {stem for stem in theirs if stem in stems[0]} - mine
    free_there = {stem for stem in mine if stem in stems[1]} - theirs
    if mine and theirs and not mine & theirs and free_here and free_there:
        yield "negation-changed", f"what is denied is {_shown(mine)}, it was {_shown(theirs)}"
    if not mine & theirs or found((*here, *there), listed("denials")):
        # Which negation of the one stands for which of the other is not known.
        return
    gained = (_denied(here, 1) - theirs) & stems[1]
    lost = (_denied(there, 1) - mine) & stems[0]
    for stem in sorted(gained | lost):
        yield "negation-changed", f"“{stem}” is denied only in the {'copy' if stem in gained else 'original'}"


def _denied(words: Sequence[Word], scope: int) -> set[str]:
    """The stems of so many words of content after each negation."""
    own = content(words)
    denied: set[str] = set()
    for negation in (word for word in words if word.folded in listed("negations")):
        following = [word.stem for word in own if word.start > negation.start]
        denied.update(following[:scope])
    return denied


def _shown(values: Sequence[str] | set[str]) -> str:
    return ", ".join(f"“{value}”" for value in sorted(values))
