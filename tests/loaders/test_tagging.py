"""The tokens of a sentence: their offsets, found late, are those of the words read first."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay_to_sqlite.attribution import quotes, sentences, tagging

PIECES = [
    "Ann J. Smith",
    "U.S.",
    "said",
    "that",
    ",",
    ".",
    "“",
    "”",
    '"',
    "’s",
    "don’t",
    "\n",
    "  ",
    "al-Far",
    "a",
    "É",
    "--",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_each_token_stands_at_its_offsets(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = quotes.find(text)
    for start, end in sentences.split(text, found):
        sentence = tagging.read(text, start, end, found, [quote.start for quote in found])
        words = [text[a:b].lower() for a, b in zip(sentence.begin, sentence.until, strict=True)]
        for at, quote in sentence.quotes.items():
            assert sentence.begin[at] == quote.start
            words[at] = sentence.low[at]
        assert words == sentence.low
        assert len(sentence.tags) == len(sentence.low)
