"""A published folder on a host: by its Dockerfile, and by the commands that its HOSTING.md gives, with hashed URLs and gzip."""

from __future__ import annotations

import gzip
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
from datasette.cli import cli as datasette_cli
from datasette.utils import temporary_docker_directory
from tests.contract.publishing import contents, publish

HOSTING = os.environ.get("HEARSAY_HOSTING", "")


class Stay(HTTPRedirectHandler):
    """Shows redirects instead of following them."""

    def redirect_request(self, *_: Any) -> None:
        return None


def answer(url: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body at an address, as soon as the server is up."""
    until = time.monotonic() + 60
    while True:
        try:
            with build_opener(Stay).open(
                Request(url, headers={"Accept-Encoding": "gzip"}), timeout=20
            ) as found:
                return (
                    found.status,
                    {key.lower(): value for key, value in found.headers.items()},
                    found.read(),
                )
        except HTTPError as error:
            return error.code, {key.lower(): value for key, value in error.headers.items()}, b""
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


@contextmanager
def serving(command: str, folder: Path) -> Iterator[str]:
    """The address of a server that a shell command starts in a folder."""
    port = 18000 + os.getpid() % 20000
    environment = {**os.environ, "PORT": str(port), "PYTHONPATH": HOSTING}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    with (folder.parent / "server.log").open("wb") as log:
        server = subprocess.Popen(
            f"exec {command}", shell=True, cwd=folder, env=environment, stdout=log, stderr=log
        )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def of_the_image(folder: Path) -> tuple[str, Path]:
    """The command that the Dockerfile of a published folder runs."""
    (line,) = re.findall(r"^CMD (.*)$", (folder / "Dockerfile").read_text(), re.MULTILINE)
    _, _, command = json.loads(line)
    return command.removeprefix("exec "), folder


def of_datasette(folder: Path) -> tuple[str, Path]:
    """The command of the image that Datasette's own ``package`` builds when called as HOSTING.md says."""
    (line,) = re.findall(r"^    datasette package (.*)$", (folder / "HOSTING.md").read_text(), re.MULTILINE)
    arguments = shlex.split(line)
    here = os.getcwd()
    os.chdir(folder)
    try:
        with datasette_cli.commands["package"].make_context("package", arguments) as context:
            values = context.params
            given = {key: values[key] for key in OPTIONS}
            with temporary_docker_directory(
                values["files"], "datasette", branch=None, environment_variables={}, **given
            ):
                image = folder.parent / "image"
                shutil.copytree(os.getcwd(), image)
    finally:
        os.chdir(here)
    dockerfile = (image / "Dockerfile").read_text()
    (inspect,) = re.findall(r"^RUN (datasette inspect .*)$", dockerfile, re.MULTILINE)
    (serve,) = re.findall(r"^CMD (.*)$", dockerfile, re.MULTILINE)
    subprocess.run([sys.executable, "-m", *shlex.split(inspect)], cwd=image, check=True)
    return serve, image


OPTIONS = (
    "metadata", "extra_options", "template_dir", "plugins_dir", "static", "install", "spatialite", "version_note",
    "secret",
)  # fmt: skip


@pytest.mark.skipif(
    not HOSTING, reason="HEARSAY_HOSTING names no folder with the plugins for hosts; make test sets it"
)
@pytest.mark.parametrize("way", [of_the_image, of_datasette], ids=["Dockerfile", "datasette package"])
def test_a_host_has_hashed_and_packed_answers(made: dict[str, Path], tmp_path: Path, way: Any) -> None:
    folder = tmp_path / "site"
    assert publish(made["redacted"], folder).exit_code == 0
    digest = contents(folder)["redacted.db"][:7]
    command, place = way(folder)
    with serving(command, place) as site:
        status, headers, body = answer(f"{site}/-/hearsay/redacted")
        assert (status, headers["content-encoding"], body[:2]) == (200, "gzip", b"\x1f\x8b")
        moved, headers, _ = answer(f"{site}/redacted/statements.json?_size=1")
        assert (moved, headers["location"]) == (302, f"/redacted-{digest}/statements.json?_size=1")
        status, headers, _ = answer(f"{site}{headers['location']}")
        assert (status, headers["cache-control"]) == (200, "max-age=31536000, public")
        # What was cited stays where it was, whatever the file's hash is.
        _, _, body = answer(f"{site}/-/hearsay/redacted.json?_size=1")
        assert f"/redacted-{digest}/statements".encode() in _unpacked(body)
        assert f"{site}/-/hearsay/redacted-{digest}".encode() not in _unpacked(body)
        settings = json.loads(_unpacked(answer(f"{site}/-/settings.json")[2]))
        assert (settings["suggest_facets"], settings["max_csv_mb"]) == (False, 100)


def _unpacked(body: bytes) -> bytes:
    return gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body


def test_every_command_in_hosting_is_one_that_datasette_takes(made: dict[str, Path], tmp_path: Path) -> None:
    published = tmp_path / "site"
    assert publish(made["redacted"], published).exit_code == 0
    lines = re.findall(r"^    datasette (.*)$", (published / "HOSTING.md").read_text(), re.MULTILINE)
    here = os.getcwd()
    os.chdir(published)
    try:
        for line in lines:
            command: Any = datasette_cli
            words = shlex.split(line)
            while hasattr(command, "commands"):
                command = command.commands[words.pop(0)]
            with command.make_context(command.name, words):
                pass
    finally:
        os.chdir(here)
    assert [line.split()[0] for line in lines] == ["serve", "package", "publish"]
