"""The optional model: made from annotated lines, the same each time, used where it is asked for, refused where it is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from hearsay_to_sqlite.attribution import find, learned
from hearsay_to_sqlite.cli import cli
from hearsay_to_sqlite.errors import InputError
from hearsay_to_sqlite.records import Article

NAMES = ("Ann Smith", "Bob Jones", "Eve Adams", "The council")
DONE = ("said", "noted", "stated", "claimed")


def annotated(text: str, *parts: tuple[str, str, str]) -> dict[str, Any]:
    def span(words: str) -> list[list[int]]:
        start = text.index(words)
        return [[start, start + len(words)]]

    return {
        "text": text,
        "attributions": [
            {"source": span(source), "cue": span(cue), "content": span(content)}
            for source, cue, content in parts
        ],
    }


def lines() -> list[dict[str, Any]]:
    """Texts in which what somebody says is a report, and what somebody praises is none."""
    made = []
    for nth in range(80):
        name, verb = NAMES[nth % 4], DONE[nth // 4 % 4]
        content = f"that road {nth} was closed"
        made.append(
            annotated(f"{name} {verb} {content}. Tom Hill praised the old road.", (name, verb, content))
        )
    return made


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "annotated.jsonl"
    path.write_text("\n".join(map(json.dumps, lines())), encoding="utf-8")
    return path


def article(text: str) -> Article:
    return Article("a", "t", text, "l", "text", "0", "0")


def run(*arguments: str, stdin: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(cli, arguments, input=stdin)
    return result.exit_code, result.output


def test_a_model_judges_what_the_rules_find(data: Path, tmp_path: Path) -> None:
    target = tmp_path / "model.json"
    code, said = run("train", str(target), str(data))
    assert (code, said.splitlines()[-1]) == (0, "80 documents, AR F1 100.0 on those kept back")
    text = "Ann Smith said that the bridge was closed. Tom Hill praised the old bridge."
    rules, judged = find(article(text)), find(article(text), learned.load(target))
    assert rules.attributions is not None
    assert judged.attributions is not None
    assert [one.speaker for one in rules.attributions] == ["Ann Smith", "Tom Hill"]
    assert [one.speaker for one in judged.attributions] == ["Ann Smith"]
    assert (judged.attributions[0].confidence or 0) > 0.8


def test_the_command_uses_the_model_only_when_asked(data: Path, tmp_path: Path) -> None:
    target = tmp_path / "model.json"
    run("train", "-s", str(target), str(data))
    line = json.dumps({"doc_id": "1", "text": "Tom Hill praised the old bridge."})
    _, plain = run("attributions", "-", stdin=line)
    _, judged = run("attributions", "--model", str(target), "-", stdin=line)
    assert [len(json.loads(answer)["attributions"]) for answer in (plain, judged)] == [1, 0]


def test_same_data_same_bytes(data: Path, tmp_path: Path) -> None:
    for name in ("one.json", "two.json"):
        run("train", "-s", str(tmp_path / name), str(data))
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        pytest.param("no JSON", "this is no annotated text", id="no JSON"),
        pytest.param("[1]", "this is no annotated text", id="no object"),
        pytest.param(
            '{"text": "a", "attributions": [{"source": [[0, 9]], "cue": [], "content": []}]}',
            "source stands outside the text",
            id="offsets outside",
        ),
        pytest.param('{"text": "a", "attributions": []}', "no attribution is annotated", id="nothing in it"),
    ],
)
def test_bad_data_is_refused_with_its_place(content: str, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(content, encoding="utf-8")
    code, said = run("train", str(tmp_path / "model.json"), str(path))
    assert code == 1
    assert complaint in said
    assert "bad.jsonl" in said
    assert not (tmp_path / "model.json").exists()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("[]", id="no object"),
        pytest.param('{"format": "of another time"}', id="another format"),
        pytest.param('{"format": "hearsay-attribution-1", "weights": 1}', id="no weights"),
    ],
)
def test_what_is_no_model_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="no model of this version"):
        learned.load(path)
    code, said = run("attributions", "--model", str(path), "-", stdin='{"doc_id": 1, "text": "Ann said no."}')
    assert code == 2
    assert "no model of this version" in said
