"""From a source span to a speaker: names to the fullest one, pronouns and roles to whom they mean, the unnamed to a kind."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from hearsay_to_sqlite.attribution.cast import NAME, Cast, Person, known_body, looks_like_body, person_part
from hearsay_to_sqlite.attribution.drafts import Draft
from hearsay_to_sqlite.attribution.noun_phrases import (
    head_noun,
    headless,
    is_owner,
    last_name,
    role_beside,
    speaks_not,
    spoken_for,
    trim,
)
from hearsay_to_sqlite.clean.names import without_possessive
from hearsay_to_sqlite.vocabulary import words

SINGULAR = frozenset({"he", "she", "him", "her", "his", "who", "himself", "herself"})
PLURAL = frozenset({"they", "their", "them", "who"})
NEUTER = frozenset({"it", "its", "which", "that"})
REACH = 1500
"""Characters. A "he" does not mean somebody who was last named further back."""
HEAD = re.compile(
    r"(?:^|[.!?\n”\"]\s*)(?:(?:The|In|On|For|But|And|Meanwhile|However|Prime|[A-Z]\w+|[a-z]{1,9}),?\s){0,4}$"
)
"""What stands before a name that heads its sentence."""
FIRST = frozenset({"i", "we", "my", "our", "you", "your"})


@dataclass(slots=True)
class Speaker:
    """Whom a source means."""

    name: str | None
    kind: str | None
    source_kind: str
    role: str | None = None
    on_behalf_of: str | None = None


class Speakers:
    """Resolves sources in the order of the text, remembering who spoke and who was in view."""

    def __init__(self, text: str, cast: Cast) -> None:
        self.text = text
        self.cast = cast
        self.last: Speaker | None = None
        self.last_body: Speaker | None = None
        self.last_many: Speaker | None = None
        self.last_at = -1
        views = [(start, person) for person in cast.people for start, _ in person.places]
        self._views = sorted(views, key=lambda view: view[0])
        self._starts = [start for start, _ in self._views]

    def resolve(self, draft: Draft) -> None:
        """Puts speaker, kinds, role and the body spoken for on a draft."""
        if not draft.source:
            return
        start, end = draft.source[0]
        speaker = self.of(start, end)
        draft.speaker, draft.speaker_kind, draft.source_kind = speaker.name, speaker.kind, speaker.source_kind
        draft.speaker_role, draft.on_behalf_of = speaker.role, speaker.on_behalf_of
        self._remember(speaker, start)

    def _remember(self, speaker: Speaker, at: int) -> None:
        if speaker.kind == "person" or (speaker.kind == "anonymous" and speaker.source_kind == "anonymous"):
            self.last, self.last_at = speaker, at
        elif speaker.kind in ("group", "body", "government", "outlet"):
            self.last_body = speaker
        if speaker.kind == "class" or speaker.source_kind == "collective":
            self.last_many = speaker

    def of(self, start: int, end: int) -> Speaker:
        """The speaker that ``text[start:end]`` means."""
        phrase = self.text[start:end].strip(" ,").replace("[", "").replace("]", "")
        low = without_possessive(phrase).lower()
        if phrase.lower() in SINGULAR | PLURAL | NEUTER | FIRST:
            return self._pronoun(phrase.lower(), start)
        named = self._named(phrase, start)
        if named is not None:
            return named
        return self._described(phrase, low, start)

    def _pronoun(self, word: str, at: int) -> Speaker:
        found: Speaker | None = None
        if word in SINGULAR:
            found = self._in_view(at) or self.last
        elif word in PLURAL:
            # A body is "they" only where no people have spoken, and then a group rather than a state or an outlet.
            group = self.last_body if self.last_body is not None and self.last_body.kind == "group" else None
            found = self.last_many or group
        elif word in NEUTER:
            found = self.last_body
        if found is None:
            return Speaker(None, None, "pronoun")
        return Speaker(found.name, found.kind, "pronoun", found.role, found.on_behalf_of)

    def _in_view(self, at: int) -> Speaker | None:
        """Whoever came last of the last speaker and the people named at the head of a sentence; else anyone near."""
        here = bisect_left(self._starts, at)
        limit = at - REACH
        anyone: Person | None = None
        for start, person in reversed(self._views[max(0, here - 12) : here]):
            if start < limit:
                break
            if self.last is not None and start < self.last_at:
                return None
            head = self.text[max(0, start - 60) : start]
            if HEAD.search(head) is not None:
                return Speaker(person.name, "person", "pronoun", person.role)
            anyone = anyone or person
        if self.last is not None or anyone is None:
            return None
        return Speaker(anyone.name, "person", "pronoun", anyone.role)

    def _named(self, phrase: str, start: int) -> Speaker | None:
        body = known_body(without_possessive(phrase))
        if body is not None:
            namesake = self._surname(phrase) if body.kind == "government" else None
            return namesake or Speaker(body.name, body.kind, "named")
        skip = words("grammar", "not_names")
        runs = [
            (match.start(), match.group()) for match in NAME.finditer(phrase) if match.group() not in skip
        ]
        if not runs:
            return None
        indefinite = phrase.split()[0].lower() in (
            "a",
            "an",
            "one",
            "some",
            "several",
            "many",
            "two",
            "three",
            "another",
            "other",
        )
        if indefinite and not (", " in phrase and self._person_in(runs)):
            return self._unnamed(phrase, runs)
        return self._person_named(phrase, runs) or self._body_named(phrase, runs)

    def _surname(self, phrase: str) -> Speaker | None:
        """The person of the article whose surname is a place's name as well."""
        person = self.cast.person(phrase) if " " not in phrase else None
        if person is None or person.name.split()[-1] != without_possessive(phrase):
            return None
        return Speaker(person.name, "person", "named", person.role)

    def _person_in(self, runs: list[tuple[int, str]]) -> Person | None:
        for _, run in reversed(runs):
            name, _title = person_part(headless(run))
            if name and known_body(name) is None and len(name.split()) > 1 and not looks_like_body(name):
                found = self.cast.person(name)
                if found is not None:
                    return found
        return None

    def _person_named(self, phrase: str, runs: list[tuple[int, str]]) -> Speaker | None:
        known: list[tuple[int, Person]] = []
        for at, run in runs:
            name, _ = person_part(headless(run))
            if not name or known_body(name) is not None:
                continue
            person = self.cast.person(name)
            if person is not None and not is_owner(phrase, at, run):
                known.append((at, person))
        if not known:
            at, run = runs[0]
            name, title = person_part(headless(run))
            guess = (
                name
                and title is None
                and not looks_like_body(name)
                and 2 <= len(name.split()) <= 4
                and not phrase.lower().startswith(("the ", "a ", "an "))
                and at <= 4
                and known_body(name) is None
            )
            if not guess and not (title and name):
                return None
            if len(name.split()) == 1:
                return Speaker(name, "person", "named", title)
            known = [(at, self.cast.add(name, title))]
        at, person = known[0]
        role = person.role or role_beside(phrase, at, person.name)
        return Speaker(person.name, "person", "named", role, spoken_for(phrase))

    def _body_named(self, phrase: str, runs: list[tuple[int, str]]) -> Speaker:
        listed, plural = words("roles", "people"), words("roles", "plural")
        plain = phrase.lower().replace(",", " ").split()
        head = head_noun(plain)
        if [run for _, run in runs] == [phrase.split(" ", 1)[0]] and speaks_not(head):
            # Capitalised only because it opens the sentence.
            return Speaker(None, None, "document")
        if head in words("roles", "documents"):
            return Speaker(trim(phrase), "body", "document")
        if head in plural or (head.rstrip("s") in listed and head.endswith("s")):
            kind = "anonymous" if head in ("sources", "officials") else "collective"
            return Speaker(trim(phrase), "class", kind, None, last_name(runs[runs[0][0] == 0 :]))
        if head in listed:
            person = self.cast.by_role(
                " ".join(word for word in plain if word not in ("the", "'s")), len(self.text)
            )
            if person is not None:
                return Speaker(person.name, "person", "named", person.role)
            return Speaker(trim(phrase), "anonymous", "anonymous", head, last_name(runs))
        if len(phrase.split()) == 1 and not looks_like_body(phrase):
            return Speaker(without_possessive(phrase), "person", "named")
        name = trim(phrase)
        for _, run in runs:
            body = known_body(run)
            if body is not None and len(plain) <= len(run.split()) + 1:
                return Speaker(body.name, body.kind, "named")
        kind = (
            "government"
            if {"government", "ministry", "administration"} & set(plain)
            else "body"
            if looks_like_body(name)
            else "group"
        )
        return Speaker(name, kind, "named")

    def _unnamed(self, phrase: str, runs: list[tuple[int, str]]) -> Speaker:
        plain = phrase.lower().replace(",", " ").split()
        head = head_noun(plain)
        many = head in words("roles", "plural") or (
            head.endswith("s") and head.rstrip("s") in words("roles", "people")
        )
        if head in words("roles", "documents"):
            return Speaker(trim(phrase), "anonymous", "document")
        if many:
            return Speaker(trim(phrase), "class", "collective", None, None)
        behalf = last_name(runs) if " of " in phrase or " for " in phrase or " in " in phrase else None
        return Speaker(trim(phrase), "anonymous", "anonymous", head, behalf)

    def _meant_body(self, head: str) -> Speaker | None:
        """The body that spoke last, where "the party" or "the ministry" can mean it: any body, or its name says so."""
        body = self.last_body
        if body is None or body.name is None:
            return None
        return body if head in words("roles", "any_body") or head in body.name.lower().split() else None

    def _described(self, phrase: str, low: str, start: int) -> Speaker:
        """A phrase without a name: "the prime minister", "the group", "officials", "a report"."""
        plain = low.replace(",", " ").split()
        head = head_noun(plain)
        definite = plain[:1] in (["the"], ["this"], ["that"])
        if speaks_not(head):
            return Speaker(None, None, "document")
        if head in words("roles", "documents"):
            return Speaker(trim(phrase), "anonymous", "document")
        if head in words("roles", "plural") or (head.endswith("s") and head[:-1] in words("roles", "people")):
            kind = "anonymous" if head in ("sources", "officials") else "collective"
            return Speaker(trim(phrase), "class", kind)
        if head in words("roles", "people"):
            person = self.cast.by_role(" ".join(plain[1:] if definite else plain), start)
            if person is not None:
                return Speaker(person.name, "person", "named", person.role)
            if definite and self.last is not None and self.last.role and head in self.last.role.lower():
                return Speaker(self.last.name, self.last.kind, "named", self.last.role)
            return Speaker(trim(phrase), "anonymous", "anonymous", head)
        if head in words("roles", "bodies"):
            body = self._meant_body(head) if definite and len(plain) == 2 else None
            if body is not None:
                return Speaker(body.name, body.kind, "named")
            return Speaker(trim(phrase), "body", "named")
        many = head.endswith("s") and not head.endswith("ss")
        return Speaker(trim(phrase), "class" if many else "anonymous", "collective" if many else "anonymous")
