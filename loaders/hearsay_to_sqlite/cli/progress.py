"""How far a load is: a bar with rate and time left, on a terminal only; without them where nobody can know."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable

from hearsay_to_sqlite.errors import InputError

BAR = 20
"""Characters of the bar."""

EVERY = 0.2
"""Seconds between two lines: more often only makes it flicker."""

SOON = 2.0
"""Seconds before which a rate says nothing."""


def line(done: float | None, articles: int, seconds: float) -> str:
    """The line of progress: ``done`` is the share of the input's bytes, None where their number is not known.

    >>> line(0.25, 1200, 30.0)
    '#####............... 25 %  1,200 articles, 40/s, 1:30 left'
    >>> line(None, 1200, 30.0)
    '1,200 articles, 40/s'
    >>> line(0.5, 7, 0.1)
    '##########.......... 50 %  7 articles'
    """
    said = f"{articles:,} articles"
    if seconds >= SOON:
        said += f", {articles / seconds:,.0f}/s"
    if done is None:
        return said
    full = int(done * BAR)
    if seconds >= SOON and done > 0:
        said += f", {_clock(seconds / done * (1 - done))} left"
    return f"{'#' * full}{'.' * (BAR - full)} {done:.0%}".replace("%", " %") + f"  {said}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class Progress:
    """Watches a load, and says through ``say`` how far it is.

    The input is measured beside the load, in files' bytes. Until that is done, and for ever where part of the input is
    no file (standard input, an address), nobody knows what is left, and none is said.
    """

    def __init__(self, say: Callable[[str], None], arguments: Iterable[str]) -> None:
        self.say = say
        self.total: int | None = None
        self.bytes = 0
        self.begun = self.said = time.monotonic()
        threading.Thread(target=self._measure, args=(tuple(arguments),), daemon=True).start()

    def _measure(self, arguments: tuple[str, ...]) -> None:
        from hearsay_to_sqlite.sources.locations import expand

        if not all(os.path.exists(argument) for argument in arguments):
            return
        try:
            self.total = sum(_size(location.name) for location in expand(arguments))
        except InputError:
            # A file went away meanwhile; the load itself says so.
            self.total = None

    def __call__(self, done: str | None, articles: int) -> None:
        """Take note of a location that is ``done``, if one is, and of how many articles there are so far."""
        if done is not None:
            self.bytes += _size(done)
        now = time.monotonic()
        if now - self.said >= EVERY:
            self.said = now
            share = min(1.0, self.bytes / self.total) if self.total and self.bytes else None
            self.say(line(share, articles, now - self.begun))


def _size(name: str) -> int:
    try:
        return os.stat(name).st_size
    except OSError:
        return 0
