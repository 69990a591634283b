"""The same work in this process or on several cores; results come in the order of the input either way."""

from __future__ import annotations

import itertools
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

from hearsay_to_sqlite.errors import HearsayError

if TYPE_CHECKING:
    from concurrent.futures import Future

In = TypeVar("In")
Out = TypeVar("Out")

CHUNK = 8
"""Items sent to a worker at once: sending one alone costs as much as extracting from a short text."""

AHEAD = 4
"""Chunks for each worker that may wait, so that memory stays flat however long the input is."""


def in_order(function: Callable[[In], Out], items: Iterable[In], workers: int) -> Iterator[Out]:
    """``function`` of each item, in the order of the items, with ``workers`` processes; 1 is this process alone.

    ``function`` must be one that a new process can import. Raises HearsayError where a worker is killed.
    """
    if workers <= 1:
        yield from map(function, items)
        return
    # Imported here: one worker needs none of this, and start-up is short without it.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # Spawned, not forked: a fork would share this process's open database.
    context = multiprocessing.get_context("spawn")
    waiting: deque[Future[list[Out]]] = deque()
    rest = iter(items)
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_begin) as pool:
        try:
            while chunk := list(itertools.islice(rest, CHUNK)):
                waiting.append(pool.submit(_each, function, chunk))
                if len(waiting) >= workers * AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise HearsayError(
                "a worker was killed, most likely for want of memory. Run again with fewer --workers: it goes on."
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """What a worker does first: leave Ctrl-C to the process that started it, and end when that one is gone."""
    import multiprocessing
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def end_with_it() -> None:
        if parent is not None:
            parent.join()
            # Not sys.exit, which ends this thread only: the worker waits for work that nobody will send.
            os._exit(1)

    threading.Thread(target=end_with_it, daemon=True).start()


def _each(function: Callable[[In], Out], chunk: list[In]) -> list[Out]:
    return [function(item) for item in chunk]
