"""Whether the entries of a case refer to one another rightly: ids that exist, no id twice, no statement inside itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hearsay_to_sqlite.sources.case.documents import Keys
from hearsay_to_sqlite.sources.case.entries import CaseFile, Entry
from hearsay_to_sqlite.sources.case.validation import closest

REFERENCES: dict[str, dict[str, str]] = {
    "actors": {"affiliations.organisation": "actors"},
    "articles": {"publisher": "outlets", "origin": "outlets", "supersedes": "articles"},
    "mentions": {"article": "articles", "actor": "actors"},
    "framings": {"techniques": "techniques"},
    "claims": {
        "event": "events",
        "claimant": "actors",
        "relations.claim": "claims",
        "framings.framing": "framings",
        "sightings.outlet": "outlets",
        "sightings.article": "articles",
    },
    "utterances": {"actor": "actors"},
    "statements": {
        "article": "articles",
        "actor": "actors",
        "on_behalf_of": "actors",
        "target": "actors",
        "addressee": "actors",
        "nested_in": "statements",
        "repeat_of": "statements",
        "utterance": "utterances",
        "via": "actors",
        "claims": "claims",
    },
    "facets": {"event": "events"},
    "accounts": {"facet": "facets", "article": "articles", "statement": "statements"},
    "copies": {"article": "articles", "copied_from": "articles"},
    "wording_changes": {"article": "articles", "copied_from": "articles"},
    "reviews": {"claims": "claims"},
    "decisions": {
        "anchor.article": "articles",
        "after.actor": "actors",
        "after.claim": "claims",
        "supersedes": "decisions",
    },
}
"""For each section, which of its keys hold ids of which other; lists are passed through, of mappings the keys count."""

NOTICE_TARGETS = ("statements", "claims", "actors", "articles", "reviews")
SAME_ARTICLE = {"statements": ("nested_in", "repeat_of"), "accounts": ("statement",)}
CHAINS = {"statements": ("nested_in", "repeat_of"), "articles": ("supersedes",), "decisions": ("supersedes",)}


def check_references(case: CaseFile) -> None:
    """Nothing where every reference holds.

    Raises:
        CaseError: An id is given twice, refers to nothing, or to a statement of another article; or a chain is a circle.
    """
    for section in case.sections:
        _check_unique(case[section])
    known = {section: frozenset(case.by_id(section)) for section in case.sections}
    for section, references in REFERENCES.items():
        for entry in case[section]:
            for way, target in references.items():
                for keys, value in _values(entry.data, tuple(way.split(".")), ()):
                    _check_known(entry, keys, value, target, known.get(target, frozenset()))
    _check_targets(case, known)
    _check_same_article(case)
    for section, keys_of_chain in CHAINS.items():
        for key in keys_of_chain:
            _check_chain(case.by_id(section), key)
    for key in ("copies", "wording_changes"):
        _check_not_itself(case[key])


def _check_unique(found: tuple[Entry, ...]) -> None:
    first: dict[str, Entry] = {}
    for entry in found:
        if entry.id is None:
            continue
        if entry.id in first:
            other = first[entry.id]
            what = f"The id {entry.id} is given twice; first at {other.document.name}:{other.line('id')}."
            raise entry.error(what, "id", remedy="Give one of them another id.")
        first[entry.id] = entry


def _values(value: Any, way: tuple[str, ...], keys: Keys) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, list):
        for n, item in enumerate(value):
            yield from _values(item, way, (*keys, n))
    elif way:
        if way[0] in value:
            yield from _values(value[way[0]], way[1:], (*keys, way[0]))
    elif isinstance(value, dict):
        for key in value:
            yield (*keys, key), key
    else:
        yield keys, value


def _check_known(entry: Entry, keys: Keys, value: str, target: str, known: frozenset[str]) -> None:
    if value not in known:
        hint = closest(value, known)
        what = f"{_key(keys)} is {value!r}, but no such id stands under {target}."
        raise entry.error(
            what, *keys, remedy=f"{hint} Or add it to {target}." if hint else f"Add it to {target}."
        )


def _key(keys: Keys) -> str:
    return ".".join(str(key) for key in keys if isinstance(key, str))


def _check_targets(case: CaseFile, known: dict[str, frozenset[str]]) -> None:
    every = frozenset[str]().union(*(known.get(section, frozenset()) for section in NOTICE_TARGETS))
    for entry in case["notices"]:
        _check_known(entry, ("target",), entry.data["target"], " or ".join(NOTICE_TARGETS), every)


def _check_same_article(case: CaseFile) -> None:
    statements = case.by_id("statements")
    for section, keys in SAME_ARTICLE.items():
        for entry in case[section]:
            for key in keys:
                other = statements.get(entry.data.get(key, ""))
                if other is not None and other.data["article"] != entry.data["article"]:
                    what = f"{key} is {other.id}, a statement of the article {other.data['article']}."
                    remedy = f"It must be one of {entry.data['article']}; to join articles, give both the same utterance."
                    raise entry.error(what, key, remedy=remedy)


def _check_chain(by_id: dict[str, Entry], key: str) -> None:
    settled: set[str] = set()
    for first in by_id:
        way: list[str] = []
        at: str | None = first
        while at is not None and at not in settled:
            if at in way:
                circle = " → ".join([*way[way.index(at) :], at])
                raise by_id[at].error(
                    f"{key} goes in a circle: {circle}.", key, remedy="Remove one of these."
                )
            way.append(at)
            at = by_id[at].data.get(key)
        settled.update(way)


def _check_not_itself(found: tuple[Entry, ...]) -> None:
    for entry in found:
        if entry.data["article"] == entry.data["copied_from"]:
            remedy = "Name the article that it derives from."
            raise entry.error("An article is given as a copy of itself.", "copied_from", remedy=remedy)
