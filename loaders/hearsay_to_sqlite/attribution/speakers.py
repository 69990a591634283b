"""From a source span to a speaker: names to the fullest one, pronouns and roles to whom they mean, the unnamed to a kind."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay_to_sqlite.attribution.cast import NAME, Cast, Person, known_body, looks_like_body, person_part
from hearsay_to_sqlite.attribution.drafts import Draft
from hearsay_to_sqlite.clean.names import without_possessive
from hearsay_to_sqlite.vocabulary import words

SINGULAR = frozenset({"he", "she", "him", "her", "his", "who", "himself", "herself"})
PLURAL = frozenset({"they", "their", "them", "who"})
NEUTER = frozenset({"it", "its", "which", "that"})
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
        self._views = (
            sorted((start, person) for person in cast.people for start, _ in person.places)
            if cast.people
            else []
        )

    def resolve(self, draft: Draft) -> None:
        """Puts speaker, kinds, role and the body spoken for on a draft."""
        if not draft.source:
            return
        start, end = draft.source[0]
        speaker = self.of(start, end)
        draft.speaker, draft.speaker_kind, draft.source_kind = speaker.name, speaker.kind, speaker.source_kind
        draft.speaker_role, draft.on_behalf_of = speaker.role, speaker.on_behalf_of
        self._remember(speaker)

    def _remember(self, speaker: Speaker) -> None:
        if speaker.kind == "person" or (speaker.kind == "anonymous" and speaker.source_kind == "anonymous"):
            self.last = speaker
        elif speaker.kind in ("group", "body", "government", "outlet"):
            self.last_body = speaker
        if speaker.kind == "class" or speaker.source_kind == "collective":
            self.last_many = speaker

    def of(self, start: int, end: int) -> Speaker:
        """The speaker that ``text[start:end]`` means."""
        phrase = self.text[start:end].strip(" ,")
        low = phrase.lower().rstrip("’'s ") if len(phrase) > 4 else phrase.lower()
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
            found = self.last_many or self.last_body
        elif word in NEUTER:
            found = self.last_body
        if found is None:
            return Speaker(None, None, "pronoun")
        return Speaker(found.name, found.kind, "pronoun", found.role, found.on_behalf_of)

    def _in_view(self, at: int) -> Speaker | None:
        """The person named at the head of a sentence after the last speaker spoke, else the last speaker."""
        line = self.text.rfind("\n", 0, max(0, at - 1))
        previous = self.text.rfind("\n", 0, max(0, line - 2))
        newest: tuple[int, Person] | None = None
        for start, person in reversed(self._views):
            if start >= at:
                continue
            if start < previous:
                break
            head = self.text[max(0, start - 45) : start]
            if not head.strip() or any(mark in head for mark in ".!?\n”") or newest is None:
                newest = (start, person)
                break
        if newest is None:
            return None
        return Speaker(newest[1].name, "person", "pronoun", newest[1].role)

    def _named(self, phrase: str, start: int) -> Speaker | None:
        body = known_body(without_possessive(phrase))
        if body is not None:
            return Speaker(body.name, body.kind, "named")
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

    def _person_in(self, runs: list[tuple[int, str]]) -> Person | None:
        for _, run in reversed(runs):
            name, _title = person_part(_headless(run))
            if name and known_body(name) is None and len(name.split()) > 1 and not looks_like_body(name):
                found = self.cast.person(name)
                if found is not None:
                    return found
        return None

    def _person_named(self, phrase: str, runs: list[tuple[int, str]]) -> Speaker | None:
        known: list[tuple[int, Person]] = []
        for at, run in runs:
            name, _ = person_part(_headless(run))
            if not name or known_body(name) is not None:
                continue
            person = self.cast.person(name)
            if person is not None and not _is_owner(phrase, at, run):
                known.append((at, person))
        if not known:
            at, run = runs[0]
            name, title = person_part(_headless(run))
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
        role = person.role or _role_beside(phrase, at, person.name)
        return Speaker(person.name, "person", "named", role, _spoken_for(phrase))

    def _body_named(self, phrase: str, runs: list[tuple[int, str]]) -> Speaker:
        listed, plural = words("roles", "people"), words("roles", "plural")
        plain = phrase.lower().replace(",", " ").split()
        head = _head(plain)
        if head in words("roles", "documents"):
            return Speaker(phrase, "body", "document")
        if head in plural or (head.rstrip("s") in listed and head.endswith("s")):
            return Speaker(_trim(phrase), "class", "collective", None, _last_name(runs))
        if head in listed:
            person = self.cast.by_role(
                " ".join(word for word in plain if word not in ("the", "'s")), len(self.text)
            )
            if person is not None:
                return Speaker(person.name, "person", "named", person.role)
            return Speaker(_trim(phrase), "anonymous", "anonymous", head, _last_name(runs))
        if len(phrase.split()) == 1 and not looks_like_body(phrase):
            return Speaker(without_possessive(phrase), "person", "named")
        name = _trim(phrase)
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
        head = _head(plain)
        many = head in words("roles", "plural") or (
            head.endswith("s") and head.rstrip("s") in words("roles", "people")
        )
        if head in words("roles", "documents"):
            return Speaker(_trim(phrase), "anonymous", "document")
        if many:
            return Speaker(_trim(phrase), "class", "collective", None, None)
        behalf = _last_name(runs) if " of " in phrase or " for " in phrase or " in " in phrase else None
        return Speaker(_trim(phrase), "anonymous", "anonymous", head, behalf)

    def _described(self, phrase: str, low: str, start: int) -> Speaker:
        """A phrase without a name: "the prime minister", "the group", "officials", "a report"."""
        plain = low.replace(",", " ").split()
        head = _head(plain)
        definite = plain[:1] in (["the"], ["this"], ["that"])
        if head in words("roles", "documents"):
            return Speaker(phrase, "anonymous", "document")
        if head in words("roles", "plural") or (head.endswith("s") and head[:-1] in words("roles", "people")):
            kind = "anonymous" if head in ("sources", "officials") else "collective"
            return Speaker(_trim(phrase), "class", kind)
        if head in words("roles", "people"):
            person = self.cast.by_role(" ".join(plain[1:] if definite else plain), start)
            if person is not None:
                return Speaker(person.name, "person", "named", person.role)
            if definite and self.last is not None and self.last.role and head in self.last.role.lower():
                return Speaker(self.last.name, self.last.kind, "named", self.last.role)
            return Speaker(_trim(phrase), "anonymous", "anonymous", head)
        if head in words("roles", "bodies"):
            if definite and self.last_body is not None and len(plain) == 2:
                return Speaker(self.last_body.name, self.last_body.kind, "named")
            return Speaker(_trim(phrase), "body", "named")
        many = head.endswith("s") and not head.endswith("ss")
        return Speaker(_trim(phrase), "class" if many else "anonymous", "collective" if many else "anonymous")


def _headless(run: str) -> str:
    first = run.split(" ", 1)
    return first[1] if first[0] in words("grammar", "not_names") and len(first) > 1 else run


def _is_owner(phrase: str, at: int, run: str) -> bool:
    """ "Trump's adviser" is not Trump, nor is "an aide to Trump"."""
    following = phrase[at + len(run) : at + len(run) + 3]
    before = phrase[:at].rstrip().rsplit(" ", 1)[-1].lower()
    return following.startswith(("'s ", "’s ", "' ", "’ ")) or before in (
        "of",
        "to",
        "for",
        "from",
        "by",
        "with",
        "at",
        "under",
    )


def _head(plain: list[str]) -> str:
    """The noun that a phrase is about: its last word before "of", "for", "who" …"""
    for at, word in enumerate(plain):
        if at and word in (
            "of",
            "for",
            "in",
            "at",
            "from",
            "who",
            "with",
            "on",
            "to",
            "that",
            "which",
            "close",
            "familiar",
            "by",
            "and",
        ):
            return plain[at - 1]
    return plain[-1] if plain else ""


def _role_beside(phrase: str, at: int, name: str) -> str | None:
    before = phrase[:at].strip(" ,")
    after = phrase[at + len(name) :].strip()
    role = before or (after[1:].strip() if after.startswith(",") else "")
    role = _trim(role.removeprefix("and ").strip())
    return role if role and len(role) < 120 else None


def _spoken_for(phrase: str) -> str | None:
    """The body for which a spokesperson speaks, by the names beside the word."""
    low = phrase.lower()
    at = next((low.find(word) for word in words("roles", "spokes") if word in low), -1)
    if at < 0:
        return None
    runs = [match.group() for match in NAME.finditer(phrase[:at])]
    behind = phrase[at:].split(" for ", 1)
    if len(behind) > 1 and not runs:
        runs = [match.group() for match in NAME.finditer(behind[1].split(",")[0])][:1]
    return _without_article(runs[-1]) if runs else None


def _last_name(runs: list[tuple[int, str]]) -> str | None:
    return _without_article(runs[-1][1]) if runs else None


def _without_article(name: str) -> str | None:
    plain = without_possessive(_headless(name))
    return plain if plain not in words("grammar", "not_names") else None


def _trim(phrase: str) -> str:
    """A phrase as a name: no article, and no relative clause."""
    for mark in (", who ", " who ", ", which ", " — "):
        phrase = phrase.split(mark)[0]
    first = phrase.split(" ", 1)
    if first[0].lower() in ("the", "a", "an") and len(first) > 1:
        phrase = first[1]
    return phrase.strip(" ,;:—-")[:160]
