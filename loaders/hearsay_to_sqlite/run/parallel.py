"""The same work in this process or on several cores; results come in the order of the input either way."""

from __future__ import annotations

import itertools
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hearsay_to_sqlite.errors import HearsayError
from hearsay_to_sqlite.records import Each, In, Out

if TYPE_CHECKING:
    import sqlite3
    from concurrent.futures import Future, ProcessPoolExecutor

CHUNK = 8
"""Items sent to a worker at once: sending one alone costs as much as extracting from a short text."""

AHEAD = 4
"""Chunks for each worker that may wait, so that memory stays flat however long the input is."""


@contextmanager
def processes(workers: int) -> Iterator[Each]:
    """What maps with so many processes, which wait for more until the end; with 1 it is this process alone.

    Enter it before a database is opened: where the system can, workers are copies of this process as it is now, with all
    that it has read, and a database that two processes have open in common gets damaged. What is called raises
    HearsayError where a worker is killed.
    """
    if workers <= 1:
        yield map
        return
    # Imported here: one worker needs none of this, and start-up is short without it.
    from concurrent.futures import ProcessPoolExecutor

    from hearsay_to_sqlite.resolve.matching import shelf

    context = _context()
    with ExitStack() as held:
        if context.get_start_method() == "fork":
            held.enter_context(shelf.opened())
        pool = held.enter_context(ProcessPoolExecutor(workers, mp_context=context, initializer=_begin))
        each = _Pool(pool, workers)
        held.callback(each.end)
        # The first thing that is sent starts them all.
        pool.submit(os.getpid)
        yield each


@contextmanager
def writing(
    database: Path, workers: int, *, create: bool = True
) -> Iterator[tuple[sqlite3.Connection, Each]]:
    """A database to write to, as ``schema.writing``, and what maps with so many processes.

    They are made before it is opened and gone before it is closed, so that nobody has it open any more who reads in it.
    """
    # Late: what works without a database imports none.
    from hearsay_to_sqlite.store import schema

    with processes(workers) as each, schema.writing(database, create=create) as connection:
        try:
            yield connection, each
        finally:
            if isinstance(each, _Pool):
                each.end()


class _Pool:
    """Maps with the processes of an executor."""

    def __init__(self, pool: ProcessPoolExecutor, workers: int) -> None:
        self._pool, self._workers = pool, workers

    def __call__(self, function: Callable[[In], Out], items: Iterable[In], /) -> Iterator[Out]:
        """``function`` of each item, in the order of the items."""
        return _in_order(self._pool, self._workers, function, items)

    def end(self) -> None:
        """Wait until what the processes are at is done, and let them end; what waits is dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)


def _context() -> Any:
    """How workers are started: as copies where that is safe, which takes no time, else anew."""
    import multiprocessing
    import sys
    import threading

    # A copy holds the locks of threads that it does not have; the libraries of macOS start threads of their own.
    alone = threading.active_count() == 1 and sys.platform == "linux"
    return multiprocessing.get_context("fork" if alone else "spawn")


def _in_order(
    pool: ProcessPoolExecutor, workers: int, function: Callable[[In], Out], items: Iterable[In]
) -> Iterator[Out]:
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[Future[list[Out]]] = deque()
    rest = iter(items)
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
        for left in waiting:
            left.cancel()


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
