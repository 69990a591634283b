"""A Dask cluster on this machine, for the tests: says its address and its workers' processes, and ends with its input."""

from __future__ import annotations

import sys
from importlib import import_module

if __name__ == "__main__":
    with import_module("distributed").LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        print(
            cluster.scheduler_address,
            *(worker.process.pid for worker in cluster.workers.values()),
            flush=True,
        )
        sys.stdin.read()
