"""Whether a copy lets somebody else, or nobody, say it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hearsay_to_sqlite.clean.words import Word, stopwords
from hearsay_to_sqlite.compare.akin import root
from hearsay_to_sqlite.compare.finding import Finding, shown
from hearsay_to_sqlite.compare.naming import abbreviated
from hearsay_to_sqlite.compare.offices import roles
from hearsay_to_sqlite.compare.phrases import found, listed
from hearsay_to_sqlite.compare.respelling import one_name
from hearsay_to_sqlite.compare.saying import inverted, passive
from hearsay_to_sqlite.compare.wordpairs import Paired, offset, within
from hearsay_to_sqlite.vocabulary import words as vocabulary

SEGMENT = re.compile(r"[^,;:.!?()“”\"«»–—]+")
QUOTED = re.compile(r"[“«\"]([^”»\"]*)[”»\"]")
CLOSE = 0.75
"""Where fewer words of content have counterparts, a copy that names fewer voices may leave out what they say, too."""

LOOSE = 0.6
"""Where so many have, and nothing in the copy tells, nobody says it any more, even if who said it is there for something else."""

AS_TOLD = re.compile(
    r"\b[Ww]hat (?:[\w’'-]+ ){1,6}?(?:described as|calls?|called|termed|says?|said|claims?|claimed)\b(?: (?:is|are|was|were|to be))?"
)
NEAR = 8
"""Who says something is among so many words beside the word for saying."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something, in places: the words of content (none for a pronoun), the noun among them that says what it is, where it is told.

    ``opens`` is true where what is said follows.
    """

    words: tuple[int, ...]
    head: int | None
    named: bool
    cue: tuple[int, ...]
    opens: bool = True


def voices(own: Sequence[Word], text: str) -> list[Voice]:
    """Return who says what a stretch tells, for each place that tells, in order."""
    quoted = {nth for places in within(own, text, _spans(QUOTED, text)) for nth in places}
    found_voices: list[Voice] = []
    earlier: list[int] = []
    for stretch in within(own, text, _spans(SEGMENT, text)):
        places = [nth for nth in stretch if nth not in quoted]
        part = [own[nth] for nth in places]
        for phrase, nth in found(part, listed("attributing")).items():
            behind = nth + len(phrase.split())
            voice = _voice(own, places[behind : behind + NEAR], places[nth:behind])
            if phrase not in listed("attributing_people") or _somebody(own, voice):
                found_voices.append(voice)
        for nth in _reporting(part)[:1]:
            # "X, of the ministry, said …": the verb opens its own stretch.
            after = places[nth + 1 : nth + NEAR]
            before = places[:nth] or ([] if inverted(own, after) else earlier)
            opens = nth + 1 < len(places)
            found_voices.append(_voice(own, before or after, [places[nth]], opens))
        earlier = [*earlier[-6:], *places]
    return sorted(found_voices, key=lambda voice: voice.cue)


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in pattern.finditer(text))


def _somebody(own: Sequence[Word], voice: Voice) -> bool:
    told = {own[nth].folded for nth in voice.words}
    return voice.named or bool(
        told & (roles() | vocabulary("roles", "plural") | vocabulary("roles", "bodies"))
    )


def _reporting(own: Sequence[Word]) -> list[int]:
    return [
        nth
        for nth in sorted(found(own, listed("reporting")).values())
        if not any(word.folded in listed("being") for word in own[max(0, nth - 2) : nth])
    ]


def _voice(own: Sequence[Word], places: Sequence[int], cue: Sequence[int], opens: bool = True) -> Voice:
    content = [
        nth
        for nth in places
        if own[nth].folded not in stopwords() and own[nth].folded not in listed("nobody")
    ]
    named = any(own[nth].capitalised and own[nth].folded not in roles() and nth for nth in places)
    return Voice(tuple(content), _head(own, places, content), named, tuple(cue), opens)


def _head(own: Sequence[Word], places: Sequence[int], content: Sequence[int]) -> int | None:
    """The last word of content before the first preposition: "a senior adviser to the king"."""
    first = next(
        (
            nth
            for nth in places
            if own[nth].folded in listed("prepositions") and nth > min(content, default=nth)
        ),
        None,
    )
    return max((nth for nth in content if first is None or nth < first), default=None)


def resourced(pair: Paired, text: str, other: str) -> Iterator[Finding]:
    """Yield ``source-lost`` or ``source-changed`` where a copy ``text`` lets nobody, or somebody else, say it."""
    mine, theirs = voices(pair.here, text), voices(pair.there, other)
    if not theirs:
        yield from _as_told(pair, text, other)
        return
    if (
        any(voice.named for voice in theirs)
        and _unnamed(pair.here)
        and not any(voice.named for voice in mine)
    ):
        first = theirs[0].words
        yield Finding(
            "source-changed",
            f"{shown(pair.there, first)} is no longer named",
            mine[0].words if mine else (),
            first,
        )
        return
    yield from _as_told(pair, text, other)
    cue = tuple(sorted({place for voice in theirs for place in (*voice.words, *voice.cue)}))
    if not mine and not _speaks(pair.here, text):
        kept = any(place in pair.mates_there for voice in theirs for place in voice.cue)
        whole = pair.closeness >= LOOSE and not kept
        if whole or not any(_heard(pair, voice.words) for voice in theirs):
            yield Finding("source-lost", "nobody is named as saying it any more", (), cue)
            return
    if _in_passing(pair, mine, theirs):
        yield Finding("source-lost", "nobody is named as saying it any more", (), cue)
        return
    named_here = [voice for voice in mine if voice.words]
    named_there = [voice for voice in theirs if voice.words]
    new = [one for one in named_here if not _heard(pair, one.words, back=True)]
    for voice in named_there:
        if _heard(pair, voice.words):
            continue
        if new and not any(_same_source(pair, one, voice) for one in named_here):
            why = f"{shown(pair.there, voice.words)} became {shown(pair.here, new[0].words)}"
            yield Finding("source-changed", why, new.pop(0).words, voice.words)
        elif not new and pair.closeness >= CLOSE and len(named_here) < len(named_there):
            # Beside another voice that goes on to say it, or over one that only passes it on.
            taken = voice.opens and any(also.opens and also is not voice for also in theirs)
            why = f"{shown(pair.there, voice.words)} is not named as saying it any more"
            yield Finding("source-changed" if taken else "source-lost", why, (), (*voice.words, *voice.cue))
    yield from _of_whom(pair, named_here, named_there)
    yield from _exchanged(pair, named_here, named_there)


def _in_passing(pair: Paired, mine: Sequence[Voice], theirs: Sequence[Voice]) -> bool:
    """Whether a pronoun said it by the way ("which they said carried arms"), and nobody does any more."""
    lost = [
        voice
        for voice in theirs
        if not voice.words
        and not set(voice.cue) & pair.mates_there.keys()
        and pair.there[max(voice.cue[0] - 2, 0)].folded in ("which", "that", "who", "whom", "what")
    ]
    if not lost or len(mine) >= len(theirs) or pair.closeness < CLOSE:
        return False
    telling = speaking_roots() | listed("reporting") | {"according"}
    return not any({pair.here[nth].folded, root(pair.here[nth].folded)} & telling for nth in _alone(pair))


def _alone(pair: Paired) -> Iterator[int]:
    return (nth for nth in range(len(pair.here)) if nth not in pair.mates_here)


def _as_told(pair: Paired, text: str, other: str) -> Iterator[Finding]:
    """Where what somebody called so ("what it says are its waters") is told as a fact."""
    match = AS_TOLD.search(other)
    if match is None or AS_TOLD.search(text) or _speaks(pair.here, text):
        return
    begin = offset(pair.there, other)
    places = [nth for nth, word in enumerate(pair.there) if match.start() <= word.start - begin < match.end()]
    yield Finding("source-lost", f"“{match.group()}” stands only in the original", (), tuple(places))


def _heard(pair: Paired, places: Sequence[int], *, back: bool = False) -> bool:
    """Whether any word for a voice stands in the other text."""
    mates = pair.mates_here if back else pair.mates_there
    own, others = (pair.here, pair.there) if back else (pair.there, pair.here)
    return any(
        nth in mates or abbreviated(own, nth, others) or any(_same_word(own[nth], other) for other in others)
        for nth in places
    )


def _of_whom(pair: Paired, mine: Sequence[Voice], theirs: Sequence[Voice]) -> Iterator[Finding]:
    """Where somebody spoke for another one, who now speaks alone: "an adviser to the king" / "the king"."""
    for one in theirs:
        if one.head is None or one.head in pair.mates_there or not _of_somebody(pair.there, one):
            continue
        for other in mine:
            told = {mate for nth in one.words for mate in pair.mates_there.get(nth, ())}
            if other.head is not None and other.head in told and not set(other.words) - told:
                why = f"{shown(pair.there, one.words)} became {shown(pair.here, other.words)}"
                yield Finding("source-changed", why, other.words, one.words)


def _of_somebody(own: Sequence[Word], voice: Voice) -> bool:
    """Whether the names among a voice's words are of somebody whom it speaks for: "Orme's nephew", "an aide to Orme"."""
    head = voice.head
    if head is None or not voice.named:
        return head is not None
    owned = head and own[head - 1].capitalised and own[head - 1].text.endswith(("'s", "’s", "s'", "s’"))
    named = [nth for nth in voice.words if own[nth].capitalised]
    return not own[head].capitalised and bool(owned or min(named, default=0) > head)


def _exchanged(pair: Paired, mine: Sequence[Voice], theirs: Sequence[Voice]) -> Iterator[Finding]:
    """Where two voices now say what the other one said."""
    if len(mine) != len(theirs) or len(mine) != 2:
        return
    said = [_said(pair.there, theirs), _said(pair.here, mine)]
    told = [{mate for nth in places for mate in pair.mates_there.get(nth, ())} for places in said[0]]
    who = [{mate for nth in voice.words for mate in pair.mates_there.get(nth, ())} for voice in theirs]
    straight = bool(who[0] & set(mine[0].words)) and bool(who[1] & set(mine[1].words))
    across = bool(who[0] & set(mine[1].words)) and bool(who[1] & set(mine[0].words))
    if straight == across:
        return
    kept = len(told[0] & said[1][0]) + len(told[1] & said[1][1])
    crossed = len(told[0] & said[1][1]) + len(told[1] & said[1][0])
    if (straight and crossed > kept and kept == 0) or (across and kept > crossed and crossed == 0):
        why = f"{shown(pair.there, theirs[0].words)} and {shown(pair.there, theirs[1].words)} have changed places"
        places = (
            [place for voice in mine for place in voice.words],
            [place for voice in theirs for place in voice.words],
        )
        yield Finding("source-changed", why, tuple(places[0]), tuple(places[1]))


def _said(own: Sequence[Word], both: Sequence[Voice]) -> list[set[int]]:
    """What each of two voices says: the words of content from its verb to the next voice."""
    ends = [min(both[1].words + both[1].cue), len(own)]
    return [
        {
            nth
            for nth in range(max(voice.cue) + 1, end)
            if own[nth].folded not in stopwords() and nth not in voice.words
        }
        for voice, end in zip(both, ends, strict=True)
    ]


def _speaks(own: Sequence[Word], text: str) -> bool:
    """Whether anybody seems to say, think or warn of anything in the copy, in whatever words."""
    if found(own, listed("attributing")) or _reporting(own) or QUOTED.search(text):
        return True
    telling = listed("reporting") | listed("telling")
    return any(
        (root(word.folded) in speaking_roots() or word.folded in telling) and not passive(own, nth)
        for nth, word in enumerate(own)
    )


@cache
def speaking_roots() -> frozenset[str]:
    """Return the roots of the words that show that somebody speaks."""
    return frozenset(root(word) for word in listed("speaking") | listed("speaking_roots"))


def _unnamed(own: Sequence[Word]) -> bool:
    """Whether what a text tells is said by nobody in particular."""
    return any(
        word.folded in listed("unnamed_voices") and own[nth + 1].folded in listed("reporting")
        for nth, word in enumerate(own[:-1])
    ) or any(
        nth + 2 < len(own) and own[nth + 2].folded in listed("unnamed_voices")
        for nth in found(own, ["according to"]).values()
    )


def _same_source(pair: Paired, one: Voice, other: Voice) -> bool:
    """Whether a voice of the copy and one of the original may be one: a name and a description may."""
    if one.named == other.named:
        return False
    named, described = (one, other) if one.named else (other, one)
    words = pair.there if one.named else pair.here
    many = vocabulary("roles", "plural") | vocabulary("roles", "bodies")
    return not {words[nth].folded for nth in described.words} & many and bool(named.words)


def _same_word(word: Word, also: Word) -> bool:
    if word.stem == also.stem:
        return True
    return word.capitalised and also.capitalised and one_name(word.folded, also.folded)
