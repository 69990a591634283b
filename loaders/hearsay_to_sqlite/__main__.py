"""``python -m hearsay_to_sqlite``, and the command: Ctrl-C ends it without a traceback while it still starts, too."""

from __future__ import annotations

import sys

from hearsay_to_sqlite.errors import STOPPED


def main() -> None:
    """Run the command line."""
    try:
        # Here, for what it imports takes longer than anything else before it answers.
        from hearsay_to_sqlite.cli import cli

        cli(prog_name="hearsay-to-sqlite")
    except KeyboardInterrupt:
        sys.exit(STOPPED)


if __name__ == "__main__":
    main()
