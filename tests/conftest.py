"""What a test may need beyond the checkout, and what the run says of tests that it left out for want of it."""

from __future__ import annotations

import os
import shutil
import signal
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

NEEDS = {
    "shared": (SHARED.is_dir(), "the articles and samples are not beside the checkout (../shared)"),
    "browser": (any(map(shutil.which, BROWSERS)), "there is no Chromium on this machine"),
    "annotator": (
        "HEARSAY_ANNOTATOR" in os.environ,
        "Apache Annotator is an npm package, which nothing here needs; make annotator fetches and runs it",
    ),
}


def pytest_configure() -> None:
    """Heed Ctrl-C, so that the commands under test do: what a shell starts in the background is told to ignore it, and so are its children."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what this machine cannot run."""
    for item in items:
        for marker, (there, why) in NEEDS.items():
            if item.get_closest_marker(marker) and not there:
                item.add_marker(pytest.mark.skip(reason=why))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were left out, and why."""
    reports = terminalreporter.stats.get("skipped", [])
    left_out = Counter(str(report.longrepr[2]).removeprefix("Skipped: ") for report in reports)
    for why, count in sorted(left_out.items()):
        terminalreporter.write_line(f"left out {count} tests: {why}")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the system's Chromium."""
    return next(path for path in map(shutil.which, BROWSERS) if path)


@pytest.fixture(scope="session")
def seeds() -> Path:
    """Return the folder of the five articles of the first case."""
    return SHARED / "seeds"


@pytest.fixture(scope="session")
def samples() -> Path:
    """Return the folder of real files of the formats that the loaders read."""
    return SHARED / "samples"
