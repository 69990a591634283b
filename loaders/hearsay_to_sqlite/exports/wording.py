"""How a statement and a claim are put in words that claim no more than the row does."""

from __future__ import annotations

import sqlite3

from hearsay_to_sqlite import vocabulary

NO_VERDICT = "No verdict recorded here."
WITHDRAWN = "This statement was withdrawn."
DISARM = "https://github.com/DISARMFoundation/DISARMframeworks/blob/main/generated_pages/techniques/{}.md"
TRANSLATED = "translated"
ORIGINAL = "original"


def shown(row: sqlite3.Row) -> str | None:
    """The words of a row of ``statements``: in quotation marks only where they are the speaker's or a named translation.

    What a machine translated, and what may have been, stands without, and says whose rendering it is.
    """
    outlet = row["outlet"] or "the article"
    if row["quotation"] and row["wording"] == ORIGINAL:
        return f"“{row['quotation']}”"
    if row["quotation"] and row["wording"] == TRANSLATED:
        return f"“{row['quotation']}” (in {outlet}’s translation)"
    if row["quotation"]:
        how = vocabulary.read("exports")["renderings"][row["wording"]]
        return f"{row['quotation']} (as rendered by {outlet}: {how})"
    return f"{row['gist']} (in our words)" if row["gist"] else None


def sentence(row: sqlite3.Row) -> str:
    """Who said it, to or about whom, in which words, according to whom; a machine's find is called one."""
    said = _said(row)
    words = shown(row)
    outlet = row["outlet"] or row["article_title"]
    found = " [found by a machine, not reviewed]" if row["review_status"] == "machine" else ""
    return f"{row['speaker'] or 'An unstated source'} {said}{f': {words}' if words else ''}, according to {outlet}{found}"


def _said(row: sqlite3.Row) -> str:
    words = vocabulary.read("exports")
    if row["polarity"] == "negative":
        return (
            f"{words['not_done'][row['act']]} ({row['target']})"
            if row["target"]
            else str(words["not_done"][row["act"]])
        )
    return (
        f"{words['acts_about'][row['act']]} {row['target']}"
        if row["target"]
        else str(words["acts"][row["act"]])
    )


def allegation(proposition: str, origin: str, claimant: str | None = None) -> str:
    """A claim as what it is here: alleged, not found to be so.

    >>> allegation("The dam holds.", "curated", "Ada Quill")
    'Allegation: that the dam holds, attributed to Ada Quill'
    >>> allegation("Venn lit it", "proposed")
    'Allegation (proposed by a machine, not reviewed): that Venn lit it'
    """
    first, space, rest = " ".join(proposition.split()).rstrip(".").partition(" ")
    if first.lower() in vocabulary.words("exports", "openers"):
        first = first.lower()
    how = " (proposed by a machine, not reviewed)" if origin == "proposed" else ""
    by = f", attributed to {claimant}" if claimant else ""
    return f"Allegation{how}: that {first}{space}{rest}{by}"


def verdict(row: sqlite3.Row) -> str:
    """A published review as its publisher's own, on its publisher's own scale."""
    scale = f" ({row['rating']:g} of {row['worst']:g} to {row['best']:g})" if _is_rated(row) else ""
    day = f" on {row['published_on']}" if row["published_on"] else ""
    return f"{row['publisher']}{day}: {row['rating_text'] or 'no rating in words'}{scale}. A verdict of its publisher."


def _is_rated(row: sqlite3.Row) -> bool:
    return all(row[column] is not None for column in ("rating", "best", "worst"))


def label(row: sqlite3.Row) -> str:
    """A framing as what it is: the opinion of whoever tagged the claim, with their day and reason."""
    day = f" on {row['tagged_on']}" if row["tagged_on"] else ""
    linked = f", linked to DISARM {row['techniques']}" if row["techniques"] else ""
    reason = f" Reason given: {row['rationale']}" if row["rationale"] else " No reason is given."
    return (
        f"Opinion of {row['tagged_by']}{day}, {row['status']}: the claim serves the framing {row['framing_name']}"
        f"{linked}. It says nothing about whoever made the claim.{reason}"
    )


def technique_url(id: str) -> str:
    """Where the DISARM framework describes a technique."""
    return DISARM.format(id)
