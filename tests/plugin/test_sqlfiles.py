"""What a .sql file's header may say, and what it is told when it says something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from datasette_hearsay import sqlfiles
from datasette_hearsay.sqlfiles import Param, SqlFile, SqlFileError

WHOLE = """-- title: Who said it
-- description: One row for each voice.
--   In two sentences.
-- needs: actors, statements
-- chart: {"mark": "bar",
--   "x_column": "a name"}
-- param actor: who, as an id | nobody
-- param day: on which day |

select name -- not a header line
from actors
where name = :actor;
"""


def test_a_whole_file() -> None:
    assert sqlfiles.parse(WHOLE, Path("folder/who_said_it.sql")) == SqlFile(
        name="who_said_it",
        title="Who said it",
        description="One row for each voice. In two sentences.",
        needs=("actors", "statements"),
        chart=(("mark", "bar"), ("x_column", "a name")),
        params=(Param("actor", "who, as an id", "nobody"), Param("day", "on which day", "")),
        statement="select name -- not a header line\nfrom actors\nwhere name = :actor",
    )


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        (WHOLE, "g.mark=bar&g.x_column=a%20name"),
        ("-- title: No chart\nselect 1", None),
    ],
    ids=["chart", "no chart"],
)
def test_fragment(text: str, fragment: str | None) -> None:
    assert sqlfiles.parse(text, Path("x.sql")).fragment == fragment


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("select 1", "x.sql:1: the header has no title"),
        ("-- needs: a\nselect 1", "x.sql:1: the header has no title"),
        ("-- title: T\n-- colour: red\nselect 1", "x.sql:2: expected one of"),
        ("-- title: T\n-- just words\nselect 1", "x.sql:2: expected one of"),
        ("-- title: T\n-- title: U\nselect 1", "x.sql:2: 'title' is given twice"),
        ("-- title: T\n-- chart: {no\nselect 1", "x.sql:2: chart is not JSON"),
        ('-- title: T\n-- chart: ["bar"]\nselect 1', "x.sql:2: chart must be one JSON object of strings"),
        ('-- title: T\n-- chart: {"a": 1}\nselect 1', "x.sql:2: chart must be one JSON object of strings"),
        ("-- title: T\n;\n", "x.sql:2: no statement after the header"),
        ("-- title: T", "x.sql:2: no statement after the header"),
    ],
    ids=[
        "no header",
        "no title",
        "unknown key",
        "no key",
        "twice",
        "chart not json",
        "chart not object",
        "chart not strings",
        "semicolon only",
        "nothing",
    ],
)
def test_errors_name_file_and_line(text: str, message: str) -> None:
    with pytest.raises(SqlFileError) as error:
        sqlfiles.parse(text, Path("x.sql"))
    assert str(error.value).startswith(message)


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.sql").write_text(f"-- title: {name.upper()}\nselect 1\n", encoding="utf-8")
    assert [file.title for file in sqlfiles.read_folder(tmp_path)] == ["A", "B"]
