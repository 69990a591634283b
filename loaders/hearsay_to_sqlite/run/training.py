"""``train``: from lines of annotated texts to a model file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from hearsay_to_sqlite.attribution import fitting, learned
from hearsay_to_sqlite.errors import InputError


def documents(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """The annotated texts in files of JSON lines. Raises InputError, with file and line, for what is none."""
    found: list[dict[str, Any]] = []
    for path in paths:
        try:
            with path.open(encoding="utf-8") as lines:
                found.extend(
                    _document(line, path, number) for number, line in enumerate(lines, 1) if line.strip()
                )
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"it cannot be read: {error}.", location=str(path)) from error
    return found


def _document(line: str, path: Path, number: int) -> dict[str, Any]:
    try:
        given = json.loads(line)
        text = given["text"]
        for one in given["attributions"]:
            for part in ("source", "cue", "content"):
                if not all(0 <= start <= end <= len(text) for start, end in one[part]):
                    raise ValueError(f"{part} stands outside the text")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(
            f"this is no annotated text: {error}.",
            location=str(path),
            line=number,
            remedy='Write an object with "text" and "attributions" on each line.',
        ) from error
    return dict(given)


def train(paths: list[Path], target: Path, report: Callable[[str], None]) -> fitting.Fitted:
    """Fit a model to the texts in ``paths`` and write it to ``target``."""
    texts = documents(paths)
    if not any(one["attributions"] for one in texts):
        raise InputError("no attribution is annotated here.", location=", ".join(map(str, paths)))
    fitted = fitting.fit(texts, report)
    made = {
        "from": sorted(path.name for path in paths),
        "documents": fitted.documents,
        "kept_back_ar_f1": round(fitted.kept_back, 1),
    }
    learned.save(target, fitted.model, made)
    return fitted
