"""A whole text, sentence by sentence: cues, then quotations that continue what was begun or stand without a cue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hearsay_to_sqlite.attribution import floating, phrases, sentences, tagging, tokens, uncued, verbs
from hearsay_to_sqlite.attribution.drafts import Draft, Pair
from hearsay_to_sqlite.attribution.lexicon import Form, lexicon
from hearsay_to_sqlite.attribution.quotes import Quote
from hearsay_to_sqlite.attribution.tagging import Sentence

NEAR = 2
"""Paragraphs. A quotation without a cue belongs to the last speaker only when that speaker is so near."""
MIN_FLOATING = 4
"""Words. A shorter quotation without a cue is a title or a name."""


def widely(text: str, found: list[Quote], known: dict[str, Form]) -> list[Draft]:
    """What the rules find in a text, and beyond it what they can guess at cues that they left alone.

    Read widely only, a sentence would be misread: every doubtful verb cuts what stands round it.
    """
    careful = Flow(text, found)
    wide = Flow(text, found, careful.told)
    for breaks, sentence in careful.sentences():
        careful.take(breaks, sentence)
        wide.take(breaks, tagging.widely(sentence, known))
    sure = careful.whole()
    taken = {place for draft in sure for start, end in draft.cue for place in range(start, end)}
    guesses = [
        draft
        for draft in wide.whole()
        if not any(place in taken for start, end in draft.cue for place in (start, end - 1))
    ]
    for draft in guesses:
        draft.guessed = True
    return [*sure, *guesses]


class Flow:
    """The state of reading a text: who spoke last, and a cue that still waits for its quotation."""

    def __init__(self, text: str, found: list[Quote], told: dict[int, list[Draft]] | None = None) -> None:
        self.text = text
        self.quotes = found
        self.quote_starts = [quote.start for quote in self.quotes]
        self.drafts: list[Draft] = []
        self.waiting: Draft | None = None
        self.speaking: Draft | None = None
        self.going_on: Draft | None = None
        """Whose speech goes on in the next sentence."""
        self.told_by: Draft | None = None
        """What was last attributed to somebody, in quotation marks or without."""
        self.floating: list[Pair] = []
        """Quotations that opened the paragraph and whose speaker the next sentence may still name."""
        self.runs_on = False
        """Whether the last of them has no closing mark, and so goes on in the next paragraph."""
        self.given: Draft | None = None
        """Whom they were given to until then."""
        self.paragraph = 0
        self.told = {} if told is None else told
        """What speakers report inside each quotation, by its start; another flow over the same text may have found it."""

    def run(self) -> list[Draft]:
        """Every attribution of the text, in the order of their sentences."""
        for breaks, sentence in self.sentences():
            self.take(breaks, sentence)
        return self.whole()

    def whole(self) -> list[Draft]:
        """The attributions of what was taken so far, those left out that found no content."""
        return [draft for draft in self.drafts if draft.content]

    def sentences(self) -> Iterator[tuple[bool, Sentence]]:
        """The sentences of the text, each with whether it begins a paragraph."""
        position = 0
        for start, end in sentences.split(self.text, self.quotes):
            breaks = self.text.count("\n", position, start) > 0
            position = end
            yield breaks, tagging.read(self.text, start, end, self.quotes, self.quote_starts)

    def take(self, breaks: bool, sentence: Sentence) -> None:
        """Adds the attributions of the next sentence."""
        self.paragraph += breaks
        found = [*verbs.find(sentence), *phrases.find(sentence)]
        if sentence.quotes:
            found.extend(uncued.find(sentence, found))
        for index in sorted(sentence.quotes):
            quote = sentence.quotes[index]
            if quote.start in self.told:
                found.extend(replace(draft, content=[*draft.content]) for draft in self.told[quote.start])
            else:
                self.told[quote.start] = self._within(quote)
                found.extend(self.told[quote.start])
        before = self.told_by
        if not found and sentence.quotes and before is not None and self.paragraph - before.paragraph < NEAR:
            found.extend(floating.again(sentence, before))
        if not found and sentence.tags[-1:] == ":":
            found.extend(uncued.announced(sentence))
        opening = self._opening_quotation(sentence)
        if opening is not None:
            floating.interrupted(self.text, opening, found)
        covered = opening is None or any(
            start <= sentence.begin[0] for draft in found for start, _ in draft.content
        )
        if covered and self.floating:
            if (
                floating.claimed(sentence, breaks and not self.runs_on, self.floating, found)
                and self.given is not None
            ):
                loose = set(self.floating)
                self.given.content = [pair for pair in self.given.content if pair not in loose]
            self.floating, self.given = [], None
            self.runs_on = False
        if opening is not None and not covered:
            self._continue(sentence, opening, breaks)
        if breaks or found or opening is not None:
            self.going_on = None
        elif self.going_on is not None:
            self.going_on.content.append(floating.whole(sentence))
        if len(found) == 1 and floating.goes_on(sentence, found[0]):
            self.going_on = found[0]
        self.waiting = None
        for draft in found:
            draft.paragraph = self.paragraph
            if draft.dropped and self.told_by is not None and self.paragraph - self.told_by.paragraph < NEAR:
                draft.source = [*self.told_by.source]
            if draft.source and not draft.within:
                self.told_by = draft
            if not draft.content:
                self.waiting = draft
            elif not draft.within and any(
                self.text[a] in MARKS or self.text[b - 1] in MARKS for a, b in draft.content
            ):
                self.speaking = draft
        self.drafts.extend(found)

    def _opening_quotation(self, sentence: Sentence) -> Quote | None:
        """The quotation that makes up the sentence, or opens it before anything else is said."""
        if sentence.tags[:1] != "Q":
            return None
        words = sum(tag not in ",.:;-'" for tag in sentence.tags)
        return sentence.quotes[0] if words <= len(sentence.quotes) else None

    def _continue(self, sentence: Sentence, quote: Quote, breaks: bool) -> None:
        pair = (quote.start, min(quote.end, sentence.end))
        if self.waiting is not None:
            self.waiting.content.append(pair)
            self.speaking = self.waiting
            return
        if breaks and floating.heads(self.text, quote):
            self.floating, self.given = [pair], None
            return
        speaking = self.speaking
        opens = breaks or bool(self.floating)
        if breaks and not self.runs_on:
            self.floating, self.given = [], None
        self.runs_on = not quote.closed and speaking is None
        if speaking is None or self.paragraph - speaking.paragraph > NEAR:
            self.floating.append(pair)
            return
        if tokens.count(self.text, *pair) < MIN_FLOATING:
            return
        speaking.content.append(pair)
        if opens and (self.given is speaking or speaking.paragraph < self.paragraph):
            self.floating.append(pair)
            self.given = speaking
        speaking.paragraph = self.paragraph

    def _within(self, quote: Quote) -> list[Draft]:
        """What speakers report inside a quotation."""
        found: list[Draft] = []
        told = tokens.words_of(self.text, quote.inner_start, quote.inner_end)
        if lexicon().reporting.isdisjoint(told):
            return found
        for start, end in sentences.split(self.text, [], quote.inner_start, quote.inner_end):
            inner = tagging.read(self.text, start, end, [], [])
            if not inner.forms:
                continue
            for draft in [*verbs.find(inner), *phrases.find(inner)]:
                if draft.content and draft.source and draft.rule in NESTED and _reports(draft, self.text):
                    draft.confidence -= floating.WITHIN
                    draft.within = True
                    found.append(draft)
        return found


def _reports(draft: Draft, text: str) -> bool:
    """Whether what stands inside a quotation reports others' words; "I think" and "they want" do not."""
    known = lexicon().forms.get(draft.verb)
    if draft.verb == "according":
        return True
    return (
        known is not None and "q" in known.verb.frames and text[slice(*draft.source[0])].lower() not in FIRST
    )


MARKS = "\"“”«»'`„"
NESTED = frozenset({"clause", "quote-before", "quote-after", "inserted", "trailing", "according-to"})
"""Rules that are trusted inside a quotation; what speakers say in passing ("people say it works") is no report."""
FIRST = frozenset({"i", "we", "you", "it", "'m", "’m"})
