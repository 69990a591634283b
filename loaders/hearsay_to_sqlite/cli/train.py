"""``train``: fit the optional model on one's own annotated texts."""

from __future__ import annotations

from pathlib import Path

import click

from hearsay_to_sqlite.cli import options


@click.command()
@click.argument("model", type=click.Path(dir_okay=False, path_type=Path), metavar="MODEL")
@click.argument(
    "annotated",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE...",
)
@options.silent
def train(model: Path, annotated: tuple[Path, ...], silent: bool) -> None:
    """Fit a model on annotated texts that judges the rules' finds.

    The file that it writes is for the --model of load and attributions.

    Each FILE holds lines of JSON: {"text": ..., "attributions": [{"source": [[start, end], ...], "cue": ..., "content": ...}]},
    offsets in Unicode code points. The same files give the same MODEL. Nothing leaves this machine.
    """
    from hearsay_to_sqlite.run import training

    fitted = training.train(list(annotated), model, options.Voice(silent).warn)
    if not silent:
        click.echo(f"{fitted.documents} documents, AR F1 {fitted.kept_back:.1f} on those kept back")
