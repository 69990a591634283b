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
    r"(?:[A-Z]\.){2,}|[A-Z]\.(?= [A-Z])|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Nov|Oct|Dec|Sept|Aug|Jan|Feb|St|Jr|Sr|Prof)\.|"
    r"[’'](?:s|S|ll|d|ve|re|m)\b|\w+(?:[-.]\w+|[’'](?!(?:s|ll|d|ve|re|m)\b)\w+)*|—|–|--|\S"
)
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


@cache
def tag_of(token: str) -> str:
    """The tag of a token on its own, cue verbs aside."""
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


def is_long(text: str, quote: Quote) -> bool:
    """Whether a quotation is more than a word or a name in quotation marks."""
    inner = text[quote.inner_start : quote.inner_end]
    return inner.count(" ") >= LONG_QUOTE - 1 or (inner.count(" ") > 0 and inner.rstrip()[-1:] in ".!?,")


def read(text: str, start: int, end: int, quotes: list[Quote], quote_starts: list[int]) -> Sentence:
    """The tokens and tags of ``text[start:end]``; long quotations in it become one token each."""
    low: list[str] = []
    begin: list[int] = []
    until: list[int] = []
    tags: list[str] = []
    opaque: dict[int, Quote] = {}
    nth = bisect_left(quote_starts, start)
    position = start
    while position < end:
        quote = None
        while nth < len(quotes) and quotes[nth].start < end:
            if quotes[nth].start >= position and is_long(text, quotes[nth]):
                quote = quotes[nth]
                break
            nth += 1
        stop = quote.start if quote is not None else end
        for match in TOKEN.finditer(text, position, stop):
            token = match.group()
            low.append(token.lower())
            begin.append(match.start())
            until.append(match.end())
            tags.append(tag_of(token))
        if quote is None:
            break
        opaque[len(low)] = quote
        low.append("\0")
        begin.append(quote.start)
        until.append(min(quote.end, end))
        tags.append("Q")
        position = quote.end
        nth += 1
    if low and tags[0] == "U" and low[0].endswith("ly") and tags[1:2] in (["S"], ["R"], [","]):
        # "Shortly after …": capitalised only because it opens the sentence.
        tags[0] = "B"
    forms = _cue_forms(low, tags)
    return Sentence(text, start, end, low, begin, until, "".join(tags), forms, opaque)


def _cue_forms(low: list[str], tags: list[str]) -> dict[int, Form]:
    """The tokens that may be cue verbs; their tags, and that of a pointing "that", are set in place."""
    known = lexicon().forms
    forms: dict[int, Form] = {}
    for index, word in enumerate(low):
        form = known.get(word)
        if form is not None and tags[index] in "nvGU":
            if tags[index] == "U" and index > 0 and form.kind == "b":
                continue
            forms[index] = form
            tags[index] = "V"
    for index, word in enumerate(low):
        # "at that time", "in that case": after a preposition "that" points, it does not join clauses.
        if word == "that" and (index == 0 or tags[index - 1] == "R"):
            tags[index] = "D"
    return forms
