"""Which rows the views give for the invented case: what is counted, what is left out, what is marked."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from datasette_hearsay import reading

ROWS: dict[str, tuple[str, list[tuple[Any, ...]]]] = {
    "left out: superseded, repeated, withdrawn": (
        "select id from attributions except select id from statements order by id",
        [("0c9d5b1e77aa4f02",), ("doubts-union-calm",), ("fire-torrent-pulled",)],
    ),
    "statement": (
        (
            "select speaker, act, words, capacity, on_behalf_of, target, outlet, outlet_basis, claim_ids, wording "
            "from statements where id = 'fire-dosh-victim'"
        ),
        [
            (
                "Marek Dosh",
                "accuse",
                "acting the victim",
                "spokesperson",
                "Harbour Guild",
                "Ilva Torrent",
                "Velia Courier",
                "own site",
                "staged",
                "original",
            )
        ],
    ),
    "words: quotation, else gist, else content": (
        "select words from statements where id in ('fire-lunn-threatens', 'fire-okan-declines', 'b5517e9fd0c64a18')",
        [("the guild will pay for this",), ("Names nobody.",), ("the guild had lit it",)],
    ),
    "a date that only the utterance has": (
        "select said_on, said_on_basis, medium, via from statements where id = 'doubts-torrent-knows'",
        [("2020-03-03", "weekday", "interview", "Radio Velia")],
    ),
    "a copy repeats, it does not say again": (
        "select utterance_key, root_article_id from statements where id like '%-torrent-attempt'",
        [("utt-torrent-attempt", "fire"), ("utt-torrent-attempt", "fire")],
    ),
    "a copy answers for its own wording": (
        "select outlet, outlet_basis from statements where id = 'copy-union-condemns'",
        [("Velia Mirror", "publisher of a copy, which answers for its own wording")],
    ),
    "contradictions: claim, act and number, in one article and through a copy": (
        (
            "select kind, subject_id, attribution_id, other_attribution_id, same_article, same_root, found_by "
            "from contradictions order by 1, 2, 3, 4"
        ),
        [
            ("act", "condemn", "copy-union-condemns", "fire-union-silent", 0, 1, "person"),
            ("claim", "guild-did-it", "b5517e9fd0c64a18", "doubts-dosh-denies", 1, 1, "machine"),
            ("claim", "guild-did-it", "fire-courier-blames", "doubts-dosh-denies", 0, 0, "person"),
            ("number", "barrels-thrown", "copy-service-barrels", "doubts-worker-barrels", 0, 0, "person"),
            ("number", "barrels-thrown", "copy-service-barrels", "fire-service-barrels", 0, 1, "person"),
            ("number", "barrels-thrown", "fire-service-barrels", "doubts-worker-barrels", 0, 0, "person"),
        ],
    ),
    "relays: who spoke for whom, who reported it, who copied that": (
        (
            "select step, from_name, relation, to_name, article_id, happened_on from relays "
            "where attribution_id in ('copy-torrent-attempt', 'fire-dosh-victim') and claim_id in ('attempt', 'staged') "
            "order by attribution_id, step"
        ),
        [
            (4, "Ilva Torrent", "reported by", "Velia Courier", "fire", "2020-03-04"),
            (5, "Velia Courier", "copied by", "Velia Mirror", "fire-copy", None),
            (1, "Harbour Guild", "spoken for by", "Marek Dosh", "fire", None),
            (4, "Marek Dosh", "reported by", "Velia Courier", "fire", "2020-03-04"),
        ],
    ),
    "said in other words: without what a person related or attached": (
        (
            "select claim_id, kind, other_id, words, origin, speaker, score, why, found_by from restatements "
            "where claim_id = 'guild-did-it'"
        ),
        [
            (
                "guild-did-it",
                "claim",
                "p-4be2f06d9a3c4417",
                "the mayor was unhurt",
                "proposed",
                None,
                0.5,
                "shares guild",
                "machine",
            ),
            (
                "guild-did-it",
                "statement",
                "fire-league-strangers",
                "strangers from across the bay",
                None,
                "Coast League",
                0.4,
                "shares fire",
                "machine",
            ),
        ],
    ),
    "disputes": (
        (
            "select claim_id, asserts, denies, questions, withholds, speakers_denying, independent_articles, "
            "within_one_article, mentions, utterances from disputes order by claim_id"
        ),
        [
            ("attempt", 1, 0, 1, 1, None, 1, None, 4, 3),
            ("guild-did-it", 2, 1, 0, 1, "Marek Dosh", 2, "doubts", 4, 4),
            ("staged", 2, 0, 0, 0, None, 1, None, 3, 2),
            ("strangers-did-it", 1, 0, 0, 0, None, 1, None, 1, 1),
        ],
    ),
    "first: a month that holds the day is a tie": (
        "select claim_id, attribution_id, happened_on, date_basis, ties from first_appearances order by claim_id",
        [
            ("attempt", "fire-torrent-attempt", "2020-03-03", "said", 0),
            ("guild-did-it", "fire-courier-blames", "2020-03-04", "published", 1),
            ("p-4be2f06d9a3c4417", "4be2f06d9a3c4417", "2020-03", "published", 0),
            ("staged", "fire-dosh-victim", "2020-03-04", "published", 1),
            ("strangers-did-it", "fire-league-strangers", "2020-03-04", "published", 0),
        ],
    ),
    "the article's own voice is apart": (
        "select voice, accuser, claim_id from blame where target_id = 'harbour-guild' and act = 'accuse'",
        [("author", "Velia Courier", "guild-did-it"), ("speaker", "Teodor Lunn", "guild-did-it")],
    ),
    "no condemnation without a target, none that did not come": (
        "select count(*) from blame where act = 'condemn'",
        [(0,)],
    ),
    "framings: withdrawn tags do not count": (
        "select framing, outlet, mentions, utterances, independent_articles, in_own_voice from framings_by_outlet",
        [
            ("outside-hand", "Velia Courier", 1, 1, 1, 0),
            ("self-staged", "Velia Courier", 2, 2, 1, 0),
            ("self-staged", "Velia Mirror", 1, 1, 1, 0),
        ],
    ),
    "days, and what has none": (
        (
            "select day, day_basis, act, mentions, utterances, independent_articles from statements_by_day "
            "where act in ('assert', 'deny') order by day, act"
        ),
        [
            (None, None, "assert", 6, 6, 2),
            (None, None, "deny", 1, 1, 1),
            ("2020-03-03", "weekday", "assert", 3, 2, 2),
        ],
    ),
    "discrepancies": (
        (
            "select article_id, root_article_id, value, low, qualifier, difference, words, values_in_facet "
            "from discrepancies where facet_id = 'barrels-thrown'"
        ),
        [
            ("doubts", "doubts", "4", 4.0, "reportedly", "conflict", "Four barrels", 3),
            ("fire", "fire", "3", 3.0, None, "conflict", "Three barrels", 3),
            ("fire-copy", "fire", "2", 2.0, None, "translation-error", "Two barrels", 3),
        ],
    ),
    "changed wording": (
        "select kind, words, copied_words from changed_wording where id in ('w4', 'w6')",
        [
            ("quote-changed", "playing the wounded", "acting the victim"),
            ("omitted", None, "A senior member of the guild insinuated that Torrent had lit it herself."),
        ],
    ),
    "spellings": (
        "select name, article_id, mentions, wording from spellings where actor_id = 'ilva-torrent' order by name",
        [
            ("Elva Torent", "fire-copy", 1, "back-translated"),
            ("Ilva Torrent", "fire", 1, "original"),
            ("Torrent", "doubts", 1, "original"),
        ],
    ),
    "sourcing": (
        (
            "select article_id, statements, named, collective, anonymous, author_voice, none_given, share_named, "
            "direct, indirect, mixed from sourcing order by article_id"
        ),
        [
            ("doubts", 7, 5, 0, 2, 0, 0, 0.714, 0, 6, 1),
            ("fire", 12, 8, 2, 1, 1, 0, 0.667, 2, 7, 3),
            ("fire-copy", 5, 4, 1, 0, 0, 0, 0.8, 0, 4, 1),
        ],
    ),
    "review queue": (
        "select kind, subject, candidate, what from review_queue where kind <> 'unreviewed-statement'",
        [
            (
                "unfit-decision",
                "d2",
                '{"act": "accuse"}',
                '{"article": "doubts", "exact": "words that are not there"}',
            ),
            ("same-actor", "anon-doubts-official", "sera-okan", None),
            ("known-claim", "doubts-torrent-knows", "attempt", "That she knows who lit the fire."),
            ("proposed-claim", "p-4be2f06d9a3c4417", None, "the mayor was unhurt"),
        ],
    ),
    "basis": (
        (
            "select id, publisher, origin_outlet, translation, root_article_id, copied_from_id, copy_kind, statements, "
            "reviewed from article_basis order by id"
        ),
        [
            ("doubts", "Bay Herald", "Bay Herald", None, "doubts", None, None, 7, 5),
            ("fire", "Velia Courier", "Velia Courier", None, "fire", None, None, 12, 11),
            (
                "fire-copy",
                "Velia Mirror",
                "Velia Courier",
                "en→xx (machine), xx→en (machine)",
                "fire",
                "fire",
                "back-translation",
                5,
                4,
            ),
        ],
    ),
}


@pytest.mark.parametrize(("sql", "expected"), ROWS.values(), ids=ROWS)
def test_rows(case_db: Path, sql: str, expected: list[tuple[Any, ...]]) -> None:
    db = sqlite3.connect(case_db)
    rows = db.execute(sql).fetchall()
    db.close()
    assert sorted(rows, key=repr) == sorted(expected, key=repr)


def test_a_copy_of_the_same_day_is_not_the_first(case_db: Path) -> None:
    with closing(sqlite3.connect(case_db)) as db:
        db.execute("update attributions set said_on = '2020-03-03' where id like '%-torrent-attempt'")
        rows = db.execute(
            "select attribution_id, ties from first_appearances where claim_id = 'attempt'"
        ).fetchall()
        db.rollback()
    assert rows == [("fire-torrent-attempt", 1)]


def test_the_first_appearance_of_one_claim_is_that_of_the_view(case_db: Path) -> None:
    """The page asks for one claim with SQL of its own; also where dates are coarse, or there are none."""
    db = sqlite3.connect(case_db)
    statement = reading.statements()["claim_first"].statement
    for change in (
        "select 1",
        "update attributions set said_on = substr(said_on, 1, 7)",
        "update articles set published_on = null",
        "update attributions set said_on = null",
    ):
        db.execute(change)
        claims = [id for (id,) in db.execute("select id from claims")]
        cursor = db.execute(statement, {"id": ""})
        columns = ", ".join(column[0] for column in cursor.description)
        found = [row for id in claims for row in db.execute(statement, {"id": id})]
        assert sorted(found, key=repr) == sorted(
            db.execute(f"select {columns} from first_appearances"), key=repr
        )
        assert found
    db.close()
