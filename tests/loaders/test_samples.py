"""Real files of every kind in one command: what is read, and what is refused with its reason."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
Query = Callable[[Path, str], list[tuple[object, ...]]]

KINDS = ("gqg", "mediacloud", "ninjs", "rss", "warc", "claimreview", "misp", "stix")
UNKNOWN = ("misp", "stix")
"""Kinds that nobody reads: every one of their files is refused."""


@pytest.mark.shared
def test_all_kinds_in_one_command(samples: Path, tmp_path: Path, run: Run, query: Query) -> None:
    path = tmp_path / "t.db"
    # The ten thousand claims of the archive have a test of their own.
    inputs = [
        file
        for kind in KINDS
        for file in sorted((samples / kind).rglob("*"))
        if file.is_file() and file.suffix != ".gz"
    ]
    result = run("load", path, *inputs, *sorted((samples / "warc").rglob("*.gz")), "--no-extract", "--json")
    counts = json.loads(result.stdout.splitlines()[-1])
    assert (result.exit_code, counts["articles"], counts["claims"], counts["reviews"]) == (1, 111, 355, 473)
    sources = query(path, "select source, count(*) from articles group by source order by source")
    # Of the feeds many hold the same few words; licences and examples beside the samples are plain text.
    assert sources == [
        ("feed", 39),
        ("gqg", 5),
        ("mediacloud", 1),
        ("ninjs", 2),
        ("page", 2),
        ("rows", 1),
        ("text", 4),
    ]
    refused = Counter(
        Path(str(place)).relative_to(samples).parts[0]
        for (place,) in query(path, "select location from rejects")
    )
    # Feeds without an entry or with empty ones, answers of a test server in an archive, a schema; and all of what nobody reads.
    assert refused == {"stix": 392, "rss": 300, "misp": 14, "warc": 3, "ninjs": 1}
    assert query(path, "select count(*) from rejects where reason like '%fault of ours%'") == [(0,)]
    read = query(path, "select location from article_locations")
    assert not [place for (place,) in read if Path(str(place)).relative_to(samples).parts[0] in UNKNOWN]
