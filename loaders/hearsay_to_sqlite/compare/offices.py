"""Whether a copy gives somebody another office, rank or profession."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.compare.phrases import listed, same_thing
from hearsay_to_sqlite.vocabulary import words as vocabulary

BESIDE = 6
"""A role this many words away from a name, or fewer, may be an apposition to it."""


@cache
def roles() -> frozenset[str]:
    """Return the folded words for offices, ranks and professions."""
    listed_roles = vocabulary("roles", "people") | vocabulary("honorifics", "titles") | listed("more_roles")
    return listed_roles - listed("no_roles")


def reassigned(here: Sequence[Word], there: Sequence[Word]) -> Iterator[tuple[str, str]]:
    """Yield ``role-changed`` where somebody has another office, rank or profession."""
    mine, theirs = _role_words(here), _role_words(there)
    lost = [role for role in theirs if not any(same_thing(role, other) for other in mine)]
    gained = [role for role in mine if not any(same_thing(role, other) for other in theirs)]
    if lost and gained and (len(mine) == len(theirs) or _of_one(here, there, gained, lost)):
        yield "role-changed", f"{_listed(lost)} became {_listed(gained)}"
        return
    for role in (role for role in theirs if role in mine):
        before, after = _modifiers(there, role), _modifiers(here, role)
        ranks = (before ^ after) & listed("rank")
        offices = before & listed("portfolio"), after & listed("portfolio")
        if ranks or (all(offices) and not offices[0] & offices[1]):
            was, now = " ".join([*sorted(before), role]), " ".join([*sorted(after), role])
            yield "role-changed", f"“{was}” became “{now}”"
            return
        kinds = _kind_of(there, role, here), _kind_of(here, role, there)
        if all(kinds):
            yield "role-changed", f"“{kinds[0]} {role}” became “{kinds[1]} {role}”"
            return


def _role_words(own: Sequence[Word]) -> list[str]:
    return [word.folded for word in own if word.folded in roles()]


def _of_one(here: Sequence[Word], there: Sequence[Word], gained: list[str], lost: list[str]) -> bool:
    """Whether a role that was lost and one that came stand beside the same name."""
    return bool(_bearers(here, gained) & _bearers(there, lost))


def _bearers(own: Sequence[Word], found: list[str]) -> set[str]:
    places = [nth for nth, word in enumerate(own) if word.folded in found]
    near = {
        word.stem
        for nth in places
        for word in own[max(0, nth - BESIDE) : nth + BESIDE + 1]
        if word.capitalised
    }
    return near - stopwords() - roles()


def _modifiers(own: Sequence[Word], role: str) -> frozenset[str]:
    nth = next(place for place, word in enumerate(own) if word.folded == role)
    before = [word.folded for word in own[max(0, nth - 3) : nth]]
    # "Minister of foreign affairs"
    of = [word.folded for word in own[nth + 1 : nth + 5]] if _follows(own, nth) else []
    return frozenset((*before, *of)) & (listed("rank") | listed("portfolio"))


def _kind_of(own: Sequence[Word], role: str, other: Sequence[Word]) -> str:
    """The word right before a role that says what sort it is, where nothing like it stands in the other text."""
    nth = next(place for place, word in enumerate(own) if word.folded == role)
    if not nth or own[nth - 1].folded in stopwords() or own[nth - 1].capitalised:
        return ""
    kind = own[nth - 1]
    there = any(same_thing(kind.folded, word.folded) or kind.stem[:4] == word.stem[:4] for word in other)
    return "" if there else kind.folded


def _follows(own: Sequence[Word], nth: int) -> bool:
    return nth + 1 < len(own) and own[nth + 1].folded in ("of", "for")


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f"“{value}”" for value in sorted(values))
