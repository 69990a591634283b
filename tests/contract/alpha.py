"""Everything that touches Datasette, once more under the other Datasette that we support.

``make test`` names that environment's Python in HEARSAY_ALPHA. Each folder of tests has a file of its own beside this
one, so that they run side by side; each test file there is one test.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALPHA = os.environ.get("HEARSAY_ALPHA", "")

needed = pytest.mark.skipif(
    not ALPHA, reason="HEARSAY_ALPHA names no Python with the alpha; make test sets it"
)


def files(folder: str) -> list[str]:
    """Return the test files of a folder below ``tests/``, without those that come here."""
    found = sorted((ROOT / "tests" / folder).glob("test_*.py"))
    return [path.relative_to(ROOT).as_posix() for path in found if not path.name.startswith("test_alpha_")]


def passes(path: str) -> None:
    """Run one test file under the alpha; fail with its output unless all of it passes."""
    run = subprocess.run(
        [ALPHA, "-m", "pytest", "-q", "-p", "no:cacheprovider", path],
        cwd=ROOT,
        check=False,
        env={**os.environ, "HEARSAY_ALPHA": ""},
        capture_output=True,
        text=True,
        timeout=900,
    )
    # Exit code 5: nothing collected, which would be a leg that tests nothing.
    assert run.returncode == 0, run.stdout[-8000:] + run.stderr[-2000:]
