"""Every command of every tutorial, as a newcomer types it, in an empty folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.docs.tutorials import agrees, steps

ROOT = Path(__file__).parents[2]
TUTORIALS = sorted((ROOT / "docs" / "tutorials").glob("*.md"))
SECONDS = 60
"""A command that takes longer does not do what a tutorial says."""

READERS: Mapping[str, tuple[str | None, str]] = {
    "python": (
        os.environ.get("HEARSAY_VALIDATORS"),
        "HEARSAY_VALIDATORS names no Python with pandas; make test sets it",
    ),
    "r": (shutil.which("Rscript"), "there is no R on this machine"),
}
"""What runs the blocks that are not for the shell, and what is said where it is missing: neither is part of this project."""


def _readings() -> list[Any]:
    """Each tutorial, and again for each other language that is in it: the shell's blocks are run each time."""
    found = []
    for path in TUTORIALS:
        found.append(pytest.param(path, "sh", id=path.stem))
        for language in sorted({step.language for step in steps(path) if step.what == "run"} & set(READERS)):
            reader, why = READERS[language]
            lacking = pytest.mark.skipif(reader is None, reason=why)
            found.append(pytest.param(path, language, id=f"{path.stem}-{language}", marks=lacking))
    return found


@pytest.mark.parametrize(("path", "language"), _readings())
def test_every_command_does_what_it_says(path: Path, language: str, tmp_path: Path) -> None:
    ports: dict[str, str] = {}
    # What a tutorial takes from the checkout that its reader stands in.
    for name in ("cases", "metadata.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    with ExitStack() as servers:
        for step in steps(path):
            place = f"{path.name}:{step.line}"
            if step.what == "serve":
                ports[step.of] = str(_free_port())
                servers.enter_context(_served(_ported(step.body, ports), ports[step.of], tmp_path))
            elif step.what == "file":
                file = tmp_path / step.of
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(_ported(step.body, ports), encoding="utf-8")
            elif step.language in ("sh", language):
                printed = _run(_ported(step.body, ports), step.language, tmp_path, place)
                shown = step.printed and _ported(step.printed, ports)
                assert shown is None or agrees(shown, printed), f"{place} printed\n{printed}"
            else:
                assert step.language in READERS, f"{place} is not run: {step.language}"


def _run(body: str, language: str, folder: Path, place: str) -> str:
    command = ["bash", "-eu"] if language == "sh" else [str(READERS[language][0]), "-"]
    run = subprocess.run(
        command,
        cwd=folder,
        env=_environment(),
        input=body,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert run.returncode == 0, f"{place} failed\n{run.stdout}\n{run.stderr}"
    return run.stdout


def _environment() -> Mapping[str, str]:
    """The commands that this project installs come first."""
    return {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def _ported(text: str, ports: Mapping[str, str]) -> str:
    for shown, free in ports.items():
        text = text.replace(shown, free)
    return text


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


@contextmanager
def _served(body: str, port: str, folder: Path) -> Iterator[None]:
    # A tutorial's reader has a browser that may open; a test has not.
    command = body.strip() + (" --no-open" if "hearsay serve" in body else "")
    server = subprocess.Popen(
        f"exec {command}",
        shell=True,
        cwd=folder,
        env=_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        _wait(server, f"http://127.0.0.1:{port}/-/versions.json")
        yield
    finally:
        server.terminate()
        server.communicate(timeout=SECONDS)


def _wait(server: subprocess.Popen[bytes], address: str) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        assert server.poll() is None, server.communicate()[1].decode()
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")
