"""Words in whose place another one stands that means something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.compare.akin import ARTICLES, phrase_roots, root
from hearsay_to_sqlite.compare.finding import Finding, shown
from hearsay_to_sqlite.compare.naming import calendar
from hearsay_to_sqlite.compare.offices import offices
from hearsay_to_sqlite.compare.phrases import found, listed
from hearsay_to_sqlite.compare.polarity import negations
from hearsay_to_sqlite.compare.voices import speaking_roots
from hearsay_to_sqlite.compare.wordpairs import Paired
from hearsay_to_sqlite.vocabulary import folder, read

MOST_LOST = 1
"""A copy that has lost more words than this tells the thing in fewer words ..."""

WHOLE = 0.94
"""... as does one that has counterparts for a smaller share of the words of content."""

SUPERLATIVE = ("most", "the most", "least")

CLOSE = 0.58
"""Where fewer words have counterparts, words of two sides of a matter may be about different things."""

LIKE = 0.7
"""Where fewer words have counterparts, two members of a family are likely to be about different things."""

BESIDE = 2
"""A member of a family stands so many words at most from words that stand for each other, if it is in another's place."""

DENIED = 4
"""A word so many words after a negation is denied."""

Places = tuple[int, ...]
Roots = tuple[str, ...]
Sides = Mapping[Roots, Mapping[int, tuple[int, int]]]
"""For each phrase its matters; of each its side, and how far apart two sides of the matter have to be."""


def misread(pair: Paired) -> Iterator[Finding]:
    """Yield ``meaning-changed`` (or ``role-changed``) where a word gave way to one of another side of the same matter."""
    mine, theirs = _alone(pair.here, pair.mates_here), _alone(pair.there, pair.mates_there)
    seen_here: set[int] = set()
    seen_there: set[int] = set()
    for there, sides in theirs:
        for here, others in mine:
            if (
                seen_there.isdisjoint(there)
                and seen_here.isdisjoint(here)
                and (matters := _contrary(sides, others))
                and (
                    _likely(pair, there, here) if matters - _families() else _in_its_place(pair, there, here)
                )
                and _together(pair, there, here)
                and not _converted(pair, there, here)
                and _denied(pair.there, there) == _denied(pair.here, here)
            ):
                seen_there.update(there)
                seen_here.update(here)
                kind = _kind(pair, there, here)
                yield Finding(
                    kind, f"{_text(pair.there, there)} became {_text(pair.here, here)}", here, there
                )


def _likely(pair: Paired, there: Places, here: Places) -> bool:
    """Whether the sentences are near enough for two words of two sides to be about one thing; what has a few names is."""
    words = pair.there[there[0]].folded, pair.here[here[0]].folded
    known = (
        calendar()
        | read("changes")["numbers"].keys()
        | listed("measures")
        | listed("male")
        | listed("female")
    )
    done = "past" in (_form(pair.there[there[0]]), _form(pair.here[here[0]]))
    return pair.closeness >= CLOSE or pair.near(there, here, BESIDE) or done or known.issuperset(words)


def _in_its_place(pair: Paired, there: Places, here: Places) -> bool:
    """Whether a word of one form stands beside the same words as the one whose place it may have taken."""
    forms = [_form(words[places[0]]) for words, places in ((pair.there, there), (pair.here, here))]
    return forms[0] == forms[1] and pair.closeness >= LIKE and pair.near(there, here, BESIDE)


def _form(word: Word) -> str:
    if word.folded in listed("past") or word.folded.endswith("ed"):
        return "past"
    return "ing" if word.folded.endswith("ing") else ""


def _converted(pair: Paired, there: Places, here: Places) -> bool:
    """Whether both measure ("twenty years", "two decades") and other words count them: the numbers tell whether it is as much."""
    words = pair.there[there[-1]], pair.here[here[-1]]
    if not there[0] or not here[0] or not all(word.folded in listed("measures") for word in words):
        return False
    counted = pair.there[there[0] - 1], pair.here[here[0] - 1]
    return counted[0].folded != counted[1].folded and any(_counts(word) for word in counted)


def _counts(word: Word) -> bool:
    numbers = (
        read("changes")["numbers"].keys() | read("changes")["scales"].keys() | {"a", "an", "several", "few"}
    )
    return word.folded in numbers or word.text[0].isdigit()


def _denied(words: Sequence[Word], places: Places) -> bool:
    before = words[places[0] - 1].folded if places[0] else ""
    return before in ("less", "least") or any(
        places[0] - DENIED <= nth < places[0] for nth in negations(words)
    )


def _together(pair: Paired, there: Places, here: Places) -> bool:
    """Whether words of two phrases that have counterparts have them in each other."""
    return all(set(pair.mates_there.get(place, here)) <= set(here) for place in there) and all(
        set(pair.mates_here.get(place, there)) <= set(there) for place in here
    )


def _kind(pair: Paired, there: Places, here: Places) -> str:
    """A name, where both have a capital; an office or a relation; else what is meant."""
    words = [pair.there[place] for place in there], [pair.here[place] for place in here]
    if all(any(word.folded in offices() for word in own) for own in words):
        return "role-changed"
    dated = all(any(word.folded in calendar() for word in own) for own in words)
    if there[0] > 0 and words[0][0].capitalised and not dated:
        return "name-changed"
    measured = all(any(word.folded in listed("measures") for word in own) for own in words)
    if measured and there[0] and here[0] and _counts(pair.there[there[0] - 1]):
        return "number-changed"
    counting = listed("times") | read("changes")["numbers"].keys() | {"percent"}
    return (
        "number-changed"
        if any(word.folded in counting for own in words for word in own)
        else "meaning-changed"
    )


def _contrary(sides: Mapping[int, tuple[int, int]], others: Mapping[int, tuple[int, int]]) -> frozenset[int]:
    """The matters in which the two are far enough apart; none where they are on one side in any."""
    common = sides.keys() & others.keys()
    if any(sides[matter][0] == others[matter][0] for matter in common):
        return frozenset()
    return frozenset(
        matter for matter in common if abs(sides[matter][0] - others[matter][0]) >= sides[matter][1]
    )


def _alone(
    words: Sequence[Word], mates: Mapping[int, Places]
) -> list[tuple[Places, Mapping[int, tuple[int, int]]]]:
    """The words and phrases of the lists that have no counterpart, the longest first, each with its matters."""
    there = [(nth, root(word.folded)) for nth, word in enumerate(words) if word.folded not in ARTICLES]
    roots = tuple(found for _, found in there)
    found = []
    for nth, first in enumerate(roots):
        for length in _lengths().get(first, ()):
            sides = _sides().get(roots[nth : nth + length])
            if sides is None:
                continue
            places = tuple(place for place, _ in there[nth : nth + length])
            hedge = all(words[place].folded in listed("hedges") for place in places)
            if not hedge and not all(place in mates for place in places):
                found.append((places, sides))
    return sorted(found, key=lambda one: (-len(one[0]), one[0]))


@cache
def _lengths() -> Mapping[str, Sequence[int]]:
    """How many words the phrases of the lists have that begin with a root."""
    known: dict[str, set[int]] = {}
    for roots in _sides():
        known.setdefault(roots[0], set()).add(len(roots))
    return {first: sorted(lengths) for first, lengths in known.items()}


@cache
def _sides() -> Sides:
    known: dict[Roots, dict[int, tuple[int, int]]] = {}
    for matter, row in enumerate(chain(_rows("contrasts"), _rows("families"))):
        sides, step = (row["scale"], row["step"]) if isinstance(row, dict) else (row, 1)
        for side, phrases in enumerate(sides):
            for phrase in phrases if isinstance(phrases, list) else [phrases]:
                if phrase in listed("telling_nothing"):
                    continue
                known.setdefault(phrase_roots(phrase), {})[matter] = side, step
    return known


@cache
def _families() -> frozenset[int]:
    """The matters that are so wide that two of their sides may stand in a sentence for different things."""
    first = sum(1 for _ in _rows("contrasts"))
    return frozenset(range(first, first + sum(1 for _ in _rows("families"))))


def _rows(name: str) -> Iterator[Any]:
    for file in folder(name):
        yield from file


def _text(words: Sequence[Word], places: Sequence[int]) -> str:
    return f"“{' '.join(words[place].text for place in places)}”"


def shortened(pair: Paired) -> Iterator[Finding]:
    """Yield ``meaning-changed`` where words of the original are gone, and nothing in the copy may stand for them.

    Only where the rest of the sentence is there: of what is told in fewer words it is not known what is lost.
    """
    lost = [place for place in pair.alone_there() if not pair.there[place].capitalised]
    slight = {
        place
        for place in lost
        if pair.there[place].folded in listed("slight") or root(pair.there[place].folded) in speaking_roots()
    }
    if lost and not slight and not pair.alone_here() and pair.closeness >= WHOLE and len(lost) <= MOST_LOST:
        why = f"{shown(pair.there, lost)} stands only in the original"
        yield Finding("meaning-changed", why, (), tuple(lost))


def superlative(pair: Paired) -> Iterator[Finding]:
    """Yield ``meaning-changed`` where the most of all is only much of it in the copy, or the other way round."""
    if found(pair.here, SUPERLATIVE) or found(pair.there, SUPERLATIVE):
        return
    here, there = (
        [nth for nth, word in enumerate(words) if _most(word)] for words in (pair.here, pair.there)
    )
    for one, other, mates, words, others in (
        (there, here, pair.mates_there, pair.there, pair.here),
        (here, there, pair.mates_here, pair.here, pair.there),
    ):
        for place in one:
            told = mates.get(place, ())
            if told and not other and others[told[0]].folded not in stopwords():
                places = (told, (place,)) if words is pair.there else ((place,), told)
                yield Finding(
                    "meaning-changed", f"“{words[place].text}” is not “{others[told[0]].text}”", *places
                )


def _most(word: Word) -> bool:
    return word.folded in listed("superlatives")
