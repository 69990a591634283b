"""``python -m benchmarks.calibration``: how often each kind of find is right, written to ``vocabulary/sureness.yml``."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hearsay_to_sqlite.attribution import quotes, sureness
from hearsay_to_sqlite.attribution.drafts import Draft
from hearsay_to_sqlite.attribution.fitting import Gold
from hearsay_to_sqlite.attribution.flow import Flow

ROOT = Path(__file__).parent.parent
FILES = (
    ROOT / "tests" / "quality" / "gum.dev.jsonl",
    ROOT / "tests" / "quality" / "translated.dev.jsonl",
    ROOT.parent / "shared" / "eval" / "attribution" / "polnear.dev.jsonl",
)
TARGET = ROOT / "loaders" / "hearsay_to_sqlite" / "vocabulary" / "sureness.yml"
WEIGHT = 10
"""A kind's share leans towards that of the wider kind as if that had been seen so often."""
HEAD = """\
# How sure to be: of each kind of find, the share that is right (half of the content's words or more, and the right source).
# Counted on the development parts of GUM (news), of PolNeAR and of the translated articles; a kind leans towards the wider kind, as if that had been seen
# ten times. Made again by: python -m benchmarks.calibration
"""


def judged(path: Path) -> Iterator[tuple[Draft, bool, bool]]:
    """Each draft of the annotated texts, whether words in it are quoted, and whether it is right."""
    for line in path.read_text(encoding="utf-8").splitlines():
        document: dict[str, Any] = json.loads(line)
        text = document["text"]
        found = quotes.find(text)
        gold, taken = Gold(document), set()
        for draft in Flow(text, found).run():
            quoted = any(
                quote.start < end and start < quote.end for quote in found for start, end in draft.content
            )
            right = gold.match(draft.content, draft.source)
            yield draft, quoted, right is not None and right not in taken
            taken.add(right)


def shares(rows: list[tuple[Draft, bool, bool]]) -> dict[str, float]:
    """The share of each kind, wide kinds first."""
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for draft, quoted, good in rows:
        for key in sureness.keys(draft, quoted):
            seen[key] += 1
            right[key] += good
    overall = sum(good for _, _, good in rows) / len(rows)
    made: dict[str, float] = {}
    for key in sorted(seen, key=lambda key: (key.count(" "), key)):
        wider = made.get(key.rpartition(" ")[0], overall)
        made[key] = round((right[key] + WEIGHT * wider) / (seen[key] + WEIGHT), 2)
    return made


def main() -> None:
    """Write the table from what is annotated here."""
    rows = [row for path in FILES if path.exists() for row in judged(path) if not row[0].within]
    lines = [f"  {key}: {share}" for key, share in sorted(shares(rows).items())]
    TARGET.write_text(HEAD + "shares:\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} finds, {len(lines)} kinds")


if __name__ == "__main__":
    main()
