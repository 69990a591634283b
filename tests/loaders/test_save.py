"""Articles are written once, whole rows at a time, and rows keep their numbers."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.loaders.saved import TEXT, VENN, article

from hearsay_to_sqlite.cli import cli
from hearsay_to_sqlite.store.save import article_id, save_article


def test_every_row_of_an_article(db: sqlite3.Connection) -> None:
    assert save_article(db, article(), [VENN], 1)
    digest = article().source_sha256
    name = digest[:16]
    statement = f"{digest[:4]}-said"
    assert db.execute(
        "select id, title, text, text_length, text_sha256, source_sha256, language, encoding, source, supersedes, load_id"
        " from articles"
    ).fetchall() == [(name, "No", TEXT, 40, digest, digest, "en", "utf-8", "text", None, 1)]
    assert db.execute(
        "select article_id, location, source_sha256, text_sha256 from article_locations"
    ).fetchall() == [(name, "/a.txt", digest, digest)]
    assert db.execute("select * from passages").fetchall() == [(name, 0, 0, 40, "body")]
    assert db.execute('select article_id, actor_id, name, start, "end" from mentions').fetchall() == [
        (name, "orla-venn", "Orla Venn", 0, 9)
    ]
    assert db.execute(
        "select id, source_text, source_start, source_end, cue_text, cue_start, cue_end, content_text, content_start,"
        " content_end, quotation, quote_type, act, wording, actor_id, method, rule, extraction_confidence, review_status,"
        " anchor from attributions"
    ).fetchall() == [
        (
            *(
                statement,
                "Orla Venn",
                0,
                9,
                "said",
                10,
                14,
                "“No, … “never.”",
                16,
                40,
                "No … never",
                "direct",
            ),
            *("assert", "unknown", "orla-venn", "extracted", "invented", 0.5, "machine", "text-match"),
        )
    ]
    assert db.execute(
        'select part, n, start, "end", text from attribution_spans order by start, part'
    ).fetchall() == [
        ("source", 0, 0, 9, "Orla Venn"),
        ("cue", 0, 10, 14, "said"),
        ("content", 0, 16, 20, "“No,"),
        ("quoted", 0, 17, 19, "No"),
        ("content", 1, 32, 40, "“never.”"),
        ("quoted", 1, 33, 38, "never"),
    ]
    assert db.execute("select * from attribution_actors").fetchall() == [
        (statement, "orla-venn", "speaker", None, 0)
    ]
    assert db.execute("select id, name, kind, role, origin from actors").fetchall() == [
        ("orla-venn", "Orla Venn", "person", "minister", "extracted")
    ]
    assert db.execute("select actor_id, name, basis from actor_names order by name").fetchall() == [
        ("orla-venn", "Orla Venn", "extracted"),
        ("orla-venn", "Venn", "extracted"),
    ]


def test_the_same_again_writes_nothing(db: sqlite3.Connection) -> None:
    save_article(db, article(), [VENN], 1)
    assert not save_article(db, article(), [VENN], 2)


def test_the_same_text_elsewhere_adds_a_location_only(db: sqlite3.Connection) -> None:
    save_article(db, article(), [VENN], 1)
    before = db.total_changes
    assert save_article(db, article(location="/b.txt"), [VENN], 1)
    # The location, and the note that something changed.
    assert db.total_changes - before <= 2
    assert db.execute("select location from article_locations order by id").fetchall() == [
        ("/a.txt",),
        ("/b.txt",),
    ]


def test_changed_text_at_a_location_supersedes_what_was_there(db: sqlite3.Connection) -> None:
    first, second, third = (article(TEXT + more) for more in ("", " (Updated.)", " (Updated twice.)"))
    for each in (first, second, third, first):
        assert article_id(db, each).id == each.id
        save_article(db, each, [VENN], 1)
    assert db.execute("select id, supersedes from articles order by n").fetchall() == [
        (first.id, None),
        (second.id, first.id),
        (third.id, second.id),
    ]


def test_two_texts_from_a_pipe_are_two_articles(db: sqlite3.Connection) -> None:
    save_article(db, article(location="-"), [VENN], 1)
    save_article(db, article(TEXT + " More.", location="-"), [VENN], 1)
    assert db.execute("select distinct supersedes from articles").fetchall() == [(None,)]


def test_a_known_text_keeps_its_id_and_a_taken_id_is_not_used_again(db: sqlite3.Connection) -> None:
    save_article(db, replace(article(), id="given"), [VENN], 1)
    assert article_id(db, article()).id == "given"
    other = article_id(db, replace(article("Another text."), id="given")).id
    assert other != "given"
    assert len(other) == 16


def test_what_is_found_no_more_goes_and_what_stays_keeps_its_number(db: sqlite3.Connection) -> None:
    first = article()
    (kept,) = first.attributions or ()
    gone = kept._replace(id="gone", nested_in=kept.id)
    save_article(db, replace(first, attributions=(gone, kept)), [VENN], 1)
    numbers = dict(db.execute("select id, n from attributions"))
    db.execute("insert into claims (id, proposition, origin) values ('c', 'It is not.', 'curated')")
    db.execute(
        "insert into claim_attributions (claim_id, attribution_id, stance, method) values ('c', 'gone', 'asserts', 'extracted')"
    )
    db.commit()
    assert save_article(db, replace(first, attributions=(kept._replace(act="deny"),)), [VENN], 2)
    assert db.execute("select id, n, act, load_id from attributions").fetchall() == [
        (kept.id, numbers[kept.id], "deny", 1)
    ]
    assert db.execute("select * from claim_attributions").fetchall() == []
    assert db.execute("pragma foreign_key_check").fetchall() == []


def test_an_article_is_written_whole_or_not_at_all(db: sqlite3.Connection) -> None:
    (found,) = article().attributions or ()
    with pytest.raises(sqlite3.IntegrityError):
        save_article(db, replace(article(), attributions=(found._replace(act="sing"),)), [VENN], 1)
    for table in ("articles", "article_locations", "passages", "actors", "attributions"):
        assert db.execute(f"select count(*) from {table}").fetchone() == (0,)


@pytest.mark.parametrize(
    "spaced",
    [
        TEXT.replace(" ", "\r\n", 1),
        f"\n{TEXT}\n\n",
        TEXT.replace(" ", "\u00a0"),
    ],
    ids=["line ends", "blank lines", "hard spaces"],
)
def test_a_text_that_is_only_spaced_otherwise_adds_a_location(spaced: str, tmp_path: Path) -> None:
    one, other, path = tmp_path / "one.txt", tmp_path / "other.txt", tmp_path / "t.db"
    one.write_text(TEXT, newline="")
    other.write_text(spaced, newline="")
    found = CliRunner().invoke(cli, ["load", str(path), str(one), str(other)])
    assert (found.exit_code, found.stdout) == (0, "2 articles, 1 attribution, 0 rejected\n")
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("select text from articles").fetchall() == [(TEXT,)]
        assert db.execute("select location, text_sha256 from article_locations order by id").fetchall() == [
            (str(place), hashlib.sha256(text.encode()).hexdigest())
            for place, text in ((one, TEXT), (other, spaced))
        ]
    assert CliRunner().invoke(cli, ["check", str(path)]).exit_code == 0
    again = CliRunner().invoke(cli, ["load", str(path), str(one), str(other), "--json"])
    assert '"changed": 0' in again.stdout
