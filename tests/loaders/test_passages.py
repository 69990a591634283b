"""A plain text's stretches are told apart by general rules, and its title is found."""

from __future__ import annotations

import time

import pytest

from hearsay_to_sqlite.clean.passages import split, title

LEAD = (
    "The mayor of Port Vale said on Monday that the granary fire had been set on purpose by unknown people."
)
NEXT = "She added that the police would look at every tape, and that nobody should jump to conclusions yet."

KINDS = [
    ("headline and body", [("headline", "Fire was arson, mayor says"), ("body", LEAD)]),
    (
        "kicker above the headline",
        [("headline", "A city in fear"), ("headline", "What the mayor knew about the fire"), ("body", LEAD)],
    ),
    (
        "headline given twice",
        [("headline", "Fire was arson"), ("headline", "Fire was arson"), ("body", LEAD), ("body", NEXT)],
    ),
    (
        "byline and date",
        [
            ("headline", "Fire was arson"),
            ("boilerplate", "By Ada Quill"),
            ("boilerplate", "Monday, May 18, 2015"),
            ("body", LEAD),
        ],
    ),
    (
        "captions with credits",
        [
            ("headline", "Fire was arson"),
            ("caption", "• The mayor visits the granary."),
            ("caption", "Reuters"),
            ("caption", "• A guard at the gate."),
            ("caption", "Photo: Ada Quill"),
            ("body", LEAD),
        ],
    ),
    (
        "a caption given twice",
        [
            ("headline", "Fire was arson"),
            ("body", LEAD),
            ("caption", "The granary after the fire"),
            ("caption", "The granary after the fire"),
            ("body", NEXT),
        ],
    ),
    (
        "crossheads",
        [
            ("headline", "Fire was arson"),
            ("body", LEAD),
            ("headline", "2 What the police know"),
            ("body", NEXT),
        ],
    ),
    (
        "a quoted crosshead, and a bullet that repeats the body",
        [
            ("headline", "Fire was arson"),
            ("body", LEAD),
            ("pull-quote", "“Set on purpose”"),
            ("body", NEXT),
            ("pull-quote", "• She added that the police would look at every tape."),
        ],
    ),
    (
        "a bullet with something of its own",
        [
            ("headline", "Fire was arson"),
            ("body", LEAD),
            ("body", "• The insurers have sent two people, who did not want to speak."),
        ],
    ),
    (
        "links between paragraphs",
        [
            ("headline", "Fire was arson"),
            ("body", LEAD),
            ("boilerplate", "Read alsoThe long history of the granary"),
            ("body", NEXT),
            ("boilerplate", "SEE ALSO - Ten pictures of the harbour"),
        ],
    ),
    (
        "what follows an article",
        [
            ("headline", "Fire was arson"),
            ("body", LEAD),
            ("body", NEXT),
            ("body", "1. The insurers have sent two people, who did not want to speak to anybody about it."),
            (
                "body",
                "2. The union of bakers wants the city to buy flour elsewhere until the walls stand again.",
            ),
            ("body", "Nobody could say how long that would take, or who would pay for it in the end."),
            ("boilerplate", "Ada Quill is a freelance journalist living in Port Vale"),
            ("boilerplate", "Related Articles"),
            ("boilerplate", "Ten ways to build a granary that will not burn."),
            ("boilerplate", "Leave a Reply"),
            ("boilerplate", "Your email address will not be published."),
        ],
    ),
    (
        "a paragraph that only begins like a link",
        [
            ("headline", "Fire was arson"),
            ("body", "Follow us, the mayor said, and you will see. " + NEXT * 3),
        ],
    ),
]


@pytest.mark.parametrize("expected", [case[1] for case in KINDS], ids=[case[0] for case in KINDS])
def test_kinds(expected: list[tuple[str, str]]) -> None:
    text = "\n\n".join(words for _, words in expected)
    found = [(passage.kind, text[passage.start : passage.end]) for passage in split(text)]
    assert found == [(kind, words.removeprefix("• ")) for kind, words in expected]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = "Fire was arson\n\nThe mayor of Port Vale said on Monday that\nthe granary fire had been\nset on purpose.\n"
    assert [(p.start, p.end, p.kind) for p in split(text)] == [(0, 14, "headline"), (16, 100, "body")]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_offsets_count_the_newlines_that_are_there(newline: str) -> None:
    text = newline.join(["Fire was arson", "", LEAD])
    assert [text[p.start : p.end] for p in split(text)] == ["Fire was arson", LEAD]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Fire was arson\n\n{LEAD}", "Fire was arson"),
        (
            f"A city in fear\n\nWhat the mayor knew about the fire\n\n{LEAD}",
            "What the mayor knew about the fire",
        ),
        (
            f"What the mayor knew about the fire\n\nA city in fear\n\n{LEAD}",
            "What the mayor knew about the fire",
        ),
        (LEAD, "The mayor of Port Vale said on Monday that the granary fire had been set on…"),
        ("", ""),
    ],
    ids=["headline", "kicker", "subheading", "no headline", "nothing"],
)
def test_title(text: str, expected: str) -> None:
    assert title(text, split(text)) == expected


def test_a_long_text_takes_no_longer_a_line_than_a_short_one() -> None:
    """Rules that compare each line with each other would take hours on this; the bound is a ratio with room."""

    def seconds(lines: int) -> float:
        text = "\n".join(f"• line {n} of a list that somebody made" for n in range(lines))
        start = time.process_time()
        assert len(split(text)) == lines
        return time.process_time() - start

    assert seconds(20_000) < 60 * seconds(1_000)
