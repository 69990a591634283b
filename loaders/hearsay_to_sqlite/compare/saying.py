"""How a word for saying stands in its clause."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay_to_sqlite.clean.words import Word
from hearsay_to_sqlite.compare.phrases import listed


def inverted(own: Sequence[Word], places: Sequence[int]) -> bool:
    """Return whether the words behind a word for saying may be who says it ("…, said an officer"): what is said would have a verb."""
    verbs = listed("being") | listed("future") | {"that", "had", "has", "have", "did", "does"}
    told = [own[nth].folded for nth in places]
    return bool(told) and not verbs & set(told) and not any(word in listed("past") for word in told)


def passive(own: Sequence[Word], nth: int) -> bool:
    """Return whether a word for saying is passive, and it is not told by whom."""
    done = own[nth].folded.endswith("ed") or own[nth].folded in listed("past")
    by = any(word.folded in ("by", "from") for word in own[nth + 1 : nth + 4])
    return done and not by and any(word.folded in listed("being") for word in own[max(0, nth - 2) : nth])
