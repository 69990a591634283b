"""A trained model's say: which of the drafts to keep, with which content, and how sure to be. Made by ``fitting``."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import repeat
from pathlib import Path

from hearsay_to_sqlite.attribution.drafts import Draft, Pair
from hearsay_to_sqlite.attribution.lexicon import Form, Verb, kind_of, lexicon
from hearsay_to_sqlite.attribution.wording import Kind, kind, of_content, round_about, variants
from hearsay_to_sqlite.errors import InputError

FORMAT = "hearsay-attribution-1"
MAX_BYTES = 32 * 1024 * 1024
MARGIN = 0.15
HOPELESS = 0.05
FAR_OFF = -2.0
"""Where a draft's kind and what stands round it score less, no content makes up for it: of the 39 % of the drafts that do
on PolNeAR's training part, one in a thousand would have been kept."""
MAX_KINDS = 50_000
LOOK_BACK = 12
"""Drafts. Contents overlap only within a paragraph, so rivals are never far away."""
FRAMES = "sntq"
"""What may follow a cue verb that only the training data names: anything; the model sorts it out."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of a logistic regression over ``wording.features``, and cue verbs beyond the vocabulary's."""

    weights: dict[str, float]
    threshold: float
    forms: dict[str, Form]
    known: dict[str, Form] = field(init=False, repr=False)
    """These cue verbs and the vocabulary's, which counts where a word is in both."""
    _kinds: dict[Kind, float] = field(init=False, repr=False)
    """The scores of the kinds of drafts that were met; emptied when it has grown, so that memory stays flat."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", {**self.forms, **lexicon().forms})
        object.__setattr__(self, "_kinds", {})

    def _score(self, names: Iterable[str]) -> float:
        return sum(map(self.weights.get, names, repeat(0.0)))

    def _of_kind(self, kind: Kind) -> float:
        score = self._kinds.get(kind)
        if score is None:
            if len(self._kinds) >= MAX_KINDS:
                self._kinds.clear()
            score = self._kinds[kind] = self._score(kind.names())
        return score

    def choose(self, drafts: list[Draft]) -> list[Draft]:
        """The drafts to keep, each with its likeliest content and with its likelihood as confidence.

        Of drafts that have half their content in common the surest stays.
        """
        kept: list[Draft] = []
        for draft in drafts:
            draft.confidence, draft.content = self._best(draft)
            draft.judged = True
            if draft.confidence >= self.threshold:
                kept.append(draft)
        kept.sort(key=lambda draft: draft.content[0][0])
        found: list[Draft] = []
        for draft in kept:
            near = found[-LOOK_BACK:]
            rivals = [other for other in near if _alike(draft.content, other.content)]
            if all(draft.confidence > other.confidence for other in rivals):
                found[-LOOK_BACK:] = [*(other for other in near if other not in rivals), draft]
        return found

    def _best(self, draft: Draft) -> tuple[float, list[Pair]]:
        ends = variants(draft)
        name, content = next(ends)
        around = self._score(round_about(draft))
        score = around + self._of_kind(kind(draft, name, content))
        if score < FAR_OFF:
            return _likelihood(score), content
        first = best = _likelihood(score + self._score(of_content(draft, name, content))), content
        # Where the rules' own ends are all but sure to be right, or wrong, others need no look.
        if HOPELESS <= first[0] <= 1 - MARGIN:
            judged = ((self._likely(draft, name, content, around), content) for name, content in ends)
            best = max(judged, key=lambda one: one[0], default=first)
        # The rules' own ends are good ones: others must be clearly likelier.
        return best if best[0] >= first[0] + MARGIN else first

    def _likely(self, draft: Draft, name: str, content: list[Pair], around: float) -> float:
        score = around + self._of_kind(kind(draft, name, content))
        return _likelihood(score + self._score(of_content(draft, name, content)))


def _likelihood(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def _alike(one: list[Pair], other: list[Pair]) -> bool:
    if len(one) == 1 == len(other) and (one[0][1] <= other[0][0] or other[0][1] <= one[0][0]):
        return False
    common = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)
    whole = sum(end - start for start, end in (*one, *other)) - common
    return 2 * common >= whole


def extra_forms(words: Iterable[str]) -> dict[str, Form]:
    """Forms of cue verbs that the vocabulary lacks, as they were met in training."""
    return {word: Form(Verb(word, "assert", FRAMES), kind_of(word)) for word in words}


def load(path: Path) -> Model:
    """The model in a file that ``train`` wrote. Raises InputError where it is none."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError("it is too large for a model.", location=str(path))
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise KeyError("format")
        weights = dict(zip(data["weights"], map(float, data["weights"].values()), strict=True))
        return Model(weights, float(data["threshold"]), extra_forms(map(str, data["forms"])))
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"it cannot be read: {reason}.", location=str(path)) from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        what, remedy = "this is no model of this version.", "Make one with: hearsay-to-sqlite train."
        raise InputError(what, location=str(path), remedy=remedy) from error


def save(path: Path, model: Model, made: dict[str, object]) -> None:
    """Write a model, with ``made`` (from what, how) for whoever finds the file; the same model gives the same bytes."""
    data = {
        "format": FORMAT,
        "made": made,
        "threshold": model.threshold,
        "forms": sorted(model.forms),
        "weights": dict(sorted(model.weights.items())),
    }
    path.write_text(json.dumps(data, ensure_ascii=True, separators=(",", ":")) + "\n", encoding="utf-8")
