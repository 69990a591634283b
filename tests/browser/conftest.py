"""A case served for real, and a real Chromium to look at it."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[2]
CASE = ROOT / "cases" / "kadhimi-2021" / "case.yml"

# The sandbox needs rights that containers lack; the rest keeps the browser from calling home.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the bundled case, as it is published: without the articles' text."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    subprocess.run(
        [sys.executable, "-m", "hearsay_to_sqlite.cli", "build", "-s", str(CASE), str(path)],
        check=True,
        timeout=300,
    )
    return path


@pytest.fixture(scope="session")
def metadata(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Our metadata with the documented example of a site's own charts."""
    [example] = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "charts.md").read_text("utf-8"), re.DOTALL)
    path = tmp_path_factory.mktemp("metadata") / "metadata.yml"
    path.write_text((ROOT / "metadata.yml").read_text("utf-8") + "\n" + example, "utf-8")
    return path


@pytest.fixture(scope="session")
def site(demo: Path, metadata: Path) -> Iterator[str]:
    """Serve the case as ``make demo`` does, with charts of the site's own; return the address of its overview."""
    yield from serve(demo, metadata)


def serve(demo: Path, metadata: Path) -> Iterator[str]:
    """Serve a file until the fixture ends; yield the address of its overview."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "datasette",
        "hearsay",
        "serve",
        str(demo),
        "--no-open",
        "--port",
        str(port),
    ]
    command += ["--metadata", str(metadata)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        _wait_for(base)
        yield f"{base}/-/hearsay/{demo.stem}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(base: str) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            with urlopen(f"{base}/-/versions.json", timeout=5):
                return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """Start the system's Chromium once for a file of tests.

    Not for the session: while it runs, this process has a running event loop, in which other tests cannot run theirs.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()
