"""Which file holds the settings of this site, for messages: Datasette reads it and forgets its name."""

from __future__ import annotations

from io import TextIOBase
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from datasette.app import Datasette

OPTIONS = ("metadata", "config")
"""The options of ``datasette serve`` that name such a file; 1.0 takes settings of plugins from either. On 0.65 ``--config`` is
something else, and names none."""

IN_A_FOLDER = tuple(
    f"{name}.{ending}" for name in ("metadata", "datasette") for ending in ("yml", "yaml", "json")
)


def speaking_of(datasette: Datasette, plugin: str) -> str | None:
    """The names of the files, as they were given, in which ``plugin`` is spoken of; None where the settings came another way."""
    context = click.get_current_context(silent=True)
    given = [context.params.get(option) for option in OPTIONS] if context else []
    names = [str(getattr(file, "name", "")) for file in given if isinstance(file, TextIOBase)]
    if datasette.config_dir is not None:
        names += [str(datasette.config_dir / name) for name in IN_A_FOLDER]
    return " or ".join(name for name in names if _speaks(Path(name), plugin)) or None


def _speaks(path: Path, plugin: str) -> bool:
    try:
        return plugin in path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
