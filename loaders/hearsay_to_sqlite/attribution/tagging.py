"""A sentence as tokens with one-letter tags: enough grammar to find noun phrases, verb groups and clauses.

Tags: P pronoun · D determiner · R preposition · C coordinator · S subordinator · W relative · A auxiliary · N negation ·
B adverb · V cue verb · v other verb · G other -ing form · T word of time · U capitalised · n other word · # number · Q a whole
quotation · X possessive ’s · and punctuation as , : ; . ( ) -
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from hearsay_to_sqlite.attribution.lexicon import Form, lexicon
from hearsay_to_sqlite.attribution.quotes import Quote
from hearsay_to_sqlite.clean.dates import TIME_WORDS
from hearsay_to_sqlite.vocabulary import words

TOKEN = re.compile(
    # The first branch only makes the commonest tokens fast; the last but one takes them too.
    r"[a-z]+(?=[ ,])|(?:[A-Z]\.){2,}|[A-Z]\.(?= [A-Z])|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Nov|Oct|Dec|Sept|Aug|Jan|Feb|St|Jr|Sr|Prof)\.|"
    r"[’'](?:s|S|ll|d|ve|re|m)\b|\w+(?:[-.]\w+|[’'](?!(?:s|ll|d|ve|re|m)\b)\w+)*|—|–|--|\S"
)
Pair = tuple[int, int]
QUOTATION = " "
"""The token that stands for a whole quotation; none of the text is like it."""
LONG_QUOTE = 4
"""A quotation of so many words stands in its sentence as one token; a shorter one is part of a phrase."""

PUNCTUATION = {
    ",": ",",
    "،": ",",
    ":": ":",
    ";": ";",
    "—": "-",
    "–": "-",
    "--": "-",
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
}


@dataclass(slots=True)
class Sentence:
    """One sentence: its tokens (lower case), their offsets and tags, and the quotations that stand as one token."""

    text: str
    start: int
    end: int
    low: list[str]
    begin: list[int]
    until: list[int]
    tags: str
    forms: dict[int, Form]
    quotes: dict[int, Quote]
    wide: bool = False
    """Whether rules may guess, because a model judges what they find."""


@cache
def closed_class() -> dict[str, str]:
    """Tag of each word of the closed classes; where a word is in several, the first listed here wins."""
    tags: dict[str, str] = {}
    for tag, key in (
        ("N", "negations"),
        ("N", "negated"),
        ("A", "auxiliaries"),
        ("W", "relatives"),
        ("S", "subordinators"),
        ("C", "coordinators"),
        ("P", "subject_pronouns"),
        ("D", "determiners"),
        ("R", "prepositions"),
        ("B", "adverbs"),
        ("v", "verbs"),
    ):
        for word in words("grammar", key):
            tags.setdefault(word, tag)
    for word in (
        "this",
        "that",
        "these",
        "those",
        "some",
        "any",
        "no",
        "another",
        "both",
        "several",
        "all",
        "each",
        "such",
    ):
        tags[word] = "D"
    tags["that"] = "S"
    for word in ("many", "most", "one"):
        tags[word] = "D"
    for word in TIME_WORDS:
        tags.setdefault(word, "T")
    return tags


class Tags(dict[str, str]):
    """Tokens and their tags, worked out when first met; emptied when it has grown, so that memory stays flat."""

    def __missing__(self, token: str) -> str:
        if len(self) >= MAX_TAGS:
            self.clear()
        tag = self[token] = tag_of(token)
        return tag


MAX_TAGS = 100_000
TAGS = Tags()


def tag_of(token: str) -> str:
    """The tag of a token on its own, cue verbs aside."""
    if token == QUOTATION:
        return "Q"
    low = token.lower().replace("’", "'")
    if low == "'s":
        return "X"
    if low.startswith(("al-", "el-")) or (token.isupper() and len(token) > 1):
        return "U"
    if token in ("May", "March"):
        return "T"
    found = closed_class().get(low)
    if found is not None:
        if found in "vT" and token[0].isupper() and found == "v":
            return "U"
        return found
    first = token[0]
    if not first.isalnum():
        return PUNCTUATION.get(token, "." if token in ".!?…" else "'")
    if first.isdigit():
        return "#"
    if first.isupper():
        return "U"
    if low.endswith("ing") and len(low) > 4 and low not in words("grammar", "not_verbs"):
        return "G"
    if low.endswith("ed") and len(low) > 4 and low not in words("grammar", "not_verbs"):
        return "v"
    if low.endswith("ly") and len(low) > 4:
        return "B"
    return "n"


def is_long(text: str, quote: Quote, opens: bool = False) -> bool:
    """Whether a quotation is more than a word or a name in quotation marks; one that ``opens`` a sentence may be a word."""
    inner = text[quote.inner_start : quote.inner_end]
    return (
        inner.count(" ") >= LONG_QUOTE - 1
        or (inner.count(" ") > 0 and inner.rstrip()[-1:] in ".!?,")
        or (opens and inner[-1:] in ("!", "?", ",") and inner[:1].isupper())
    )


def read(
    text: str,
    start: int,
    end: int,
    quotes: list[Quote],
    quote_starts: list[int],
    extra: dict[str, Form] | None = None,
) -> Sentence:
    """The tokens and tags of ``text[start:end]``; long quotations in it become one token each.

    With ``extra`` (cue forms to look for instead of the vocabulary's) the sentence is to be read widely.
    """
    spans: list[Pair] = []
    opaque: dict[int, Quote] = {}
    position = start
    for nth in range(bisect_left(quote_starts, start), bisect_left(quote_starts, end)):
        quote = quotes[nth]
        if quote.start >= position and is_long(text, quote, quote.start == start):
            spans.extend([match.span() for match in TOKEN.finditer(text, position, quote.start)])
            opaque[len(spans)] = quote
            spans.append((quote.start, min(quote.end, end)))
            position = quote.end
    spans.extend([match.span() for match in TOKEN.finditer(text, position, end)])
    tokens = [text[first:last] for first, last in spans]
    for at in opaque:
        tokens[at] = QUOTATION
    low = [token.lower() for token in tokens]
    tags = [TAGS[token] for token in tokens]
    begin = [first for first, _ in spans]
    until = [last for _, last in spans]
    if low and tags[0] == "U" and low[0].endswith("ly") and tags[1:2] in (["S"], ["R"], [","]):
        # "Shortly after …": capitalised only because it opens the sentence.
        tags[0] = "B"
    forms = _cue_forms(low, tags, lexicon().forms if extra is None else extra)
    return Sentence(text, start, end, low, begin, until, "".join(tags), forms, opaque, extra is not None)


def _cue_forms(low: list[str], tags: list[str], known: dict[str, Form]) -> dict[int, Form]:
    """The tokens that may be cue verbs; their tags, and that of a pointing "that", are set in place."""
    forms: dict[int, Form] = {}
    for index, form in enumerate(map(known.get, low)):
        if form is not None and tags[index] in "nvGU":
            if tags[index] == "U" and index > 0 and form.kind == "b":
                continue
            forms[index] = form
            tags[index] = "V"
    if "that" in low:
        for index, word in enumerate(low):
            # "at that time", "in that case": after a preposition "that" points, it does not join clauses.
            if word == "that" and (index == 0 or tags[index - 1] == "R"):
                tags[index] = "D"
    return forms
