"""Quotations that stand alone, and whose speaker the sentence behind them names."""

from __future__ import annotations

from hearsay_to_sqlite.attribution.drafts import Draft, Pair
from hearsay_to_sqlite.attribution.lexicon import lexicon
from hearsay_to_sqlite.attribution.tagging import Sentence


def claimed(sentence: Sentence, breaks: bool, loose: list[Pair], found: list[Draft]) -> bool:
    """Gives the quotations ``loose`` to the sentence behind them if its first cue shows that they are its speaker's.

    ``“…” The mayor added that …``; ``“…” “…”, said the mayor``; ``“…”``, and a paragraph on: ``The mayor told in a calm voice.``
    """
    draft = next((one for one in found if not one.within), None)
    known = lexicon().forms.get(draft.verb) if draft is not None else None
    if draft is None or known is None or "q" not in known.verb.frames or not draft.source:
        return False
    if not draft.content:
        theirs = draft.polarity == "positive" and sentence.tags[-1:] == "."
    else:
        opens = sentence.tags[0] == "Q" and draft.content[0][0] == sentence.start
        theirs = not breaks and (opens or draft.source[0][0] == sentence.start)
    if theirs:
        draft.content[:0] = loose
    return theirs
