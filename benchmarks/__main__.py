"""``python -m benchmarks [MEASURE]...``: run the measures named, or all, and print a table; or ``fuzz``, ``kills`` or ``workers``."""

from __future__ import annotations

import sys

from benchmarks import attribution, big_case, copies, exports, fuzz, kills, loading, matching, pages, workers

MEASURES = {
    "attribution": attribution.run,
    "loading": loading.run,
    "matching": matching.run,
    "pages": pages.run,
    "big_case": big_case.run,
    "copies": copies.run,
    "exports": exports.run,
}
TRIALS = {"fuzz": fuzz.main, "kills": kills.main, "workers": workers.main}
"""What takes long and says yes or no, or compares runs by turns; each has options of its own."""


def main(names: list[str]) -> None:
    """Run a trial, or the measures named, or all of them."""
    if names and names[0] in TRIALS:
        TRIALS[names[0]](names[1:])
        return
    for name in names or list(MEASURES):
        print(f"\n{name}")
        for what, figure in MEASURES[name]():
            print(f"  {what:<75} {figure}", flush=True)


main(sys.argv[1:])
