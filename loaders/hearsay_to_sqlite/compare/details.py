"""Small words and parts of words that turn a sentence: whose it is, for or against it."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay_to_sqlite.compare.finding import Finding, shown
from hearsay_to_sqlite.compare.phrases import listed
from hearsay_to_sqlite.compare.wordpairs import Paired

PREFIXES = ("pro-", "pre-", "post-", "non-")
"""What stands before a word and makes another one of it."""


def detailed(pair: Paired) -> Iterator[Finding]:
    """Yield ``meaning-changed`` where a pronoun is another sex's, or a word became its counterpart."""
    yield from _of_another_sex(pair)
    yield from _counterparts(pair)


def _of_another_sex(pair: Paired) -> Iterator[Finding]:
    """Where all pronouns of one are male, and all of the other female."""
    for one, other in (("male", "female"), ("female", "male")):
        was = [nth for nth, word in enumerate(pair.there) if word.folded in listed(one)]
        now = [nth for nth, word in enumerate(pair.here) if word.folded in listed(other)]
        mixed = any(word.folded in listed(other) for word in pair.there) or any(
            word.folded in listed(one) for word in pair.here
        )
        if was and now and not mixed:
            why = f"{shown(pair.there, was[:1])} became {shown(pair.here, now[:1])}"
            yield Finding("meaning-changed", why, tuple(now), tuple(was))


def _counterparts(pair: Paired) -> Iterator[Finding]:
    """Where words of one root are each other's counterpart: "pro-government", "anti-government"."""
    for link in pair.links:
        one, other = pair.there[link.there[0]].folded, pair.here[link.here[0]].folded
        same = one.replace("-", "") == other.replace("-", "")
        if not same and _prefixed(one) != _prefixed(other):
            why = f"“{one}” and “{other}” are not the same"
            yield Finding("meaning-changed", why, link.here, link.there)


def _prefixed(folded: str) -> str:
    return next((prefix for prefix in PREFIXES if folded.startswith(prefix)), "")
