"""The same work on a Dask cluster: workers write what they make as shards into a folder that all see, one process merges them.

A shard is a pickle, as everything is that Dask itself sends: whoever may write into the folder, or reach the scheduler, is
trusted with this process.
"""

from __future__ import annotations

import asyncio
import itertools
import pickle
import shutil
import zlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent import futures
from contextlib import contextmanager
from importlib import import_module, metadata
from pathlib import Path
from typing import Any, TypeVar

from hearsay_to_sqlite.errors import HearsayError, UsageError
from hearsay_to_sqlite.records import Each

Client = Any
Future = Any
"""Those of Dask, which is not typed and need not be there."""

In = TypeVar("In")
Out = TypeVar("Out")

CHUNK = 32
"""Items in a shard: a scheduler spends about a millisecond on each task, whatever is in it."""

AHEAD = 4
"""Shards for each thread of the cluster that may wait to be merged, so that neither memory nor the folder fills up."""

PATIENCE = 30.0
"""Seconds to wait for a scheduler to answer, and for a cluster that has lost all its workers to get new ones."""

# Dask's own is one or the other, depending on its version.
CANCELLED = (asyncio.CancelledError, futures.CancelledError)

LEVEL = 1
"""Compression of shards: the least, which already takes three quarters off."""


@contextmanager
def shards(database: Path) -> Iterator[Path]:
    """An empty folder for the shards of a run, beside the database; it is gone afterwards.

    One that a run left behind which was killed is emptied first: its work is done again.
    """
    folder = database.absolute().with_name(f".{database.name}.shards")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def connected(address: str, database: Path) -> Iterator[Each]:
    """What maps with the workers of the scheduler at ``address``, over shards beside ``database``, until the end.

    A worker that dies costs time only: what it was at is done again by another. Raises UsageError where Dask is not
    installed, no scheduler answers, or the workers are not like this process. What is called raises HearsayError where
    they keep dying.
    """
    numbers = itertools.count()
    with _client(address) as client, shards(database) as folder:
        _check(client, folder)

        def each(function: Callable[[In], Out], items: Iterable[In], /) -> Iterator[Out]:
            return _in_order(client, function, items, (folder, numbers))

        yield each


def _in_order(
    client: Client, function: Callable[[In], Out], items: Iterable[In], place: tuple[Path, Iterator[int]]
) -> Iterator[Out]:
    rest = iter(items)
    waiting: deque[Future] = deque()
    folder, numbers = place
    try:
        while True:
            room = AHEAD * max(1, sum(client.nthreads().values()))
            while len(waiting) < room and (chunk := list(itertools.islice(rest, CHUNK))):
                # Each task has a name of its own: the same input twice is not one task.
                key = f"hearsay-{folder.name}-{next(numbers)}"
                waiting.append(client.submit(_shard, function, chunk, str(folder), key, key=key, pure=False))
            if not waiting:
                return
            yield from _merged(_result(client, waiting.popleft()))
    finally:
        client.cancel(list(waiting), force=True)


@contextmanager
def _client(address: str) -> Iterator[Client]:
    try:
        dask = _dask()
    except ImportError as error:
        raise UsageError(
            'a cluster needs Dask. Install it here and on the workers: pip install "datasette-hearsay[cluster]".'
        ) from error
    try:
        client = dask.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise UsageError(
            f"no Dask scheduler answers at {address}. Check the address, and start it first."
        ) from error
    with client:
        yield client


def _dask() -> Any:
    # Late: it takes longer to import than a small run takes.
    return import_module("distributed")


def _check(client: Client, folder: Path) -> None:
    """Whether the workers that are there are of our version, and see the folder."""
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError as error:
        raise UsageError("the scheduler has no workers. Start some first.") from error
    ours = _about(str(folder))
    for worker, (version, sees) in client.run(_about, str(folder)).items():
        if version != ours[0]:
            raise UsageError(
                f"the worker {worker} has version {version}, this is {ours[0]}. Install the same on both."
            )
        if not sees:
            raise UsageError(
                f"the worker {worker} does not see {folder.parent}. Put the database where all see it."
            )


def _about(folder: str) -> tuple[str, bool]:
    return metadata.version("datasette-hearsay"), Path(folder).is_dir()


def _result(client: Client, future: Future) -> str:
    while True:
        try:
            return str(future.result(timeout=PATIENCE))
        except TimeoutError as error:
            if not client.nthreads():
                raise HearsayError(
                    "the cluster has lost its workers. Start some and run again: it goes on."
                ) from error
        except CANCELLED as error:
            raise HearsayError("the scheduler is gone. Start it and run again: it goes on.") from error
        except _dask().KilledWorker as error:
            raise HearsayError(
                "several workers in turn were killed over the same inputs, most likely for want of memory. "
                "Give them more, and run again: it goes on."
            ) from error


def _shard(function: Callable[[In], Out], chunk: list[In], folder: str, name: str) -> str:
    """Do a chunk of work on a worker; return where what came of it lies."""
    data = zlib.compress(pickle.dumps([function(item) for item in chunk], pickle.HIGHEST_PROTOCOL), LEVEL)
    whole = Path(folder) / f"{name}.shard"
    unfinished = whole.with_suffix(".unfinished")
    unfinished.write_bytes(data)
    # Whole or not there: this process may be killed, and then another does the same.
    unfinished.replace(whole)
    return str(whole)


def _merged(place: str) -> Iterator[Any]:
    shard = Path(place)
    try:
        data = shard.read_bytes()
    except FileNotFoundError as error:
        what = f"a worker has written {shard}, which is not here. Put the database where all see it."
        raise HearsayError(what) from error
    yield from pickle.loads(zlib.decompress(data))
    shard.unlink()
