"""Every command has help, is documented, and starts without what it does not need."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from hearsay_to_sqlite.cli import COMMANDS, cli
from hearsay_to_sqlite.sources import registry

Run = Callable[..., Result]
DOCS = Path(__file__).parents[2] / "docs" / "cli.md"
COMMAND_NAMES = list(COMMANDS)


def command(name: str) -> click.Command:
    """The command of that name."""
    found = cli.get_command(click.Context(cli), name)
    assert found is not None
    return found


@pytest.mark.parametrize("name", COMMAND_NAMES)
def test_each_command_and_option_has_help(name: str) -> None:
    one = command(name)
    assert one.name == name
    assert (one.help or "").splitlines()[0].endswith(".")
    options = [param for param in one.params if isinstance(param, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_ctrl_c_while_it_starts() -> None:
    """No traceback, even where what the command needs is still being imported."""
    press = """
import os, signal, sys
class Pressed:
    def find_spec(self, name, *rest):
        if name == "click":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Pressed())
from hearsay_to_sqlite.__main__ import main
main()
"""
    done = subprocess.run([sys.executable, "-c", press], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("name", COMMAND_NAMES)
def test_no_summary_is_cut_off(name: str) -> None:
    assert not command(name).get_short_help_str(60).endswith("...")


@pytest.mark.parametrize("name", COMMAND_NAMES)
def test_each_command_is_documented(name: str) -> None:
    words = DOCS.read_text(encoding="utf-8")
    assert f"\n## {name}\n" in words
    for option in command(name).params:
        if isinstance(option, click.Option):
            assert option.opts[-1] in words


def test_sources_lists_what_can_be_read(run: Run) -> None:
    result = run("sources")
    assert result.exit_code == 0
    listed = [line.split()[0] for line in result.stdout.splitlines()]
    assert listed[:2] == ["text", "case"]
    assert listed == [source.name for source in registry.sources()]


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from hearsay_to_sqlite.cli import cli\n"
        "cli(['--help'], standalone_mode=False)\n"
        "heavy = {'datasette', 'sqlite_utils', 'numpy', 'py3langid', 'yaml', 'rapidfuzz', 'anyascii', 'jsonschema'}\n"
        "print(sorted(sys.modules.keys() & heavy), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=60)
    assert done.stderr == b"[]\n"
    assert b"load" in done.stdout
