"""Everything that touches Datasette, once more under the other Datasette that we support.

``make test`` names that environment's Python in HEARSAY_ALPHA; each test file there is one test here.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALPHA = os.environ.get("HEARSAY_ALPHA", "")
FILES = [
    path.relative_to(ROOT).as_posix()
    for folder in ("plugin", "contract", "browser")
    for path in sorted((ROOT / "tests" / folder).glob("test_*.py"))
    if path != Path(__file__)
]


@pytest.mark.skipif(not ALPHA, reason="HEARSAY_ALPHA names no Python with the alpha; make test sets it")
@pytest.mark.parametrize("path", FILES)
def test_file_passes_on_the_alpha(path: str) -> None:
    environment = {**os.environ, "HEARSAY_ALPHA": ""}
    run = subprocess.run(
        [ALPHA, "-m", "pytest", "-q", "-p", "no:cacheprovider", path],
        cwd=ROOT,
        check=False,
        env=environment,
        capture_output=True,
        text=True,
        timeout=900,
    )
    # Exit code 5: nothing collected, which would be a leg that tests nothing.
    assert run.returncode == 0, run.stdout[-8000:] + run.stderr[-2000:]
