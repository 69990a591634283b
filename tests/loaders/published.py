"""A database with every shape of row, and what its published forms must not hold."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

from hearsay_to_sqlite.store import schema

FIXTURES = Path(__file__).parents[1] / "fixtures"
CHARGE = "b5517e9fd0c64a18"
"""A charge by a named person that only a machine found."""

WITHDRAWN = "doubts-union-calm"
RUN = 8
WORD = re.compile(r"\w+")

EXTRA = """
update attributions set quotation = 'calm and nothing but calm' where id = 'doubts-union-calm';
update attributions set reviewed_by = 'Reviewer Quux' where review_status <> 'machine';
update accounts set decided_by = 'Reviewer Quux';
update loads set command = 'load /home/quux/articles';
insert into attributions (id, article_id, source_kind, quotation, quote_type, act, method, review_status, anchor, repeat_of)
values ('pulled', 'doubts', 'none', 'calm and nothing but calm', 'direct', 'assert', 'extracted', 'machine', 'not-anchored',
    'doubts-union-calm');
insert into attributions (id, article_id, source_kind, quotation, quote_type, act, method, review_status, anchor, nested_in)
values ('inside', 'doubts', 'none', 'lit by the guild', 'direct', 'assert', 'extracted', 'machine', 'not-anchored',
    'b5517e9fd0c64a18');
"""


def small(path: Path) -> Path:
    """The invented case of the fixtures at ``path``, with rows that must not get out."""
    schema.close_database(schema.open_database(path), path)
    with closing(sqlite3.connect(path)) as connection:
        for name in ("small", "small_claims"):
            connection.executescript((FIXTURES / f"{name}.sql").read_text(encoding="utf-8"))
        connection.executescript(EXTRA)
    return path


def normal(text: str) -> str:
    """The words of a text in lower case, with one space between them."""
    return " ".join(word.lower() for word in WORD.findall(text))


def leaked(source: Path, raw: bytes) -> list[str]:
    """Runs of eight words of the source's articles, not wholly quoted and not of a title, that ``raw`` holds."""
    held = normal(raw.decode("utf-8", "replace"))
    found = []
    with closing(sqlite3.connect(source)) as connection:
        for article, title, text in connection.execute("select id, title, text from articles").fetchall():
            open_ = [not character.isalnum() for character in text]
            spans = connection.execute(
                'select s.start, s."end" from attribution_spans s join attributions a on a.id = s.attribution_id'
                " where a.article_id = ? and s.part = 'quoted' and s.start is not null",
                (article,),
            ).fetchall()
            headline = text.find(title)
            for start, end in [*spans, *([(headline, headline + len(title))] if headline >= 0 else [])]:
                open_[start:end] = [True] * (end - start)
            words = list(WORD.finditer(text))
            for first, last in zip(words, words[RUN - 1 :], strict=False):
                run = normal(text[first.start() : last.end()])
                prose = sum(not all(open_[w.start() : w.end()]) for w in words_in(words, first, last))
                # A run that only touches what stays with a word could come about by chance between two columns.
                if prose > 1 and run in held:
                    found.append(run)
    return found


def words_in(words: list[re.Match[str]], first: re.Match[str], last: re.Match[str]) -> list[re.Match[str]]:
    """The matches from ``first`` to ``last``."""
    start = words.index(first)
    return words[start : start + RUN]
