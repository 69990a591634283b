"""The stages that can run again by themselves over what the database holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace

from hearsay_to_sqlite import attribution, compare
from hearsay_to_sqlite.records import Article
from hearsay_to_sqlite.resolve import actors, claims, decisions
from hearsay_to_sqlite.run.parallel import in_order
from hearsay_to_sqlite.store import kept, people, read, runs, save, search, views

Report = Callable[[str], None]
"""Takes one line about what is going on, for whoever watches."""


def quietly(line: str) -> None:
    """A report that nobody hears."""


def known(connection: sqlite3.Connection) -> actors.Known:
    """The actors that people and imports have named, and the shipped organisations."""
    return actors.Known.from_rows(read.known_actors(connection))


def derive(connection: sqlite3.Connection, report: Report = quietly) -> None:
    """Bake the views, compare, propose claims, apply decisions, fill the search tables; nothing where all is current."""
    views.bake(connection)
    if runs.is_stale(connection):
        report("comparing")
        # Decisions come first as well as last: what they say of people is what the comparison must start from.
        decisions.replay(connection)
        compare.run(connection)
        claims.run(connection)
        _, unfit = decisions.replay(connection)
        if unfit:
            report(f"{unfit} decisions no longer fit: see the review queue")
        people.drop_orphans(connection)
        report("indexing")
        search.rebuild(connection)
        kept.keep(connection)
        runs.mark_current(connection)


def save_found(
    connection: sqlite3.Connection, article: Article, known: actors.Known, load_id: int
) -> tuple[Article, bool]:
    """Resolve an article and save it, under the id that its text has already; return it, and whether it was new."""
    there = save.article_id(connection, article)
    if there != article.id:
        # Ids of attributions are made from the article's, so they are found again under the new one.
        renamed = replace(article, id=there)
        machine = article.attributions is not None and all(
            a.method == "extracted" for a in article.attributions
        )
        article = attribution.find(replace(renamed, attributions=None, mentions=())) if machine else renamed
    found = save.digest(article)
    resolved, cast = actors.resolve(article, known)
    return resolved, save.save_article(connection, resolved, cast, load_id, found)


def extract(
    connection: sqlite3.Connection, load_id: int, workers: int = 1, report: Report = quietly
) -> dict[str, int]:
    """Find the attributions of every article whose text is at hand again; return the counts of the run."""
    cast = known(connection)
    counts = {"articles": 0, "attributions": 0, "rejected": 0, "changed": 0}
    for article in in_order(attribution.find, read.articles(connection), workers):
        saved, changed = save_found(connection, article, cast, load_id)
        counts["articles"] += 1
        counts["attributions"] += len(saved.attributions or ())
        counts["changed"] += changed
        report(article.title)
    return counts


def resolve(connection: sqlite3.Connection, report: Report = quietly) -> dict[str, int]:
    """Say again who is meant wherever the machine found somebody; return the counts of the run."""
    cast = known(connection)
    changed = 0
    for article in people.found_people(connection):
        resolved, found = actors.resolve(article, cast)
        changed += people.save_people(connection, resolved, found)
        report(article.id)
    return {**held(connection), "changed": changed}


def held(connection: sqlite3.Connection) -> dict[str, int]:
    """The counts of a run that reads nothing: what the database holds."""
    (articles,) = connection.execute("select count(*) from articles").fetchone()
    (attributions,) = connection.execute("select count(*) from attributions").fetchone()
    return {"articles": articles, "attributions": attributions, "rejected": 0}
