"""In which language a text is written, found without any network."""

from __future__ import annotations

from hearsay_to_sqlite.errors import HearsayError

SAMPLE = 1_500
"""Code points looked at: longer samples gave the same answers on news texts, and take longer."""

MIN_LETTERS = 20
"""Fewer letters than these say nothing about a language."""

PLAINLY_ENGLISH = frozenset(
    [
        "the",
        "and",
        "that",
        "with",
        "from",
        "this",
        "which",
        "said",
        "his",
        "their",
        "who",
        "would",
        "were",
        "not",
        "is",
        "to",
    ]
)
"""English function words, most of which no other language that is written in Latin letters has."""

MIN_WORDS = 40
MIN_SHARE = 0.07
MIN_KINDS = 4
"""So many words, of which so many are function words of so many kinds: a text like that is English without a closer look."""


def detect(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None where the text is too short to tell.

    >>> detect("The minister said on Tuesday that the talks had failed.")
    'en'
    >>> detect("12") is None
    True

    Raises HearsayError where there is no room to unpack the model of languages.
    """
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return None
    if _plainly_english(sample):
        return "en"
    # Imported late: numpy and the model take half a second, which ``--help`` must not wait for.
    import py3langid

    try:
        code: str = py3langid.classify(sample)[0]
    except OSError as error:
        # It unpacks its model into a temporary file: a full disk is no fault of the text's.
        what = "the model of languages cannot be unpacked into the folder for temporary files"
        raise HearsayError(f"{what}: {error}. Make room there, and run again: it goes on.") from error
    return code


def _plainly_english(sample: str) -> bool:
    found = sample.lower().split()
    known = [word for word in found if word in PLAINLY_ENGLISH]
    return len(found) >= MIN_WORDS and len(known) >= MIN_SHARE * len(found) and len(set(known)) >= MIN_KINDS
