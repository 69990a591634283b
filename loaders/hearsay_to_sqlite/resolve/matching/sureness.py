"""What a score means: how often the best match of such a score was the same claim, for texts of such a length."""

from __future__ import annotations

from bisect import bisect_right

SCORES = (0.2, 0.3, 0.5, 0.7)
"""Where one range of scores ends and the next begins."""

LENGTHS = (8, 15, 25)
"""Words of a text at which one row of ``SHARES`` ends and the next begins."""

SHARES = (
    (0.0, 0.0, 0.0, 0.05, 0.40),
    (0.2, 0.2, 0.2, 0.50, 0.75),
    (0.35, 0.55, 0.70, 0.80, 0.95),
    (0.55, 0.80, 0.90, 0.95, 0.95),
)
"""Shares of right first answers among the 1,587 of the dev sets of tweets and of debates, rounded to twentieths.

A few words stand in many a claim, so that a high score of a short text tells less than a low one of a long text. Where
fewer than 20 cases fell into a range it has the share of its neighbour. Claims that say the same, but that no annotator
has linked, count as wrong.
"""


def share(words: int, score: float) -> float:
    """Return how often the best match of a text of so many words was right, where it scored so much, 0 to 1.

    >>> share(6, 0.72), share(40, 0.35)
    (0.4, 0.9)
    """
    return SHARES[bisect_right(LENGTHS, words)][bisect_right(SCORES, score)]


def told(words: int, score: float) -> str:
    """Return the share as a person reads it.

    >>> told(40, 0.35)
    'such scores were right in 90 % of cases'
    """
    return f"such scores were right in {round(100 * share(words, score))} % of cases"
