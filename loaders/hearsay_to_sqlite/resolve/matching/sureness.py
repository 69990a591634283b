"""What a score means: how often the best match of such a score was the same claim (``vocabulary/likeness.yml``).

A few words stand in many a claim, so that a high score of a short text tells less than a low one of a long text.
"""

from __future__ import annotations

from bisect import bisect_right

from hearsay_to_sqlite.vocabulary import read


def share(words: int, score: float) -> float:
    """Return how often the best match of a text of so many words was right, where it scored so much, 0 to 1.

    >>> share(6, 0.72), share(40, 0.35)
    (0.4, 0.9)
    """
    known = read("likeness")
    found: float = known["shares"][bisect_right(known["words"], words)][bisect_right(known["scores"], score)]
    return found


def told(words: int, score: float) -> str:
    """Return the share as a person reads it.

    >>> told(40, 0.35)
    'such scores were right in 90 % of cases'
    """
    return f"such scores were right in {round(100 * share(words, score))} % of cases"
