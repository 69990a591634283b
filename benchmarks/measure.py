"""Seconds of CPU and peak memory of a whole process, by the operating system's own account."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process used: seconds of CPU (user and system), seconds by the clock, peak memory in MiB."""

    cpu: float
    wall: float
    mib: float


LOOK_EVERY = 0.02
"""Seconds between two looks at a process's memory."""


def process(command: Sequence[str]) -> Usage:
    """Run a command to its end and return what it used.

    Raises CalledProcessError when it fails, because a figure of a failed run means nothing.
    """
    before = os.times()
    # As where somebody has installed us: what Python and the vocabulary compile is kept for the next run.
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=surroundings)
    peak, done = 0, 0
    while not done:
        # What wait4 says of memory begins with ours, from before the child became another program.
        peak = max(peak, _peak(child.pid))
        time.sleep(LOOK_EVERY)
        done, status, used = os.wait4(child.pid, os.WNOHANG)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return Usage(used.ru_utime + used.ru_stime, os.times().elapsed - before.elapsed, peak / 1024)


def _peak(pid: int) -> int:
    """The most memory that a running process has had at once, in KiB (Linux's VmHWM); 0 where nobody says."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)


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
