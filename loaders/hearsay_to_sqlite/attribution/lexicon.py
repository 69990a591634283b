"""The cue vocabulary, ready for use: every inflected form with the verb it belongs to and what that verb performs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from hearsay_to_sqlite.vocabulary import read

VOWELS = frozenset("aeiou")


class Verb(NamedTuple):
    """What a verb (or verb with particle) performs, and what may follow it; the letters are those of ``cues.yml``."""

    lemma: str
    act: str
    frames: str
    particle: tuple[str, ...] = ()


class Form(NamedTuple):
    """One inflected form: ``kind`` is b(ase), s (third person), d (past or past participle), g (-ing) or j (an adjective, "convinced")."""

    verb: Verb
    kind: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every cue: forms of verbs, their particles, nouns with their act, adverbs with their certainty."""

    forms: dict[str, Form]
    particles: dict[str, tuple[Verb, ...]]
    nouns: dict[str, str]
    adverbs: dict[str, str]
    hedges: dict[str, str]
    triggers: frozenset[str]
    phrase_words: frozenset[str]
    openers: frozenset[str]
    """Nouns of set phrases that name an authority: "in the words of"."""
    reporting: frozenset[str]
    """Forms that report what somebody said, so that they may stand before or behind a quotation."""


def inflect(lemma: str) -> tuple[tuple[str, str], ...]:
    """The regular forms of an English verb, each with its kind.

    >>> [form for form, kind in inflect("deny")]
    ['deny', 'denies', 'denied', 'denying']
    """
    if lemma.endswith("y") and lemma[-2] not in VOWELS:
        rest = (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    elif lemma.endswith("e"):
        rest = (lemma + "s", lemma + "d", lemma[:-1] + "ing" if not lemma.endswith("ee") else lemma + "ing")
    elif lemma.endswith(("s", "sh", "ch", "x", "z")):
        rest = (lemma + "es", lemma + "ed", lemma + "ing")
    else:
        rest = (lemma + "s", lemma + "ed", lemma + "ing")
    return ((lemma, "b"), (rest[0], "s"), (rest[1], "d"), (rest[2], "g"))


def kind_of(form: str) -> str:
    """The kind of a form by its ending alone, for a verb of which nothing else is known.

    >>> [kind_of(form) for form in ("seeks", "sought", "seeking")]
    ['s', 'd', 'g']
    """
    if form.endswith("ing"):
        return "g"
    return "s" if form.endswith("s") and not form.endswith("ss") else "d"


def _forms(lemma: str, irregular: dict[str, str]) -> tuple[tuple[str, str], ...]:
    if lemma not in irregular:
        return inflect(lemma)
    third, *past, gerund = irregular[lemma].split()
    return ((lemma, "b"), (third, "s"), *((form, "d") for form in past), (gerund, "g"))


def _verbs(groups: list[dict[str, str]]) -> dict[str, Verb]:
    verbs: dict[str, Verb] = {}
    for group in groups:
        for lemma in group["verbs"].split():
            known = verbs.get(lemma)
            # A verb listed twice takes the act of its first group and the frames of both.
            frames = group["frames"] if known is None else "".join(sorted({*known.frames, *group["frames"]}))
            act = group["act"] if known is None else known.act
            verbs[lemma] = Verb(lemma, act, frames)
    return verbs


@cache
def lexicon() -> Lexicon:
    """The vocabulary file ``cues.yml``, inflected."""
    data = read("cues")
    verbs = _verbs(data["verbs"])
    particles: dict[str, list[Verb]] = {}
    for row in data["phrases"]:
        for phrase in row["of"].split(";"):
            lemma, *particle = phrase.split()
            verb = Verb(lemma, row["act"], row["frames"], tuple(particle))
            particles.setdefault(lemma, []).append(verb)
            verbs.setdefault(lemma, Verb(lemma, row["act"], ""))
    forms = {
        form: Form(verb, kind)
        for lemma, verb in verbs.items()
        for form, kind in reversed(_forms(lemma, data["irregular"]))
    }
    for act, listed in data["states"].items():
        for state in listed.split():
            forms.setdefault(state, Form(Verb(state, act, "s"), "j"))
    nouns = {}
    for act, listed in data["nouns"].items():
        for noun in listed.split():
            nouns[noun] = nouns[f"{noun}s"] = "call-for" if act == "call-for-hope" else act
    openers = frozenset(data["authorities"].split())
    phrase_words = frozenset(nouns) | frozenset(data["adverbs"]) | {"according"} | openers
    triggers = frozenset(forms) | phrase_words
    reporting = frozenset(form for form, known in forms.items() if "q" in known.verb.frames) | {"according"}
    # The longest first: "draw attention to the fact" before "draw attention to".
    phrases = {
        lemma: tuple(sorted(found, key=lambda verb: -len(verb.particle)))
        for lemma, found in particles.items()
    }
    return Lexicon(
        forms, phrases, nouns, data["adverbs"], data["hedges"], triggers, phrase_words, openers, reporting
    )
