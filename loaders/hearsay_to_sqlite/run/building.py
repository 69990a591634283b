"""``build``: a whole case, from nothing; the old file stays until the new one is complete."""

from __future__ import annotations

from pathlib import Path

from hearsay_to_sqlite.run import stages
from hearsay_to_sqlite.sources.case.loading import anchor_counts, load_case
from hearsay_to_sqlite.store import runs, save_rows, schema
from hearsay_to_sqlite.store.fresh import replacing


def build(
    case: Path,
    path: Path,
    text: Path | None,
    extract: bool,
    command: str,
    report: stages.Report = stages.quietly,
) -> dict[str, int]:
    """Build the database at ``path`` from a case file; return the counts of the run.

    ``text`` is the folder of the articles' files, to which every anchor is then held; ``extract`` adds what the
    machine finds in them. Raises CaseError, with nothing written, and DatabaseError.
    """
    rows = load_case(case, text)
    with replacing(path) as unfinished, schema.writing(unfinished) as connection:
        load_id = runs.begin_load(connection, command)
        save_rows.save_rows(connection, rows, load_id)
        counts = {
            "articles": len(rows.tables.get("articles", ())),
            "attributions": len(rows.tables.get("attributions", ())),
            "rejected": 0,
            **anchor_counts(rows),
        }
        if extract:
            report("extracting")
            counts["extracted"] = stages.extract(connection, load_id)["attributions"]
        stages.derive(connection, report)
        runs.end_load(connection, load_id, counts)
    return counts
