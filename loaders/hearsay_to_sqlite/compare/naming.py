"""Whether a copy names somebody else, nobody any more, or the same one in another spelling."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.compare.finding import Finding, shown
from hearsay_to_sqlite.compare.offices import roles
from hearsay_to_sqlite.compare.phrases import listed, opposites
from hearsay_to_sqlite.compare.respelling import one_name
from hearsay_to_sqlite.compare.unnamed import TIGHT, unnamed
from hearsay_to_sqlite.compare.wordpairs import OF_ONE_NAME, OF_ONE_ROOT, Paired
from hearsay_to_sqlite.vocabulary import read

PREFIX = 4
"""A country and its people, and what else is made from a name, begin with so many same letters at least ..."""

ENDING = 3
"""... and differ in no more than so many of the shorter one's last."""

LOOSE = 0.5
"""Where so many words have counterparts, the only name that is gone gave way to the only one that has come."""

FAR = 5
"""... if it stands within so many words of what stood beside the old one."""

LONGER = 2
"""A name that took the place of another one is by no more words longer or shorter."""

MOST_NAMES = 100
"""A text with more names that the other has not is a list; its names are not held against each other."""


@cache
def calendar() -> frozenset[str]:
    """Return the folded names of days and months."""
    days = {word for word in opposites() if word.endswith("day")}
    months = "january february march april may june july august september october november december"
    return frozenset(days) | frozenset(months.split())


@cache
def _no_names() -> frozenset[str]:
    """Words that may have a capital and are no part of a name."""
    others = (listed(key) for key in ("portfolio", "hedges", "rank", "negations", "titles"))
    return stopwords() | calendar() | roles() | frozenset().union(*others)


def renamed(pair: Paired) -> Iterator[Finding]:
    """Yield ``name-changed`` where a name gave way to another or to none, ``name-respelt`` where it is only spelt otherwise."""
    lost = [place for place in names(pair.there) if place not in pair.mates_there]
    gained = [place for place in names(pair.here) if place not in pair.mates_here]
    yield from _respelt(pair)
    yield from _translated(pair)
    yield from _addressed(pair)
    if max(len(lost), len(gained)) > MOST_NAMES:
        return
    for before, after in list(_one_name(pair, lost, gained)):
        lost.remove(before)
        gained = [place for place in gained if place not in after]
        if not inflected(pair.there[before].folded, pair.here[after[0]].folded):
            yield Finding("name-respelt", f"spelt otherwise: {_both(pair, before, after)}", after, (before,))
    lost = [place for place in lost if not abbreviated(pair.there, place, pair.here)]
    gained = [place for place in gained if not abbreviated(pair.here, place, pair.there)]
    old, new = _in_place(pair, lost, gained)
    if old and new:
        why = f"{shown(pair.there, old)} became {shown(pair.here, new)}"
        yield Finding("name-changed", why, tuple(new), tuple(old))
    elif lost and not gained:
        yield from unnamed(pair, lost)


def _one_name(
    pair: Paired, lost: Sequence[int], gained: Sequence[int]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The names without a counterpart that may be one name, written otherwise, in one word or in several."""
    free = list(gained)
    for before in lost:
        name = pair.there[before].folded
        after = next((place for place in free if _same(name, pair.here[place].folded)), None)
        if after is not None:
            free.remove(after)
            yield before, (after,)
        elif "-" in name and len(free) > 1:
            joined = "".join(pair.here[place].folded for place in free)
            if one_name(name.replace("-", ""), joined):
                yield before, tuple(free)
                free = []


def _both(pair: Paired, before: int, after: Sequence[int]) -> str:
    return f"{pair.there[before].text} / {' '.join(pair.here[place].text for place in after)}"


def names(own: Sequence[Word]) -> list[int]:
    """Return the places of the words that are names, or part of one."""
    inside = {word.folded for nth, word in enumerate(own) if nth and word.capitalised}
    found = []
    for nth, word in enumerate(own):
        if not word.capitalised or len(word.text) == 1 or word.folded in _no_names():
            continue
        following = own[nth + 1] if nth + 1 < len(own) else None
        # At the head of a sentence a capital means nothing by itself.
        named = word.text.endswith(("'s", "’s")) or (
            following is not None and following.capitalised and following.start - word.end == 1
        )
        if nth or named or word.folded in inside:
            found.append(nth)
    return found


def _respelt(pair: Paired) -> Iterator[Finding]:
    for link in pair.links:
        if len(link.here) != 1 or len(link.there) != 1:
            continue
        one, other = pair.there[link.there[0]], pair.here[link.here[0]]
        if not (one.capitalised and other.capitalised) or inflected(one.folded, other.folded):
            continue
        if link.worth < OF_ONE_NAME or one.stem == other.stem:
            continue
        if one_name(one.folded, other.folded):
            yield Finding(
                "name-respelt", f"spelt otherwise: {one.text} / {other.text}", link.here, link.there
            )
        elif link.worth < OF_ONE_ROOT:
            yield Finding("name-changed", f"“{one.text}” became “{other.text}”", link.here, link.there)


def _translated(pair: Paired) -> Iterator[Finding]:
    """Where part of a name is another word of much the same meaning: "The Morning Star", "The Dawn Star"."""
    for link in pair.links:
        if link.worth >= OF_ONE_NAME or len(link.here) != 1 or len(link.there) != 1:
            continue
        there, here = pair.there[link.there[0]], pair.here[link.here[0]]
        inside = link.there[0] and link.here[0] and there.capitalised and here.capitalised
        inside = inside and pair.closeness >= TIGHT
        words = {there.folded, here.folded}
        if inside and not words & (_no_names() | listed("name_words")) and not _one_place(*words):
            yield Finding("name-changed", f"“{there.text}” became “{here.text}”", link.here, link.there)


def _one_place(*words: str) -> bool:
    """Whether these are known as names of one place, people or person ("Britain", "the UK")."""
    return any(all(word in group for word in words) for group in read("synonyms/names"))


def _addressed(pair: Paired) -> Iterator[Finding]:
    """Where a name stands behind a title of the other sex: "Lady Orme", "Mr Orme"."""
    for link in pair.links:
        there, here = link.there[0] - 1, link.here[0] - 1
        if min(there, here) < 0 or not pair.there[there + 1].capitalised:
            continue
        was, now = pair.there[there], pair.here[here]
        for one, other in (("mrs", "mister"), ("mister", "mrs")):
            if was.capitalised and was.folded in listed(one) and now.folded in listed(other):
                yield Finding("name-changed", f"“{was.text}” became “{now.text}”", (here,), (there,))


def _in_place(pair: Paired, lost: Sequence[int], gained: Sequence[int]) -> tuple[list[int], list[int]]:
    """The names that were lost and those that have come, as far as they stand in each other's place."""
    before: list[int] = []
    after: list[int] = []
    for old in _runs(lost):
        for new in _runs(gained):
            alone = len(_runs(lost)) == len(_runs(gained)) == 1 and abs(len(old) - len(new)) <= LONGER
            likely = alone and pair.closeness >= LOOSE and pair.near(old, new, FAR)
            if likely or pair.near(old, new):
                before += [place for place in old if place not in before]
                after += [place for place in new if place not in after]
    return sorted(before), sorted(after)


def _runs(places: Sequence[int]) -> list[list[int]]:
    """Places that follow each other, or nearly so, are one name."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place - runs[-1][-1] <= 2:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _same(one: str, other: str) -> bool:
    return inflected(one, other) or one_name(one, other)


def inflected(one: str, other: str) -> bool:
    """Return whether the two are one name with and without an article, a mark or an ending ("Norland", "Norlander")."""
    mine, theirs = (_bare(name) for name in (one, other))
    shorter, longer = sorted((mine, theirs), key=len)
    if longer.startswith(shorter) and len(shorter) >= PREFIX - 1:
        rest = longer.removeprefix(shorter)
        return not rest or rest in listed("of_names")
    least = max(PREFIX, len(shorter) - ENDING)
    return mine[:least] == theirs[:least] and _adjective(longer) and len(shorter) > PREFIX


def _bare(name: str) -> str:
    return name.removesuffix("'s").removeprefix("al-").removeprefix("el-").replace("'", "").replace("-", "")


def _adjective(name: str) -> bool:
    return name.endswith(("an", "ans", "ese", "ish", "i", "er", "ers", "ic"))


def abbreviated(own: Sequence[Word], place: int, others: Sequence[Word]) -> bool:
    """Whether initials in the other text stand for this word, or it is the initials of the other's words."""
    word = own[place]
    if word.text.isupper() and len(word.text) > 1:
        return word.folded in _initials(others)
    initials = _initials(own)
    return any(
        other.text.isupper()
        and len(other.text) > 1
        and word.folded[0] in other.folded
        and other.folded in initials
        for other in others
    )


def _initials(words: Sequence[Word]) -> str:
    return "".join(word.folded[0] for word in words if word.capitalised)
