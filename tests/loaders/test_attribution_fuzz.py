"""Broken and hostile texts: never an exception, every span inside the text, never more than linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay_to_sqlite.attribution import find
from hearsay_to_sqlite.attribution.learned import Model, extra_forms
from hearsay_to_sqlite.records import Article

PIECES = st.sampled_from(
    [
        "Ann Smith", "he", "they", "who", "The Union", "said", "says", "saying", "was accused", "according to", "accused",
        "that", "by", "of", "and", "but", "to", "not", "reportedly", "claim", "if it", "on Monday", "in a video", "told",
        ",", ".", ":", ";", "?", "(", ")", "—", "\n", "\n\n", " ", "“", "”", '"', "''", "‘", "’", "'", "«", "»", "„", "…",
        "\u200f", "\x00", "ß", "القائد", "𝔸", "\r\n", "U.S.", "Mr.", "1990", "May 2",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(PIECES, max_size=60).map(" ".join),
    st.lists(PIECES, max_size=60).map("".join),
)


def article(text: str) -> Article:
    return Article("a1", "A title", text, "a.txt", "text", "0" * 64, "0" * 64)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_span_is_inside_the_text(text: str) -> None:
    result = find(article(text))
    assert result.attributions is not None
    ids = {one.id for one in result.attributions}
    assert len(ids) == len(result.attributions)
    for one in result.attributions:
        for span in (*one.content, *one.source, *one.cue, *one.quoted):
            assert 0 <= span.start < span.end <= len(text)
        assert one.nested_in is None or (one.nested_in in ids and one.nested_in != one.id)
        assert one.repeat_of is None or one.repeat_of in ids
    for mention in result.mentions:
        assert text[mention.start : mention.end] == mention.name


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_a_model_breaks_on_no_text_either(text: str) -> None:
    everything = Model({"rule=clause": 0.1, "variant=comma-1,clause": 1.0}, 0.0, extra_forms(["of", "lie"]))
    for one in find(article(text), everything).attributions or ():
        assert 0 <= (one.confidence or 0) <= 1
        for span in (*one.content, *one.source, *one.cue):
            assert 0 <= span.start < span.end <= len(text)


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_same_text_same_answer(text: str) -> None:
    assert find(article(text)) == find(article(text))


@pytest.mark.parametrize(
    "unit",
    [
        '"', "“", "”", "'", "' a", "said ", "said", "a", "a b ", "Ann Smith said. ", "“a b c d” said ", "(", ", ", "\n", ". ",
        "Ann Smith, ", "according to ", "that ", "and Ann said ", "is behind attack ", "A. ", "Ann ", "On May 2 he said it. ",
        "A ", "reportedly ", "his claim that ", "Ann Smith said no.\n", "``", "said that ", "was accused by Ann of ",
    ],
)  # fmt: skip
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def once(text: str) -> float:
        started = time.process_time()
        find(article(text))
        return time.process_time() - started

    def cost(size: int) -> float:
        # The least of three: a busy machine can only add.
        return min(once(unit * (size // len(unit))) for _ in range(3))

    small, large = cost(20_000), cost(80_000)
    # Four times the text; quadratic work would take sixteen times as long. The floor keeps noise out.
    assert large < 10 * max(small, 0.02)
