"""Who appears in an article: the people it names in full, what it calls them, and the bodies the vocabulary knows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from hearsay_to_sqlite.clean.names import (
    is_same_name,
    name_key,
    tokens,
    without_possessive,
    without_titles,
)
from hearsay_to_sqlite.vocabulary import read, words

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİŁŃŅŇŌŐŒŘŚŞŠȘŤȚŪŮŰŹŻŽ"
"""Latin capitals, so that "Çağla Şahin" is a name as well."""
CAPITAL = rf"(?:(?:[{UPPER}]\.)+|(?:al|el|Al|El)-[\w’']+|[{UPPER}][\w]*(?:[-’'](?!s\b)\w+)*)"
# As CAPITAL, but beginning with a plain set of characters, because ``re`` looks for those fast.
FIRST = rf"[{UPPER}ae](?:(?<=[{UPPER}])\.(?:[{UPPER}]\.)*|(?<=[aeAE])l-[\w’']+|(?<=[{UPPER}])[\w]*(?:[-’'](?!s\b)\w+)*)"
NAME = re.compile(
    rf"{FIRST}(?:(?: |(?<=\b[{UPPER}])\. (?=[{UPPER}]))(?:(?:bin|ibn|bint|de|da|van|von|der|del|la|al|el)\s)?{CAPITAL})*"
)
ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s")
TITLE_REACH = 120
"""Characters before a name in which its title is looked for."""
MAX_NAME = 6
"""Words. A longer run of capitals is a headline."""
MAX_RUN = 40
"""Words. What is longer is no text; its words are not taken off one by one."""


@dataclass(slots=True)
class Person:
    """A person of the article: the fullest name, a role met beside it, and where the name stands."""

    name: str
    role: str | None = None
    places: list[tuple[int, int]] = field(default_factory=list)
    female: bool | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation: the name in the vocabulary (or as met) and its kind."""

    name: str
    kind: str


@cache
def _bodies() -> dict[str, Body]:
    return {
        " ".join(tokens(name)): Body(entry["name"], entry["kind"])
        for entry in read("organisations").values()
        for name in (entry["name"], *entry["aliases"])
    }


@lru_cache(maxsize=16384)
def known_body(name: str) -> Body | None:
    """The organisation that a name means by the vocabulary, or None."""
    return _bodies().get(" ".join(tokens(name)))


@cache
def _body_tokens() -> frozenset[str]:
    return frozenset(token for key in _bodies() for token in key.split() if len(token) > 3)


def looks_like_body(name: str) -> bool:
    """Whether a capitalised name is an organisation's by one of its words."""
    listed = words("roles", "bodies")
    return any(token in listed or token in _body_tokens() for token in tokens(name))


@lru_cache(maxsize=16384)
def person_part(name: str) -> tuple[str, str | None]:
    """A capitalised run as (person's name, title before it): "Prime Minister Ann Smith" gives both.

    The title is None where there is none; the name is empty where the run is all title.
    """
    run = name.split()
    people, titles = words("roles", "people"), words("honorifics", "titles")
    last = -1
    for at, word in enumerate(run):
        plain = word.rstrip(".").lower()
        if plain in people or plain in titles:
            last = at
    if last < 0:
        return name, None
    title = " ".join(run[: last + 1])
    return " ".join(run[last + 1 :]), title


class Meaning(NamedTuple):
    """What a capitalised run says by itself: a body, or a title and a name of so many words."""

    body: Body | None
    title: str | None
    name: str
    size: int
    listed: bool
    """Whether a word of the name is one for bodies, such as "agency"."""


@lru_cache(maxsize=16384)
def _meaning(run: str) -> Meaning:
    parts = tokens(run)
    body = _bodies().get(" ".join(parts))
    if body is not None:
        return Meaning(body, None, "", 0, False)
    name, title = person_part(run)
    parts = parts if title is None else tokens(name)
    return Meaning(None, title, name, len(parts), not words("roles", "bodies").isdisjoint(parts))


@lru_cache(maxsize=16384)
def _known_by(name: str) -> tuple[str, str]:
    """A name without titles and possessive, and its key."""
    plain = without_titles(without_possessive(name))
    return plain, name_key(plain)


class Cast:
    """The people of one article, in the order in which they appear."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.people: list[Person] = []
        self.by_key: dict[str, Person] = {}
        self.by_word: dict[str, list[Person]] = {}
        self.bodies: list[tuple[int, int, Body]] = []
        self._short: list[tuple[int, int, str]] = []
        self._meant: dict[str, Person | None] = {}
        self._read()

    def _read(self) -> None:
        skip = words("grammar", "not_names")
        for match in NAME.finditer(self.text):
            run = match.group()
            if run in skip or run.count(" ") >= MAX_RUN:
                continue
            start = match.start()
            if " " not in run:
                self._take(run, start)
                continue
            first = run.split(" ", 1)
            while first[0] in skip and len(first) > 1:
                start += len(first[0]) + 1
                run = first[1]
                first = run.split(" ", 1)
            if first[0] in skip or run.count(" ") >= MAX_NAME:
                continue
            self._take(run, start)
        for start, end, run in self._short:
            person = self.person(run)
            if person is not None:
                person.places.append((start, end))
        del self._short

    def _take(self, run: str, start: int) -> None:
        end = start + len(run)
        body, title, name, size, listed = _meaning(run)
        if body is not None:
            self.bodies.append((start, end, body))
            return
        if not name:
            return
        name_start = end - len(name)
        if size < 2:
            self._short.append((name_start, end, name))
            return
        if title is None:
            title = self._lower_title(start)
        # "Ann Paris, a teacher" shares a word with a known body and is none; "Water Agency, the inspector of …" is one.
        if title is None and (listed or not self._is_described(end)):
            self._short.append((name_start, end, name))
            return
        self.add(name, title, (name_start, end))

    def _lower_title(self, start: int) -> str | None:
        """A title before a name: "the Iraqi analyst, Ann Smith", "the head of the agency, Ann Smith"."""
        last = self.text[max(0, start - 24) : start].rstrip(" ,").rsplit(" ", 1)[-1].lower()
        if last not in words("roles", "people") and self.text[max(0, start - 2) : start] != ", ":
            return None
        before = self.text[max(0, start - TITLE_REACH) : start]
        cut = max(before.rstrip(" ,").rfind(mark) for mark in '.,;:\n“”"(')
        phrase = before[cut + 1 :]
        title = ARTICLE.split(phrase.strip(" ,"))[-1].strip()
        words_of_it = title.split()
        people = words("roles", "people")
        if not words_of_it:
            return None
        if words_of_it[-1].lower() in people:
            return title
        if not before.endswith(", "):
            return None
        whole = ARTICLE.sub("", phrase.strip(" ,"), count=1).strip()
        head = re.split(r"\s(?:of|for|in|at)\s", whole)[0].split()
        return whole if head and head[-1].lower() in people and len(head) <= 6 else None

    def _is_described(self, end: int) -> bool:
        """Whether a role follows the name: "Ann Smith, a spokeswoman for …"."""
        after = self.text[end : end + 70]
        if not after.startswith(","):
            return False
        people = words("roles", "people")
        return any(word.strip(",.").lower() in people for word in after[1:].split(",")[0].split()[:8])

    def add(self, name: str, role: str | None = None, place: tuple[int, int] | None = None) -> Person:
        """The person of this full name, new or known by it, with what was learnt added."""
        self._meant.clear()
        plain, key = _known_by(name)
        person = self.by_key.get(key) or self._respelled(plain)
        if person is None:
            person = Person(plain)
            self.people.append(person)
            for word in key.split()[-2:]:
                self.by_word.setdefault(word, []).append(person)
        self.by_key[key] = person
        person.role = person.role or role
        if place is not None:
            person.places.append(place)
        return person

    def _respelled(self, name: str) -> Person | None:
        last = name_key(name).split()[-1:]
        for word in last:
            for person in self.by_word.get(word, ()):
                if is_same_name(person.name, name):
                    return person
        return None

    def person(self, name: str) -> Person | None:
        """The one person of the article whom a full name or surname can mean; None when none or several."""
        if name not in self._meant:
            self._meant[name] = self._person(name)
        return self._meant[name]

    def _person(self, name: str) -> Person | None:
        plain, key = _known_by(name)
        if key in self.by_key:
            return self.by_key[key]
        parts = key.split()
        if len(parts) > 1:
            return self._respelled(plain)
        found = self.by_word.get(key, [])
        surnames = [person for person in found if name_key(person.name).split()[-1] == key]
        chosen = surnames or found
        return chosen[0] if len(chosen) == 1 else None

    def by_role(self, phrase: str, before: int) -> Person | None:
        """The person last named before ``before`` whose role has every word of "the prime minister"."""
        wanted = set(tokens(phrase))
        best: tuple[int, Person] | None = None
        for person in self.people:
            if person.role is None or not wanted or not wanted <= {*tokens(person.role)}:
                continue
            place = max((start for start, _ in person.places if start < before), default=-1)
            if best is None or place > best[0]:
                best = (place, person)
        return best[1] if best is not None else None
