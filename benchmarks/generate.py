"""Articles of invented people about invented events, the same for the same seed: nothing is stored, all is made."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

FIRST = [
    "Orla",
    "Tam",
    "Ines",
    "Jorun",
    "Pavel",
    "Mirela",
    "Anselm",
    "Dorte",
    "Kofi",
    "Selma",
    "Ruben",
    "Talia",
    "Ivo",
    "Nadia",
    "Henrik",
    "Ayla",
]
LAST = [
    "Venn",
    "Hurley",
    "Castell",
    "Brandt",
    "Okoro",
    "Lindqvist",
    "Marsh",
    "Petrov",
    "Aldous",
    "Ferrant",
    "Quill",
    "Ostrander",
    "Vey",
    "Holm",
]
PLACES = ["Port Vale", "Nordhaven", "Kestrel Bay", "Alderly", "Marrow Hill", "Saint Osk"]
BODIES = ["harbour ministry", "dockers' union", "city council", "port police", "insurers' federation"]
THINGS = ["granary", "ferry", "power station", "bridge", "fuel depot", "town archive", "tram depot"]
VERBS = ["said", "stressed", "added", "insisted", "announced", "warned", "claimed"]
FACTS = [
    "{n} people had been hurt near the {thing}",
    "the {thing} in {place} would stay closed for {n} weeks",
    "nobody had warned the {body} about the {thing}",
    "saboteurs had set fire to the {thing} at night",
    "the {body} had known of the danger for {n} days",
]
LINES = [
    "{who} {verb} that {fact}.",
    "“{Fact},” {who} {verb}.",
    "According to {who}, {fact}.",
    "{who} accused the {body} of hiding that {fact}.",
    "The {thing} stands between {place} and the old harbour, where traffic was slow on {day}.",
    "{who} described the report as “a careless mistake”, adding that {fact}.",
    "The {body} declined to comment on the {thing}.",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def articles(count: int, seed: int = 1, sentences: int = 14) -> Iterator[str]:
    """Yield ``count`` plain-text articles of about ``sentences`` sentences each."""
    for number in range(count):
        yield _article(random.Random(f"{seed}/{number}"), number, sentences)


def write(folder: Path, count: int, seed: int = 1, sentences: int = 14) -> list[Path]:
    """Write ``count`` articles as files into ``folder``; return their paths in order."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, text in enumerate(articles(count, seed, sentences)):
        path = folder / f"{number:07}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def _article(chance: random.Random, number: int, sentences: int) -> str:
    people = [f"{chance.choice(FIRST)} {chance.choice(LAST)}" for _ in range(3)]
    lines = [f"{chance.choice(PLACES)} {chance.choice(THINGS)} report number {number} divides the city"]
    for _ in range(sentences):
        values = {
            "who": chance.choice(people),
            "verb": chance.choice(VERBS),
            "thing": chance.choice(THINGS),
            "place": chance.choice(PLACES),
            "body": chance.choice(BODIES),
            "day": chance.choice(DAYS),
            "n": chance.randint(2, 90),
        }
        fact = chance.choice(FACTS).format(**values)
        lines.append(chance.choice(LINES).format(**values, fact=fact, Fact=fact[0].upper() + fact[1:]))
    return "\n\n".join(lines) + "\n"
