"""Copies in a database: found among new articles as among all, decided by people, whatever the text."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay_to_sqlite import compare
from hearsay_to_sqlite.store import check, schema
from hearsay_to_sqlite.store.connection import transaction

FOUND = (
    "select article_id, copied_from_id, kind, direction, coverage, similarity, basis, method from copies order by 1, 2",
    'select id, article_id, start, "end", copied_from_id, kind, diff, why from wording_changes order by 1',
    "select article_id, root_id from _article_roots order by 1",
)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with schema.writing(tmp_path / "c.db") as found:
        yield found


def add(connection: sqlite3.Connection, name: str, text: str, day: str | None = None) -> None:
    with transaction(connection):
        connection.execute(
            "insert into articles (id, title, text, text_sha256, published_on) values (?, ?, ?, ?, ?)",
            (name, name, text, str(hash(text)), day),
        )


def found(connection: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    return [connection.execute(query).fetchall() for query in FOUND]


def copies(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("select article_id, copied_from_id from copies order by 1, 2").fetchall()


def story(seed: int, sentences: int = 8) -> list[str]:
    """Sentences that no other story has."""
    chance = random.Random(seed)
    letters = "bcdfghjklmnpqrstvwz"
    return [
        " ".join(
            "".join(chance.choice(letters) + chance.choice("aeiou") for _ in range(3)) for _ in range(9)
        ).capitalize()
        + "."
        for _ in range(sentences)
    ]


def planted() -> list[tuple[str, str, str]]:
    """Articles with copies, copies of copies, and one pieced together from two."""
    one, two = story(1), story(2)
    return [
        ("a", " ".join(one), "2020-01-01"),
        ("b", " ".join(two), "2020-01-02"),
        ("c", " ".join([*one[:6], *story(3, 2)]), "2020-01-05"),
        ("d", " ".join(story(4)), "2020-01-05"),
        ("e", " ".join(one[1:5]), "2020-01-07"),
        ("f", " ".join([*one[:5], *two[3:]]), "2020-01-08"),
        ("g", " ".join([*story(5, 1), *two]), "2019-12-31"),
    ]


def test_copies_in_a_database(connection: sqlite3.Connection) -> None:
    for article in planted():
        add(connection, *article)
    compare.run(connection)
    assert copies(connection) == [("b", "g"), ("c", "a"), ("e", "a"), ("f", "a"), ("f", "g")]


def test_new_articles_alone_give_what_all_give(tmp_path: Path, connection: sqlite3.Connection) -> None:
    for article in planted():
        add(connection, *article)
        compare.run(connection)
    one_by_one = found(connection)
    assert one_by_one[0]
    compare.run(connection)
    assert found(connection) == one_by_one
    compare.run(connection, anew=True)
    assert found(connection) == one_by_one


def test_a_text_pieced_together_is_shown_with_each_of_its_sources(connection: sqlite3.Connection) -> None:
    """Nobody knows which came first; of the two that hold "one" only one is the nearest to it."""
    one, two, three = story(1), story(2), story(3)
    for name, sentences in {
        "one": one,
        "two": two,
        "three": three,
        "merged": [*one[:5], *two[2:], *story(4, 2)],
        "merged too": [*one[4:], *three[2:], *story(5, 2)],
    }.items():
        add(connection, name, " ".join(sentences))
        compare.run(connection)
    assert copies(connection) == [
        ("one", "merged"),
        ("one", "merged too"),
        ("three", "merged too"),
        ("two", "merged"),
    ]
    one_by_one = found(connection)
    compare.run(connection, anew=True)
    assert found(connection) == one_by_one


def test_who_is_one_witness_outlives_the_texts(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        connection.executemany(
            "insert into articles (id, title, text_sha256) values (?, ?, 'x')", [("a", "a"), ("b", "b")]
        )
        connection.execute("insert into _article_roots (article_id, root_id) values ('a', 'a'), ('b', 'a')")
    compare.run(connection)
    assert connection.execute("select * from _article_roots order by 1").fetchall() == [
        ("a", "a"),
        ("b", "a"),
    ]


def test_later_knowledge_turns_a_pair_round(connection: sqlite3.Connection) -> None:
    text = " ".join(story(1))
    add(connection, "a", text)
    add(connection, "b", text + " Indeed.")
    compare.run(connection)
    assert copies(connection) == [("b", "a")]
    with transaction(connection):
        connection.execute("update articles set published_on = iif(id = 'a', '2020-02', '2020-01')")
    compare.run(connection)
    assert copies(connection) == [("a", "b")]
    assert connection.execute("select distinct article_id from wording_changes").fetchall() == [("a",)]


def test_text_filled_in_later_is_compared(connection: sqlite3.Connection) -> None:
    add(connection, "a", " ".join(story(1)), "2020-01")
    with transaction(connection):
        connection.execute("insert into articles (id, title) values ('late', 'late')")
    add(connection, "b", " ".join(story(1)[:6]), "2020-02")
    compare.run(connection)
    with transaction(connection):
        connection.execute(
            "update articles set text = ?, text_sha256 = 'x', published_on = '2020-03' where id = 'late'",
            (" ".join(story(1)[2:]),),
        )
    compare.run(connection)
    assert copies(connection) == [("b", "a"), ("late", "a")]


def test_people_have_the_last_word(connection: sqlite3.Connection) -> None:
    for article in planted():
        add(connection, *article)
    compare.run(connection)
    with transaction(connection):
        connection.execute("delete from copies where article_id = 'f'")
        connection.execute(
            "insert into copies (article_id, copied_from_id, kind, direction, method) "
            "values ('f', 'd', 'edited', 'known', 'curated'), ('a', 'c', 'edited', 'known', 'curated')"
        )
    for anew in (False, True):
        compare.run(connection, anew=anew)
        assert copies(connection) == [("a", "c"), ("b", "g"), ("e", "a"), ("f", "d")]


def test_what_a_person_calls_no_copy_is_none(connection: sqlite3.Connection) -> None:
    for article in ("a", "b"):
        add(connection, article, " ".join(story(1)) + f" Edition {article}.", "2020-01")
    witnesses = "select count(distinct root_id) from _article_roots where article_id in ('a', 'b')"
    compare.run(connection)
    assert copies(connection) == [("b", "a")]
    assert connection.execute(witnesses).fetchall() == [(1,)]
    with transaction(connection):
        connection.execute("insert into not_copies (article_id, copied_from_id) values ('a', 'b')")
    for anew in (False, True):
        compare.run(connection, anew=anew)
        assert copies(connection) == []
        assert connection.execute("select count(*) from wording_changes").fetchall() == [(0,)]
        assert connection.execute(witnesses).fetchall() == [(0,)]


ODD = {
    "empty": "",
    "one word": "Rain.",
    "no letters": "… — !!! 123 456",
    "Arabic": "قال الوزير إن الحريق كان متعمدا وإن الشرطة تبحث عن الفاعلين في الميناء القديم منذ الصباح. "
    * 3,
    "Chinese": "部长星期一表示,破坏者在港口的粮仓纵火,消防员发现了四个火源。警方正在旧港口寻找三名嫌疑人。",
    "no full stop": "word " * 20_000,
    "many sentences": "It was so. " * 20_000,
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in ODD.items()])
def test_odd_texts(connection: sqlite3.Connection, text: str) -> None:
    for nth in range(3):
        add(connection, f"odd-{nth}", f"{text} {nth}")
    compare.run(connection)
    compare.run(connection, anew=True)
    assert {pair for pair in copies(connection) if not pair[0].startswith("odd-")} == set()


@pytest.mark.parametrize("name", ["Arabic", "Chinese"])
def test_copies_in_other_scripts(connection: sqlite3.Connection, name: str) -> None:
    add(connection, "a", ODD[name], "2020-01")
    add(connection, "b", ODD[name].replace("الوزير", "المحافظ").replace("四", "七"), "2020-02")
    compare.run(connection)
    assert copies(connection) == [("b", "a")]


def test_many_copies_of_one_short_text(connection: sqlite3.Connection) -> None:
    text = " ".join(story(1, 3))
    for nth in range(400):
        add(connection, f"{nth:03}", f"{text} Number {nth}.", f"2020-01-01T{nth:04}")
    compare.run(connection)
    assert len(copies(connection)) == 399
    # What most articles hold is kept as one number, however many they are.
    assert connection.execute("select count(*) from _prints where length(holders) > 4 * 128").fetchone() == (
        0,
    )
    assert connection.execute("select count(distinct root_id) from _article_roots").fetchone() == (1,)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(
            "update wording_changes set start = start + 1 where start is not null", id="moved in the copy"
        ),
        pytest.param("update wording_changes set copied_end = copied_end - 2", id="moved in the original"),
    ],
)
def test_moved_offsets_are_noticed(connection: sqlite3.Connection, damage: str) -> None:
    add(connection, "a", " ".join(story(1)), "2020-01")
    add(connection, "b", " ".join(story(1)[1:]), "2020-02")
    compare.run(connection)
    # Texts of these tests have no real hash; all else holds.
    assert {problem.table for problem in check.problems(connection)} <= {"articles"}
    with transaction(connection):
        connection.execute(damage)
    whats = {problem.what for problem in check.problems(connection) if problem.table == "wording_changes"}
    assert any("which is not what was compared" in what for what in whats)


def test_copy_of_a_very_long_text(connection: sqlite3.Connection) -> None:
    long = story(1, 700)
    add(connection, "a", " ".join(long), "2020-01")
    add(connection, "b", " ".join([*long[:3], *long[4:]]), "2020-02")
    compare.run(connection)
    assert copies(connection) == [("b", "a")]
