"""A folder that is filled beside its place and put there when it is complete, so that none is ever half-written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click


@contextmanager
def complete(path: Path, ours: frozenset[str], force: bool) -> Iterator[Path]:
    """A new folder that takes the place of ``path`` at the end, if nothing was raised inside.

    An empty folder is replaced; one with files in it only with ``force``, and only where all of them have names that
    are ``ours`` (or end in ``.db``). Raises ClickException for any other, and where there is no room for the new one.
    """
    _may_replace(path, ours, force)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        try:
            unfinished.mkdir()
        except OSError as error:
            raise click.ClickException(f"{path} cannot be made: {error.strerror}") from error
        yield unfinished
        _put(unfinished, path)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _may_replace(path: Path, ours: frozenset[str], force: bool) -> None:
    if not path.absolute().parent.is_dir():
        raise click.ClickException(f"There is no folder {path.parent}. Make it first.")
    if not path.is_dir():
        if path.exists() or path.is_symlink():
            raise click.ClickException(f"{path} is a file. Give the path of a folder.")
        return
    found = sorted(entry.name for entry in path.iterdir())
    if found and not force:
        raise click.ClickException(
            f"{path} is not empty. Give another folder, or --force to replace what was published there."
        )
    others = [name for name in found if name not in ours and not name.endswith(".db")]
    if others or path.is_symlink():
        what = ", ".join(others[:3]) if others else "a link"
        raise click.ClickException(f"{path} was not made by publish ({what}). Give another folder.")


def _put(unfinished: Path, path: Path) -> None:
    old = path.with_name(f".{path.name}.{os.getpid()}.old")
    if path.is_dir():
        os.replace(path, old)
    try:
        os.replace(unfinished, path)
    except OSError:
        if old.is_dir():
            os.replace(old, path)
        raise
    # A folder that was published may be read-only.
    if old.is_dir():
        os.chmod(old, 0o755)
        shutil.rmtree(old)
