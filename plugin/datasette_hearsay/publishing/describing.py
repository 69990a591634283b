"""What Datasette shows beside the rows: a metadata file for the database that is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
import yaml

BUILT_IN = Path(__file__).parents[1] / "metadata.yml"
"""The metadata.yml of this project, which the build puts here."""

OPEN = "CC BY 4.0"
Metadata = dict[str, Any]


def read(path: Path) -> Metadata:
    """What a metadata file says. Raises ClickException, naming the file, where it is not YAML or JSON, or says nothing."""
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{path} is not a metadata file: {error}") from error
    if not isinstance(found, dict):
        raise click.ClickException(f"{path} is not a metadata file: it holds no keys")
    return found


def for_database(metadata: Metadata, name: str) -> Metadata:
    """The same for the database ``name``: if it describes exactly one, that is taken to be it, whatever it is called."""
    described = metadata.get("databases")
    if not isinstance(described, dict) or name in described or len(described) != 1:
        return metadata
    return {**metadata, "databases": {name: next(iter(described.values()))}}


def of_case(case: dict[str, str | None]) -> Metadata:
    """Our own descriptions of tables and columns, under the case's title, licence and source where it has them."""
    metadata = read(BUILT_IN)
    found = {
        "title": case.get("title"),
        "description": case.get("description"),
        "license": case.get("licence"),
        "source": case.get("source"),
    }
    head = {key: value for key, value in found.items() if value}
    if not head.get("license", OPEN).startswith(OPEN):
        del metadata["license_url"]
    return {**metadata, **head}
