"""``export``: the database in the formats that others read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from hearsay_to_sqlite.cli import options

FORMATS = ("datapackage", "web-annotation", "claimreview", "stix", "misp", "atom")


@click.command()
@options.database
@click.argument("form", type=click.Choice(FORMATS), metavar="FORMAT")
@click.argument("out", type=click.Path(path_type=Path), metavar="OUT")
@click.option("--base", metavar="URL", help="Where the pages of this database are published.")
@click.option(
    "--metadata",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Describe tables and columns (of a data package) as this metadata.yml does.",
)
@options.include_unreviewed
@options.as_json
@options.silent
def export(
    database: Path,
    form: str,
    out: Path,
    base: str | None,
    metadata: Path | None,
    include_unreviewed: bool,
    as_json: bool,
    silent: bool,
) -> None:
    """Write it in the formats that others read.

    FORMAT is datapackage (a folder of CSV files with their Table Schema), web-annotation (W3C JSON-LD), claimreview
    (schema.org JSON-LD), stix (a STIX 2.1 bundle), misp (a MISP event) or atom (a feed). What redact keeps back stays out of every format; what was withdrawn leaves a
    tombstone. The same database gives the same files.
    """
    import json

    from hearsay_to_sqlite.exports.wanted import Wanted
    from hearsay_to_sqlite.exports.writing import export as run

    if base is not None and not base.startswith(("http://", "https://")):
        raise click.BadParameter(f"{base!r} is no address on the web.", param_hint="--base")
    wanted = Wanted(base, _read(metadata) if metadata else {})
    voice = options.Voice(silent)
    counts = run(database, form, out, wanted, include_unreviewed, voice.warn)
    options.say_left_out(counts, voice)
    if as_json:
        click.echo(json.dumps(counts))
    elif not silent:
        click.echo(f"{counts['items']} items in {out}")


def _read(path: Path) -> Mapping[str, Any]:
    import yaml

    from hearsay_to_sqlite.errors import InputError

    try:
        found = yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise InputError(f"this is not YAML ({error}).", location=str(path)) from error
    if not isinstance(found, dict):
        raise InputError(
            "this holds no metadata.", location=str(path), remedy="See Datasette's metadata.yml."
        )
    return found
