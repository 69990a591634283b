"""Repetition is not corroboration: planted copies change no count of utterances or independent articles."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

import datasette_hearsay
from hearsay_to_sqlite.cli import cli

STORY = """Port Vale granary burns

Harbour minister Orla Venn said on Monday that saboteurs had started the fire at the Port Vale granary.
Firefighters counted four separate sources of the blaze, according to inspector Tam Hurley.
A senior dockworker who gave no name accused the harbour police of hiding the missing fuel drums.
The insurer Brackwater has sent assessors, and a report is expected within nine weeks.
Inspector Tam Hurley denied that two watchmen had been hurt in the northern hall of the granary.
"""

BACK = """The granary of Port Vale in flames

On Monday the minister of the harbour, Orla Ven, said that saboteurs had set the fire in the granary of Port Vale.
According to the inspector Tam Hurly, the fire brigade counted four separate sources of the blaze.
A senior dockworker who gave no name accused the police of the harbour of concealing the missing fuel drums.
The insurance company Brackwater sent assessors; a report is expected in nine weeks.
Inspector Tam Hurly denied that two watchmen had been hurt in the northern hall of the granary.
"""

OTHER = """Minister speaks of sabotage

In parliament Orla Venn said that saboteurs had started the fire at the granary in Port Vale.
Farmers in Alderly meanwhile brought in the first barley of a wet summer, and prices stayed where they were.
Inspector Tam Hurley praised the new pumps that the town of Nordhaven has given to its neighbours.
"""

COUNTS = {
    "disputes": "select sum(independent_articles) from disputes",
    "first_appearances": "select claim_id, utterances, independent_articles from first_appearances order by 1",
    "statements_by_day": "select act, utterances, independent_articles from statements_by_day order by 1, 2",
    "blame": "select count(distinct utterance_key), count(distinct root_article_id) from blame",
    "claim_appearances": (
        "select max(witnesses) from (select count(distinct root_article_id) as witnesses "
        "from claim_appearances group by claim_id)"
    ),
    "statements": "select count(distinct utterance_key), count(distinct root_article_id) from statements",
}


def load(folder: Path, texts: dict[str, str]) -> Path:
    articles = folder / "articles"
    articles.mkdir(parents=True)
    for name, text in texts.items():
        (articles / f"{name}.txt").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(cli, ["load", str(folder / "r.db"), str(articles), "--silent"])
    assert done.exit_code == 0, done.output
    tag(folder / "r.db")
    return folder / "r.db"


def tag(path: Path) -> None:
    """Let every proposed claim serve one framing."""
    connection = sqlite3.connect(path)
    try:
        with connection:
            connection.execute("insert into framings (slug, name) values ('sabotage', 'Sabotage')")
            connection.execute(
                "insert into claim_framings (claim_id, framing, tagged_by) select id, 'sabotage', 'us' from claims"
            )
    finally:
        connection.close()


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The two independent articles alone, and with two copies of the first."""
    folder = tmp_path_factory.mktemp("repetition")
    alone = {"1": STORY, "2": OTHER}
    copies = {"3": STORY.replace("granary burns", "granary in flames") + "\n(Wire)", "4": BACK}
    return load(folder / "alone", alone), load(folder / "copied", {**alone, **copies})


ROOTS = """
select count(distinct coalesce(root_id, id))
from articles
left join _article_roots on article_id = id
"""


def test_the_copies_are_found(files: tuple[Path, Path]) -> None:
    assert rows(files[1], "select count(*) from copies") == [(2,)]
    assert rows(files[1], ROOTS) == [(2,)]
    assert (
        rows(files[1], "select count(*) from statements")[0]
        > rows(files[0], "select count(*) from statements")[0]
    )


@pytest.mark.parametrize("view", ["statements", "claim_appearances", "blame", "disputes"])
def test_copies_are_no_more_witnesses(files: tuple[Path, Path], view: str) -> None:
    alone, copied = (rows(path, COUNTS[view]) for path in files)
    assert copied == alone


CHARTS = Path(datasette_hearsay.__file__).parent / "sql" / "charts"


@pytest.mark.parametrize(
    "sql",
    [
        pytest.param("select * from framings_by_outlet", id="view framings_by_outlet"),
        *(
            pytest.param((CHARTS / f"{name}.sql").read_text("utf-8"), id=f"chart {name}")
            for name in ("framings_by_outlet", "framing_by_outlet", "claims_by_outlet", "statements_by_day")
        ),
    ],
)
def test_framings_and_charts_count_what_was_said_once(files: tuple[Path, Path], sql: str) -> None:
    """In the file with the copies more is told than in the other, but nothing more is said, by no more witnesses."""
    asked = {"limit": 500, "size": 24, "outlets": 12, "framing": "sabotage"}
    said: list[int] = []
    for path in files:
        connection = sqlite3.connect(path)
        try:
            cursor = connection.execute(sql, asked)
            columns = [column[0] for column in cursor.description]
            found = [dict(zip(columns, row, strict=True)) for row in cursor]
        finally:
            connection.close()
        assert max(row.get("independent_articles", 0) for row in found) <= 2
        said.append(sum(row["utterances"] for row in found))
    assert sum(row["mentions"] for row in found) > said[1]
    in_all = len(rows(files[0], "select distinct utterance_key from statements"))
    assert 0 < said[0] <= in_all
    assert 0 < said[1] <= in_all


@pytest.mark.parametrize("view", ["first_appearances", "statements_by_day"])
def test_no_row_counts_more_than_there_are(files: tuple[Path, Path], view: str) -> None:
    [held] = rows(files[1], f"select max(independent_articles) <= 2, max(mentions) > 2 from {view}")
    assert held == (1, 1)


def test_what_the_copy_did_to_a_quotation_is_listed(files: tuple[Path, Path]) -> None:
    kinds = rows(files[1], "select distinct kind from utterance_changes order by 1")
    assert ("reworded",) in kinds
