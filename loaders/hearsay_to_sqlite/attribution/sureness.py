"""How sure to be of an attribution: the share of its like that was right on annotated news (``vocabulary/sureness.yml``)."""

from __future__ import annotations

from hearsay_to_sqlite.attribution.drafts import Draft
from hearsay_to_sqlite.attribution.lexicon import lexicon
from hearsay_to_sqlite.vocabulary import read

WITHIN = 0.2
"""A report inside a quotation is so much less sure: annotated news hardly marks any."""


def of(draft: Draft, quoted: bool) -> float:
    """From 0 to 1; a model's own figure where one judged it, the rule's first guess where the table has none."""
    if draft.judged:
        return draft.confidence
    table: dict[str, float] = read("sureness")["shares"]
    share = next((table[key] for key in keys(draft, quoted) if key in table), draft.confidence)
    return share * WITHIN if draft.within else share


def keys(draft: Draft, quoted: bool) -> tuple[str, str, str]:
    """The kinds that a draft is of, the most special first: rule, sort of verb and whether words are quoted; rule alone."""
    form = lexicon().forms.get(draft.verb)
    verb = "saying" if form is not None and "q" in form.verb.frames else "other"
    source = "unclaimed" if not draft.source else "quoted" if quoted else "plain"
    return f"{draft.rule} {verb} {source}", f"{draft.rule} {verb}", draft.rule
