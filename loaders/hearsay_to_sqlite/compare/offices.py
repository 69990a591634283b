"""Whether a copy gives somebody another office, rank or profession."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.compare.finding import Finding, shown
from hearsay_to_sqlite.compare.phrases import listed
from hearsay_to_sqlite.compare.respelling import one_name
from hearsay_to_sqlite.compare.wordpairs import Paired
from hearsay_to_sqlite.vocabulary import read
from hearsay_to_sqlite.vocabulary import words as vocabulary

BY_MARRIAGE = "-in-law"

WHOLE = 0.9
"""Where so many words have counterparts, and none has come, an office that is gone was dropped."""

BESIDE = 6
"""A role this many words away from a name, or fewer, may be an apposition to it."""


@cache
def roles() -> frozenset[str]:
    """Return the folded words for offices, ranks and professions."""
    listed_roles = vocabulary("roles", "people") | vocabulary("honorifics", "titles") | listed("more_roles")
    return listed_roles - listed("no_roles")


@cache
def offices() -> frozenset[str]:
    """Return the folded words for what people are: offices, professions, relations."""
    phrases = (phrase for group in read("synonyms/roles") for phrase in group)
    heads = (phrase.split(" of ")[0].split(" for ")[0].split()[-1] for phrase in phrases)
    return roles() | frozenset(heads) | listed("family")


def reassigned(pair: Paired) -> Iterator[Finding]:
    """Yield ``role-changed`` where somebody has another office, rank or profession."""
    lost = [nth for nth in _role_places(pair.there) if nth not in pair.mates_there]
    gained = [nth for nth in _role_places(pair.here) if nth not in pair.mates_here]
    level = len(_role_places(pair.there)) == len(_role_places(pair.here))
    borne = level or _bearers(pair.here, gained) & _bearers(pair.there, lost)
    lost = [
        nth
        for nth in lost
        if not any(one_name(pair.there[nth].folded, pair.here[new].folded) for new in gained)
    ]
    if lost and gained and borne and pair.near(lost, gained):
        why = f"{shown(pair.there, lost)} became {shown(pair.here, gained)}"
        yield Finding("role-changed", why, tuple(gained), tuple(lost))
    yield from _ranked(pair)
    yield from _of_another_sort(pair)
    yield from _by_marriage(pair)
    yield from _without_office(pair)


def _role_places(own: Sequence[Word]) -> list[int]:
    return [nth for nth, word in enumerate(own) if word.folded in roles()]


def _bearers(own: Sequence[Word], places: Sequence[int]) -> set[str]:
    near = {
        word.stem
        for nth in places
        for word in own[max(0, nth - BESIDE) : nth + BESIDE + 1]
        if word.capitalised
    }
    return near - stopwords() - roles()


def _ranked(pair: Paired) -> Iterator[Finding]:
    """Where a rank ("deputy", "former") stands with a role in one of the two alone, or the role is for something else."""
    for link in pair.links:
        here, there = link.here[-1], link.there[-1]
        if not {pair.here[here].folded, pair.there[there].folded} & (roles() | listed("ranked")):
            continue
        now, was = [*_around(pair.here, here), here], [*_around(pair.there, there), there]
        for key in ("rank", "portfolio"):
            lost = [
                nth
                for nth in was
                if _is(pair.there[nth], key) and _by_itself(pair.there, nth, there, pair.mates_there)
            ]
            gained = [
                nth
                for nth in now
                if _is(pair.here[nth], key) and _by_itself(pair.here, nth, here, pair.mates_here)
            ]
            if lost and gained and key == "rank":
                continue
            if (lost and gained) or (
                key == "rank" and (lost or gained) and not _ranks_elsewhere(pair, lost, gained)
            ):
                why = (
                    f"“{_phrase(pair.there, [*lost, there])}” became “{_phrase(pair.here, [*gained, here])}”"
                )
                yield Finding("role-changed", why, (*gained, here), (*lost, there))
                return


def _by_itself(own: Sequence[Word], nth: int, role: int, mates: Mapping[int, tuple[int, ...]]) -> bool:
    """Whether a rank has no counterpart; that of a role itself is told by a part of the word ("minister-designate")."""
    return "-" in own[nth].folded if nth == role else nth not in mates


def _ranks_elsewhere(pair: Paired, lost: Sequence[int], gained: Sequence[int]) -> bool:
    """Whether the other text has a rank that stands for this one somewhere else in the sentence."""
    others = pair.here if lost else pair.there
    mates = pair.mates_here if lost else pair.mates_there
    return any(_is(word, "rank") and nth not in mates for nth, word in enumerate(others))


def _is(word: Word, key: str) -> bool:
    return word.folded in listed(key) or (
        key == "rank"
        and (word.folded.startswith("ex-") or word.folded.split("-")[-1] in listed("rank_behind"))
    )


def _around(own: Sequence[Word], nth: int) -> list[int]:
    """The places before a role, and those of what it is for: "minister of foreign affairs"."""
    after = (
        range(nth + 1, min(len(own), nth + 5))
        if nth + 1 < len(own) and own[nth + 1].folded in ("of", "for")
        else ()
    )
    behind = (nth + 1,) if nth + 1 < len(own) and own[nth + 1].folded in listed("rank_behind") else ()
    return [*range(max(0, nth - 3), nth), *behind, *after]


def _phrase(own: Sequence[Word], places: Sequence[int]) -> str:
    return " ".join(own[nth].text for nth in sorted(places))


def _of_another_sort(pair: Paired) -> Iterator[Finding]:
    """Where the word right before a role that says what sort it is gave way to one that does not stand for it."""
    for link in pair.links:
        here, there = link.here[0], link.there[0]
        if (
            pair.there[there].folded not in offices() - listed("titles")
            or pair.here[here].folded != pair.there[there].folded
        ):
            continue
        if _sort(pair.here, here, pair.mates_here) and _sort(pair.there, there, pair.mates_there):
            was, now = (
                f"{words[nth - 1].text} {words[nth].text}"
                for words, nth in ((pair.there, there), (pair.here, here))
            )
            yield Finding("role-changed", f"“{was}” became “{now}”", (here - 1, here), (there - 1, there))
            return


def _sort(own: Sequence[Word], nth: int, mates: Mapping[int, tuple[int, ...]]) -> bool:
    return (
        nth > 0
        and own[nth - 1].folded not in stopwords()
        and not own[nth - 1].capitalised
        and nth - 1 not in mates
    )


def _by_marriage(pair: Paired) -> Iterator[Finding]:
    """Where a relation by marriage and one by blood stand for each other: "sister-in-law", "sister"."""
    for link in pair.links:
        here, there = pair.here[link.here[-1]], pair.there[link.there[-1]]
        if here.folded.endswith(BY_MARRIAGE) != there.folded.endswith(BY_MARRIAGE):
            yield Finding("role-changed", f"“{there.text}” became “{here.text}”", link.here, link.there)


def _without_office(pair: Paired) -> Iterator[Finding]:
    """Where an office is gone from a sentence that is there else, or another one stands before the same name."""
    lost = [
        nth
        for nth in pair.alone_there()
        if pair.there[nth].folded in offices() and not pair.there[nth].capitalised
    ]
    for nth in lost:
        told = pair.mates_there.get(nth + 1, ()) if _named(pair.there, nth + 1) else ()
        before = told[0] - 1 if told else -1
        if before >= 0 and pair.here[before].folded in offices():
            why = f"“{pair.there[nth].text}” became “{pair.here[before].text}”"
            yield Finding("role-changed", why, (before,), (nth,))
            return
    gained = [nth for nth in pair.alone_here() if not pair.here[nth].capitalised]
    if lost and not gained and pair.closeness >= WHOLE:
        yield Finding(
            "role-changed", f"{shown(pair.there, lost)} stands only in the original", (), tuple(lost)
        )


def _named(own: Sequence[Word], nth: int) -> bool:
    return nth < len(own) and own[nth].capitalised
