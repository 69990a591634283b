"""Knowledge as data: word lists in YAML files beside this one, each read once, when first asked for.

What YAML takes a tenth of a second to read is kept beside it in ``__pycache__``, as Python keeps its own compiled files:
the YAML alone counts, and a kept file that is older or of another size than its source is not used.
"""

from __future__ import annotations

import marshal
import os
import sys
from functools import cache
from typing import Any

FOLDER = os.path.dirname(os.path.abspath(__file__))


@cache
def read(name: str) -> Any:
    """The contents of ``vocabulary/<name>.yml``, shared between callers: read it, do not change it."""
    source = os.path.join(FOLDER, f"{name}.yml")
    kept = os.path.join(_keeping_place(), f"{name}.{sys.implementation.cache_tag}.vocabulary")
    status = os.stat(source)
    stamp = (status.st_mtime_ns, status.st_size)
    try:
        with open(kept, "rb") as file:
            # Not from the file itself, for that asks it for each word.
            found = marshal.loads(file.read())
        if found[0] == stamp:
            return found[1]
    except (OSError, EOFError, ValueError, TypeError, LookupError):
        # Not there yet, cut short, or of another Python: read the source.
        pass
    data = _parsed(source)
    _keep(kept, (stamp, data))
    return data


def _keeping_place() -> str:
    if sys.pycache_prefix is None:
        return os.path.join(FOLDER, "__pycache__")
    return os.path.join(sys.pycache_prefix, os.path.splitdrive(FOLDER)[1].lstrip(os.sep))


def _parsed(source: str) -> Any:
    import yaml

    # libyaml's loader is ten times faster; it is missing where PyYAML was built without it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    with open(source, encoding="utf-8") as file:
        return yaml.load(file, Loader=loader)


def _keep(kept: str, found: tuple[tuple[int, int], Any]) -> None:
    if sys.dont_write_bytecode:
        return
    beside = f"{kept}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(kept), exist_ok=True)
        with open(beside, "wb") as file:
            marshal.dump(found, file)
        os.replace(beside, kept)
    except (OSError, ValueError):
        # A folder that cannot be written to, or a value that marshal does not know: the source is read each time.
        return


@cache
def folder(name: str) -> tuple[Any, ...]:
    """The contents of every file of a folder of the vocabulary, in the order of their names; shared as those of ``read``."""
    found = sorted(file for file in os.listdir(os.path.join(FOLDER, name)) if file.endswith(".yml"))
    return tuple(read(f"{name}/{file.removesuffix('.yml')}") for file in found)


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The words listed under ``keys`` in a vocabulary file, as a set; a list may be one string of words."""
    value = read(name)
    for key in keys:
        value = value[key]
    return frozenset(value.split() if isinstance(value, str) else value)
