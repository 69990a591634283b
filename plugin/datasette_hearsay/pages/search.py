"""One box over statements, claims, actors and articles."""

from __future__ import annotations

import json

from .. import quoting
from ..reading import Reader, Row
from . import dressing
from .page import Ask, Data, Page, next_page, one_more

TERMS = 12
NAMED = "{{name names role}} : ({})"
"""Actors are found by what they are called: a description tells of others and of things too."""
STATEMENTS = 25
OTHERS = 8
EXPANDED = 3
MARKS = ("\ue000", "\ue001")
"""Round a word that was found in a snippet: characters that no text uses, put there by the SQL."""

FACETS = {"act": "found_acts", "speaker_id": "found_speakers"}
"""By what statements may be narrowed, and which column of the SQL counts it."""

FOUND = ("statements", "claims", "actors", "articles")

SQL = (
    "search_statements",
    "search_claims",
    "search_actors",
    "search_articles",
    "search_spellings",
    dressing.ROUTES,
)


def build(reader: Reader, ask: Ask) -> Data:
    """Gather the page; statements are the list that is paged. Whoever asks for one spelling finds the others too."""
    asked = ask.text("q")
    words = phrases(asked)
    found = _found(reader, words, ask) if words else {}
    # To look for beginnings is to read every word that begins so: only where the whole word stands nowhere.
    if words and not any(found[kind] for kind in FOUND):
        found = _found(reader, [*words[:-1], f"{words[-1]}*"], ask)
    return {
        "title": f"Search: {asked}" if asked else "Search",
        "url": reader.links.page("search", **({"q": asked} if asked else {})),
        "q": asked,
        "statements": found.get("statements", []),
        **next_page(reader, ask, found.get("following"), "search"),
        "sql_url": found.get("sql_url"),
        "facets": found.get("facets", []),
        "also_spelt": found.get("also_spelt", []),
        "claims": found.get("claims", []),
        "actors": found.get("actors", []),
        "articles": found.get("articles", []),
    }


def _found(reader: Reader, asked: list[str], ask: Ask) -> Data:
    match, every = " AND ".join(asked), json.dumps(asked)
    actors = dressing.all_addresses(
        reader.links, reader.rows("search_actors", match=NAMED.format(match), size=OTHERS)
    )
    named = [actor["actor_id"] for actor in actors if actor["kind"] not in ("anonymous", "class")]
    spellings = reader.rows("search_spellings", ids=json.dumps(named[:EXPANDED])) if named else []
    names = [row["name"] for row in spellings]
    wide = " OR ".join([f"({match})", *(phrase(name) for name in names if usable(name))])
    size = ask.size_or(STATEMENTS)
    narrowed = {name: ask.text(name) for name in FACETS}
    rows = reader.rows("search_statements", match=wide, all=every, size=size + 1, after=ask.after, **narrowed)
    facets = _facets(reader, ask, rows)
    statements, last = one_more(rows, size)
    others: dict[str, str | float | None] = {"match": match, "all": every, "size": OTHERS}
    claims = dressing.all_addresses(reader.links, reader.rows("search_claims", **others))
    for claim in claims:
        claim["title"] = quoting.titled(claim)
    articles = dressing.all_addresses(reader.links, reader.rows("search_articles", **others))
    return {
        "sql_url": reader.sql_url(
            "search_statements", match=wide, all=every, size=size, after=ask.after, **narrowed
        ),
        "facets": facets,
        "statements": dressing.statements(reader, statements),
        "following": None if last is None else ask.after + size,
        "also_spelt": sorted(set(names)),
        "claims": claims,
        "actors": actors,
        "articles": [_snippet(article) for article in articles],
    }


def _facets(reader: Reader, ask: Ask, rows: list[Row]) -> list[Data]:
    """By what the statements found may be narrowed, each value with how many there are and where it leads; what they are
    narrowed to leads back. Takes the counts out of the rows."""
    facets = []
    for name, column in FACETS.items():
        counts = [row.pop(column) for row in rows]
        values = sorted(
            json.loads(counts[0]) if counts else [], key=lambda value: (-value["statements"], value["label"])
        )
        kept = {key: text for key in ("q", *FACETS) if key != name and (text := ask.text(key))}
        for value in values:
            value["chosen"] = value["value"] == ask.text(name)
            chosen = {} if value["chosen"] else {name: value["value"]}
            value["url"] = reader.links.page("search", **kept, **chosen)
        facets.append({"name": name, "values": values})
    return facets


def phrases(asked: str) -> list[str]:
    """What to ask FTS5 for, word by word. Nothing in ``asked`` is taken as a command.

    >>> phrases('drone "NEAR(* bas')
    ['"drone"', '"NEAR(*"', '"bas"']
    """
    return [phrase(word) for word in asked.replace('"', " ").split() if usable(word)][:TERMS]


def usable(word: str) -> bool:
    """Whether there is a letter or digit in it: FTS5 has nothing to look for otherwise."""
    return any(character.isalnum() for character in word)


def phrase(words: str) -> str:
    """Words in FTS5's quotation marks, one after the other."""
    return '"' + words.replace('"', " ") + '"'


def _snippet(article: Row) -> Row:
    """The snippet in pieces, with the words that were found marked."""
    pieces = []
    for part in (article.pop("snippet") or "").split(MARKS[0]):
        found, end, rest = part.partition(MARKS[1])
        if end:
            pieces.append({"text": found, "found": True})
            pieces.append({"text": rest, "found": False})
        else:
            pieces.append({"text": found, "found": False})
    return {**article, "snippet": [piece for piece in pieces if piece["text"]]}


PAGE = Page("search", "/search", SQL, build)
