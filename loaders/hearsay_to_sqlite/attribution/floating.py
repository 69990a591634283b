"""Quotations that stand alone, and whose speaker the sentence behind them names."""

from __future__ import annotations

from hearsay_to_sqlite.attribution.drafts import DECLINES, Draft, Pair
from hearsay_to_sqlite.attribution.lexicon import lexicon
from hearsay_to_sqlite.attribution.quotes import Quote
from hearsay_to_sqlite.attribution.tagging import Sentence

STOPS = frozenset(".,;:!?…")
WITHIN = 0.2
"""By how much what is reported inside a quotation is less sure."""


def claimed(sentence: Sentence, breaks: bool, loose: list[Pair], found: list[Draft]) -> bool:
    """Gives the quotations ``loose`` to the sentence behind them if its first cue shows that they are its speaker's.

    ``“…” The mayor added that …``; ``“…” “…”, said the mayor``; ``“…”``, and a paragraph on: ``The mayor told in a calm voice.``
    """
    draft = next((one for one in found if not one.within), None)
    known = lexicon().forms.get(draft.verb) if draft is not None else None
    if draft is None or known is None or "q" not in known.verb.frames or not draft.source:
        return False
    if not draft.content:
        answers = draft.polarity == "positive" and draft.act != DECLINES
        theirs = answers and sentence.tags[-1:] == "."
    else:
        opens = sentence.tags[0] == "Q" and draft.content[0][0] == sentence.start
        theirs = not breaks and (opens or draft.source[0][0] == sentence.start)
    if theirs:
        draft.content[:0] = loose
    return theirs


def interrupted(text: str, quote: Quote, found: list[Draft]) -> None:
    """``« It is shut, underlines she. We will not open it. »``: the tag stands between the marks, as French sets it.

    Of the drafts ``found``, one inside the quotation whose verb comes before its subject gets all of the quotation.
    """
    for draft in found:
        inverted = draft.within and draft.rule == "trailing" and draft.cue[0][0] < draft.source[0][0]
        if not inverted or draft.content[0][0] != quote.inner_start or len(draft.content) > 1:
            continue
        said = draft.content[0][1]
        if said > draft.cue[0][0] or text[said : draft.cue[0][0]].strip() != ",":
            continue
        draft.content = [(quote.start, said)]
        rest = max(draft.source[0][1], draft.cue[-1][1])
        after = text.find(".", rest, quote.end) + 1
        if after and quote.end - after > 1:
            draft.content.append((after + 1, quote.end))
        draft.within = False
        draft.confidence += WITHIN
        return


def heads(text: str, quote: Quote) -> bool:
    """Whether a quotation is a heading: a line of its own without a full stop."""
    return (
        text[quote.end : quote.end + 1] in ("", "\n")
        and text[quote.inner_end - 1] not in STOPS
        and quote.closed
    )


def goes_on(sentence: Sentence, draft: Draft) -> bool:
    """``It is shut, said the mayor. It will be opened in May.``: German tells what was said in a row of sentences.

    English would repeat the cue; only where the subject stands behind it, which English hardly has without quotation marks.
    """
    if not draft.source or len(draft.content) > 1:
        return False
    if draft.rule == "bare-clause":
        # "She said, the road is shut. It will be opened in May."
        parted = sentence.text[draft.cue[-1][1] : draft.content[0][0]].strip() == ","
        return parted and draft.content[0][1] >= sentence.end - 1
    ends = draft.source[-1][1] >= sentence.end - 1
    return (
        draft.rule == "trailing"
        and ends
        and draft.cue[-1][1] <= draft.source[0][0]
        and draft.content[0][0] == sentence.start
    )


def whole(sentence: Sentence) -> Pair:
    """The sentence without its full stop."""
    return sentence.start, sentence.end - (sentence.tags[-1:] == ".")


def again(sentence: Sentence, before: Draft) -> list[Draft]:
    """``And further: “…”``, ``Then again: “…”``: whoever spoke before."""
    tags = sentence.tags
    if tags.lstrip("CBT") not in (":Q", ":Q.") or tags[0] == ":":
        return []
    colon = tags.index(":")
    pair = (sentence.begin[colon + 1], sentence.until[colon + 1])
    cue = (sentence.begin[0], sentence.until[colon - 1])
    words = sentence.low[colon - 1]
    return [Draft([pair], [cue], [*before.source], "colon", "assert", 0.6, sentence=sentence, verb=words)]
