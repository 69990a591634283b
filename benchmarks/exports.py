"""What an export of a large case costs: its rate beside ``.dump``'s, and its memory beside that of a case a tenth as large.

``python -m benchmarks exports`` makes 200,000 statements; ``HEARSAY_STATEMENTS=1000000`` another number.
Needs SQLite's shell, ``sqlite3``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import big_case, measure
from hearsay_to_sqlite.cli.export import FORMATS


def run() -> Iterator[tuple[str, str]]:
    """Yield the name and the figure of each measure."""
    statements = int(os.environ.get("HEARSAY_STATEMENTS", big_case.STATEMENTS))
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder) / "large.db", Path(folder) / "small.db"
        big_case.write(large, statements)
        big_case.write(small, statements // 10)
        dump = measure.process(_dump(large))
        yield f".dump of {statements:,} statements", f"{dump.cpu:.1f} s, {dump.mib:.0f} MiB"
        for form in FORMATS:
            took, less = (
                measure.process(_export(path, form, Path(folder) / "out")) for path in (large, small)
            )
            yield (
                f"{form}: .dump's time to its time; memory to that of a tenth of the case",
                f"{dump.cpu / took.cpu:.2f} ({took.cpu:.1f} s); {took.mib / less.mib:.2f} ({took.mib:.0f} MiB)",
            )


def _dump(path: Path) -> list[str]:
    return ["sqlite3", str(path), ".dump"]


def _export(path: Path, form: str, out: Path) -> list[str]:
    command = [sys.executable, "-m", "hearsay_to_sqlite.cli", "export", str(path), form]
    return [*command, str(out.with_suffix(f".{form}")), "--include-unreviewed", "--silent"]
