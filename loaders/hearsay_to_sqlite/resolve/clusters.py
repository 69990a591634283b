"""Which statements and claims of a database say the same: the tables ``clusters`` and ``cluster_members``."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from hearsay_to_sqlite.clean.words import terms
from hearsay_to_sqlite.records import Row
from hearsay_to_sqlite.resolve.matching import groups
from hearsay_to_sqlite.sql import read
from hearsay_to_sqlite.store.connection import transaction
from hearsay_to_sqlite.store.sync import sync

LEAST_TERMS = 3
"""What has fewer words of content says too little to say the same as anything."""

LABEL = 200
"""A label is cut at this many characters."""


def run(connection: sqlite3.Connection) -> Mapping[str, str]:
    """Fill the tables from what the database holds; return for each statement and claim the id of its cluster.

    A cluster of one is not written. One that holds a claim is called by a claim and labelled with its words.
    """
    found = {name: (words, kind) for name, words, kind in connection.execute(read("resolve/groupable"))}
    telling = {name: words for name, (words, _) in found.items() if len(terms(words)) >= LEAST_TERMS}
    # One case is about one matter, so that its texts are all alike to some degree.
    cluster_of = {name: name for name in found} | groups.clusters(telling.items(), groups.SURE)
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(cluster_of, key=lambda name: (found[name][1] != "claim", name)):
        members[cluster_of[name]].append(name)
    rows: list[Row] = []
    listed: list[Row] = []
    for names in members.values():
        if len(names) > 1:
            words, kind = found[names[0]]
            label = words if len(words) <= LABEL else words[: LABEL - 1] + "…"
            rows.append({"id": names[0], "kind": kind, "label": label, "size": len(names)})
            listed.extend({"cluster_id": names[0], "member_id": name} for name in names)
    with transaction(connection):
        connection.execute("pragma defer_foreign_keys = on")
        sync(connection, "cluster_members", ["cluster_id", "member_id"], listed)
        sync(connection, "clusters", ["id"], rows)
    return {name: members[cluster][0] for name, cluster in cluster_of.items()}
