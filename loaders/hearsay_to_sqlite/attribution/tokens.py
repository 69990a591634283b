"""The words and signs of a text, and the tag that each has by itself; the letters are explained in ``tagging``."""

from __future__ import annotations

import re
from functools import cache

from hearsay_to_sqlite.clean.dates import TIME_WORDS
from hearsay_to_sqlite.vocabulary import words

TOKEN = re.compile(
    # The first branch only makes the commonest tokens fast; the last but one takes them too. White space is taken along,
    # because to try every branch at each space takes longer.
    r"([a-z]+(?=[ ,])|(?:[A-Z]\.){2,}|[A-Z]\.(?= [A-Z])|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Nov|Oct|Dec|Sept|Aug|Jan|Feb|St|Jr|Sr|Prof)\.|"
    r"[’'](?:s|S|ll|d|ve|re|m)\b|\w+(?:[-.]\w+|[’'](?!(?:s|ll|d|ve|re|m)\b)\w+)*|—|–|--|\S)\s*"
)
QUOTATION, QUOTATION_TAG = " ", "Q"
"""The token that stands for a whole quotation, like none of the text, and its tag."""
PUNCTUATION = {
    ",": ",",
    "،": ",",
    ":": ":",
    ";": ";",
    "—": "-",
    "–": "-",
    "--": "-",
    "-": "-",
    "(": "(",
    "[": "(",
    ")": ")",
    "]": ")",
}
ENDINGS = {"ng": "G", "ed": "v", "ly": "B"}
"""What the ending of a word makes it: "-ing", "-ed", "-ly"."""
MAX_KEPT = 100_000


def read(text: str, start: int, end: int) -> tuple[list[str], str]:
    """The tokens of ``text[start:end]``, and their tags."""
    tokens = TOKEN.findall(text, start, end)
    return tokens, "".join(map(TAGS.__getitem__, tokens))


def words_of(text: str, start: int, end: int) -> list[str]:
    """The tokens of ``text[start:end]`` in lower case."""
    return list(map(str.lower, TOKEN.findall(text, start, end)))


def count(text: str, start: int, end: int) -> int:
    """The number of tokens of ``text[start:end]``."""
    return len(TOKEN.findall(text, start, end))


class Tags(dict[str, str]):
    """Tokens and their tags, worked out when first met; emptied when it has grown, so that memory stays flat."""

    def __missing__(self, token: str) -> str:
        if len(self) >= MAX_KEPT:
            self.clear()
        tag = self[token] = tag_of(token)
        return tag


TAGS = Tags()


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


def tag_of(token: str) -> str:
    """The tag of a token on its own, cue verbs aside."""
    if token.islower() and token.isalpha():
        return closed_class().get(token) or _by_ending(token)
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
    return _by_ending(low)


def _by_ending(low: str) -> str:
    tag = ENDINGS.get(low[-2:])
    if tag is None or len(low) <= 4:
        return "n"
    if tag == "B":
        return tag
    wrong = (tag == "G" and low[-3] != "i") or low in words("grammar", "not_verbs")
    return "n" if wrong else tag
