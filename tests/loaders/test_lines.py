"""``attributions``: JSON lines without a database, and without the libraries of one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]

SAID = "Orla Venn said that the fire was out."
KEYS = {
    *(
        "id",
        "source",
        "cue",
        "content",
        "quoted",
        "quote_type",
        "act",
        "actor",
        "source_kind",
        "polarity",
        "condition",
    ),
    *("certainty", "target", "said_on", "medium", "nested_in", "repeat_of", "rule", "confidence"),
}


def line(name: object, text: str) -> str:
    """One line of input."""
    return json.dumps({"doc_id": name, "text": text}, ensure_ascii=False) + "\n"


def test_one_line_in_one_line_out(run: Run) -> None:
    result = run("attributions", "-", stdin=line("a", SAID) + "\n" + line(7, "Nothing was reported."))
    first, second = map(json.loads, result.stdout.splitlines())
    assert (result.exit_code, result.stderr) == (0, "")
    assert second == {"doc_id": 7, "attributions": []}
    (found,) = first.pop("attributions")
    assert first == {"doc_id": "a"}
    assert found.keys() == KEYS
    assert [SAID[start:end] for start, end in found["source"]] == ["Orla Venn"]
    assert [SAID[start:end] for start, end in found["cue"]] == ["said"]
    ((start, end),) = found["content"]
    assert SAID[start:end].endswith("the fire was out")
    assert (found["quote_type"], found["act"], found["actor"]) == ("indirect", "assert", "Orla Venn")


def test_offsets_count_code_points(run: Run) -> None:
    before = "😀 é ا\r\n\r\n"
    result = run("attributions", "-", stdin=line("a", before + SAID))
    (found,) = json.loads(result.stdout)["attributions"]
    assert found["source"] == [[len(before), len(before) + len("Orla Venn")]]


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("{", "-:2: not a line of JSON:"),
        ("[" * 100_000, "-:2: not a line of JSON:"),
        ('"text"', '-:2: expected an object with "doc_id" and "text".'),
        ('{"doc_id": "x"}', '-:2: expected an object with "doc_id" and "text".'),
        ('{"doc_id": "x", "text": 5}', '-:2: expected an object with "doc_id" and "text".'),
    ],
    ids=["broken", "deep", "text", "no text", "number"],
)
def test_a_bad_line_is_named_and_the_others_are_answered(bad: str, message: str, run: Run) -> None:
    given = line("a", SAID) + bad + "\n" + line("b", SAID)
    result = run("attributions", "-", stdin=given)
    assert result.exit_code == 1
    assert [json.loads(answer)["doc_id"] for answer in result.stdout.splitlines()] == ["a", "b"]
    assert result.stderr.startswith(message)
    assert run("attributions", "-", "--allow-rejects", "--silent", stdin=given).exit_code == 0


@pytest.mark.parametrize(
    "text", ["\\ud83d said “no”.", "\\u0000\\u0001", "", " ", "“" * 5000, "said " * 5000]
)
def test_odd_texts_are_answered(text: str, run: Run) -> None:
    result = run("attributions", "-", stdin=f'{{"doc_id": "a", "text": "{text}"}}\n')
    assert result.exit_code == 0
    assert json.loads(result.stdout)["doc_id"] == "a"


def test_files_give_what_load_writes(articles: Path, loaded: Path, run: Run, query: Query) -> None:
    result = run("attributions", articles)
    answers = [json.loads(answer) for answer in result.stdout.splitlines()]
    found = sorted((answer["doc_id"], one["id"]) for answer in answers for one in answer["attributions"])
    assert found == query(loaded, "select article_id, id from attributions order by article_id, id")


def test_two_workers_answer_in_the_order_of_the_lines(run: Run) -> None:
    given = "".join(line(n, f"{SAID} {n}") for n in range(40))
    assert (
        run("attributions", "-", "--workers", 2, stdin=given).stdout
        == run("attributions", "-", stdin=given).stdout
    )


def test_neither_a_database_nor_a_server_is_imported() -> None:
    program = (
        "import sys\n"
        "from hearsay_to_sqlite.cli import cli\n"
        "cli(['attributions', '-'], standalone_mode=False)\n"
        "print(sorted(sys.modules.keys() & {'datasette', 'sqlite_utils', 'sqlite3'}), file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=line("a", SAID).encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert json.loads(done.stdout)["doc_id"] == "a"
    assert done.stderr == b"[]\n"


def test_lines_are_answered_while_the_input_is_still_open() -> None:
    command = [sys.executable, "-m", "hearsay_to_sqlite.cli", "attributions", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for name in ("a", "b"):
            process.stdin.write(line(name, SAID).encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["doc_id"] == name
        process.stdin.close()
    assert process.returncode == 0
