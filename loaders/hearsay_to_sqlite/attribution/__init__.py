"""Article in, attributions out: who says what, in which words, on whose authority."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from hearsay_to_sqlite.attribution import assembly, author, quotes, relations
from hearsay_to_sqlite.attribution.cast import Cast
from hearsay_to_sqlite.attribution.drafts import Draft
from hearsay_to_sqlite.attribution.flow import Flow, widely
from hearsay_to_sqlite.records import Article, Passage

if TYPE_CHECKING:
    from hearsay_to_sqlite.attribution.learned import Model


READS = frozenset({"en"})
"""The languages (ISO 639-1) whose texts the rules read; of any other, what they find is chance."""


def find(article: Article, model: Model | None = None) -> Article:
    """The article with its ``attributions`` and ``mentions`` filled in; with a model, as it judges what the rules find.

    Reads ``text``, ``passages``, ``published_on``, ``byline`` and ``publisher`` only, never raises, and gives the same
    answer for the same article. Attributions an article already has are left as they are.
    """
    if article.attributions is not None:
        return article
    found_quotes = quotes.find(article.text)
    if model is None:
        drafts = Flow(article.text, found_quotes).run()
    else:
        drafts = model.choose(widely(article.text, found_quotes, model.known))
    drafts.extend(author.find(article.text, found_quotes, drafts))
    drafts = _outside_boilerplate(drafts, article.passages)
    cast = Cast(article.text)
    found = assembly.records(article, drafts, found_quotes, cast)
    found = relations.with_repeats(article.text, found, article.passages)
    return replace(article, attributions=found, mentions=assembly.mentions(article.text, cast))


def _outside_boilerplate(drafts: list[Draft], passages: tuple[Passage, ...]) -> list[Draft]:
    dead = sorted((passage.start, passage.end) for passage in passages if passage.kind == "boilerplate")
    starts = [start for start, _ in dead]

    def alive(draft: Draft) -> bool:
        at = bisect_right(starts, draft.content[0][0]) - 1
        return at < 0 or draft.content[0][0] >= dead[at][1]

    return [draft for draft in drafts if alive(draft)]
