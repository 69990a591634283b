"""How commands fetch: options, and a fetcher that is made when the first address is met, since its imports take time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from hearsay_to_sqlite.fetching.fetcher import Fetcher
    from hearsay_to_sqlite.sources.locations import Location

pause = click.option(
    "--pause",
    type=click.FloatRange(0, 3600),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="Wait so long between two requests to one host.",
)
refetch = click.option(
    "--refetch",
    is_flag=True,
    help="Fetch addresses again, even where a copy is kept; every version is kept.",
)
allow_private = click.option(
    "--allow-private",
    is_flag=True,
    help="Fetch from hosts given here even where they are not on the public network.",
)


def fetching(
    database: Path, wanted_anew: Callable[[str], bool], pause: float, allow_private: bool
) -> Callable[[Location], Location]:
    """From an address to the saved copy of what is there; copies lie beside the database."""

    @cache
    def fetcher() -> Fetcher:
        from hearsay_to_sqlite.fetching.copies import Copies
        from hearsay_to_sqlite.fetching.fetcher import Fetcher, Manners

        return Fetcher(Copies(database.absolute()), wanted_anew, Manners(pause, allow_private))

    return lambda location: fetcher().fetch(location)
