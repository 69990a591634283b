"""The stages that can run again by themselves over what the database holds."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable

from hearsay_to_sqlite import compare
from hearsay_to_sqlite.records import Each, Reject
from hearsay_to_sqlite.resolve import actors, claims, clusters, decisions
from hearsay_to_sqlite.run.work import How, Piece, Ready, answer
from hearsay_to_sqlite.run.writing import Writer
from hearsay_to_sqlite.store import indexes, kept, people, read, runs, search, turns, views
from hearsay_to_sqlite.store.connection import path_of, sparing

Report = Callable[[str], None]
"""Takes one line about what is going on, for whoever watches."""


def quietly(line: str) -> None:
    """A report that nobody hears."""


def known(connection: sqlite3.Connection) -> actors.Known:
    """The actors that people and imports have named, and the shipped organisations."""
    return actors.Known.from_rows(read.known_actors(connection))


def derive(
    connection: sqlite3.Connection, report: Report = quietly, each: Each = map, *, anew: bool = False
) -> None:
    """Bake the views, compare, propose claims, apply decisions, fill the search tables; nothing where all is current.

    Articles that were compared before are compared ``anew`` only where that is asked for.
    """
    with turns.turn(path_of(connection)), sparing(connection):
        views.bake(connection)
        indexes.build(connection)
        if runs.is_stale(connection):
            runs.mark_deriving(connection)
            _derive(connection, report, each, anew)
            runs.mark_current(connection)


def _derive(connection: sqlite3.Connection, report: Report, each: Each, anew: bool) -> None:
    report("comparing")
    # Decisions come first as well as last: what they say of people is what the comparison must start from.
    decisions.replay(connection)
    compare.run(connection, each, anew=anew)
    claims.run(connection)
    clusters.run(connection, anew=anew, each=each)
    _, unfit = decisions.replay(connection)
    if unfit:
        report(f"{unfit} decisions no longer fit: see the review queue")
    people.drop_orphans(connection)
    report("indexing")
    search.update(connection)
    kept.keep(connection)


def extract(
    connection: sqlite3.Connection, load_id: int, each: Each = map, report: Report = quietly
) -> dict[str, int]:
    """Find the attributions of every article whose text is at hand again; return the counts of the run."""
    how = How(known=known(connection))
    writer = Writer(connection, load_id, how)
    counts = {"articles": 0, "attributions": 0, "rejected": 0}
    work = (Piece(article, how) for article in read.articles(connection))
    for item in itertools.chain.from_iterable(each(answer, work)):
        if isinstance(item, Ready):
            counts["articles"] += 1
            counts["attributions"] += writer.add(item)
            report(item.prepared.article.title)
        elif isinstance(item, Reject):
            counts["rejected"] += 1
            runs.save_reject(connection, item, load_id)
    writer.flush()
    return {**counts, "changed": writer.changed}


def resolve(connection: sqlite3.Connection, report: Report = quietly) -> dict[str, int]:
    """Say again who is meant wherever the machine found somebody; return the counts of the run."""
    cast = known(connection)
    indexes.build(connection)
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
