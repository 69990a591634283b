"""The files of a published folder beside its database. The same database and packages give the same files."""

from __future__ import annotations

import json
import re
import shlex
from importlib import metadata as installed
from pathlib import Path
from string import Template

import yaml

from . import lite, settings
from .database import Published
from .describing import Metadata

TEMPLATES = Path(__file__).parent / "files"
SHOWING = ("datasette", "datasette-hearsay", "datasette-vega")
"""What shows a case; pinned to what it was published with, because an image is built again years later."""

HOSTING = ("datasette-gzip==0.3", "datasette-hashed-urls==0.4")
"""What helps a host, in the versions with which our tests serve a published folder."""

NAMES = frozenset(
    {
        "inspect-data.json",
        "metadata.yml",
        "lite.json",
        "settings.json",
        "datasette.yaml",
        "requirements.txt",
        "Dockerfile",
        "HOSTING.md",
        "CITATION.cff",
    }
)


def write(folder: Path, published: Published, metadata: Metadata, allow_sql: bool) -> None:
    """Write every file of NAMES into ``folder``."""
    chosen = settings.public(allow_sql)
    texts = {
        "inspect-data.json": _json(published.inspected()),
        "metadata.yml": _yaml(metadata),
        "lite.json": _json(lite.with_queries(metadata, folder / published.file)),
        "settings.json": _json(chosen),
        "datasette.yaml": _yaml({"settings": {**chosen, **settings.ONLY_ONE}}),
        "requirements.txt": "\n".join(requirements()) + "\n",
        "Dockerfile": (TEMPLATES / "Dockerfile").read_text(encoding="utf-8"),
        "HOSTING.md": _hosting(published, metadata, chosen),
        "CITATION.cff": _yaml(_citation(published, metadata)),
    }
    for name in sorted(NAMES):
        (folder / name).write_text(texts[name], encoding="utf-8", newline="\n")


def requirements() -> list[str]:
    """What a host installs, one package a line, as pip reads it."""
    return [*(f"{name}=={installed.version(name)}" for name in SHOWING), *HOSTING]


def _hosting(published: Published, metadata: Metadata, chosen: dict[str, settings.Setting]) -> str:
    tag = re.sub(r"[^a-z0-9]+", "-", published.name.lower()).strip("-") or "hearsay"
    # Datasette's commands install Datasette itself, in its newest version.
    plugins = [part for name in requirements()[1:] for part in ("--install", name)]
    options = " ".join(f"--setting {name} {settings.written(value)}" for name, value in chosen.items())
    common = [published.file, "--metadata", "metadata.yml", *plugins, "--extra-options", options]
    values = {
        "title": metadata.get("title") or published.name,
        "name": published.name,
        "file": published.file,
        "sha256": published.sha256,
        "tag": tag,
        "package": shlex.join(["datasette", "package", *common, "--tag", tag]),
        "cloudrun": shlex.join(["datasette", "publish", "cloudrun", *common, "--service", tag]),
    }
    return Template((TEMPLATES / "HOSTING.md").read_text(encoding="utf-8")).substitute(values)


def _citation(published: Published, metadata: Metadata) -> Metadata:
    """The dataset in the Citation File Format 1.2.0, told from its other versions by its hash."""
    title = metadata.get("title") or published.name
    return {
        "cff-version": "1.2.0",
        "message": "Cite the dataset as below, and a single statement by the line that its page gives.",
        "type": "dataset",
        "title": str(title),
        "authors": [{"name": published.case.get("curated_by") or "datasette-hearsay"}],
        "identifiers": [
            {"type": "other", "value": f"sha256:{published.sha256}", "description": published.file}
        ],
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=110)
