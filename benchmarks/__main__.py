"""``python -m benchmarks [attribution] [loading] [pages] [big_case]``: run the measures and print a table."""

from __future__ import annotations

import sys

from benchmarks import attribution, big_case, loading, pages

MEASURES = {
    "attribution": attribution.run,
    "loading": loading.run,
    "pages": pages.run,
    "big_case": big_case.run,
}


def main(names: list[str]) -> None:
    """Run the measures named, or all of them."""
    for name in names or list(MEASURES):
        print(f"\n{name}")
        for what, figure in MEASURES[name]():
            print(f"  {what:<75} {figure}", flush=True)


main(sys.argv[1:])
