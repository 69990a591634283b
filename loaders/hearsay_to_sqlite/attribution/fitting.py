"""Fitting the optional model: the rules' drafts, read widely, against annotated texts; logistic regression, no library.

A line of training data is an object with ``text`` and ``attributions``, each with ``source``, ``cue`` and ``content`` as lists of
``[start, end]`` in code points.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hearsay_to_sqlite.attribution import quotes
from hearsay_to_sqlite.attribution.drafts import Draft, Pair
from hearsay_to_sqlite.attribution.flow import widely
from hearsay_to_sqlite.attribution.learned import Model, extra_forms
from hearsay_to_sqlite.attribution.lexicon import Form, lexicon
from hearsay_to_sqlite.attribution.tokens import tag_of
from hearsay_to_sqlite.attribution.wording import features, variants

ROUNDS = 6
RATE = 0.1
DECAY = 0.03
SEED = 7
MIN_SEEN = 5
"""Features met less often are left out."""
MIN_FORM = 4
"""Times that a word beyond the vocabulary must be a cue before it is looked for."""
HELD_OUT = 10
"""Each so-many-th document is kept back to choose the threshold by."""
LIKE = 0.5

Document = Mapping[str, Any]
Example = tuple[list[str], bool]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model, and what it reached on the documents that were kept back (AR F1, in percent)."""

    model: Model
    documents: int
    kept_back: float


def fit(documents: Sequence[Document], report: Callable[[str], None]) -> Fitted:
    """Fit a model to annotated documents; the same documents in the same order give the same model."""
    forms = extra_forms(_new_cues(documents))
    report(f"{len(documents)} documents, {len(forms)} cues beyond the vocabulary")
    learn = [one for nth, one in enumerate(documents) if nth % HELD_OUT or len(documents) < HELD_OUT]
    held = [one for nth, one in enumerate(documents) if not nth % HELD_OUT]
    known = {**forms, **lexicon().forms}
    examples = [example for document in learn for example in _examples(document, known)]
    report(f"{len(examples)} candidates")
    weights = _weights(examples, report)
    threshold, reached = _threshold(held, Model(weights, 0.0, forms))
    report(f"kept back: AR F1 {reached:.1f} at {threshold:.2f}")
    return Fitted(Model(weights, threshold, forms), len(documents), reached)


def _new_cues(documents: Iterable[Document]) -> list[str]:
    known = lexicon().forms
    seen: Counter[str] = Counter()
    for document in documents:
        for one in document["attributions"]:
            for start, end in one["cue"][:1]:
                words = document["text"][start:end].lower().split()
                if any(word in known for word in words):
                    continue
                seen.update(word for word in words if word.isalpha() and tag_of(word) in "vnG")
    return sorted(word for word, count in seen.items() if count >= MIN_FORM)


class Gold:
    """The annotated attributions of a text as sets of word numbers."""

    def __init__(self, document: Document) -> None:
        self.at: dict[int, int] = {}
        text, word = document["text"], -1
        for place, sign in enumerate(text):
            if sign.isalnum() or sign == "_":
                word += not (place and (text[place - 1].isalnum() or text[place - 1] == "_"))
                self.at[place] = word
        self.wanted = [
            (content, self.words(one["source"]))
            for one in document["attributions"]
            if (content := self.words(one["content"]))
        ]

    def words(self, spans: Iterable[Sequence[int]]) -> frozenset[int]:
        """The numbers of the words that the spans touch."""
        at = self.at
        return frozenset(at[place] for start, end in spans for place in range(start, end) if place in at)

    def match(self, content: Iterable[Pair], source: Iterable[Pair]) -> int | None:
        """Which annotated attribution this is, content and source, or None."""
        have, from_whom = self.words(content), self.words(source)
        for nth, (want, whose) in enumerate(self.wanted):
            if want & have and len(want & have) >= LIKE * len(want | have):
                return nth if (bool(whose & from_whom) if whose else not from_whom) else None
        return None


def _drafts(text: str, known: dict[str, Form]) -> list[Draft]:
    return widely(text, quotes.find(text), known)


def _examples(document: Document, known: dict[str, Form]) -> list[Example]:
    gold = Gold(document)
    return [
        (features(draft, name, content), gold.match(content, draft.source) is not None)
        for draft in _drafts(document["text"], known)
        for name, content in variants(draft)
    ]


def _weights(examples: list[Example], report: Callable[[str], None]) -> dict[str, float]:
    """Logistic regression by AdaGrad, one example at a time, in an order that is always the same."""
    seen = Counter(name for names, _ in examples for name in names)
    number = {name: nth for nth, name in enumerate(sorted(seen)) if seen[name] >= MIN_SEEN}
    rows = [([number[name] for name in names if name in number], right) for names, right in examples]
    weights, squares = [0.0] * len(seen), [1e-6] * len(seen)
    order = random.Random(SEED)
    for nth in range(ROUNDS):
        order.shuffle(rows)
        loss = 0.0
        for row, right in rows:
            score = max(-30.0, min(30.0, sum([weights[at] for at in row])))
            likely = 1 / (1 + math.exp(-score))
            loss -= math.log(max(likely if right else 1 - likely, 1e-9))
            wrong = likely - right
            for at in row:
                slope = wrong + DECAY * weights[at]
                squares[at] += slope * slope
                weights[at] -= RATE / (1 + nth) * slope / math.sqrt(squares[at] + 1)
        report(f"round {nth + 1}: loss {loss / max(1, len(rows)):.4f}")
    return {name: rounded for name, nth in number.items() if (rounded := round(weights[nth], 3))}


def _threshold(documents: Sequence[Document], model: Model) -> tuple[float, float]:
    """How sure to be before a draft is kept: what gives the best AR F1 on documents that were not learnt from."""
    scored: list[tuple[float, tuple[int, int] | None]] = []
    wanted = 0
    for nth, document in enumerate(documents):
        gold = Gold(document)
        wanted += len(gold.wanted)
        for draft in model.choose(_drafts(document["text"], model.known)):
            found = gold.match(draft.content, draft.source)
            scored.append((draft.confidence, None if found is None else (nth, found)))
    best = (0.5, 0.0)
    for step in range(20, 71, 2):
        kept = [right for sure, right in scored if sure >= step / 100]
        right = len({one for one in kept if one is not None})
        reached = 200 * right / max(1, wanted + len(kept))
        if reached > best[1]:
            best = (step / 100, reached)
    return best
