"""``datasette hearsay …``: commands for whoever shows a case to others."""

from __future__ import annotations

import json
import socket
import tempfile
import threading
import time
import webbrowser
from pathlib import Path
from urllib.parse import quote

import click
from datasette.utils import StartupError

from .publishing import describing, settings
from .publishing.command import publish

WAIT = 30.0
"""The browser is opened as soon as the server answers, and not at all after this many seconds."""


def register(cli: click.Group) -> None:
    """Add the group ``hearsay`` to Datasette's command line."""

    @cli.group()
    def hearsay() -> None:
        """Show attributed statements to others."""

    hearsay.add_command(serve)
    hearsay.add_command(publish)


@click.command()
@click.argument("db", type=click.Path(exists=True, dir_okay=False))
@click.option("-h", "--host", default="127.0.0.1", show_default=True, help="Address to listen on")
@click.option("-p", "--port", default=8001, show_default=True, type=click.IntRange(0, 65535), help="Port")
@click.option(
    "-m",
    "--metadata",
    type=click.Path(exists=True, dir_okay=False),
    help="Metadata file; if it describes one database, that is taken to be DB, whatever its name",
)
@click.option("-i", "--immutable", is_flag=True, help="The file does not change while it is served")
@click.option("--open/--no-open", "open_", default=True, show_default=True, help="Open a browser")
@click.pass_context
def serve(
    context: click.Context, db: str, host: str, port: int, metadata: str | None, immutable: bool, open_: bool
) -> None:
    """Serve DB with the right settings and open its overview in a browser.

    Prints the address of the overview first. Further options of ``datasette serve`` are for that command.
    """
    port = port or _free_port(host)
    url = f"http://{host}:{port}/-/hearsay/{quote(Path(db).stem)}"
    click.echo(url)
    if open_:
        threading.Thread(target=_open_when_up, args=(url, host, port), daemon=True).start()
    arguments = ["--immutable", db] if immutable else [db]
    arguments += ["--host", host, "--port", str(port)]
    described = _for_database(Path(metadata), Path(db).stem) if metadata else None
    if described:
        arguments += ["--metadata", str(described)]
    for name, value in settings.SHOWN.items():
        arguments += ["--setting", name, settings.written(value)]
    root = context.find_root().command
    assert isinstance(root, click.Group)
    try:
        root.commands["serve"].main(arguments, prog_name="datasette serve", standalone_mode=False)
    except (click.ClickException, StartupError) as error:
        # Its author knows the file that was given, not our copy of it.
        raise click.ClickException(str(error).replace(str(described), str(metadata))) from error


def _for_database(path: Path, name: str) -> Path:
    """Return a metadata file that describes the database ``name``: ``path``, or a copy with its one database renamed.

    Raises ClickException, naming the file, where it is not YAML or JSON.
    """
    metadata = describing.read(path)
    renamed = describing.for_database(metadata, name)
    if renamed is metadata:
        return path
    copy = Path(tempfile.mkdtemp(prefix="hearsay-")) / "metadata.json"
    copy.write_text(json.dumps(renamed, default=str), encoding="utf-8")
    return copy


def _free_port(host: str) -> int:
    with socket.socket() as listener:
        listener.bind((host, 0))
        port: int = listener.getsockname()[1]
        return port


def _open_when_up(url: str, host: str, port: int) -> None:
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            time.sleep(0.2)
        else:
            webbrowser.open(url)
            return
