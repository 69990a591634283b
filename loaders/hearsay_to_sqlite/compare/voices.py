"""Whether a copy lets somebody else, or nobody, say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hearsay_to_sqlite.clean.names import name_key
from hearsay_to_sqlite.clean.words import Word, stopwords, words
from hearsay_to_sqlite.compare.naming import PREFIX
from hearsay_to_sqlite.compare.offices import roles
from hearsay_to_sqlite.compare.phrases import found, listed, same_thing
from hearsay_to_sqlite.vocabulary import words as vocabulary

Found = Iterator[tuple[str, str]]

SEGMENT = re.compile(r"[^,;:.!?()“”\"«»–—]+")
QUOTED = re.compile(r"[“«\"]([^”»\"]*)[”»\"]")


@dataclass(frozen=True, slots=True)
class Source:
    """Who says something: the words of content, folded, and whether they are a name."""

    words: frozenset[str]
    named: bool


def sources(text: str) -> list[Source] | None:
    """Return who says what a text tells, for each place that tells, of no words where a pronoun stands; None where nobody seems to say it."""
    unquoted = QUOTED.sub(lambda match: " " * len(match.group()), text)
    found_sources: list[Source] = []
    told = False
    earlier: list[Word] = []
    for segment in SEGMENT.finditer(unquoted):
        own = words(segment.group())
        for nth in found(own, listed("attributing")).values():
            told = True
            found_sources.append(_source(own[nth + 1 : nth + 8]))
        for nth in _reporting(own)[:1]:
            told = True
            # "X, of the ministry, said …": the verb opens its own stretch.
            before = own[:nth] or tuple(earlier)
            found_sources.append(_source(before or own[nth + 1 : nth + 6]))
        earlier = [*earlier[-6:], *own]
    return found_sources if told else None


def _reporting(own: Sequence[Word]) -> list[int]:
    return [
        nth
        for nth in sorted(found(own, listed("reporting")).values())
        if not any(word.folded in listed("being") for word in own[max(0, nth - 2) : nth])
    ]


def _source(own: Sequence[Word]) -> Source:
    content = [word for word in own if word.folded not in stopwords() and word.folded not in listed("nobody")]
    named = any(word.capitalised and word.folded not in roles() and nth for nth, word in enumerate(own))
    return Source(frozenset(word.folded.removesuffix("'s") for word in content), named)


def resourced(text: str, other: str, names: tuple[Sequence[Word], Sequence[Word]]) -> Found:
    """Yield ``source-lost`` or ``source-changed`` where a copy ``text`` lets nobody, or somebody else, say it."""
    mine, theirs = sources(text), sources(other)
    if theirs is None:
        return
    if mine is None:
        spoken = found(names[0], listed("speaking")) or QUOTED.search(text)
        if not spoken:
            yield "source-lost", "nobody is named as saying it any more"
        return
    if any(source.named for source in theirs) and _unnamed(names[0]) and not any(one.named for one in mine):
        yield "source-changed", f"{_listed(theirs[0].words)} is no longer named"
        return
    fewer = len(mine) < len(theirs)
    mine, theirs = ([source for source in own if source.words] for own in (mine, theirs))
    if not mine or not theirs:
        return
    if not any(_same_source(one, name, names) for one in mine for name in theirs):
        yield "source-changed", f"{_listed(theirs[0].words)} became {_listed(mine[0].words)}"
        return
    gone = [source for source in theirs if not _told(source, names[0])]
    if fewer and gone:
        yield "source-lost", f"{_listed(gone[0].words)} is not named as saying it any more"


def _unnamed(own: Sequence[Word]) -> bool:
    """Whether what a text tells is said by nobody in particular."""
    return any(
        word.folded in listed("unnamed_voices") and own[nth + 1].folded in listed("reporting")
        for nth, word in enumerate(own[:-1])
    ) or any(
        nth + 2 < len(own) and own[nth + 2].folded in listed("unnamed_voices")
        for nth in found(own, ["according to"]).values()
    )


def _told(source: Source, own: Sequence[Word]) -> bool:
    """Whether any word for a source stands in a text."""
    return any(_same_word(word, other.folded) for word in source.words for other in own)


def _same_source(one: Source, other: Source, names: tuple[Sequence[Word], Sequence[Word]]) -> bool:
    if one.named != other.named:
        # A name and a description may mean one person; a crowd or a body that only one of the texts knows does not.
        described = other if one.named else one
        many = vocabulary("roles", "plural") | vocabulary("roles", "bodies")
        return not described.words & many or _told(one, names[1]) or _told(other, names[0])
    return any(_same_word(word, also) for word in one.words for also in other.words)


def _same_word(word: str, also: str) -> bool:
    also = also.removesuffix("'s")
    return same_thing(word, also) or word[:PREFIX] == also[:PREFIX] or name_key(word) == name_key(also) != ""


def _listed(values: Iterable[str]) -> str:
    return ", ".join(f"“{value}”" for value in sorted(values))
