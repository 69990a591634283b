"""``python -m hearsay_to_sqlite.cli``."""

from hearsay_to_sqlite.cli import cli

if __name__ == "__main__":
    cli(prog_name="hearsay-to-sqlite")
