"""The case file: what people decided about a case, in YAML, to the rows of its tables.

``load_case`` reads one; ``anchor_counts`` says how many of its statements were found in their texts.
"""

from __future__ import annotations

from hearsay_to_sqlite.sources.case.loading import anchor_counts, load_case

__all__ = ["anchor_counts", "load_case"]
