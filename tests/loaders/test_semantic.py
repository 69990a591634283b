"""``match --model``: claims found by meaning, their vectors kept and followed, and what is wrong with a model said."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result
from tests.loaders import tiny_model

from hearsay_to_sqlite.resolve.matching import meaning
from hearsay_to_sqlite.resolve.matching.embedding import Model
from hearsay_to_sqlite.resolve.matching.meaning import Meaning
from hearsay_to_sqlite.store.schema import writing

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]

FIRE, GRAIN, SHIP, SHUT = (1.0, 0, 0, 0), (0, 1.0, 0, 0), (0, 0, 1.0, 0), (0, 0, 0, 1.0)
MEANINGS = {
    "fire": FIRE,
    "blaze": FIRE,
    "burnt": FIRE,
    "granary": GRAIN,
    "silo": GRAIN,
    "ferry": SHIP,
    "vessel": SHIP,
    "closed": SHUT,
    "shut": SHUT,
}
CLAIMS = [
    {"id": "granary", "text": "Saboteurs set fire to the granary."},
    {"id": "ferry", "text": "The ferry sank.", "title": "Was the ferry overloaded?"},
    {"id": "bridge", "text": "The bridge stays closed."},
    {"id": "mute", "text": "Nobody resigned."},
]


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder with a model that knows nine words."""
    return tiny_model.write(tmp_path / "tiny", MEANINGS)


@pytest.fixture
def known(tmp_path: Path, run: Run) -> Path:
    """A database with a handful of known claims."""
    file = tmp_path / "claims.jsonl"
    file.write_text("\n".join(json.dumps(claim) for claim in CLAIMS), encoding="utf-8")
    assert run("load", tmp_path / "known.db", file, "--source", "claims").exit_code == 0
    return tmp_path / "known.db"


def matches(result: Result) -> list[tuple[str, float, str]]:
    """Return id, score and why of what the only answer names."""
    assert (result.exit_code, result.stderr) == (0, "")
    return [(one["claim_id"], one["score"], one["why"]) for one in json.loads(result.stdout)["matches"]]


def test_a_claim_that_shares_no_word_is_found_by_meaning(known: Path, model: Path, run: Run) -> None:
    assert matches(run("match", known, "A vessel, shut, in a blaze: a vessel")) == []
    assert matches(run("match", known, "A vessel, shut, in a blaze: a vessel", "--model", model)) == [
        ("ferry", 0.3266, "likeness in meaning 0.82"),
        ("bridge", 0.1633, "likeness in meaning 0.41"),
        ("granary", 0.1155, "likeness in meaning 0.29"),
        ("mute", 0.0, "negated only there: nobody; likeness in meaning 0.00"),
    ]


def test_words_and_meaning_both_count(known: Path, model: Path, run: Run) -> None:
    ((_, by_words, _),) = matches(run("match", known, "who burnt the granary", "--top", 1))
    ((claim, score, why),) = matches(
        run("match", known, "who burnt the granary", "--top", 1, "--model", model)
    )
    assert (claim, why) == ("granary", "shares granary; likeness in meaning 1.00")
    assert score == pytest.approx(0.6 * by_words + 0.4, abs=2e-4)


def test_vectors_are_kept_and_follow_their_claims(known: Path, model: Path, run: Run, query: Query) -> None:
    ask = ("match", known, "vessel", "--model", model, "--top", 1)
    assert run(*ask).exit_code == 0
    version = Model(model).version
    kept = "select subject, model, version, hex(vector) from vectors order by subject"
    half, root = "003C", "A839"
    rows = [
        ("bridge", "tiny", version, "000000000000" + half),
        ("ferry", "tiny", version, "00000000" + half + "0000"),
        ("granary", "tiny", version, root * 2 + "00000000"),
        ("mute", "tiny", version, "0000" * 4),
    ]
    assert query(known, kept) == rows
    before = known.read_bytes()
    assert run(*ask).exit_code == 0
    assert known.read_bytes() == before
    with closing(sqlite3.connect(known)) as connection, connection:
        connection.execute("update claims set proposition = 'A blaze.', title = null where id = 'ferry'")
        connection.execute("delete from claims where id = 'mute'")
        connection.execute("delete from _match_pending")
    assert query(known, kept) == [rows[0], rows[2]]
    assert run(*ask).exit_code == 0
    assert query(known, kept) == [rows[0], ("ferry", "tiny", version, half + "000000000000"), rows[2]]


def test_a_redacted_copy_has_no_vectors(known: Path, model: Path, run: Run, query: Query) -> None:
    assert run("match", known, "vessel", "--model", model).exit_code == 0
    copy = known.with_name("copy.db")
    assert run("redact", known, copy).exit_code == 0
    assert query(known, "select count(*) from vectors") == [(4,)]
    assert query(copy, "select count(*) from vectors") == [(0,)]
    assert b"tiny" not in copy.read_bytes()


def test_another_version_has_vectors_of_its_own(known: Path, model: Path, run: Run, query: Query) -> None:
    first = matches(run("match", known, "vessel", "--model", model, "--top", 1))
    tiny_model.write(model, MEANINGS | {"vessel": FIRE})
    second = matches(run("match", known, "vessel", "--model", model, "--top", 1))
    assert (first[0][0], second[0][0]) == ("ferry", "granary")
    assert query(known, "select count(*), count(distinct version) from vectors") == [(8, 2)]


def test_a_long_table_is_read_in_blocks(
    known: Path, model: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ("match", known, "a shut vessel", "--model", model)
    expected = matches(run(*asked))
    for name, value in {"BATCH": 1, "BLOCK": 1, "KEPT": 0, "NEAREST": 2}.items():
        monkeypatch.setattr(meaning, name, value)
    assert matches(run(*asked)) == expected[:2]
    with writing(known) as connection:
        assert Meaning(connection, Model(model)).kept is None


def test_vectors_that_are_none_are_made_again_or_count_for_nothing(
    known: Path, model: Path, run: Run
) -> None:
    asked = ("match", known, "a shut vessel", "--model", model, "--top", 2)
    expected = matches(run(*asked))
    with closing(sqlite3.connect(known)) as connection, connection:
        connection.execute("update vectors set vector = x'00' where subject = 'ferry'")
        # Not a number, four times.
        connection.execute("update vectors set vector = x'007E007E007E007E' where subject = 'granary'")
    assert matches(run(*asked)) == expected


def test_odd_texts_are_answered(known: Path, model: Path, run: Run) -> None:
    assert matches(run("match", known, "", "--model", model)) == []
    assert matches(run("match", known, "🔥", "--model", model)) == []
    stdin = json.dumps({"id": 1, "text": "vessel \ud800 " + "x" * 200_000})
    assert matches(run("match", known, "-", "--model", model, "--top", 1, stdin=stdin))[0][0] == "ferry"


def test_a_model_may_lie_where_the_hub_puts_it(known: Path, model: Path, run: Run) -> None:
    (model / "onnx").mkdir()
    (model / "model.onnx").rename(model / "onnx" / "model.onnx")
    assert matches(run("match", known, "vessel", "--model", model, "--top", 1))[0][0] == "ferry"


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("model.onnx", None, "is missing. --model takes a folder with model.onnx and tokenizer.json"),
        ("tokenizer.json", None, "is missing. --model takes a folder with model.onnx and tokenizer.json"),
        ("model.onnx", b"no network", "cannot be read as a model: "),
        ("tokenizer.json", b"{}", "cannot be read as a tokenizer: "),
    ],
)
def test_a_missing_or_broken_file_is_named(
    known: Path, model: Path, run: Run, query: Query, name: str, content: bytes | None, complaint: str
) -> None:
    (model / name).unlink()
    if content is not None:
        (model / name).write_bytes(content)
    result = run("match", known, "vessel", "--model", model)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{model / name} {complaint}" in result.stderr
    assert query(known, "select count(*) from vectors") == [(0,)]


def test_a_model_of_something_else_is_refused(known: Path, model: Path, run: Run) -> None:
    tiny_model.write(model, MEANINGS | {"a": (float("nan"), 0, 0, 0)})
    result = run("match", known, "vessel", "--model", model)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "the model does not give a vector of numbers for each token." in result.stderr


def test_texts_are_grouped_by_meaning_too(model: Path, run: Run) -> None:
    texts = ["The granary blaze", "A silo burnt", "The ferry", "That vessel, there", "Nobody resigned", "…"]
    stdin = "\n".join(json.dumps({"id": f"t{n}", "text": text}) for n, text in enumerate(texts))
    by_words, by_meaning = (
        [json.loads(line)["cluster"] for line in run("clusters", "-", *more, stdin=stdin).stdout.splitlines()]
        for more in ([], ["--model", model])
    )
    assert by_words == ["t0", "t1", "t2", "t3", "t4", "t5"]
    assert by_meaning == ["t0", "t0", "t2", "t2", "t4", "t5"]


def test_a_database_is_grouped_by_meaning_too(known: Path, model: Path, run: Run, query: Query) -> None:
    file = known.with_name("more.jsonl")
    file.write_text(json.dumps({"id": "silo", "text": "A blaze burnt the silo."}), encoding="utf-8")
    assert run("load", known, file, "--source", "claims").exit_code == 0
    by_words, by_meaning = (
        {
            line["id"]: line["cluster"]
            for line in map(json.loads, run("clusters", known, *more).stdout.splitlines())
        }
        for more in ([], ["--model", model])
    )
    assert by_words == {name: name for name in ("granary", "ferry", "bridge", "mute", "silo")}
    assert by_meaning == by_words | {"silo": "granary"}
    assert query(known, "select count(*) from cluster_members") == [(0,)]


def test_a_missing_extra_is_named(
    known: Path, model: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    result = run("match", known, "vessel", "--model", model)
    assert (result.exit_code, result.stdout) == (2, "")
    assert 'pip install "datasette-hearsay[semantic]"' in result.stderr


def test_without_a_model_nothing_of_it_is_imported(
    known: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("numpy", "onnxruntime", "tokenizers"):
        monkeypatch.setitem(sys.modules, name, None)
    for name in ("embedding", "meaning"):
        monkeypatch.delitem(sys.modules, f"hearsay_to_sqlite.resolve.matching.{name}", raising=False)
    assert [claim for claim, _, _ in matches(run("match", known, "the ferry sank"))] == ["ferry"]
