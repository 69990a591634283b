"""Seconds of CPU and peak memory of a whole process, by the operating system's own account."""

from __future__ import annotations

import os
import statistics
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process used: seconds of CPU (user and system), seconds by the clock, peak memory in MiB."""

    cpu: float
    wall: float
    mib: float


def process(command: Sequence[str]) -> Usage:
    """Run a command to its end and return what it used.

    Raises CalledProcessError when it fails, because a figure of a failed run means nothing.
    """
    before = os.times()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return Usage(used.ru_utime + used.ru_stime, os.times().elapsed - before.elapsed, used.ru_maxrss / 1024)


def cpu_of(action: Callable[[], object], times: int = 5) -> float:
    """Return the median seconds of CPU that ``action`` takes in this process, after one run to warm up."""
    action()
    taken = []
    for _ in range(times):
        before = os.times()
        action()
        after = os.times()
        taken.append(after.user + after.system - before.user - before.system)
    return statistics.median(taken)
