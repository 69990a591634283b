"""A sentence as tokens with one-letter tags: enough grammar to find noun phrases, verb groups and clauses.

Tags: P pronoun · D determiner · R preposition · C coordinator · S subordinator · W relative · A auxiliary · N negation ·
B adverb · V cue verb · v other verb · G other -ing form · T word of time · U capitalised · n other word · # number · Q a whole
quotation · X possessive ’s · and punctuation as , : ; . ( ) -
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from hearsay_to_sqlite.attribution import tokens
from hearsay_to_sqlite.attribution.lexicon import Form, lexicon
from hearsay_to_sqlite.attribution.quotes import Quote

Pair = tuple[int, int]
SENTENCE = 3
"""Words of the shortest quotation that, where it opens a sentence, can be one itself: “We are ready”."""
CONTRACTED = ("PX", "WX")
"""Tags of "he's" and "who's"."""
LONG_QUOTE = 4
"""A quotation of so many words stands in its sentence as one token; a shorter one is part of a phrase."""


@dataclass(slots=True)
class Sentence:
    """One sentence: its tokens with their tags, and the quotations that stand as one token."""

    text: str
    start: int
    end: int
    tokens: list[str]
    low: list[str]
    """The tokens in lower case."""
    words: frozenset[str]
    """The same, each once."""
    tags: str
    plain: str
    """The tags of the words by themselves, cue verbs not yet marked."""
    forms: dict[int, Form]
    quotes: dict[int, Quote]
    wide: bool = False
    """Whether rules may guess, because a model judges what they find."""
    _spans: tuple[list[int], list[int]] | None = field(default=None, repr=False, compare=False)

    @property
    def begin(self) -> list[int]:
        """The offset at which each token begins."""
        return (self._spans or self._located())[0]

    @property
    def until(self) -> list[int]:
        """The offset at which each token ends."""
        return (self._spans or self._located())[1]

    def _located(self) -> tuple[list[int], list[int]]:
        # Only now: half of all sentences attribute nothing, and need no offsets.
        begin: list[int] = []
        until: list[int] = []
        find, quotes, position = self.text.find, self.quotes, self.start
        for nth, token in enumerate(self.tokens):
            if nth in quotes:
                begin.append(quotes[nth].start)
                until.append(min(quotes[nth].end, self.end))
                position = quotes[nth].end
            else:
                start = find(token, position)
                position = start + len(token)
                begin.append(start)
                until.append(position)
        self._spans = begin, until
        return self._spans


def is_long(text: str, quote: Quote, opens: bool = False) -> bool:
    """Whether a quotation is more than a word or a name in quotation marks; one that ``opens`` a sentence may be a word."""
    inner = text[quote.inner_start : quote.inner_end]
    return (
        inner.count(" ") >= LONG_QUOTE - 1
        or (inner.count(" ") > 0 and inner.rstrip()[-1:] in ".!?,")
        or (
            opens
            and inner[:1].isupper()
            and (inner[-1:] in ("!", "?", ",") or inner.count(" ") >= SENTENCE - 1)
        )
    )


def read(text: str, start: int, end: int, quotes: list[Quote], quote_starts: list[int]) -> Sentence:
    """The tokens and tags of ``text[start:end]``; long quotations in it become one token each."""
    found: list[str] = []
    tags = ""
    opaque: dict[int, Quote] = {}
    position = start
    for nth in range(bisect_left(quote_starts, start), bisect_left(quote_starts, end)):
        quote = quotes[nth]
        if quote.start >= position and is_long(
            text, quote, quote.start == start or text[quote.start - 2 : quote.start] == ": "
        ):
            before, their_tags = tokens.read(text, position, quote.start)
            found += before
            opaque[len(found)] = quote
            found.append(tokens.QUOTATION)
            tags += their_tags + tokens.QUOTATION_TAG
            position = quote.end
    rest, their_tags = tokens.read(text, position, end)
    found += rest
    tags += their_tags
    low = list(map(str.lower, found))
    words = frozenset(low)
    if tags[:1] == "U" and low[0].endswith("ly") and tags[1:2] in ("S", "R", ","):
        # "Shortly after …": capitalised only because it opens the sentence.
        tags = "B" + tags[1:]
    if "X" in tags:
        # "he's with them": a verb, and no owner
        for contracted in CONTRACTED:
            tags = tags.replace(contracted, contracted[0] + "A")
    if "part" in words:
        tags = _on_ones_part(low, tags)
    forms, marked = _cue_forms(low, words, tags, lexicon().forms)
    return Sentence(text, start, end, found, low, words, marked, tags, forms, opaque)


def _on_ones_part(low: list[str], tags: str) -> str:
    """The tags with "for her part" as an adverb, where it stands between verb and subject."""
    at = low.index("part")
    if (
        tags[at + 1 : at + 2] not in (",", "")
        and low[at - 2 : at - 1] == ["for"]
        and tags[at - 1] == "D"
        and low[at - 1] not in ("the", "a")
    ):
        return tags[: at - 2] + "BBB" + tags[at + 1 :]
    return tags


def widely(sentence: Sentence, known: dict[str, Form]) -> Sentence:
    """The same sentence, not yet settled, to be read widely and with other cue forms."""
    forms, marked = _cue_forms(sentence.low, sentence.words, sentence.plain, known)
    text, start, end = sentence.text, sentence.start, sentence.end
    found, low, words, plain = sentence.tokens, sentence.low, sentence.words, sentence.plain
    spans = sentence._spans
    return Sentence(text, start, end, found, low, words, marked, plain, forms, sentence.quotes, True, spans)


def _cue_forms(
    low: list[str], words: frozenset[str], tags: str, known: dict[str, Form]
) -> tuple[dict[int, Form], str]:
    """The tokens that may be cue verbs, and the tags with theirs, and that of a pointing "that", put in."""
    forms: dict[int, Form] = {}
    met = known.keys() & words
    if not met and "that" not in words:
        return forms, tags
    changed = list(tags)
    for index in [nth for nth, word in enumerate(low) if word in met] if met else ():
        form, tag = known[low[index]], tags[index]
        if tag in "nvGU" and (tag != "U" or index == 0 or form.kind != "b"):
            forms[index] = form
            changed[index] = "V"
    at = -1
    for _ in range(low.count("that") if "that" in words else 0):
        at = low.index("that", at + 1)
        # "at that time", "in that case": after a preposition "that" points, it does not join clauses.
        if at == 0 or changed[at - 1] == "R" or low[at + 1 : at + 3] == ["day", ","]:
            changed[at] = "D"
    return forms, "".join(changed)
