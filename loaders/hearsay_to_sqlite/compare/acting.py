"""Who does what to whom and why: sides of an act that changed places, cause and effect, what is only meant or tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.compare.finding import Finding
from hearsay_to_sqlite.compare.phrases import found, listed
from hearsay_to_sqlite.compare.polarity import content
from hearsay_to_sqlite.compare.wordpairs import Paired


def swapped(pair: Paired) -> Iterator[Finding]:
    """Yield ``meaning-changed`` where who does something and whom it is done to have changed places."""
    for link in pair.links:
        here, there = link.here[0], link.there[0]
        if (
            len(link.here) > 1
            or len(link.there) > 1
            or not _done(pair.here, here)
            or not _done(pair.there, there)
        ):
            continue
        mine, theirs = _sides(pair.here, here), _sides(pair.there, there)
        if mine is None or theirs is None:
            continue
        told = [{mate for nth in side for mate in pair.mates_there.get(nth, ())} for side in theirs]
        crossed = told[0] & mine[1] and told[1] & mine[0]
        if crossed and not (told[0] & mine[0]):
            yield Finding(
                "meaning-changed",
                f"the sides of “{pair.there[there].text}” have changed places",
                (here,),
                (there,),
            )
            return


def _done(words: Sequence[Word], nth: int) -> bool:
    """Whether a word may be a verb in the past."""
    word = words[nth]
    return not word.capitalised and word.folded.endswith("ed")


def _sides(words: Sequence[Word], nth: int) -> tuple[set[int], set[int]] | None:
    """The places of who may do it and of whom it may be done to; None where a passive verb does not say by whom."""
    before = [at for at in range(max(0, nth - 6), nth) if words[at].folded not in stopwords()][-2:]
    after = [at for at in range(nth + 1, min(len(words), nth + 6)) if words[at].folded not in stopwords()][:2]
    passive = any(word.folded in listed("being") for word in words[max(0, nth - 3) : nth])
    by = any(word.folded == "by" for word in words[nth + 1 : nth + 3])
    if by:
        return set(after), set(before)
    behind = words[nth + 1].folded if nth + 1 < len(words) else ""
    return None if passive or behind in listed("prepositions") else (set(before), set(after))


def caused(pair: Paired) -> Iterator[Finding]:
    """Yield ``meaning-changed`` where cause and effect have changed places."""
    mine, theirs = _causes(pair.here), _causes(pair.there)
    if mine is None or theirs is None:
        return
    cause, effect, at = mine
    was_cause, was_effect, was_at = theirs
    kept = len(cause & was_cause) + len(effect & was_effect)
    if cause & was_effect and effect & was_cause and len(cause & was_effect) + len(effect & was_cause) > kept:
        yield Finding("meaning-changed", "cause and effect have changed places", at, was_at)


def _causes(own: Sequence[Word]) -> tuple[set[str], set[str], tuple[int, ...]] | None:
    """The stems on the side of the cause, those on the side of the effect, and where the word for it stands."""
    for key in ("caused_by", "causing"):
        at = found(own, listed(key))
        if at:
            phrase, nth = min(at.items(), key=lambda place: place[1])
            end = nth + len(phrase.split())
            before = {word.stem for word in content(own[:nth])}
            after = {word.stem for word in content(own[end:])}
            # "Because of X, Y": where the cause ends, the words do not tell.
            if not before or not after:
                return None
            places = tuple(range(nth, end))
            return (after, before, places) if key == "caused_by" else (before, after, places)
    return None


def intended(pair: Paired) -> Iterator[Finding]:
    """Yield ``meaning-changed`` where what must be, is tried or meant, or is so alone in one of the two simply is in the other."""
    for key in ("obligation", "attempt", "intention", "only"):
        likewise = listed(key) | listed(f"like_{key}")
        for one, other, where in ((pair.here, pair.there, "copy"), (pair.there, pair.here, "original")):
            only = found(one, listed(key))
            if only and not found(other, likewise):
                phrase, nth = min(only.items())
                places = tuple(range(nth, nth + len(phrase.split())))
                if any(
                    place in (pair.mates_here if where == "copy" else pair.mates_there) for place in places
                ):
                    continue
                sides = (places, ()) if where == "copy" else ((), places)
                yield Finding("meaning-changed", f"“{phrase}” stands only in the {where}", *sides)


def fulfilled(pair: Paired) -> Iterator[Finding]:
    """Yield ``meaning-changed`` where what is expected or planned has been done already, or the other way round."""
    for words, others, mates, where in (
        (pair.there, pair.here, pair.mates_there, "original"),
        (pair.here, pair.there, pair.mates_here, "copy"),
    ):
        if found(others, listed("future") | listed("like_future")):
            continue
        for phrase, nth in sorted(found(words, listed("future")).items()):
            end = nth + len(phrase.split())
            verb = next(
                (at for at in range(end, min(len(words), end + 3)) if words[at].folded not in stopwords()),
                None,
            )
            told = mates.get(verb, ()) if verb is not None else ()
            if (
                verb is not None
                and told
                and (_done(others, told[0]) or others[told[0]].folded in listed("past"))
            ):
                places = ((*range(nth, end), verb), told)
                here, there = places if where == "copy" else places[::-1]
                yield Finding("meaning-changed", f"“{phrase}” stands only in the {where}", here, there)
                return
