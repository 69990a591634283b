"""Which actor a name means: ids that depend on the name, the curated names and the vocabulary, never on load order.

A full name is one person everywhere; a surname alone, a class of people or an unnamed source belongs to its article.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from hearsay_to_sqlite.clean.names import (
    is_same_name,
    name_key,
    name_slug,
    plain_slug,
    tokens,
    without_titles,
)
from hearsay_to_sqlite.records import Actor, Article, Attribution, Mention, stable_id
from hearsay_to_sqlite.vocabulary import read

Entry = tuple[str, str, str]
"""Actor id, name, kind."""

LOCAL_KINDS = frozenset({"class", "anonymous"})
"""Kinds that are never the same actor in two articles."""

UNKNOWN = "anonymous"


@dataclass(frozen=True, slots=True)
class Known:
    """The names that somebody has put to an actor: those of case files and imports, then the shipped organisations."""

    curated: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    organisations: dict[str, Entry] = field(default_factory=dict)

    @classmethod
    def from_rows(cls, rows: Iterable[tuple[str, str, str, str]] = ()) -> Known:
        """Known actors from rows of actor id, name, kind, origin; names a machine found are not believed."""
        by_key: dict[str, dict[Entry, None]] = {}
        for actor_id, name, kind, origin in rows:
            if origin != "extracted":
                by_key.setdefault(name_key(name), {})[actor_id, name, kind] = None
        return cls({key: tuple(sorted(entries)) for key, entries in by_key.items()}, organisations())

    def __reduce__(self) -> tuple[object, ...]:
        # To another process goes what only this one knows; the shipped names it has itself.
        return _known_again, (self.curated,)

    def curated_id(self, name: str) -> Entry | None:
        """The one curated actor that has this name, in this or another spelling; None when none or several have."""
        return _only(self.curated.get(name_key(name), ())) or self._respelled(name)

    def _respelled(self, name: str) -> Entry | None:
        # One-word names differ too little from one another for anything but equality of keys.
        if len(tokens(name)) < 2:
            return None
        return _only(
            entry for entries in self.curated.values() for entry in entries if is_same_name(entry[1], name)
        )


def _known_again(curated: dict[str, tuple[Entry, ...]]) -> Known:
    return Known(curated, organisations())


def _only(entries: Iterable[Entry]) -> Entry | None:
    found = {entry[0]: entry for entry in entries}
    return next(iter(found.values())) if len(found) == 1 else None


def organisation_key(name: str) -> str:
    """The form in which names of organisations are compared: folded words, articles left out, dots gone."""
    return " ".join(tokens(name))


@cache
def organisations() -> dict[str, Entry]:
    """Every shipped name of an organisation, by its key."""
    return {
        organisation_key(name): (actor_id, entry["name"], entry["kind"])
        for actor_id, entry in read("organisations").items()
        for name in (entry["name"], *entry["aliases"])
    }


def _identify(name: str, kind: str, article_id: str, known: Known) -> Entry:
    """The id, name and kind under which ``name`` is filed."""
    # "the judiciary", "armed groups": without a name of its own a body is another one in each article.
    if kind not in LOCAL_KINDS and name.lower() != name:
        plain = without_titles(name) if kind == "person" else name
        found = known.curated_id(plain) or (
            None if kind == "person" else known.organisations.get(organisation_key(name))
        )
        if found is not None:
            return found
        if kind != "person":
            return plain_slug(name), name, kind
        if len(tokens(plain)) > 1:
            return name_slug(plain), plain, kind
        name = plain
    return f"{plain_slug(name)}-{stable_id(article_id)[:6]}", name, kind


class _Cast:
    """The actors of one article, as they are met."""

    def __init__(self, article_id: str, known: Known) -> None:
        self.article_id = article_id
        self.known = known
        self.actors: dict[str, Actor] = {}
        self._entries: dict[tuple[str, str], Entry] = {}

    def _identify(self, name: str, kind: str) -> Entry:
        entry = self._entries.get((name, kind))
        if entry is None:
            entry = self._entries[name, kind] = _identify(name, kind, self.article_id, self.known)
        return entry

    def meet(self, name: str | None, kind: str | None, role: str | None = None) -> str | None:
        if not name:
            return None
        actor_id, full, found_kind = self._identify(name, kind or UNKNOWN)
        actor = self.actors.get(actor_id)
        if actor is None:
            self.actors[actor_id] = Actor(actor_id, full, found_kind, role, (name,))
        elif name not in actor.names or (role and not actor.role):
            names = actor.names if name in actor.names else (*actor.names, name)
            self.actors[actor_id] = replace(actor, names=names, role=actor.role or role)
        return actor_id


def resolve(article: Article, known: Known) -> tuple[Article, tuple[Actor, ...]]:
    """The article with actor ids on its attributions and mentions, and the actors to write, by id.

    Ids already on an attribution (an import's) are kept.
    """
    cast = _Cast(article.id, known)
    mentions = tuple(_mention(mention, cast) for mention in article.mentions)
    attributions = tuple(_attribution(found, cast) for found in article.attributions or ())
    resolved = replace(
        article, mentions=mentions, attributions=None if article.attributions is None else attributions
    )
    return resolved, tuple(cast.actors[actor_id] for actor_id in sorted(cast.actors))


def _mention(mention: Mention, cast: _Cast) -> Mention:
    actor_id = mention.actor_id or cast.meet(mention.actor, mention.kind)
    if actor_id is not None and actor_id in cast.actors and mention.name not in cast.actors[actor_id].names:
        actor = cast.actors[actor_id]
        cast.actors[actor_id] = replace(actor, names=(*actor.names, mention.name))
    return mention._replace(actor_id=actor_id)


def _attribution(found: Attribution, cast: _Cast) -> Attribution:
    return found._replace(
        actor_id=found.actor_id or cast.meet(found.speaker, found.speaker_kind, found.speaker_role),
        on_behalf_of_id=found.on_behalf_of_id or cast.meet(found.on_behalf_of, "group"),
        target_id=found.target_id or cast.meet(found.target, found.target_kind),
        via_actor_id=found.via_actor_id or cast.meet(found.via, "outlet"),
    )
