"""Tables and lists of articles or of statements: what becomes of each row."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hearsay_to_sqlite.records import Article, Reject, Remark, Rows, stable_id
from hearsay_to_sqlite.sources import registry
from hearsay_to_sqlite.sources.columns import NOT_THERE, NOT_UNDERSTOOD, NOT_USED
from hearsay_to_sqlite.sources.locations import Location
from hearsay_to_sqlite.sources.rows import RowsSource

FIXTURES = Path(__file__).parent.parent / "fixtures" / "rows"

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]
Shown = tuple[object, ...]


def shown(item: Article | Rows | Reject | Remark) -> Shown:
    """What a test compares: an article's own fields, a reject's line and reason, a remark, or the tables of rows."""
    if isinstance(item, Article):
        fields = (item.id, item.title, item.text, item.url, item.published_on, item.byline, item.publisher)
        return ("article", *fields, item.language)
    if isinstance(item, Reject):
        return ("reject", item.line, item.reason)
    if isinstance(item, Remark):
        return ("remark", item.text, *item.names)
    return ("rows", item.yielding, {table: len(rows) for table, rows in item.tables.items()})


def read(name: str, mapping: tuple[tuple[str, str], ...] = ()) -> list[Shown]:
    path = FIXTURES / name
    return [shown(item) for item in RowsSource().read(Location(str(path), path, mapping=mapping))]


FIRE = "https://valecourier.example/2021/fire"

NOTHING_TO_USE = (
    "no text, no words and no title with an address among its fields "
    "(Headline, Body, Link, Publish Date, Author, Outlet, Colour). Name them with --map."
)

EXPECTED: dict[str, list[Shown]] = {
    "articles.csv": [
        (
            "article",
            stable_id("https://valecourier.example/a?b=1"),
            "Harbour fire",
            "Orla Venn said on Monday that saboteurs had started the fire at the granary.",
            "https://www.valecourier.example/a?b=1",
            "2021-11-07",
            "Ann Lee",
            "The Vale Courier",
            "en",
        ),
        (
            "reject",
            3,
            NOTHING_TO_USE,
        ),
        ("rows", True, {"outlets": 1, "articles": 1, "article_locations": 1}),
        ("remark", NOT_USED, "Colour"),
        ("remark", NOT_UNDERSTOOD, "3/4/2020"),
    ],
    "articles.json": [
        (
            "article",
            stable_id("vale-1"),
            "Harbour fire",
            'Orla Venn said "no".\n\nShe left.',
            None,
            None,
            None,
            None,
            "en",
        ),
        ("reject", 2, "record 2 is no object with fields."),
    ],
    "statements.tsv": [
        (
            "rows",
            True,
            {
                "outlets": 1,
                "actors": 3,
                "actor_names": 3,
                "articles": 2,
                "article_locations": 2,
                "attributions": 2,
                "attribution_actors": 3,
            },
        ),
    ],
    "mediacloud_story.json": [
        (
            "article",
            stable_id("https://valecourier.example/2021/fire"),
            "Harbour fire",
            "Orla Venn said that saboteurs had started the fire.",
            "http://valecourier.example/2021/fire",
            "2021-11-07",
            None,
            None,
            "en",
        ),
        ("remark", NOT_USED, "mood"),
    ],
    "mediacloud_search.csv": [("rows", True, {"outlets": 1, "articles": 1, "article_locations": 1})],
    "lines.jsonl": [
        ("article", stable_id("vale-1"), "Harbour fire", "Orla Venn said no.", None, None, None, None, None),
        ("reject", 3, "no line of JSON: Expecting value: line 2 column 1 (char 37)."),
        ("reject", 4, "the line is no object with fields."),
        (
            "article",
            "16e6733bb5b15e08",
            "\ufffd torn",
            "Half a letter: \ufffd and a NUL: \ufffd.",
            None,
            None,
            None,
            None,
            None,
        ),
    ],
}


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_read(name: str) -> None:
    assert registry.best(Location(str(FIXTURES / name), FIXTURES / name)).name == "rows"
    assert read(name) == EXPECTED[name]


def test_a_mapping_comes_before_all_known_names() -> None:
    mapped = read("articles.csv", (("byline", "colour"), ("title", "Author")))
    assert mapped[0][2] == "Ann Lee"
    assert mapped[0][6] == "red"
    assert ("remark", NOT_USED, "Headline") in mapped


def test_statements_become_rows_of_their_speakers(tmp_path: Path, run: Run, query: Query) -> None:
    path = tmp_path / "t.db"
    result = run("load", path, FIXTURES / "statements.tsv")
    assert (result.exit_code, result.stdout) == (0, "2 articles, 2 attributions, 0 rejected\n")
    columns = "speaker, words, act, target, outlet, published_on, method, anchor, quote_type, source_kind"
    assert query(path, f"select {columns} from statements order by speaker") == [
        (
            "Orla Venn",
            "Nobody would burn its bread",
            "deny",
            None,
            "valecourier.example",
            "2021-11-07",
            "imported",
            "not-anchored",
            "direct",
            "named",
        ),
        (
            "Tam Hurley",
            "four fires were lit",
            "accuse",
            "Harbour guild",
            None,
            None,
            "imported",
            "not-anchored",
            "direct",
            "named",
        ),
    ]
    assert run("check", path).exit_code == 0


def test_a_text_that_comes_later_fills_the_article_that_was_named(
    tmp_path: Path, run: Run, query: Query
) -> None:
    path, story = tmp_path / "t.db", tmp_path / "story.json"
    run("load", path, FIXTURES / "mediacloud_search.csv")
    story.write_text(
        json.dumps({"url": f"{FIRE}?utm_medium=feed", "title": "Fire", "text": "Orla Venn said no."})
    )
    assert run("load", path, story).exit_code == 0
    assert query(path, "select id, title, text, publisher_id from articles") == [
        (stable_id(FIRE), "Harbour fire", "Orla Venn said no.", "valecourier-example")
    ]
    assert query(path, "select count(*) from article_locations") == [(2,)]


def test_a_changed_text_at_an_address_takes_the_place_of_the_last(
    tmp_path: Path, run: Run, query: Query
) -> None:
    path, story = tmp_path / "t.db", tmp_path / "story.json"
    for text in ("Orla Venn said no.", "Orla Venn said yes.", "Orla Venn said nothing."):
        story.write_text(json.dumps({"url": FIRE, "title": "Fire", "text": text}))
        assert run("load", path, story).exit_code == 0
    chain = (
        "select a.text, b.text from articles as a left join articles as b on b.id = a.supersedes order by a.n"
    )
    assert query(path, chain) == [
        ("Orla Venn said no.", None),
        ("Orla Venn said yes.", "Orla Venn said no."),
        ("Orla Venn said nothing.", "Orla Venn said yes."),
    ]


def test_loading_a_table_twice_changes_nothing(
    tmp_path: Path, run: Run, content: Callable[[Path], list[str]]
) -> None:
    path = tmp_path / "t.db"
    first = run("load", path, FIXTURES)
    before = content(path)
    second = run("load", path, FIXTURES)
    assert (first.exit_code, first.stdout) == (second.exit_code, second.stdout)
    assert first.stdout == "9 articles, 6 attributions, 4 rejected\n"
    assert content(path) == before
    assert f"rows: {NOT_USED}: Colour, mood\n" in first.stderr


def test_an_import_leaves_what_is_there_as_it_is(tmp_path: Path, run: Run, query: Query) -> None:
    path, case = tmp_path / "t.db", tmp_path / "case.yml"
    case.write_text(
        "case: {id: vale, title: Vale, curated_by: the desk}\nactors:\n  - {id: orla-venn, name: Orla Venn, kind: person, description: A minister}\n"
    )
    assert run("load", path, case, FIXTURES / "statements.tsv").exit_code == 0
    assert query(path, "select description, origin from actors where id = 'orla-venn'") == [
        ("A minister", "curated")
    ]


def test_a_list_names_whom_another_left_open(tmp_path: Path, run: Run, query: Query) -> None:
    path, table = tmp_path / "t.db", tmp_path / "t.csv"
    for target in ("", "The Navy", "The Army"):
        table.write_text(f"quote,speaker,target,link\nIt was them,Orla Venn,{target},{FIRE}\n")
        run("load", path, table)
    assert query(path, "select actor_id, target_id from attributions") == [("orla-venn", "navy")]
    assert run("check", path).exit_code == 0


def test_what_is_mended_is_no_longer_listed(tmp_path: Path, run: Run, query: Query) -> None:
    path, table = tmp_path / "t.db", tmp_path / "t.csv"
    table.write_text("title,text\n,\nx,\ny,\n")
    run("load", path, table)
    assert query(path, "select line from rejects order by line") == [(3,), (4,)]
    listed = run("rejects", path).stdout.splitlines()
    assert [row.removeprefix(str(table))[:9] for row in listed] == [":3: no te", ":4: no te"]
    table.write_text("title,text\n,\nx,She said no.\ny,\n")
    run("load", path, table)
    assert query(path, "select line from rejects order by line") == [(4,)]


@pytest.mark.parametrize("given", ["colour=Red", "title", "title="])
def test_a_mapping_that_says_nothing_is_misuse(given: str, tmp_path: Path, run: Run) -> None:
    result = run("load", tmp_path / "t.db", FIXTURES, "--map", given)
    assert (result.exit_code, f"--map {given}: write ours=theirs" in result.stderr) == (2, True)


def test_a_description_of_data_is_no_article(tmp_path: Path, run: Run, query: Query) -> None:
    schema = tmp_path / "article.json"
    schema.write_text(
        '{"$schema": "https://schemas.example/1", "id": "https://schemas.example/article", "title": "Article"}'
    )
    result = run("load", tmp_path / "t.db", schema)
    assert (result.exit_code, result.stderr) == (
        1,
        f"{schema}:1: this describes data, and is none: there is no article in it.\n",
    )
    assert query(tmp_path / "t.db", "select count(*) from articles") == [(0,)]


def test_a_field_of_map_that_is_not_there_is_said() -> None:
    found = read("articles.csv", (("text", "body "), ("byline", "Authr"), ("title", "headline")))
    assert [item for item in found if item[0] == "remark" and item[1] == NOT_THERE] == [
        ("remark", NOT_THERE, "Authr")
    ]
