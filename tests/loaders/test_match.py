"""``match`` and what it stands on: which known claim says the same, why, and how the index follows the claims."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from hearsay_to_sqlite.resolve.matching import index, terms
from hearsay_to_sqlite.resolve.matching.finding import Finder
from hearsay_to_sqlite.store.schema import writing

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]

CLAIMS = [
    {"id": "granary", "text": "Saboteurs set fire to the granary of Port Vale.", "speaker": "Orla Venn"},
    {"id": "bridge/2", "text": "The bridge at Kestrel Bay stays closed for 12 weeks.", "date": "2021-11-07"},
    {"id": "ferry", "text": "Nobody was warned.", "title": "Was anyone warned about the ferry to Nordhaven?"},
    {"id": "kadia", "text": "Minister Kadia resigned."},
    {"id": "وزير", "text": "استقال وزير الميناء بعد الحريق"},
    {"id": "cjk", "text": "港務大臣在火災後辭職"},
]


@pytest.fixture
def known(tmp_path: Path, run: Run) -> Path:
    """A database with a handful of known claims."""
    lines = "\n".join(json.dumps(claim) for claim in CLAIMS)
    (tmp_path / "claims.jsonl").write_text(lines, encoding="utf-8")
    path = tmp_path / "known.db"
    result = run("load", path, tmp_path / "claims.jsonl", "--source", "claims")
    assert (result.exit_code, result.stdout) == (0, "0 articles, 0 attributions, 0 rejected, 6 claims\n")
    return path


@pytest.mark.parametrize(
    ("text", "claim", "why"),
    [
        ("the granary fire was set by saboteurs", "granary", "shares fire, granary, saboteurs, set"),
        (
            "The Kestrel Bay bridge is shut for twelve weeks",
            "bridge/2",
            "shares bay, bridge, kestrel, weeks",
        ),
        (
            "The Kestrel Bay bridge stays closed for 3 weeks",
            "bridge/2",
            "shares bay, bridge, closed, kestrel, stays, weeks; numbers differ: 3 here, 12 there",
        ),
        (
            "Minister Kadia has not resigned #Kadia https://example.org",
            "kadia",
            "shares kadia, minister, resigned; negated only here: not",
        ),
        ("about the Nordhaven ferry", "ferry", "shares ferry, nordhaven; negated only there: nobody"),
        ("وزير الميناء استقال", "وزير", "shares الميناء, استقال, وزير"),
        ("港務大臣辭職了", "cjk", "shares 務大, 大臣, 港務, 辭職"),
    ],
)
def test_the_known_claim_comes_first(known: Path, run: Run, text: str, claim: str, why: str | None) -> None:
    result = run("match", known, text, "--top", 1)
    assert (result.exit_code, result.stderr) == (0, "")
    answer = json.loads(result.stdout)
    (match,) = answer.pop("matches")
    assert answer == {"id": 1}
    assert match["claim_id"] == claim
    assert 0.2 < match["score"] <= 1
    if why is not None:
        assert match["why"].split("; such scores were right in ")[0] == why


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("granary saboteurs", "40 %"),
        ("the granary fire was set by saboteurs, they say on the quay", "20 %"),
    ],
)
def test_it_says_what_a_score_is_worth(known: Path, run: Run, text: str, right: str) -> None:
    first, *others = json.loads(run("match", known, text).stdout)["matches"]
    assert first["why"].endswith(f"; such scores were right in {right} of cases")
    assert not any("such scores" in other["why"] for other in others)


def test_lines_are_answered_one_by_one(known: Path, run: Run) -> None:
    asked = [
        {"id": 7, "text": "granary saboteurs"},
        {"id": ["x"], "text": ""},
        {"id": None, "text": "zzz ⁇ \ud800"},
    ]
    stdin = "\n".join([json.dumps(asked[0]), "{", json.dumps(asked[1]), '{"text": 1}', json.dumps(asked[2])])
    result = run("match", known, "-", stdin=stdin)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(line["id"], [match["claim_id"] for match in line["matches"]]) for line in lines] == [
        (7, ["granary"]),
        (["x"], []),
        (None, []),
    ]
    assert result.exit_code == 1
    assert [line[:5] for line in result.stderr.splitlines()] == ["-:2: ", "-:4: "]


def test_odd_texts_are_answered_too(known: Path, run: Run) -> None:
    long = "granary saboteurs " + "fire at the old harbour " * 50_000
    for text in (long, "x" * 1_000_000, "🔥" * 1_000, "\u202e\u202d", "' or 1=1 --", 'granary" NEAR('):
        result = run("match", known, text)
        assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(run("match", known, long).stdout)["matches"][0]["claim_id"] == "granary"


def test_a_claim_without_id_or_text_is_refused_with_its_line(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "claims.jsonl"
    file.write_text(
        '{"id": "a", "text": "One claim"}\n{"id": "b"}\n{"text": "c", "rating": 3}\n', encoding="utf-8"
    )
    result = run("load", tmp_path / "t.db", file, "--source", "claims")
    assert (result.exit_code, result.stdout) == (1, "0 articles, 0 attributions, 2 rejected, 1 claim\n")
    assert f'{file}:2: a claim needs an "id" and a "text".' in result.stderr


def test_an_id_that_is_given_to_two_claims_is_refused(tmp_path: Path, run: Run) -> None:
    file = tmp_path / "claims.jsonl"
    one = '{"id": "a", "text": "One claim"}\n'
    file.write_text(one * 2 + '{"id": "a", "text": "Another"}\n', encoding="utf-8")
    result = run("load", tmp_path / "t.db", file, "--source", "claims")
    assert (result.exit_code, result.stdout) == (1, "0 articles, 0 attributions, 1 rejected, 1 claim\n")
    assert f'{file}:3: the id "a" was given before, to another claim.' in result.stderr


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A database of ours with nothing in it."""
    with writing(tmp_path / "t.db") as connection:
        yield connection


def add(db: sqlite3.Connection, numbers: range, words: str = "claim of number {n}") -> None:
    """Add claims and bring the index up to date."""
    with db:
        db.executemany(
            "insert into claims (id, proposition, origin) values (?, ?, 'imported')",
            [(f"c{n}", words.format(n=n)) for n in numbers],
        )
        index.update(db)


def first(db: sqlite3.Connection, text: str) -> str | None:
    """Return the id of the best match, if any."""
    found = Finder(db).matches(text, 1)
    return found[0].claim_id if found else None


def test_the_index_follows_what_is_added_changed_and_deleted(empty: sqlite3.Connection) -> None:
    add(empty, range(100))
    for batch in (range(100, 120), range(120, 123), range(123, 124)):
        add(empty, batch)
    assert [first(empty, f"number {n}") for n in (3, 110, 121, 123)] == ["c3", "c110", "c121", "c123"]
    assert empty.execute("select segment, claims from _match_segments").fetchall() == [
        (1, 100),
        (2, 20),
        (3, 3),
        (4, 1),
    ]
    with empty:
        empty.execute("update claims set proposition = 'the ferry sank' where id = 'c3'")
        empty.execute("delete from claims where id = 'c110'")
        assert index.update(empty) == 1
    assert (first(empty, "the ferry sank"), first(empty, "number 3")) != ("c3", "c3")
    assert first(empty, "sank ferry") == "c3"
    assert first(empty, "110") is None
    with empty:
        assert index.update(empty) == 0


def test_a_large_change_makes_the_index_anew(empty: sqlite3.Connection) -> None:
    add(empty, range(40))
    add(empty, range(40, 80))
    assert empty.execute("select segment, claims from _match_segments").fetchall() == [(1, 80)]


def test_identical_claims_are_all_as_good_and_none_is_favoured(empty: sqlite3.Connection) -> None:
    add(empty, range(3_000), "the same words again")
    found = Finder(empty).matches("the same words again", 5)
    assert len({match.score for match in found}) == 1
    assert [match.claim_id for match in found] != ["c0", "c1", "c2", "c3", "c4"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("@OrlaVenn: 1,000 men", ["orla", "venn", "1000", "men"]),
        ("pic.twitter.com/x Qaïs’s", ["qais"]),
        ("东京大火 fire", ["东京", "京大", "大火", "fire"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert terms.words(text) == words


def test_who_denies_a_known_claim_and_who_does_not(
    known: Path, tmp_path: Path, run: Run, query: Query
) -> None:
    said = "that saboteurs set fire to the granary of Port Vale."
    text = tmp_path / "granary.txt"
    text.write_text(
        f"Fire at night\n\nOrla Venn said {said} Bo Lind denied {said} Una Kerr did not deny {said}\n"
    )
    run("load", known, text)
    stances = """select actors.name, stance from claim_attributions
        join attributions on attributions.id = attribution_id join actors on actors.id = actor_id
        where claim_id = 'granary' order by attributions.n"""
    assert query(known, stances) == [
        ("Orla Venn", "asserts"),
        ("Bo Lind", "denies"),
        ("Una Kerr", "withholds"),
    ]


def test_function_words_hardly_count_among_few_claims(tmp_path: Path, run: Run) -> None:
    said = "Saboteurs set fire to the granary of Port Vale."
    (tmp_path / "claims.jsonl").write_text(json.dumps({"id": "granary", "text": said}), encoding="utf-8")
    run("load", tmp_path / "t.db", tmp_path / "claims.jsonl", "--source", "claims")
    asked = "that saboteurs had set fire to the granary of Port Vale"
    ((match,),) = (json.loads(run("match", tmp_path / "t.db", asked).stdout)["matches"],)
    # Of this score and more, statements are attached by themselves.
    assert match["score"] >= 0.7
