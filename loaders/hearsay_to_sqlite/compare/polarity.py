"""Whether one stretch denies what another says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.compare.akin import root
from hearsay_to_sqlite.compare.finding import Finding, shown
from hearsay_to_sqlite.compare.phrases import found, listed, sides
from hearsay_to_sqlite.compare.wordpairs import Paired

SCOPE = 3
"""A negation bears on one of so many words of content after it."""

BESIDE = 2
"""... and another word that denies it by what it means, nearer."""

NEAR = 5
"""What denies stands so many words at most from what it bears on."""

SURELY = ("un", "non", "dis")
"""Prefixes that few words begin with that are no contraries."""

CLOSE = 0.8
"""Where so many words of content have counterparts, one that has none may deny what the other text denies otherwise."""

LEAST_BASE = 4
"""A word is the contrary of another one only where so many letters are left without the prefix."""


def turned(pair: Paired) -> Iterator[Finding]:
    """Yield ``negation-changed`` where a copy denies what the original says, or says what it denies.

    A negation for the other side of the matter ("did not survive", "died") changes nothing, nor does one for a word
    that denies by what it means.
    """
    for words, others, mates, where in (
        (pair.there, pair.here, pair.mates_there, "original"),
        (pair.here, pair.there, pair.mates_here, "copy"),
    ):
        denied = negations(words)
        other = _other(words, others, mates, pair.closeness >= CLOSE) if denied else None
        for place in denied:
            if other is not None and place not in mates and not _answered(place, words, mates, other):
                places = (place, *_scope(words, place)[:1])
                why = f"{shown(words, places)} stands only in the {where}"
                yield Finding("negation-changed", why, *((places, ()) if where == "copy" else ((), places)))
    if not negations(pair.here) and not negations(pair.there):
        yield from _denials(pair)
    yield from _parts(pair)
    yield from _prefixed(pair)
    yield from _excepted(pair)
    yield from _neither(pair)


@dataclass(frozen=True, slots=True)
class _Other:
    """In places of the other text: its negations, what else denies in it, and the words of content that stand for nothing; ``linked`` do."""

    words: Sequence[Word]
    negations: tuple[int, ...]
    denying: frozenset[int]
    free: frozenset[int]
    close: bool
    linked: frozenset[int]


def _other(
    words: Sequence[Word], others: Sequence[Word], mates: Mapping[int, tuple[int, ...]], close: bool
) -> _Other:
    """What a text holds that may answer to a negation of ``words``."""
    linked = {mate for told in mates.values() for mate in told}
    roots = frozenset(root(word.folded) for word in words)
    kept = {nth for nth in linked if root(others[nth].folded) in roots}
    denying = {nth for nth, word in enumerate(others) if nth not in kept and _negative(word.folded, roots)}
    denying |= {nth for nth in _phrase_places(others, _phrases()) if nth not in kept}
    denying |= _phrase_places(others, listed("no_negations"))
    denied = tuple(negations(others))
    free = frozenset(content_places(others)) - linked
    return _Other(others, denied, frozenset(denying) - set(denied), free, close, frozenset(linked))


def _answered(place: int, words: Sequence[Word], mates: Mapping[int, tuple[int, ...]], other: _Other) -> bool:
    """Whether something in the other text answers to a negation: another one, or a word that denies, near to what is denied."""
    denied = _scope(words, place)
    told = [mate for nth in denied for mate in mates.get(nth, ())]
    if not told or denied[0] not in mates:
        # What was denied is told in other words: they may say the contrary.
        return bool(other.negations or other.denying) or (other.close and bool(other.free))
    if _near(other.denying, told, NEAR) or _near(other.free, told, BESIDE):
        return True
    return any(
        _near((nth,), told, NEAR) and _of_like_scope(told, _scope(other.words, nth), other)
        for nth in other.negations
    )


def _near(places: Iterable[int], told: Sequence[int], most: int) -> bool:
    return any(abs(nth - mate) <= most for nth in places for mate in told)


def _of_like_scope(told: Sequence[int], also: Sequence[int], other: _Other) -> bool:
    """Whether of what two negations bear on, anything stands for anything of the other, or is told otherwise."""
    return not also or also[0] not in other.linked or bool(set(told) & set(also))


def _phrase_places(words: Sequence[Word], phrases: Iterable[str]) -> set[int]:
    return {nth + n for phrase, nth in found(words, phrases).items() for n in range(len(phrase.split()))}


def _scope(words: Sequence[Word], negation: int) -> list[int]:
    """The places of the words of content that a negation may bear on."""
    own = content_places(words)
    return [nth for nth in own if nth > negation][:SCOPE] or [nth for nth in own if nth < negation][-1:]


def content_places(words: Sequence[Word]) -> list[int]:
    """Return the places of the words that carry content."""
    return [nth for nth, word in enumerate(words) if word.folded not in stopwords()]


@cache
def _phrases() -> frozenset[str]:
    return frozenset(phrase for phrase in listed("negative") if " " in phrase)


def negations(words: Sequence[Word]) -> list[int]:
    """Return the places of the words that deny, those of phrases apart that deny nothing ("not only")."""
    void = _phrase_places(words, listed("no_negations"))
    return [nth for nth, word in enumerate(words) if word.folded in listed("negations") and nth not in void]


def _negative(folded: str, roots: frozenset[str] = frozenset()) -> bool:
    """Whether a word denies by what it means or how it is made; ``roots`` of the other text tell where its beginning may be another."""
    if folded in listed("denials") or folded in listed("negative") or folded.endswith("less"):
        return True
    for prefix in listed("contrary"):
        base = folded.removeprefix(prefix)
        if base != folded and len(base) >= LEAST_BASE and (prefix in SURELY or root(base) in roots):
            return True
    return False


def _denials(pair: Paired) -> Iterator[Finding]:
    """Where a word that denies by what it means stands in one of the two alone, and nothing else denies in the other."""
    for words, mates, others, stands in (
        (pair.here, pair.mates_here, pair.there, "copy"),
        (pair.there, pair.mates_there, pair.here, "original"),
    ):
        alone = [
            nth
            for nth, word in enumerate(words)
            if word.folded in listed("strong_denials") and nth not in mates
        ]
        if (
            alone
            and not any(_negative(word.folded) or nth in negations(others) for nth, word in enumerate(others))
            and not _crossed(pair)
        ):
            places = (tuple(alone), ()) if stands == "copy" else ((), tuple(alone))
            yield Finding("negation-changed", f"{shown(words, alone)} stands only in the {stands}", *places)


def content(words: Sequence[Word]) -> list[Word]:
    """Return the words that carry content."""
    return [word for word in words if word.folded not in stopwords()]


def _crossed(pair: Paired) -> bool:
    """Whether the two are on different sides of some matter."""
    mine, theirs = sides(pair.here), sides(pair.there)
    return any(
        set(mine[matter]) - set(theirs[matter]) and set(theirs[matter]) - set(mine[matter])
        for matter in mine.keys() & theirs.keys()
    )


def _parts(pair: Paired) -> Iterator[Finding]:
    for one, other in ((pair.here, pair.there), (pair.there, pair.here)):
        part, none = found(one, listed("part")), found(other, listed("nothing_of"))
        if part and none and not found(other, listed("part")):
            places = (part[min(part)],), (none[min(none)],)
            here, there = places if one is pair.here else places[::-1]
            yield Finding(
                "negation-changed", f"“{min(part)}” and “{min(none)}” are not the same", here, there
            )


def _prefixed(pair: Paired) -> Iterator[Finding]:
    """Where a word gave way to its contrary ("lawful", "unlawful"), and no negation with it."""
    if len(negations(pair.here)) != len(negations(pair.there)):
        return
    mine, theirs = ({word.folded: nth for nth, word in enumerate(words)} for words in (pair.here, pair.there))
    for one, other, back in ((mine, theirs, False), (theirs, mine, True)):
        for word in sorted(one.keys() - other.keys()):
            for prefix in listed("contrary"):
                base = word.removeprefix(prefix)
                if base != word and len(base) >= LEAST_BASE and base in other.keys() - one.keys():
                    here, there = (one[word], other[base]) if not back else (other[base], one[word])
                    yield Finding(
                        "negation-changed", f"“{base}” and “{word}” are contraries", (here,), (there,)
                    )


def _excepted(pair: Paired) -> Iterator[Finding]:
    """Where of what is denied an exception is made in one of the two alone ("nothing but", "not only")."""
    if not negations(pair.here) and not negations(pair.there):
        return
    for one, other, stands in ((pair.here, pair.there, "copy"), (pair.there, pair.here, "original")):
        there = found(one, listed("exceptions"))
        if there and not found(other, listed("exceptions") | listed("like_exceptions")):
            phrase, nth = min(there.items())
            places = tuple(range(nth, nth + len(phrase.split())))
            sides_of = (places, ()) if stands == "copy" else ((), places)
            yield Finding("negation-changed", f"“{phrase}” stands only in the {stands}", *sides_of)


def _neither(pair: Paired) -> Iterator[Finding]:
    """Where of two things that are denied together ("neither … nor") one is gone, or no longer denied."""
    for words, others, mates, where in (
        (pair.there, pair.here, pair.mates_there, "original"),
        (pair.here, pair.there, pair.mates_here, "copy"),
    ):
        both = [
            next((nth for nth, word in enumerate(words) if word.folded == which), None)
            for which in ("neither", "nor")
        ]
        if None in both or any(word.folded in ("neither", "nor", "or") for word in others):
            continue
        denied = [_scope(words, nth)[0] for nth in both if nth is not None and _scope(words, nth)]
        if any(nth not in mates for nth in denied):
            places = tuple(nth for nth in (*both, *denied) if nth is not None)
            sides_of = ((), places) if where == "original" else (places, ())
            yield Finding("negation-changed", f"“neither”, “nor” stand only in the {where}", *sides_of)
            return
