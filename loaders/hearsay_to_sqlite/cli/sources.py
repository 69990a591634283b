"""``sources``: what can be read."""

from __future__ import annotations

import click


@click.command()
def sources() -> None:
    """List what can be read."""
    from hearsay_to_sqlite.sources import registry

    there = registry.sources()
    width = max(len(source.name) for source in there)
    for source in there:
        click.echo(f"{source.name:<{width}}  {source.describes}")
