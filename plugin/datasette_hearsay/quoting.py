"""How words may be shown: with quotation marks only where they are the speaker's own, or a translation named as one."""

from __future__ import annotations

from typing import Any

from . import vocabulary

VERBATIM = "quotation"
RENDERED = "rendering"
GIST = "gist"
REPORT = "report"
NOBODY = "An unstated source"
"""Who speaks where the article does not say; read before a verb: "an unstated source accused"."""


def present(row: dict[str, Any]) -> dict[str, Any]:
    """How to show the words of a statement (a row with the columns of the view ``statements``).

    Returns ``text``, ``kind``, ``marks`` (whether quotation marks are due) and ``label`` (what to say beside the words;
    null for a plain quotation). ``route`` in the row, such as ``ar→en``, is the way through languages, where known.
    """
    outlet = row.get("outlet") or "this article"
    quotation, wording = row.get("quotation"), row["wording"]
    if quotation and wording == "original":
        return {"text": quotation, "kind": VERBATIM, "marks": True, "label": None}
    if quotation and wording == "translated":
        return {"text": quotation, "kind": VERBATIM, "marks": True, "label": f"in {outlet}’s translation"}
    if quotation:
        how = vocabulary.words()["wordings"][wording]
        route = f", {row['route']}" if row.get("route") else ""
        label = f"as rendered by {outlet} ({how}{route})"
        return {"text": quotation, "kind": RENDERED, "marks": False, "label": label}
    if row.get("gist"):
        return {"text": row["gist"], "kind": GIST, "marks": False, "label": "in our words"}
    text = row.get("content_text") or row.get("words")
    if text:
        return {"text": text, "kind": REPORT, "marks": False, "label": f"reported by {outlet}, not quoted"}
    return {"text": None, "kind": REPORT, "marks": False, "label": "the words are not in this file"}


def sense(row: dict[str, Any]) -> str | None:
    """Return our gist where the quoted fragment alone may not tell what was said, else None.

    That is so where the quotation is a part of the reporter's clause (``mixed``): often a word or two.
    """
    if row.get("quote_type") == "mixed" and row.get("quotation"):
        return row.get("gist")
    return None


def said(row: dict[str, Any]) -> str:
    """The verb of a statement: ``accused``, or ``did not condemn`` where the article says what was not done."""
    words = vocabulary.words()
    if row.get("polarity") == "negative":
        phrases = words["not_done"]
    else:
        phrases = words["acts_about"] if row.get("target") else words["acts"]
    phrase: str = phrases[row["act"]]
    return phrase


def titled(row: dict[str, Any]) -> str:
    """The heading of a claim: never the bare proposition, which would read as a fact."""
    proposition = " ".join(str(row["proposition"]).split()).rstrip(".")
    by = f"; attributed to {row['claimant']}" if row.get("claimant") else ""
    return f"Allegation: that {_lower_first(proposition)}{by}"


def _lower_first(text: str) -> str:
    """Put a word at the beginning that is no name in lower case; names stay, and what may be the first word of one."""
    first, space, rest = text.partition(" ")
    words = vocabulary.words()
    small = first in words["small_words"]["words"].split()
    if not small and rest[:1].islower():
        small = first in words["opening_words"]["words"].split()
    return first.lower() + space + rest if small else text
