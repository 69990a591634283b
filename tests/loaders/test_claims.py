"""Which claims the machine proposes: groups of like statements, and lone charges and denials."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay_to_sqlite.clean.words import terms
from hearsay_to_sqlite.resolve import claims
from hearsay_to_sqlite.resolve.proposing import clusters
from hearsay_to_sqlite.resolve.weights import Weights
from hearsay_to_sqlite.store.connection import path_of
from hearsay_to_sqlite.store.schema import writing

SAID = [
    # id, act, polarity, content
    ("a1", "assert", "positive", "that saboteurs started the fire at the granary"),
    ("b1", "assert", "positive", "the granary fire was started by saboteurs"),
    ("c1", "deny", "positive", "saboteurs started the granary fire"),
    ("d1", "accuse", "positive", "the ministry of hiding the condition of the bridge"),
    ("e1", "assert", "positive", "the mayor would open the museum in spring"),
    ("f1", "condemn", "positive", "the burning of the granary by saboteurs at night"),
    ("g1", "accuse", "positive", "him"),
]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """One article an attribution, by nobody in particular."""
    with writing(tmp_path / "claims.db") as connection:
        say(connection, SAID)
        yield connection


def say(db: sqlite3.Connection, said: list[tuple[str, str, str, str]]) -> None:
    with db:
        for name, act, polarity, content in said:
            db.execute("insert into articles (id, title) values (?, ?)", [name[0], name])
            db.execute(
                "insert into attributions (id, article_id, source_kind, content_text, quote_type, act, polarity, "
                "method, anchor) values (?, ?, 'none', ?, 'indirect', ?, ?, 'extracted', 'text-match')",
                [name, name[0], content, act, polarity],
            )


def written(db: sqlite3.Connection) -> list[bytes]:
    """Return what stands on the disk: what changes nothing writes nothing."""
    path = path_of(db)
    return [
        file.read_bytes() for file in sorted(path.parent.glob(f"{path.name}*")) if file.suffix != ".db-shm"
    ]


def stances(db: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """Return what each attribution says of which proposition."""
    return db.execute(
        "select proposition, attribution_id, stance from claim_attributions "
        "join claims on claims.id = claim_id order by 1, 2"
    ).fetchall()


def test_like_statements_and_lone_charges_become_claims(db: sqlite3.Connection) -> None:
    assert claims.run(db) == 2
    group = "saboteurs started the fire at the granary"
    assert stances(db) == [
        (group, "a1", "asserts"),
        (group, "b1", "asserts"),
        (group, "c1", "denies"),
        ("the ministry of hiding the condition of the bridge", "d1", "asserts"),
    ]
    assert db.execute("select distinct origin from claims").fetchall() == [("proposed",)]


@pytest.mark.parametrize("first", range(len(SAID)))
def test_what_is_added_is_proposed_as_if_it_had_been_there(
    db: sqlite3.Connection, tmp_path: Path, first: int
) -> None:
    claims.run(db)
    with writing(tmp_path / "added.db") as added:
        for part in (SAID[first:], SAID[:first]):
            say(added, part)
            claims.run(added)
        for table, columns in (
            ("claims", "id, proposition, title, claimant_id, said_on, origin"),
            ("claim_attributions", "claim_id, attribution_id, stance, method, score, why"),
        ):
            rows = f"select {columns} from {table} order by 1, 2"
            assert added.execute(rows).fetchall() == db.execute(rows).fetchall()


OFTEN = "the ministry kept the harbour ferry away from the old northern pier until inspectors came {}"


@pytest.mark.parametrize(
    ("said", "others", "claimed"),
    [
        # No word of theirs is rare: each stands in more than two hundred statements.
        ([OFTEN.format("")] * 210, [], [(210, 1.0)]),
        ([OFTEN.format(n) for n in range(210)], [], [(210, 0.8)]),
        # What differs by more than a word or so is another matter, and what stands alone is no claim.
        ([OFTEN.format("")] * 210, ["the ministry kept the harbour ferry"] * 2, [(2, 1.0), (210, 1.0)]),
        ([OFTEN.format("")] * 210, ["the ministry kept the harbour ferry"], [(210, 1.0)]),
    ],
    ids=["the same", "another number each", "two of half the words", "one of half the words"],
)
def test_what_is_said_very_often_is_one_claim(
    db: sqlite3.Connection, said: list[str], others: list[str], claimed: list[tuple[int, float]]
) -> None:
    with db:
        db.execute("delete from attributions")
        db.executemany(
            "insert into attributions (id, article_id, source_kind, content_text, quote_type, act, polarity, method, "
            "anchor) values (?, 'a', 'none', ?, 'indirect', 'assert', 'positive', 'extracted', 'text-match')",
            [(f"s{n}", words) for n, words in enumerate([*said, *others])],
        )
    assert claims.run(db) == len(claimed)
    rows = db.execute("select count(*), min(score) from claim_attributions group by claim_id order by 1")
    assert rows.fetchall() == claimed


@pytest.mark.parametrize("seed", range(3))
def test_the_order_makes_no_difference(seed: int) -> None:
    texts = [sorted(terms(content)) for *_, content in SAID]
    order = list(range(len(texts)))
    random.Random(seed).shuffle(order)
    weights = Weights.of(map(frozenset, texts))
    found = [{order[place] for place in group} for group in clusters((texts[n] for n in order), weights)]
    assert found == [{0, 1, 2}]


def test_running_again_changes_nothing(db: sqlite3.Connection) -> None:
    claims.run(db)
    before, touched = stances(db), written(db)
    assert claims.run(db) == 2
    assert (stances(db), written(db)) == (before, touched)


def test_what_a_person_attached_is_left_to_them(db: sqlite3.Connection) -> None:
    db.execute("insert into claims (id, proposition, origin) values ('fire', 'It was arson.', 'curated')")
    db.executemany(
        "insert into claim_attributions (claim_id, attribution_id, stance, method) "
        "values ('fire', ?, 'asserts', 'curated')",
        [("a1",), ("b1",)],
    )
    db.commit()
    assert claims.run(db) == 2
    assert [row for row in stances(db) if row[1] in ("a1", "b1")] == [
        ("It was arson.", "a1", "asserts"),
        ("It was arson.", "b1", "asserts"),
    ]


def know(db: sqlite3.Connection, name: str, proposition: str) -> None:
    """Add a known claim."""
    with db:
        db.execute(
            "insert into claims (id, proposition, origin) values (?, ?, 'imported')", [name, proposition]
        )


def test_what_is_known_is_attached_or_proposed_to_a_person(db: sqlite3.Connection) -> None:
    know(db, "arson", "Saboteurs started the fire at the granary.")
    know(db, "museum", "A museum is what the mayor opens in spring.")
    claims.run(db)
    attached = db.execute(
        "select attribution_id, claim_id, stance, method from claim_attributions "
        "where claim_id not like 'proposed-%' order by 1"
    ).fetchall()
    assert attached == [
        ("a1", "arson", "asserts", "extracted"),
        ("c1", "arson", "denies", "extracted"),
    ]
    proposed = "select kind, subject, candidate, why from proposals"
    assert db.execute(f"{proposed} order by 2").fetchall() == [
        ("known-claim", "b1", "arson", "shares fire, granary, saboteurs, started"),
        ("known-claim", "e1", "museum", "shares mayor, museum, open, spring"),
    ]
    before, touched = stances(db), written(db)
    claims.run(db)
    assert (stances(db), written(db)) == (before, touched)
    # What a person attached elsewhere is neither attached nor asked about any more.
    with db:
        db.execute(
            "insert into claim_attributions (claim_id, attribution_id, stance, method) "
            "values ('arson', 'e1', 'withholds', 'curated')"
        )
    claims.run(db)
    assert [row[1] for row in db.execute(proposed)] == ["b1"]


def test_a_new_known_claim_is_held_against_all_statements(db: sqlite3.Connection) -> None:
    claims.run(db)
    assert [row[0] for row in stances(db)][:1] == ["saboteurs started the fire at the granary"]
    know(db, "arson", "Saboteurs started the fire at the granary.")
    claims.run(db)
    assert [row[:2] for row in stances(db) if row[1] == "a1"] == [
        ("Saboteurs started the fire at the granary.", "a1")
    ]


def test_other_numbers_are_not_the_same_claim(db: sqlite3.Connection) -> None:
    with db:
        db.execute(
            "update attributions set content_text = 'that 12 barrels burned at the granary' where id = 'a1'"
        )
    know(db, "barrels", "3 barrels burned at the granary")
    know(db, "museum", "A museum is what the mayor opens in spring.")
    claims.run(db)
    assert db.execute("select subject, candidate, why from proposals where subject = 'a1'").fetchall() == [
        ("a1", "barrels", "shares barrels, burned, granary; numbers differ: 12 here, 3 there")
    ]


def test_a_few_words_out_of_a_long_claim_are_not_that_claim(db: sqlite3.Connection) -> None:
    with db:
        db.execute("update attributions set content_text = 'the burning granary quay' where id = 'a1'")
    know(
        db,
        "long",
        "A film lists which of the mayors of Nordhaven were seen at the burning granary by the quay, at the ferry and in a tram.",
    )
    know(db, "museum", "The mayor opens a museum.")
    claims.run(db)
    assert db.execute("select count(*) from claim_attributions where claim_id = 'long'").fetchone() == (0,)
