"""Databases as users have them: the bundled case, articles only loaded, and one full of hostile text."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

from hearsay_to_sqlite.cli import cli

ROOT = Path(__file__).parents[2]
CASE = ROOT / "cases" / "kadhimi-2021" / "case.yml"

ARTICLE = """Harbour ministry blames saboteurs for Port Vale blaze

Harbour minister Orla Venn said on Monday that saboteurs had started the fire at the Port Vale granary.

"Nobody who loves this city would burn its bread," Venn told reporters, adding that arrests would follow.

According to inspector Tam Hurley, four fires were lit. Hurley declined to comment on the missing fuel drums.

The dockers' union accused the ministry of hiding the condition of the granary.
"""

COPY = (
    ARTICLE.replace("four fires", "seven fires")
    .replace("declined to", "did not")
    .replace("Monday", "Tuesday")
)

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u202eevil {{ 7*7 }} </title>"
HOSTILE_URL = "javascript:alert(document.domain)"
LONG = "<b>" + "A" * 100_000

FREE_TEXT = {
    "articles": ["title", "byline", "text", "origin_basis", "note"],
    "actors": ["name", "role", "description"],
    "actor_names": ["name"],
    "outlets": ["name"],
    "claims": ["proposition", "title", "subtitle", "topic"],
    "attributions": [
        "source_text",
        "cue_text",
        "content_text",
        "quotation",
        "gist",
        "condition",
        "medium",
        "rule",
    ],
    "attribution_spans": ["text"],
    "facets": ["question", "unit"],
    "accounts": ["value", "text", "note"],
    "events": ["name", "place", "description"],
    "framings": ["name", "description"],
    "claim_framings": ["rationale", "tagged_by"],
    "copies": ["basis"],
    "wording_changes": ["why"],
    "cases": ["title", "description", "licence", "source"],
}
URLS = {"articles": ["url"], "outlets": ["url"], "claims": ["url"], "utterances": ["original_url"]}


def run(*arguments: object) -> None:
    """Run a command of ours and expect it to succeed."""
    result = CliRunner().invoke(cli, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return one file of each kind: ``case``, ``loaded``, ``redacted`` and ``hostile``, each named after its kind."""
    folder = tmp_path_factory.mktemp("made")
    made = {name: folder / f"{name}.db" for name in ("case", "loaded", "redacted", "hostile")}
    run("build", CASE, made["case"])
    for name, text in (("one", ARTICLE), ("two", COPY)):
        folder.joinpath(f"{name}.txt").write_text(text, encoding="utf-8")
    run("load", made["loaded"], folder / "one.txt", folder / "two.txt")
    # With what is reported and not quoted, or no claim would be left of articles that nobody curated.
    run("redact", made["loaded"], made["redacted"], "--keep-indirect", "--context", 40)
    shutil.copy(made["case"], made["hostile"])
    spoil(made["hostile"])
    return made


def spoil(path: Path) -> None:
    """Fill every free text of a database with markup, every URL with script, and one title with 100 kB."""
    db = sqlite3.connect(path)
    for table, columns in FREE_TEXT.items():
        for column in columns:
            # The rowid keeps the value unique where it must be.
            db.execute(f"update {table} set {column} = ? || rowid", [HOSTILE])
    for table, columns in URLS.items():
        for column in columns:
            db.execute(f"update {table} set {column} = ?", [HOSTILE_URL])
    db.execute("update articles set title = ? where n = 1", [LONG])
    db.execute("update attributions set gist = ? where n = 1", [LONG])
    for table in ("statements_fts", "claims_fts", "actors_fts", "articles_fts"):
        db.execute(f"insert into {table} ({table}) values ('rebuild')")
    db.commit()
    db.close()
